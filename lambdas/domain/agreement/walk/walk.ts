import * as z from "zod/mini";
import { droppable } from "../../../contract/start-light.ts";

/**
 * The walk through all open leads when a version of the agreement comes into force. Time alone makes no MQL, so nothing else
 * would wake those whose verdict has changed. First they are found (`finding`), then woken, the hottest first (`waking`).
 */
export const WalkSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** Of the version that came into force. */
    number: z.int(),
    /** Ids of the terms that the leads may have been judged by: more than one when an earlier walk had not come to its end. */
    from: z.array(z.string()),
    /** Id of the terms that hold now. */
    to: z.string(),
    phase: z.enum(["finding", "waking", "over"]),
    /** Optimistic lock of every write. */
    lock: z.int(),
    /** How often it was asked to go on. */
    turn: z.int(),
    /** The last turn that has woken leads: the next has to be asked for, which paces them. */
    wokeIn: z.optional(z.int()),
    /** When somebody has to look at it, unless it went on by itself; nothing once it is over. */
    dueAt: z.optional(z.string()),
    /** How far it has come through the index. */
    cursor: z.optional(z.object({ partition: z.int(), behind: z.optional(z.record(z.string(), z.unknown())) })),
    counts: z.object({ looked: z.int(), found: z.int(), woken: z.int() }),
    startedAt: z.string(),
    endedAt: z.optional(z.string()),
    /** The number of the version whose walk took it over. */
    takenOverBy: z.optional(z.int()),
  }),
);
export type Walk = z.infer<typeof WalkSchema>;

/** The walk that begins when this version holds. */
export const newWalk = (
  number: number,
  { from, to, since }: { readonly from: string; readonly to: string; readonly since: string },
): Walk => ({
  number,
  from: [from],
  to,
  phase: "finding",
  lock: 1,
  turn: 0,
  dueAt: since,
  counts: { looked: 0, found: 0, woken: 0 },
  startedAt: since,
});

/** One each second: the hotter one is judged first, and who comes in meanwhile does not wait behind them. */
export const wokenPerMinute = 60;

/** How long a function may be silent before the sweep has another one go on. */
const leaseMillis = 4 * 60_000;
const minuteMillis = 60_000;
const later = (now: string, millis: number): string => new Date(Date.parse(now) + millis).toISOString();

/** It goes on in this turn, and is left alone meanwhile. */
export const asked = (walk: Walk, now: string): Walk => ({
  ...walk,
  turn: walk.turn + 1,
  dueAt: later(now, leaseMillis),
});

/** Earlier walks that have not come to their end: what they were to compare with, this one compares with, too. */
export const takingOver = (walk: Walk, earlier: readonly Walk[]): Walk => ({
  ...walk,
  from: [...new Set([...walk.from, ...earlier.flatMap(({ from }) => from)])].filter((id) => id !== walk.to),
});

export const takenOver = (walk: Walk, number: number, now: string): Walk => ({
  ...over(walk, now),
  takenOverBy: number,
});

/** More of the index has been looked through; the next turn follows at once. */
export const lookedOn = (
  walk: Walk,
  { looked, found, next }: { readonly looked: number; readonly found: number; readonly next: Walk["cursor"] },
  now: string,
): Walk => {
  const { counts } = walk;
  const so = { ...counts, looked: counts.looked + looked, found: counts.found + found };
  const phase = next === undefined ? "waking" : "finding";
  return asked({ ...walk, phase, cursor: next, counts: so }, now);
};

/** So many more have been woken; the next ones have their turn a minute later. */
export const wokeOn = (walk: Walk, woken: number, isLast: boolean, now: string): Walk => {
  const { counts } = walk;
  const next = { ...walk, wokeIn: walk.turn, counts: { ...counts, woken: counts.woken + woken } };
  return isLast ? over(next, now) : { ...next, dueAt: later(now, minuteMillis) };
};

const over = (walk: Walk, now: string): Walk => ({ ...walk, phase: "over", dueAt: undefined, endedAt: now });
