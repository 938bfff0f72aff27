import { mostInTrialList, type TrialLead } from "../../../contract/trial.ts";

/** Of the MQLs by one agreement, what the capacity simulation asks for. */
export interface Stream {
  readonly mqls: number;
  readonly inWorkingHours: number;
  readonly fast: number;
  /** In segments with a promise of their own. */
  readonly segments: number;
}

/** Leads by what became of them: `won`, `rejected:no-budget`. */
export type Fates = Readonly<Record<string, number>>;

export interface WeekTally {
  readonly recorded: number;
  readonly before: number;
  readonly after: number;
}

/** New leads, and how often one became an MQL. */
export interface Counted {
  readonly leads: number;
  readonly mqls: number;
}

export const noWeek: WeekTally = { recorded: 0, before: 0, after: 0 };

/**
 * What a trial has counted so far: sums, and the newest leads of each list. Whatever the leads are split into, merging the
 * tallies of the parts in whatever order gives the same, and its size does not grow with the leads.
 */
export interface Tally {
  /** Leads that were looked at, and chances that were judged. */
  readonly leads: number;
  readonly judged: number;
  readonly weeks: Readonly<Record<string, WeekTally>>;
  readonly both: Fates;
  readonly in: Fates;
  readonly out: Fates;
  readonly sooner: number;
  readonly later: number;
  readonly notAsRecorded: number;
  readonly byHand: number;
  /** MQLs after sales already had them. */
  readonly afterHandOff: number;
  readonly beforeFirstVersion: number;
  /** What the counters have counted of those who are still there. */
  readonly counted: Counted;
  readonly streams: { readonly before: Stream; readonly after: Stream };
  readonly lists: { readonly in: readonly TrialLead[]; readonly out: readonly TrialLead[] };
}

export const noStream: Stream = { mqls: 0, inWorkingHours: 0, fast: 0, segments: 0 };

export const noTally: Tally = {
  leads: 0,
  judged: 0,
  weeks: {},
  both: {},
  in: {},
  out: {},
  sooner: 0,
  later: 0,
  notAsRecorded: 0,
  byHand: 0,
  afterHandOff: 0,
  beforeFirstVersion: 0,
  counted: { leads: 0, mqls: 0 },
  streams: { before: noStream, after: noStream },
  lists: { in: [], out: [] },
};

export const merge = (one: Tally, other: Tally): Tally => ({
  leads: one.leads + other.leads,
  judged: one.judged + other.judged,
  weeks: inBoth(one.weeks, other.weeks, (a, b) => ({
    recorded: a.recorded + b.recorded,
    before: a.before + b.before,
    after: a.after + b.after,
  })),
  both: sum(one.both, other.both),
  in: sum(one.in, other.in),
  out: sum(one.out, other.out),
  sooner: one.sooner + other.sooner,
  later: one.later + other.later,
  notAsRecorded: one.notAsRecorded + other.notAsRecorded,
  byHand: one.byHand + other.byHand,
  afterHandOff: one.afterHandOff + other.afterHandOff,
  beforeFirstVersion: one.beforeFirstVersion + other.beforeFirstVersion,
  counted: {
    leads: one.counted.leads + other.counted.leads,
    mqls: one.counted.mqls + other.counted.mqls,
  },
  streams: {
    before: joined(one.streams.before, other.streams.before),
    after: joined(one.streams.after, other.streams.after),
  },
  lists: {
    in: newest(one.lists.in, other.lists.in, ({ after }) => after.at),
    out: newest(one.lists.out, other.lists.out, ({ before }) => before.at),
  },
});

const joined = (one: Stream, other: Stream): Stream => ({
  mqls: one.mqls + other.mqls,
  inWorkingHours: one.inWorkingHours + other.inWorkingHours,
  fast: one.fast + other.fast,
  segments: one.segments + other.segments,
});

const sum = (one: Fates, other: Fates): Fates => inBoth(one, other, (a, b) => a + b);

/** By name, in the order of the names. */
const inBoth = <T>(
  one: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  add: (a: T, b: T) => T,
): Readonly<Record<string, T>> => {
  const others = Object.entries(other);
  if (others.length === 0) return one;
  const all = new Map(Object.entries(one));
  for (const [name, value] of others) {
    const known = all.get(name);
    all.set(name, known === undefined ? value : add(known, value));
  }
  return Object.fromEntries([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** At most so many as people read; of those of one instant the order is the ids'. */
const newest = (
  one: readonly TrialLead[],
  other: readonly TrialLead[],
  at: (lead: TrialLead) => string,
): readonly TrialLead[] => {
  if (one.length === 0 || other.length === 0) return [...one, ...other];
  return [...one, ...other]
    .toSorted(
      (one, other) => compare(at(other), at(one)) || compare(one.leadId, other.leadId) || one.cycle - other.cycle,
    )
    .slice(0, mostInTrialList);
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
