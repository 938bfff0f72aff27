import type { Agreement } from "../../../contract/agreement.ts";
import type { TrialLead } from "../../../contract/trial.ts";
import type { MoveFact } from "../../lead/move-fact.ts";
import { countsOf } from "../../metrics/count.ts";
import { slices } from "../../metrics/slices.ts";
import { weekOf } from "../../metrics/week.ts";
import { calendarOf, workBetween } from "../../working-time/calendar.ts";
import { dayMillis } from "../../working-time/zone.ts";
import { type Fate, fateFrom } from "./fate.ts";
import { type Chance, chancesOf, type LeadHistory } from "./history.ts";
import { type AgreementAt, instantsOf, judgeChance, pastOf, type Seen } from "./replay.ts";
import { type Counted, merge, noStream, noTally, noWeek, type Stream, type Tally, type WeekTally } from "./tally.ts";

/** A version that was in force. */
export interface VersionThen {
  readonly since: string;
  readonly agreement: Agreement;
}

/** What is tried on which past. */
export interface Trial {
  /** Instants: of the first moment that is tried, and of the one after the last. */
  readonly from: string;
  readonly until: string;
  /** What happened before this instant is in the counters. @default `until` */
  readonly countedUntil?: string | undefined;
  /** The versions that were in force in that time, the oldest first, with the one before them: at least one. */
  readonly versions: readonly [VersionThen, ...VersionThen[]];
  readonly proposal: Agreement;
  /** Weeks are those of this time zone. */
  readonly timeZone: string;
}

/** In force then; before there was any, the first stands for it. */
export const inForceAt = ({ versions }: Pick<Trial, "versions">): AgreementAt => {
  const [first] = versions;
  return (instant) => (versions.findLast(({ since }) => since <= instant) ?? first).agreement;
};

/** What the trial finds of one lead. */
export const tryLead = (trial: Trial, history: LeadHistory): Tally => {
  const counted = countedOf(trial, history.moves);
  // Nobody has judged one that is kept aside.
  if (history.lead.aside !== undefined) return { ...noTally, counted };
  const chances = chancesOf(history);
  const past = pastOf(history);
  const tried = chances.flatMap((chance, i) => {
    const seen = tryChance(trial, past, chance);
    return seen === undefined ? [] : [{ chance, ...seen, fate: fateFrom(chances, i, history) }];
  });
  return tried.reduce((tally, each) => withChance(tally, trial, history, each), { ...noTally, leads: 1, counted });
};

interface Tried {
  readonly chance: Chance;
  readonly before: Seen;
  readonly after: Seen;
  readonly fate: Fate;
}

/** `undefined` of one that was settled before, or in which nothing happened in that time. */
const tryChance = (trial: Trial, past: ReturnType<typeof pastOf>, chance: Chance) => {
  const { from, until, versions, proposal } = trial;
  const { qualifiedAt, disqualifiedAt } = chance;
  if ([qualifiedAt, disqualifiedAt].some((at) => at !== undefined && at < from)) return undefined;
  const own = instantsOf(past, chance).filter((at) => at >= from && at < until);
  if (own.length === 0) return undefined;
  const then = inForceAt(trial);
  // When a version comes into force, those who wait in nurture are judged by it.
  const walks = versions.map(({ since }) => since).filter((at) => isWithin(at, from, until, chance));
  const instants = walks.length === 0 ? own : [...new Set([...own, ...walks])].sort();
  const before = judgeChance(past, chance, instants, then);
  const after = judgeChance(past, chance, own, (at) => (at < from ? then(at) : proposal));
  return before === undefined || after === undefined ? undefined : { before, after };
};

const isWithin = (at: string, from: string, until: string, { begin, end }: Chance): boolean =>
  at > from && at < until && at > begin && (end === undefined || at < end);

const isMql = ({ verdict }: Seen): boolean => verdict === "qualified";

