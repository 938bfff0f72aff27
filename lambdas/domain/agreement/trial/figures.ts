import {
  fewestForVerdict,
  mostInTrialList,
  type TrialCapacity,
  type TrialCount,
  TrialFateSchema,
  type TrialFigures,
  type TrialGroup,
  type TrialUnknown,
} from "../../../contract/trial.ts";
import { intervalOfRate } from "../../metrics/interval.ts";
import { weeksBetween } from "../../metrics/week.ts";
import type { Counted, Fates, Tally } from "./tally.ts";
import type { Trial } from "./try-lead.ts";

interface TriedOn extends Pick<Trial, "from" | "until" | "timeZone"> {
  /** What the counters say of that time: those who were erased since are in them. */
  readonly counted?: Counted | undefined;
}

/** What people read of a trial that is over. @param capacity by the simulation, where there is one */
export const figuresOf = (
  { from, until, timeZone, counted }: TriedOn,
  tally: Tally,
  capacity?: { readonly before: TrialCapacity; readonly after: TrialCapacity },
): TrialFigures => {
  const lastMoment = new Date(Date.parse(until) - 1).toISOString();
  const perWeek = weeksBetween(from, lastMoment, timeZone).map((week) => ({
    week,
    ...(tally.weeks[week] ?? { recorded: 0, before: 0, after: 0 }),
  }));
  const all = (which: "recorded" | "before" | "after") => countOf(perWeek.reduce((sum, week) => sum + week[which], 0));
  const erased = missingOf(counted, tally.counted);
  const [both, comeIn, stayOut] = [groupOf(tally.both), groupOf(tally.in), groupOf(tally.out)];
  return {
    from,
    until,
    judged: tally.judged,
    perWeek,
    mqls: { recorded: all("recorded"), before: all("before"), after: all("after") },
    both: { leads: both, sooner: countOf(tally.sooner), later: countOf(tally.later) },
    in: comeIn,
    out: stayOut,
    won: { kept: countOf(manyOf(tally.both, "won")), lost: countOf(manyOf(tally.out, "won")) },
    rejectionsSpared: countOf(manyOf(tally.out, "rejected")),
    erased,
    notAsRecorded: tally.notAsRecorded,
    ...(capacity && { capacity }),
    cannotKnow: unknownsOf(tally, {
      isSimulated: capacity !== undefined,
      areErased: erased.people > 0 || erased.mqls > 0,
    }),
    lists: {
      in: { leads: [...tally.lists.in], isCut: comeIn.all.count > mostInTrialList },
      out: { leads: [...tally.lists.out], isCut: stayOut.all.count > mostInTrialList },
    },
  };
};

const countOf = (count: number): TrialCount => {
  if (count >= fewestForVerdict) return { count };
  const { from, to } = intervalOfRate(count, 1);
  return { count, interval: { least: from, most: to } };
};

const groupOf = (fates: Fates): TrialGroup => ({
  all: countOf(manyOf(fates)),
  fates: TrialFateSchema.options
    .map((fate) => ({ fate, leads: countOf(manyOf(fates, fate)) }))
    .filter(({ leads }) => leads.count > 0),
  rejectedFor: reasonsOf(fates, "rejected"),
  lostFor: reasonsOf(fates, "lost"),
});

const manyOf = (fates: Fates, fate?: string): number =>
  Object.entries(fates)
    .filter(([name]) => fate === undefined || name.split(":")[0] === fate)
    .reduce((sum, [, many]) => sum + many, 0);

const reasonsOf = (fates: Fates, fate: string): TrialGroup["rejectedFor"] =>
  Object.entries(fates)
    .flatMap(([name, many]) => (name.startsWith(`${fate}:`) ? [{ reason: name.slice(fate.length + 1), many }] : []))
    .sort((one, other) => other.many - one.many || (one.reason < other.reason ? -1 : 1))
    .map(({ reason, many }) => ({ reason, leads: countOf(many) }));

/** What was counted and is found no more. Counters may be a moment behind the table. */
const missingOf = (counted: Counted | undefined, found: Counted): TrialFigures["erased"] => ({
  people: Math.max(0, (counted?.leads ?? 0) - found.leads),
  mqls: Math.max(0, (counted?.mqls ?? 0) - found.mqls),
});

const unknownsOf = (
  tally: Tally,
  { isSimulated, areErased }: Readonly<Record<"isSimulated" | "areErased", boolean>>,
): TrialUnknown[] => {
  const [both, comeIn, stayOut] = [tally.both, tally.in, tally.out].map((fates) => manyOf(fates));
  const few = [both, comeIn, stayOut].some((many = 0) => many > 0 && many < fewestForVerdict);
  const applies: readonly (readonly [TrialUnknown, boolean])[] = [
    ["never-asked", manyOf(tally.in, "never-asked") > 0],
    ["after-hand-off", tally.afterHandOff > 0],
    ["other-mails", (comeIn ?? 0) + (stayOut ?? 0) > 0],
    ["erased", areErased],
    ["few", few],
    ["by-hand", tally.byHand > 0],
    ["before-first-version", tally.beforeFirstVersion > 0],
    ["not-as-recorded", tally.notAsRecorded > 0],
    ["team-now", isSimulated],
  ];
  return applies.flatMap(([unknown, isSo]) => (isSo ? [unknown] : []));
};
