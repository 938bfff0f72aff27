import { type AgreementTerms, LeadFieldSchema, type OwnField, type Test } from "../../contract/agreement.ts";
import { JobRoleSchema, seniorities } from "../../contract/job-title.ts";
import { alike } from "../../domain/score/alike.ts";
import { factOf, type LeadFact } from "../../domain/score/fact.ts";
import { matchOf } from "../../domain/score/match.ts";
import type { LearnLead } from "./line.ts";

/** What new criteria may ask of one field: the values of the leads in a few levels. */
export interface Candidate {
  readonly field: string;
  /** Of each lead, -1 where the field is not known. */
  readonly levels: Int16Array;
  readonly count: number;
  /** Levels have an order, and are cut in two; else any of them may be joined. */
  readonly isOrdered: boolean;
  /** What asks for these levels; of ordered ones for all from the first of them on. */
  readonly testFor: (levels: readonly number[]) => Test;
}

/** Bands of a number, at most. */
const mostBands = 16;
/** Categories of a text, at most; rarer ones are left alone. */
const mostCategories = 40;

/**
 * Everything that a new criterion could ask of these leads.
 * @param least a level has at least so many leads
 */
export const candidatesIn = (
  leads: readonly LearnLead[],
  { fields = [], learning }: Pick<AgreementTerms, "fields" | "learning">,
  least: number,
): Candidate[] => {
  const left = new Set(learning?.afterSales ?? []);
  const builtIn = LeadFieldSchema.options.filter((field) => !left.has(field));
  const own = fields.filter(({ id }) => !left.has(id));
  return [
    ...builtIn.flatMap((field) => ofField(field, undefined, leads, least)),
    ...own.flatMap((field) => ofField(field.id, field, leads, least)),
  ];
};

const ofField = (field: string, own: OwnField | undefined, leads: readonly LearnLead[], least: number): Candidate[] => {
  const facts = leads.map((lead) => factOf(lead.facts, field));
  const known = facts.filter((fact) => fact !== undefined).length;
  if (known < least) return [];
  const all = { field, leads, facts, least };
  if (field === "companySize" || own?.type === "number" || own?.type === "money") return [bandsOf(all)];
  const exists = own === undefined || own.type !== "yes-no" ? tested(all, [{ exists: true }]) : [];
  if (field === "company" || field === "phone") return exists;
  if (own?.type === "date") return [...exists, ...tested(all, spans, own)];
  if (own?.type === "many-of") {
    const options = own.options ?? [];
    return [
      ...exists,
      ...tested(
        all,
        options.map(({ id }): Test => ({ contains: [id] })),
        own,
      ),
    ];
  }
  const titles = field === "jobTitle" ? tested(all, titleTests) : [];
  return [...exists, ...titles, ...categoriesOf(all, own)];
};

interface OfField {
  readonly field: string;
  readonly leads: readonly LearnLead[];
  readonly facts: readonly (LeadFact | undefined)[];
  readonly least: number;
}

const titleTests: readonly Test[] = [
  ...seniorities.slice(1).map((seniority): Test => ({ seniority })),
  ...JobRoleSchema.options.map((role): Test => ({ roles: [role] })),
];
const spans: readonly Test[] = ["30 days", "90 days", "180 days", "365 days"].map((within) => ({ within }));

/** One candidate for each test: met, or not. */
const tested = ({ field, leads, facts, least }: OfField, tests: readonly Test[], own?: OwnField): Candidate[] =>
  tests.flatMap((test) => {
    const levels = Int16Array.from(facts, (fact, i) =>
      matchOf(test, fact, field, own && [own], leads[i]?.facts.today) === undefined ? -1 : 0,
    );
    const met = levels.reduce((count, level) => count + level + 1, 0);
    if (met < least || leads.length - met < least) return [];
    return [{ field, levels, count: 1, isOrdered: false, testFor: () => test }];
  });

const bandsOf = ({ field, facts, least }: OfField): Candidate => {
  const sorted = Float64Array.from(facts.filter((fact) => typeof fact === "number")).sort();
  const bounds = [sorted[0] ?? 0];
  const step = Math.max(least, sorted.length / mostBands);
  let last = 0;
  for (let i = 1; i < sorted.length; i++) {
    const [before, here] = [sorted[i - 1] ?? 0, sorted[i] ?? 0];
    if (here === before || i - last < step || sorted.length - i < least) continue;
    bounds.push(roundBound(before, here));
    last = i;
  }
  const levels = Int16Array.from(facts, (fact) =>
    typeof fact === "number" ? bounds.findLastIndex((bound) => fact >= bound) : -1,
  );
  const testFor = ([from = 0]: readonly number[]): Test =>
    from === 0 ? { exists: true } : { atLeast: bounds[from] ?? 0 };
  return { field, levels, count: bounds.length, isOrdered: true, testFor };
};