/** MQLs by both agreements come in at the same time, unless it is another day. */
const sameTimeMillis = dayMillis;

const withChance = (
  tally: Tally,
  trial: Trial,
  { lead, decisions }: LeadHistory,
  { chance, before, after, fate }: Tried,
): Tally => {
  const { cycle, qualifiedAt, handedAt } = chance;
  const recordedAt = qualifiedAt !== undefined && qualifiedAt < trial.until ? qualifiedAt : undefined;
  const [was, is] = [isMql(before), isMql(after)];
  const apart = was && is ? Date.parse(after.at) - Date.parse(before.at) : 0;
  const [first] = trial.versions;
  const listed: TrialLead = {
    leadId: lead.leadId,
    cycle,
    before: listedOf(before),
    after: listedOf(after),
    fate: fate.fate,
    reason: fate.reason,
    stage: lead.stage,
    source: lead.source,
  };
  const one = { [fate.reason === undefined ? fate.fate : `${fate.fate}:${fate.reason}`]: 1 };
  return merge(tally, {
    ...noTally,
    judged: 1,
    weeks: weeksOf(trial, {
      recorded: recordedAt,
      before: was ? before.at : undefined,
      after: is ? after.at : undefined,
    }),
    both: was && is ? one : {},
    in: !was && is ? one : {},
    out: was && !is ? one : {},
    sooner: apart <= -sameTimeMillis ? 1 : 0,
    later: apart >= sameTimeMillis ? 1 : 0,
    notAsRecorded: (recordedAt !== undefined) === was ? 0 : 1,
    byHand: decisions.some((each) => each.cycle === cycle) ? 1 : 0,
    afterHandOff: is && handedAt !== undefined && after.at > handedAt ? 1 : 0,
    beforeFirstVersion: before.at < first.since ? 1 : 0,
    streams: {
      before: was ? streamOf(before, inForceAt(trial)(before.at)) : noStream,
      after: is ? streamOf(after, trial.proposal) : noStream,
    },
    lists: { in: !was && is ? [listed] : [], out: was && !is ? [listed] : [] },
  });
};

const listedOf = ({ verdict, at, fit, familiarity, grade, persona }: Seen): TrialLead["before"] => ({
  verdict,
  at,
  fit,
  familiarity,
  grade,
  persona,
});

const weeksOf = (
  { timeZone }: Trial,
  { recorded, before, after }: Readonly<Record<keyof WeekTally, string | undefined>>,
): Tally["weeks"] => {
  const weeks: Record<string, WeekTally> = {};
  const add = (at: string | undefined, which: keyof WeekTally): void => {
    if (at === undefined) return;
    const week = weekOf(at, timeZone);
    weeks[week] = { ...(weeks[week] ?? noWeek), [which]: 1 };
  };
  add(recorded, "recorded");
  add(before, "before");
  add(after, "after");
  return weeks;
};

const streamOf = ({ at, lane, segment }: Seen, agreement: Agreement): Stream => {
  const millis = Date.parse(at);
  const promised = agreement.terms.sla.sales.followUpOf.some((each) => each.segment === segment);
  return {
    mqls: 1,
    inWorkingHours: workBetween(millis, millis + 1000, calendarOf(agreement)) > 0 ? 1 : 0,
    fast: lane === "fast" ? 1 : 0,
    segments: promised ? 1 : 0,
  };
};

/** What the counters have counted of the lead's moves, by their own rules. */
const countedOf = ({ from, until, countedUntil = until }: Trial, moves: readonly MoveFact[]): Counted => {
  const within = moves.filter(({ at }) => at >= from && at < countedUntil);
  const counts = within
    .flatMap((fact) => countsOf({ is: "MOVE", fact }))
    .filter((each) => each.slices.includes(slices.all));
  const sum = (name: string) => counts.reduce((all, { counter, by }) => (counter === name ? all + by : all), 0);
  return { leads: sum("leads"), mqls: sum("mql") };
};
