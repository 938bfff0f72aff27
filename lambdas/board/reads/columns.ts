import { columnParts, readColumn } from "../../adapters/dynamo-columns.ts";
import type { ColumnPage } from "../../contract/board.ts";
import { openStages, type Stage, StageSchema } from "../../contract/stages.ts";
import { type ColumnAsk, cursorOf, isFiltered, matches, parseColumnQuery } from "../../domain/board/column-query.ts";
import { notFound } from "../board-request.ts";
import { reply } from "../reply.ts";
import { notUnderstood, type Read, type ReadDependencies } from "./read.ts";

/** Cards of a page. */
const pageSize = 20;

/** `GET columns/{stage}`: a page of a stage's leads, the open ones by deadline, the ended ones by their ending. */
export const readColumns: Read = async (deps, { path, query, user }) => {
  const stage = StageSchema.safeParse(path[1]);
  if (!stage.success || path.length > 2) return notFound();
  const read = parseColumnQuery(stage.data, query, user);
  return read.ok ? reply("columns/{stage}", await pageOf(deps, read.ask)) : notUnderstood(read.errors);
};

const pageOf = async ({ table, now }: ReadDependencies, ask: ColumnAsk): Promise<ColumnPage> => {
  const { stage, owner, places, filters, isOverdueOnly } = ask;
  const asOf = now();
  // A lead that has ended has no due time.
  if (isOverdueOnly && !isOpenStage(stage)) return { stage, cards: [], asOf };
  const run = await readColumn(table, {
    parts: columnParts(stage, owner),
    places,
    newestFirst: !isOpenStage(stage),
    before: isOverdueOnly ? asOf : undefined,
    wanted: isFiltered(ask) ? (card) => matches(card, filters) : undefined,
    most: pageSize,
  });
  const cursor = cursorOf(ask, run.places);
  return { stage, cards: run.entries.map(({ card }) => card), ...(cursor !== undefined && { cursor }), asOf };
};

const isOpenStage = (stage: Stage): boolean => openStages.some((open) => open === stage);
