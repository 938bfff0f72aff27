import type { Agreement } from "../../../contract/agreement.ts";
import { nobodyFollowedUp } from "../../escalation/nobody-answered.ts";
import { type Verdict, verdictAtGate } from "../../gate/decide-at-gate.ts";
import { segmentOf } from "../../hand-off/prospect.ts";
import type { Engagement, Lead } from "../../lead/lead.ts";
import { recycledBy } from "../../outcome/recycle-rules.ts";
import { type Facts, onDay } from "../../score/fact.ts";
import { fingerprintOf } from "../../score/familiarity-rules.ts";
import { addToSums, type FamiliaritySums, sumsOf } from "../../score/familiarity-sums.ts";
import { gradeOf } from "../../score/grade.ts";
import { scoreFamiliarity } from "../../score/score-familiarity.ts";
import { scoreFit } from "../../score/score-fit.ts";
import { factsOverTime } from "./facts-then.ts";
import type { Chance, LeadHistory } from "./history.ts";

/** Which agreement counts at an instant. */
export type AgreementAt = (instant: string) => Agreement;

/** How the gate saw the lead: when it settled the chance, else at its best. */
export interface Seen {
  readonly verdict: Verdict;
  readonly at: string;
  readonly fit: number;
  readonly familiarity: number;
  readonly grade: string;
  readonly persona: string | undefined;
  readonly lane: "fast" | undefined;
  readonly segment: string | undefined;
}

/** A lead's past, made ready to be judged again. */
export interface Past {
  readonly factsAt: (instant: string) => Omit<Facts, "today">;
  /** By when each was known. */
  readonly engagements: readonly Known[];
  readonly sumsAt: (agreement: Agreement, instant: string) => FamiliaritySums;
  readonly history: LeadHistory;
}

interface Known {
  readonly knownAt: string;
  readonly engagement: Engagement;
}

export const pastOf = (history: LeadHistory): Past => {
  const { lead, forms, engagements } = history;
  // What a form asked for that somebody else may have sent counts once the owner of the address has confirmed it.
  const confirmed = new Map(
    forms.flatMap(({ submissionId, confirmedAt }) => (confirmedAt === undefined ? [] : [[submissionId, confirmedAt]])),
  );
  const known = engagements.map((engagement): Known => {
    const form = confirmed.get(engagement.engagementId.slice(0, engagement.engagementId.lastIndexOf(".")));
    const { at } = engagement;
    // What a browser did before its form was known with the form.
    return { engagement, knownAt: latest(at, lead.createdAt, form ?? "") };
  });
  known.sort(
    (one, other) =>
      compare(one.knownAt, other.knownAt) || compare(one.engagement.engagementId, other.engagement.engagementId),
  );
  return {
    history: { ...history, decisions: history.decisions.toSorted((one, other) => compare(one.at, other.at)) },
    factsAt: factsOverTime(lead),
    engagements: known,
    sumsAt: sumsOverTime(known),
  };
};

/**
 * The instants at which the lead did something in this chance, or somebody said or decided something of it: then it is
 * judged; and when the gate let it pass then. Time alone makes no MQL.
 */
export const instantsOf = (
  { history: { lead, forms, decisions }, engagements }: Past,
  { cycle, begin, end, qualifiedAt }: Chance,
): string[] => {
  const said = Object.values(lead.facts ?? {}).flatMap((values) => values.map(({ at }) => at));
  const all = [
    begin,
    ...forms.flatMap(({ at, confirmedAt }) => (confirmedAt === undefined ? [at] : [at, confirmedAt])),
    ...engagements.map(({ knownAt }) => knownAt),
    ...decisions.flatMap((each) => (each.cycle === cycle ? [each.at] : [])),
    ...said,
    ...(qualifiedAt === undefined ? [] : [qualifiedAt]),
  ];
  return [...new Set(all)].filter((at) => at >= begin && (end === undefined || at < end)).sort();
};

/**
 * Judges a chance at these instants, in order, until the gate settles it.
 * @param agreementAt by which agreement, at each of them
 * @returns `undefined` when there is no instant to judge at
 */
