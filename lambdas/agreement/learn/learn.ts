import { type Agreement, LeadFieldSchema } from "../../contract/agreement.ts";
import { factOf } from "../../domain/score/fact.ts";
import { aucOf } from "./auc.ts";
import { fewestOfEach, type Judgement, judge } from "./judge.ts";
import { type Labelled, learnPoints } from "./learn-points.ts";
import type { LearnLead } from "./line.ts";
import { labelsOf } from "./maturity.ts";
import { pointsOf, totalOf } from "./points-of.ts";
import { proposalOf, unroundedOf } from "./propose.ts";

/** The later leads, on which what was learnt from the earlier ones is judged. */
const shareJudged = 0.3;

/** Of so few open leads nothing can be told. */
const fewestOpen = 30;

/**
 * Fields that are known of leads on which sales has decided, and hardly ever of those on which it has not: sales itself
 * must have found them out, so that no lead has them when it is to be judged.
 */
export const fieldsAfterSales = (leads: readonly LearnLead[], { terms }: Agreement): string[] => {
  const isOpen = ({ outcome }: LearnLead) => outcome === "open";
  const [open, decided] = [leads.filter(isOpen), leads.filter((lead) => lead.outcome !== undefined && !isOpen(lead))];
  const fields = [...LeadFieldSchema.options, ...(terms.fields ?? []).map(({ id }) => id)];
  const said = terms.learning?.afterSales ?? [];
  const shareIn = (of: readonly LearnLead[], field: string) =>
    of.filter(({ facts }) => factOf(facts, field) !== undefined).length / Math.max(1, of.length);
  const found = fields.filter((field) => {
    if (open.length < fewestOpen || decided.length < fewestOpen) return false;
    const known = shareIn(decided, field);
    return known >= 0.1 && shareIn(open, field) < known / 5;
  });
  return [...new Set([...said, ...found])];
};

const without = (agreement: Agreement, afterSales: string[]): Agreement =>
  afterSales.length === 0
    ? agreement
    : { ...agreement, terms: { ...agreement.terms, learning: { ...agreement.terms.learning, afterSales } } };

export type Lesson =
  | { readonly what: "too-few"; readonly won: number; readonly others: number; readonly moreOutcomes: number }
  | {
      readonly what: "same" | "not-better" | "proposed";
      readonly earlier: readonly Labelled[];
      readonly later: readonly Labelled[];
      readonly proposal: Agreement;
      readonly judgement: Judgement;
      /** Fields from which nothing was learnt. */
      readonly afterSales: readonly string[];
    };

/** Leads with what they say about being won, the oldest first. */
export const labelled = (leads: readonly LearnLead[]): Labelled[] => {
  const labels = labelsOf(leads);
  return leads
    .flatMap((lead, i): Labelled[] => {
      const label = labels[i];
      return label === undefined ? [] : [{ lead, label }];
    })
    .sort(({ lead: one }, { lead: other }) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
};

/** Learns points from the earlier leads, and judges them on the later ones. */
export const learn = (leads: readonly LearnLead[], inForce: Agreement): Lesson => {
  const sample = labelled(leads);
  const cut = Math.floor(sample.length * (1 - shareJudged));
  const [earlier, later] = [sample.slice(0, cut), sample.slice(cut)];
  const [won, others] = [countOf(sample, 1), countOf(sample, 0)];
  const fewest = Math.min(countOf(earlier, 1), countOf(earlier, 0), countOf(later, 1) * 2, countOf(later, 0) * 2);
  if (fewest < fewestOfEach) {
    const least = Math.min(won, others);
    const needed = Math.ceil(((fewestOfEach * 2 - least) * sample.length) / Math.max(1, least));
    return { what: "too-few", won, others, moreOutcomes: Math.max(fewestOfEach, Math.min(needed, 10_000)) };
  }
  const afterSales = fieldsAfterSales(leads, inForce);
  const proposal = proposalOf(
    learnPoints(earlier, without(inForce, afterSales)),
    inForce,
    earlier.map(({ lead }) => lead),
  );
  const judgement = judge(proposal, inForce, earlier, later);
  const what = proposal === inForce ? "same" : judgement.isPromoted ? "proposed" : "not-better";
  return { what, earlier, later, proposal, judgement, afterSales };
};

const countOf = (sample: readonly Labelled[], outcome: 0 | 1): number =>
  sample.filter(({ label }) => label.outcome === outcome && label.weight > 0).length;

export interface FoldsAuc {
  readonly inForce: number;
  readonly wholePoints: number;
  /** By the same points before they were made whole. */
  readonly unrounded: number;
}

/** Each part of the leads is scored by what was learnt from the others: how well the method works on this file. */
export const acrossFolds = (leads: readonly LearnLead[], inForce: Agreement, folds: number): FoldsAuc => {
  const sample = labelled(leads);
  const learning = without(inForce, fieldsAfterSales(leads, inForce));
  const aucs = Array.from({ length: folds }, (_, fold): FoldsAuc => {
    const held = sample.filter((__, i) => i % folds === fold);
    const rest = sample.filter((__, i) => i % folds !== fold);
    const learnt = learnPoints(rest, learning);
    const judged = { outcomes: held.map(({ label }) => label.outcome), weights: held.map(({ label }) => label.weight) };
    const aucBy = (agreement: Agreement) =>
      aucOf(
        held.map(({ lead }) => totalOf(pointsOf(lead, agreement))),
        judged,
      );
    return {
      inForce: aucBy(inForce),
      wholePoints: aucBy(
        proposalOf(
          learnt,
          inForce,
          rest.map(({ lead }) => lead),
        ),
      ),
      unrounded: aucBy(unroundedOf(learnt, inForce)),
    };
  });
  const mean = (of: (each: FoldsAuc) => number) => aucs.reduce((sum, each) => sum + of(each), 0) / folds;
  return {
    inForce: mean((each) => each.inForce),
    wholePoints: mean((each) => each.wholePoints),
    unrounded: mean((each) => each.unrounded),
  };
};
