import { createHash } from "node:crypto";
import { type Card, type ColumnQuery, ColumnQuerySchema } from "../../contract/board.ts";
import type { Stage } from "../../contract/stages.ts";
import { stageShards } from "../../contract/table.ts";
import { type FieldError, fieldErrorsOf } from "../http/index.ts";
import type { BoardUser } from "./board-user.ts";
import { type Place, readCursor, writeCursor } from "./cursor.ts";

/** What somebody wants to see of a column. */
export interface ColumnAsk {
  readonly stage: Stage;
  /** Whose leads only; in a rep's question always the rep's own. */
  readonly owner?: string | undefined;
  readonly filters: Pick<ColumnQuery, "persona" | "source" | "grade" | "attention">;
  readonly isOverdueOnly: boolean;
  /** One of each part of the column: an owner's leads are one part. */
  readonly places: readonly Place[];
}

export type ColumnAskRead =
  | { readonly ok: true; readonly ask: ColumnAsk }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

export const readColumnQuery = (stage: Stage, query: URLSearchParams, user: BoardUser): ColumnAskRead => {
  const given = Object.fromEntries([...query].filter(([, value]) => value !== ""));
  const read = ColumnQuerySchema.safeParse(given);
  if (!read.success) return { ok: false, errors: fieldErrorsOf(read.error) };
  const { cursor, overdue, owner: asked, ...filters } = read.data;
  const owner = user.role === "rep" ? user.colleagueId : asked;
  const ask = { stage, owner, filters, isOverdueOnly: overdue !== undefined };
  const parts = owner === undefined ? stageShards : 1;
  if (cursor === undefined) return { ok: true, ask: { ...ask, places: Array<Place>(parts).fill("start") } };
  const places = readCursor(cursor, questionOf(ask), parts);
  return places === undefined
    ? { ok: false, errors: [{ field: "cursor", detail: "expected the cursor of a page of the same column" }] }
    : { ok: true, ask: { ...ask, places } };
};

/** Where the answer to this question goes on. */
export const cursorOf = (ask: ColumnAsk, places: readonly Place[]): string | undefined =>
  writeCursor(questionOf(ask), places);

const questionOf = ({ stage, owner, filters, isOverdueOnly }: Omit<ColumnAsk, "places">): string => {
  const { persona, source, grade, attention } = filters;
  const question = JSON.stringify([stage, owner, persona, source, grade, attention, isOverdueOnly]);
  return createHash("sha256").update(question).digest("base64url").slice(0, 12);
};

export const isFiltered = ({ filters }: ColumnAsk): boolean =>
  Object.values(filters).some((value) => value !== undefined);

export const matches = (card: Card, { persona, source, grade, attention }: ColumnAsk["filters"]): boolean =>
  (persona === undefined || card.persona === persona) &&
  (source === undefined || card.source === source) &&
  (grade === undefined || card.grade === grade) &&
  (attention === undefined || card.needsAttention === true);
