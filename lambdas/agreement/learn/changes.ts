import type { AgreementTerms, Criterion } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { factOf } from "../../domain/score/fact.ts";
import { matchOf } from "../../domain/score/match.ts";
import { keyOf, type Labelled } from "./learn-points.ts";
import type { LearnLead } from "./line.ts";

/** So many leads, and which share of them was won. */
export interface Counted {
  readonly leads: number;
  readonly wonShare: number;
}

/** One change of a proposal, with what it was learnt from. */
export interface PointChange {
  readonly what: "criterion" | "familiarity";
  readonly label: Bilingual;
  /** Ids of the personas that it is a change of, where it is none of others which have the criterion. */
  readonly personas: readonly string[];
  /** `undefined` of what is added, or dropped. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** Leads who meet it, or did it, and the others. */
  readonly having: Counted;
  readonly lacking: Counted;
}

export interface ThresholdChange {
  readonly what: "leastFit" | "leastFamiliarity" | "leastMatches" | "fitGrades" | "familiarityGrades";
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What a proposal changes, each once, the largest changes first. */
export const changesOf = (
  before: AgreementTerms,
  after: AgreementTerms,
  sample: readonly Labelled[],
): PointChange[] => {
  const all = [...criteriaChanged(before, after, sample), ...familiarityChanged(before, after, sample)];
  const size = ({ before: from = 0, after: to = 0 }: PointChange) => Math.abs(to - from);
  return all.toSorted((one, other) => size(other) - size(one));
};

const criteriaChanged = (before: AgreementTerms, after: AgreementTerms, sample: readonly Labelled[]): PointChange[] => {
  const changes = new Map<string, PointChange & { readonly key: string }>();
  const personas = new Map<string, string[]>();
  const having = new Map<string, number>();
  before.personas.forEach(({ id, criteria }, i) => {
    const fresh = after.personas[i]?.criteria ?? [];
    const all = new Map([...criteria, ...fresh].map((each) => [keyOf(each), each]));
    for (const [key, criterion] of all) {
      const [from, to] = [criteria, fresh].map((list) => list.find((each) => keyOf(each) === key)?.points);
      const name = JSON.stringify([key, from, to]);
      having.set(key, (having.get(key) ?? 0) + 1);
      if (from !== to) personas.set(name, [...(personas.get(name) ?? []), id]);
      if (from === to || changes.has(name)) continue;
      const counts = countedBy(sample, meets(criterion, before));
      changes.set(name, {
        what: "criterion",
        label: criterion.label,
        personas: [],
        key,
        before: from,
        after: to,
        ...counts,
      });
    }
  });
  return [...changes].map(([name, { key, ...change }]) => {
    const its = personas.get(name) ?? [];
    return { ...change, personas: its.length === having.get(key) ? [] : its };
  });
};

const meets =
  ({ field, test }: Criterion, { fields }: AgreementTerms) =>
  ({ facts }: LearnLead): boolean =>
    matchOf(test, factOf(facts, field), field, fields, facts.today) !== undefined;

const familiarityChanged = (before: AgreementTerms, after: AgreementTerms, sample: readonly Labelled[]) =>
  before.familiarity.flatMap(({ kind, label, points }, i): PointChange[] => {
    const to = after.familiarity[i]?.points;
    if (to === points) return [];
    const did = ({ engagements }: LearnLead) => engagements.some((each) => each.kind === kind);
    return [{ what: "familiarity", label, personas: [], before: points, after: to, ...countedBy(sample, did) }];
  });

const countedBy = (sample: readonly Labelled[], has: (lead: LearnLead) => boolean) => {
  const counts = { having: { leads: 0, won: 0 }, lacking: { leads: 0, won: 0 } };
  for (const { lead, label } of sample) {
    const count = has(lead) ? counts.having : counts.lacking;
    count.leads++;
    count.won += label.outcome;
  }
  const shared = ({ leads, won }: { leads: number; won: number }) => ({
    leads,
    wonShare: leads === 0 ? 0 : won / leads,
  });
  return { having: shared(counts.having), lacking: shared(counts.lacking) };
};

/** The thresholds that move with the points. */
export const thresholdsOf = (before: AgreementTerms, after: AgreementTerms): ThresholdChange[] => {
  const all: ThresholdChange[] = [
    { what: "leastFit", before: [before.gate.leastFit], after: [after.gate.leastFit] },
    { what: "leastFamiliarity", before: [before.gate.leastFamiliarity], after: [after.gate.leastFamiliarity] },
    { what: "leastMatches", before: [before.gate.leastMatches], after: [after.gate.leastMatches] },
    { what: "fitGrades", before: before.grades.fit, after: after.grades.fit },
    { what: "familiarityGrades", before: before.grades.familiarity, after: after.grades.familiarity },
  ];
  return all.filter((each) => each.before.join() !== each.after.join());
};