/** The shortest number that is above one and at most the other. */
const roundBound = (above: number, most: number): number => {
  for (let digits = 1; digits < 15; digits++) {
    const tried = Number(most.toPrecision(digits));
    if (tried > above && tried <= most) return tried;
  }
  return most;
};

const categoriesOf = ({ field, facts, least }: OfField, own: OwnField | undefined): Candidate[] => {
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  const keys = facts.map((fact) => {
    if (fact === undefined) return undefined;
    if (typeof fact === "boolean") return fact ? "yes" : "no";
    return own?.type === "one-of" ? String(fact) : alike(fact);
  });
  keys.forEach((key, i) => {
    if (key === undefined) return;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const fact = facts[i];
    if (!names.has(key)) names.set(key, typeof fact === "string" ? fact.trim() : key);
  });
  const often = [...counts].filter(([, count]) => count >= Math.max(least / 4, 5));
  const kept = often
    .toSorted(([one, count], [other, more]) => more - count || (one < other ? -1 : 1))
    .slice(0, mostCategories)
    .map(([key]) => key);
  if (kept.length === 0 || (kept.length === 1 && counts.size === 1 && own?.type !== "yes-no")) return [];
  const places = new Map(kept.map((key, i) => [key, i]));
  const levels = Int16Array.from(keys, (key) => (key === undefined ? -1 : (places.get(key) ?? -1)));
  const testFor = (chosen: readonly number[]): Test => {
    const texts = chosen
      .map((level) => kept[level] ?? "")
      .map((key) => (own?.type === "yes-no" ? key : (names.get(key) ?? key)));
    const [only = ""] = texts;
    return texts.length === 1 ? { equals: only } : { oneOf: texts };
  };
  return [{ field, levels, count: kept.length, isOrdered: false, testFor }];
};

/** A way to divide the leads in two, and how much it would help (as a chi-squared with one degree of freedom). */
export interface Cut {
  readonly candidate: Candidate;
  readonly levels: readonly number[];
  readonly gain: number;
}

/** The cut that explains most of what the points so far do not. */
export const bestCut = (
  candidates: readonly Candidate[],
  residuals: Float64Array,
  information: Float64Array,
  least: number,
): Cut | undefined => {
  const [residual, informed] = [residuals, information].map((each) => each.reduce((sum, one) => sum + one, 0));
  let best: Cut | undefined;
  for (const candidate of candidates) {
    const { levels, count, isOrdered } = candidate;
    const sums = Array.from({ length: count }, (_, level) => ({ level, residual: 0, information: 0, leads: 0 }));
    for (let i = 0; i < levels.length; i++) {
      const sum = sums[levels[i] ?? -1];
      if (sum === undefined) continue;
      sum.residual += residuals[i] ?? 0;
      sum.information += information[i] ?? 0;
      sum.leads++;
    }
    const ratio = (of: (typeof sums)[number]) => (of.information === 0 ? 0 : of.residual / of.information);
    const orders = isOrdered
      ? [sums.toReversed()]
      : [
          sums.toSorted((one, other) => ratio(other) - ratio(one)),
          sums.toSorted((one, other) => ratio(one) - ratio(other)),
        ];
    for (const order of orders) {
      let [score, info, leads] = [0, 0, 0];
      order.forEach((sum, i) => {
        score += sum.residual;
        info += sum.information;
        leads += sum.leads;
        if (leads < least || levels.length - leads < least) return;
        const all = informed ?? 0;
        const share = all === 0 ? 0 : info / all;
        const spread = info * (1 - share);
        const gain = spread <= 0 ? 0 : (score - share * (residual ?? 0)) ** 2 / (spread + 1);
        if (gain > (best?.gain ?? 0))
          best = {
            candidate,
            levels: order
              .slice(0, i + 1)
              .map(({ level }) => level)
              .toSorted((a, b) => a - b),
            gain,
          };
      });
    }
  }
  return best;
};
