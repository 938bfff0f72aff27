import * as z from "zod/mini";
import { lifetimes } from "../../../contract/limits.ts";
import type { ReadOnly } from "../../../contract/read-only.ts";
import { droppable } from "../../../contract/start-light.ts";
import { type TrialCapacity, TrialStateSchema, type TrialView, trialWeeks } from "../../../contract/trial.ts";
import { spanOfWeek, weekOf, weeksUpTo } from "../../metrics/week.ts";
import { elapsedMillis } from "../../working-time/duration.ts";
import { figuresOf } from "./figures.ts";
import { noTally, type Tally } from "./tally.ts";

/** A trial as it is kept: what is tried on which past, how far it has come, and what it has counted until there. */
export const TrialJobSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    proposalId: z.string(),
    state: TrialStateSchema,
    /** Optimistic lock of every write. */
    lock: z.int(),
    /** How often it was asked to go on: each is one message. */
    turn: z.int(),
    by: z.string(),
    askedAt: z.string(),
    weeks: z.int(),
    from: z.string(),
    until: z.string(),
    timeZone: z.string(),
    /** What is tried: the hash of the terms, and the id of their item. */
    version: z.string(),
    termsId: z.string(),
    /** Where the reading of the leads goes on: in which shard of them, behind whose id. */
    cursor: z.optional(z.object({ shard: z.int(), behind: z.optional(z.string()) })),
    tally: z.custom<Tally>((tally) => z.object({ leads: z.int() }).safeParse(tally).success),
    /** About so many leads there are. */
    of: z.optional(z.int()),
    /** What the counters said of its time when it began, which was then. */
    counted: z.optional(z.object({ leads: z.int(), mqls: z.int(), at: z.string() })),
    capacity: z.optional(z.object({ before: z.custom<TrialCapacity>(), after: z.custom<TrialCapacity>() })),
    /** When somebody has to look at it, unless it went on by itself. */
    dueAt: z.optional(z.string()),
    /** How often the sweep had to, since it last went on. */
    restarts: z.optional(z.int()),
    endedAt: z.optional(z.string()),
    expiresAt: z.int(),
  }),
);
export type TrialJob = ReadOnly<z.infer<typeof TrialJobSchema>>;

/** Who asks to try which terms, on how many weeks up to now. */
export interface TrialAsked {
  readonly proposalId: string;
  readonly version: string;
  readonly termsId: string;
  readonly weeks?: number | undefined;
  readonly by: string;
  readonly at: string;
  readonly timeZone: string;
}

/** How long a function may be silent before the sweep has another one go on. */
const leaseMillis = 4 * 60_000;

export const leaseUntil = (now: string): string => new Date(Date.parse(now) + leaseMillis).toISOString();

/** The trial as it is asked for; the same again, while it runs, is the one that runs. */
export const askedTrial = (before: TrialJob | undefined, asked: TrialAsked): TrialJob => {
  const { proposalId, version, termsId, weeks = trialWeeks.usual, by, at, timeZone } = asked;
  const isSame = before !== undefined && before.version === version && before.weeks === weeks;
  if (isSame && isUnderWay(before)) return before;
  const [first = ""] = weeksUpTo(weekOf(at, timeZone), weeks);
  return {
    proposalId,
    state: "asked",
    lock: before?.lock ?? 0,
    turn: (before?.turn ?? 0) + 1,
    by,
    askedAt: at,
    weeks,
    from: new Date(spanOfWeek(first, timeZone).from).toISOString(),
    until: at,
    timeZone,
    version,
    termsId,
    tally: noTally,
    dueAt: leaseUntil(at),
    expiresAt: Math.ceil((Date.parse(at) + elapsedMillis(lifetimes.trial)) / 1000),
  };
};

export const isUnderWay = ({ state }: Pick<TrialJob, "state">): boolean => state === "asked" || state === "running";

/** So many turns without a step: something is wrong that does not pass. */
const stalledAfter = 3;

/** The trial asked again to go on, because nobody has for so long; or given up. */
export const askedAgain = (it: TrialJob, now: string): TrialJob => {
  const restarts = (it.restarts ?? 0) + 1;
  return restarts >= stalledAfter
    ? { ...it, state: "failed", restarts, dueAt: undefined, endedAt: now }
    : { ...it, turn: it.turn + 1, restarts, dueAt: leaseUntil(now) };
};

/** What the page shows of it. */
export const trialView = (proposalId: string, it: TrialJob | undefined): TrialView => {
  if (it === undefined) return { proposalId };
  const { state, weeks, askedAt, by, version, tally, of = 0, endedAt } = it;
  const done = tally.leads;
  return {
    proposalId,
    trial: {
      state,
      weeks,
      askedAt,
      by,
      version,
      // Some have come since it was counted how many there are, and of some nothing is tried.
      progress: { done, of: state === "done" ? done : Math.max(done, of) },
      ...(endedAt !== undefined && { endedAt }),
      ...(state === "done" && { figures: figuresOf(it, tally, it.capacity) }),
    },
  };
};
