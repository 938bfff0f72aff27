import * as z from "zod/mini";
import type { ImportPace } from "../../contract/agreed-limits.ts";
import { droppable } from "../../contract/start-light.ts";

/** How many rows may become leads now, of all lists together. */
export const RoomSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    version: z.int(),
    /** Rows that might at once, at that time. */
    rows: z.number(),
    at: z.string(),
  }),
);
export type Room = z.infer<typeof RoomSchema>;

/** A twelfth of an hour's rows may come at once, the others one by one: so no hour has more than all. */
const atOnce = ({ perHour }: ImportPace): number => Math.max(1, Math.floor(perHour / 12));

const hourMillis = 3_600_000;

const perMilli = (pace: ImportPace): number => Math.max(1, pace.perHour - atOnce(pace)) / hourMillis;

/** @param room as it was left; `undefined`: nothing has been taken yet */
export const roomAt = (room: Room | undefined, pace: ImportPace, now: string): number => {
  if (room === undefined) return atOnce(pace);
  const grown = room.rows + Math.max(0, Date.parse(now) - Date.parse(room.at)) * perMilli(pace);
  return Math.min(atOnce(pace), grown);
};

/** When there is room for so many rows, or for as many as may come at once. */
export const roomFrom = (left: number, rows: number, pace: ImportPace, now: string): string => {
  const missing = Math.max(0, Math.min(rows, atOnce(pace)) - left);
  return new Date(Date.parse(now) + Math.ceil(missing / perMilli(pace))).toISOString();
};

/** About when so many rows more will be leads, if nothing else holds them up. */
export const endsAbout = (rows: number, pace: ImportPace, now: string): string => roomFromAll(rows, pace, now);

const roomFromAll = (rows: number, pace: ImportPace, now: string): string =>
  new Date(Date.parse(now) + Math.ceil(Math.max(0, rows - atOnce(pace)) / perMilli(pace))).toISOString();
