import * as z from "zod/mini";

/** How far one part of a column has been read: behind this lead, or to its end. */
export type Place = "start" | "end" | { readonly at: string; readonly leadId: string };

const PlaceSchema = z.union([
  z.enum(["start", "end"]),
  z.strictObject({
    at: z.iso.datetime({ precision: 3 }),
    leadId: z.string().check(z.minLength(1), z.maxLength(100)),
  }),
]);
const CursorSchema = z.strictObject({ of: z.string(), places: z.array(PlaceSchema) });

/**
 * Where a column goes on, for the address of its next page. It says whose question it answers, so that it cannot be
 * taken to another one, and names no partition: those follow from who asks.
 * @returns `undefined` when every part has been read to its end
 */
export const writeCursor = (of: string, places: readonly Place[]): string | undefined =>
  places.every((place) => place === "end")
    ? undefined
    : Buffer.from(JSON.stringify({ of, places })).toString("base64url");

/** @returns `undefined` for a text that is no cursor of this question. */
export const readCursor = (text: string, of: string, parts: number): readonly Place[] | undefined => {
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
