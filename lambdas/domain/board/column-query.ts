import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { type Card, type ColumnQuery, ColumnQuerySchema } from "../../contract/board.ts";
import type { Stage } from "../../contract/stages.ts";
import { stageShards } from "../../contract/table.ts";
import { type FieldError, fieldErrorsOf } from "../http/http.ts";
import type { BoardUser } from "./board-user.ts";

/** A request for a part of a column. */
export interface ColumnAsk {
  readonly stage: Stage;
  /** Only this owner's leads; for a rep always their own. */
  readonly owner?: string | undefined;
  readonly filters: Pick<ColumnQuery, "persona" | "source" | "grade" | "attention">;
  readonly isOverdueOnly: boolean;
  /** The parts of the column to read: an owner's leads are one part. */
  readonly places: readonly Place[];
}

export type ColumnAskRead =
  | { readonly ok: true; readonly ask: ColumnAsk }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

export const parseColumnQuery = (stage: Stage, query: URLSearchParams, user: BoardUser): ColumnAskRead => {
  const given = Object.fromEntries([...query].filter(([, value]) => value !== ""));
  const read = ColumnQuerySchema.safeParse(given);
  if (!read.success) return { ok: false, errors: fieldErrorsOf(read.error) };
  const { cursor, overdue, owner: asked, ...filters } = read.data;
  const owner = user.role === "rep" ? user.colleagueId : asked;
  const ask = { stage, owner, filters, isOverdueOnly: overdue !== undefined };
  const parts = owner === undefined ? stageShards : 1;
  if (cursor === undefined) return { ok: true, ask: { ...ask, places: Array<Place>(parts).fill("start") } };
  const places = parseCursor(cursor, questionOf(ask), parts);
  return places === undefined
    ? { ok: false, errors: [{ field: "cursor", detail: "expected the cursor of a page of the same column" }] }
    : { ok: true, ask: { ...ask, places } };
};

/** Where the next page continues. */
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

/** How far one part of a column has been read: up to this lead, or this won deal of it (by its cycle), or to its end. */
export type Place =
  | "start"
  | "end"
  | { readonly at: string; readonly leadId: string; readonly deal?: number | undefined };

const PlaceSchema = z.union([
  z.enum(["start", "end"]),
  z.strictObject({
    at: z.iso.datetime({ precision: 3 }),
    leadId: z.string().check(z.minLength(1), z.maxLength(100)),
    deal: z.optional(z.int()),
  }),
]);
const CursorSchema = z.strictObject({ of: z.string(), places: z.array(PlaceSchema) });

/**
 * The cursor in the address of a column's next page. It is bound to its question, so that it cannot be
 * used for another one, and names no partition: those follow from the user.
 * @returns `undefined` when every part has been read to its end
 */
export const writeCursor = (of: string, places: readonly Place[]): string | undefined =>
  places.every((place) => place === "end")
    ? undefined
    : Buffer.from(JSON.stringify({ of, places })).toString("base64url");

/** @returns `undefined` for a text that is no cursor of this question. */
export const parseCursor = (text: string, of: string, parts: number): readonly Place[] | undefined => {
  const read = CursorSchema.safeParse(jsonIn(text));
  if (!read.success || read.data.of !== of || read.data.places.length !== parts) return undefined;
  return read.data.places;
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return undefined;
  }
};
