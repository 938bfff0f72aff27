import { columnParts, readColumn } from "../../adapters/dynamo-columns.ts";
import type { Worklist } from "../../contract/board.ts";
import { workedStages } from "../../contract/stages.ts";
import { json } from "../../domain/http/index.ts";
import { isId } from "../../domain/lead/is-id.ts";
import { forbidden } from "../board-request.ts";
import { notUnderstood } from "./not-understood.ts";
import type { Read } from "./read.ts";

const stagesInHand = ["assigned", "handed-off", ...workedStages] as const;
/** More than anybody can have in hand. */
const mostShown = 200;

/** `GET worklist?owner=`: open leads in somebody's hands, the most urgent first. One's own when nobody is named. */
export const readWorklist: Read = async ({ table, now }, { query, user }) => {
  const ownerId = query.get("owner") || user.colleagueId;
  if (ownerId === undefined || !isId(ownerId))
    return notUnderstood([{ field: "owner", detail: "expected the id of a colleague" }]);
  if (user.role === "rep" && ownerId !== user.colleagueId) return forbidden();
  const parts = stagesInHand.flatMap((stage) => columnParts(stage, ownerId));
  const { entries } = await readColumn(table, { parts, newestFirst: false, most: mostShown });
  const worklist: Worklist = { ownerId, cards: entries.map(({ card }) => card), asOf: now() };
  return json(200, worklist);
};
