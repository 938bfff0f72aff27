import type { Language } from "../../contract/stages.ts";
import type { Duration } from "../../contract/time.ts";
import { agreedTime } from "../../domain/follow-up/plan-follow-up.ts";
import { arrivalsOf, eligibilityIn } from "./arrivals.ts";
import type { CapacityModel } from "./model.ts";
import { randomFrom } from "./random.ts";
import { type Passage, simulate } from "./simulate-sla.ts";

/** The capacity is sufficient while at most this share of deadlines is missed, and of leads waits too long for a rep. */
export const tolerated = 0.05;

/** Milliseconds of working time. */
export interface Waits {
  readonly mean: number;
  readonly p90: number;
  readonly p95: number;
}

export interface PromiseFigures {
  /** `usual`, `fast`, or the id of a segment. */
  readonly promise: string;
  readonly within: Duration;
  readonly leads: number;
  readonly breachShare: number;
  /** In the working time of the rep, from assignment to answer. */
  readonly toAnswer: Waits;
}

export interface LanguageFigures {
  readonly language: Language;
  /** Of all leads. */
  readonly share: number;
  /** In the company's working time, from MQL to rep. */
  readonly forRep: Waits;
  readonly breachShare: number;
  /** Assigned to a rep who does not speak the language. */
  readonly standInShare: number;
}

/** The results of the simulation. */
export interface CapacityFigures {
  readonly leads: number;
  /** In the company's working time, from MQL to rep, and from MQL to answer. */
  readonly forRep: Waits;
  readonly whole: Waits;
  /** In the working time of the rep. */
  readonly toAnswer: Waits;
  readonly breachShare: number;
  /** The share of leads that wait for a rep longer than the agreement's `overflow.after`. */
  readonly overflowShare: number;
  readonly promises: readonly PromiseFigures[];
  readonly languages: readonly LanguageFigures[];
  readonly isSufficient: boolean;
}

/** Simulates the agreement `runs` times, each with random numbers of its own; the same model gives the same figures. */
export const measure = (model: CapacityModel): CapacityFigures => {
  const { runs, seed } = model.assumptions;
  const eligible = eligibilityIn(model);
  const passages = Array.from({ length: runs }, (_, run) => {
    const arrivals = arrivalsOf(model, randomFrom(seed * 1000 + run));
    return simulate(model, arrivals, eligible).filter(({ arrival: { at } }) => at >= model.counted);
  }).flat();
  return figuresOf(passages, model);
};

const figuresOf = (passages: readonly Passage[], model: CapacityModel): CapacityFigures => {
  const { company, horizon, agreement } = model;
  const { after } = agreement.terms.sla.sales.overflow;
  const until = (instant: number) => company.workAt(Math.min(instant, horizon));
  const forRep = (each: Passage) => until(each.assignedAt) - company.workAt(each.arrival.at);
  const toAnswer = (each: Passage) => toAnswerOf(each, model);
  const speaks = (rep: number, language: Language) => model.reps[rep]?.rep.speaks.includes(language) ?? false;
  const assigned = passages.filter(({ rep }) => rep !== undefined);
  const promises = groupsOf(assigned, ({ arrival }) => promiseOf(arrival)).map(
    ([promise, group]): PromiseFigures => ({
      promise,
      within: group[0] === undefined ? "" : agreedTime(group[0].arrival.lead, agreement),
      leads: group.length,
      breachShare: shareOf(group, isBroken),
      toAnswer: waitsOf(group.map(toAnswer)),
    }),
  );
  const overflowShare = shareOf(passages, ({ arrival, assignedAt }) => assignedAt > company.after(arrival.at, after));
  return {
    leads: passages.length,
    forRep: waitsOf(passages.map(forRep)),
    whole: waitsOf(passages.map((each) => until(each.answeredAt) - company.workAt(each.arrival.at))),
    toAnswer: waitsOf(assigned.map(toAnswer)),
    breachShare: shareOf(assigned, isBroken),
    overflowShare,
    promises,
    languages: groupsOf(passages, ({ arrival }) => arrival.lead.language).map(
      ([language, group]): LanguageFigures => ({
        language,
        share: group.length / passages.length,
        forRep: waitsOf(group.map(forRep)),
        breachShare: shareOf(
          group.filter(({ rep }) => rep !== undefined),
          isBroken,
        ),
        standInShare: shareOf(group, ({ rep }) => rep !== undefined && !speaks(rep, language)),
      }),
    ),
    isSufficient: overflowShare <= tolerated && promises.every(({ breachShare }) => breachShare <= tolerated),
  };
};

const promiseOf = ({ lead: { lane, segment } }: Passage["arrival"]): string => lane ?? segment ?? "usual";

const isBroken = ({ answeredAt, dueAt }: Passage): boolean => answeredAt > dueAt;

const toAnswerOf = ({ rep, assignedAt, answeredAt }: Passage, { reps, horizon }: CapacityModel): number => {
  const timetable = rep === undefined ? undefined : reps[rep]?.timetable;
  if (timetable === undefined) return 0;
  return timetable.workAt(Math.min(answeredAt, horizon)) - timetable.workAt(assignedAt);
};

const shareOf = <T>(items: readonly T[], isTrue: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(isTrue).length / items.length;

const waitsOf = (waits: readonly number[]): Waits => {
  const sorted = Float64Array.from(waits).sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const sum = sorted.reduce((total, wait) => total + wait, 0);
  return { mean: sorted.length === 0 ? 0 : sum / sorted.length, p90: at(0.9), p95: at(0.95) };
};

/** Sorted by name, so that a report always has the same order. */
const groupsOf = <T, K extends string>(items: readonly T[], nameOf: (item: T) => K): [K, T[]][] => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1));
};