export const judgeChance = (
  past: Past,
  chance: Chance,
  instants: readonly string[],
  agreementAt: AgreementAt,
): Seen | undefined => {
  const returned = returnOf(chance, agreementAt);
  let best: Seen | undefined;
  for (const at of instants) {
    const agreement = agreementAt(at);
    const seen = judgeAt(past, chance, { at, agreement, sums: past.sumsAt(agreement, at), returned });
    if (seen.verdict !== "not-yet") return seen;
    if (best === undefined || seen.fit + seen.familiarity > best.fit + best.familiarity) best = seen;
  }
  return best;
};

interface Moment {
  readonly at: string;
  readonly agreement: Agreement;
  readonly sums: FamiliaritySums;
  readonly returned: Returned | undefined;
}

const judgeAt = (
  { factsAt, history: { decisions, engagements, forms } }: Past,
  { cycle }: Chance,
  { at, agreement, sums, returned }: Moment,
): Seen => {
  const { terms } = agreement;
  const facts = onDay(factsAt(at), at);
  const fit = scoreFit(facts, terms);
  const familiarity = { ...scoreFamiliarity(sums, terms, at), sums };
  const isBack = returned !== undefined && hasComeBack(returned.returnedAt, at, engagements, forms);
  const lead = { ...facts, recycled: returned?.recycled, returnedAt: isBack ? undefined : returned?.returnedAt };
  const byHand = decisions.findLast((each) => each.cycle === cycle && each.at <= at);
  const verdict = byHand?.verdict ?? verdictAtGate({ lead, fit, familiarity }, agreement, at);
  const points = { fit: fit.points, familiarity: familiarity.points };
  return {
    verdict,
    at,
    ...points,
    grade: gradeOf(points, terms.grades),
    persona: fit.persona,
    lane: verdict === "qualified" && familiarity.hot ? "fast" : undefined,
    segment: verdict === "qualified" ? segmentOf(facts, agreement) : undefined,
  };
};

interface Returned extends Pick<Lead, "recycled"> {
  readonly returnedAt: string;
}

/** Sales gave the lead back, with which this chance began: what the agreement of then prescribes for that. */
const returnOf = ({ because, begin }: Chance, agreementAt: AgreementAt): Returned | undefined =>
  because.startsWith("rejected:") || because.startsWith("recycled:") || because === nobodyFollowedUp
    ? { returnedAt: begin, recycled: recycledBy(because, agreementAt(begin), begin) }
    : undefined;

/** As an engagement's reception has it: clocks may differ by so much. */
const skewMillis = 60_000;

const hasComeBack = (
  returnedAt: string,
  at: string,
  engagements: LeadHistory["engagements"],
  forms: LeadHistory["forms"],
): boolean => {
  const since = Date.parse(returnedAt) - skewMillis;
  return (
    engagements.some((each) => each.at <= at && Date.parse(each.at) >= since) ||
    forms.some(({ at: sent, pending, confirmedAt }) => {
      const counts = pending === undefined ? sent : confirmedAt;
      return counts !== undefined && counts <= at && counts >= returnedAt;
    })
  );
};

/** What the engagements known by then add up to, by the terms of then. Terms that count the same share it. */
const sumsOverTime = (engagements: readonly Known[]) => {
  const kept = new Map<string, FamiliaritySums>();
  const latest = new Map<string, number>();
  return ({ terms }: Agreement, at: string): FamiliaritySums => {
    const [many, how] = [countKnown(engagements, at), fingerprintOf(terms)];
    const last = latest.get(how) ?? 0;
    const known = kept.get(`${how} ${many}`);
    if (known !== undefined) return known;
    const from = last <= many ? kept.get(`${how} ${last}`) : undefined;
    const before = from === undefined ? 0 : last;
    const fresh = engagements.slice(before, many).map(({ engagement }) => engagement);
    const all = () => engagements.slice(0, many).map(({ engagement }) => engagement);
    const sums = (from && addToSums(from, fresh, terms)) ?? sumsOf(all(), terms);
    kept.set(`${how} ${many}`, sums);
    latest.set(how, many);
    return sums;
  };
};

const countKnown = (engagements: readonly Known[], at: string): number => {
  const next = engagements.findIndex(({ knownAt }) => knownAt > at);
  return next < 0 ? engagements.length : next;
};

const latest = (...instants: readonly string[]): string => instants.toSorted().at(-1) ?? "";

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
