import { learningOf } from "../../contract/agreed-limits.ts";
import type { Agreement } from "../../contract/agreement.ts";
import { type AucDifference, compareAuc } from "./auc.ts";
import type { Labelled } from "./learn-points.ts";
import { fitLogistic } from "./logistic.ts";
import { type LeadPoints, pointsOf, totalOf } from "./points-of.ts";

/** One-sided, 95%. */
const beyondChance = 1.645;
/** Calibration is measured in ten groups; a difference that small is none. */
const sameCalibration = 0.01;
/** Of so few MQLs no share can be told. */
const fewestOfGroup = 20;
/** With fewer wins, or fewer leads that were not won, nothing can be said. */
export const fewestOfEach = 30;
/** A difference that is worth a signature. */
const worthwhile = 0.05;
/** Who has that many times as many will look again before. */
const mostTimes = 10;
/** How far apart chance and a true difference of that size lie: one-sided 95%, found in four cases of five. */
const toBeFound = 1.645 + 0.842;

/** A persona or a source that would lose more of its MQLs than the agreement allows. */
export interface Loss {
  readonly group: "persona" | "source";
  readonly id: string;
  readonly before: number;
  readonly after: number;
}

export interface Judgement {
  readonly leads: number;
  readonly won: number;
  readonly auc: AucDifference;
  /** Mean distance between the share that was expected to be won and that which was. */
  readonly calibration: { readonly before: number; readonly after: number };
  readonly volume: { readonly before: number; readonly after: number };
  readonly losses: readonly Loss[];
  readonly isBetter: boolean;
  readonly isCalibrated: boolean;
  readonly isPromoted: boolean;
  /** Outcomes that are still missing until a difference as it seems to be, or one that is worthwhile, would show. */
  readonly moreOutcomes: number;
}

/** Compares a proposal with the agreement in force, on leads later than those from which it was learnt. */
export const judge = (
  proposal: Agreement,
  inForce: Agreement,
  earlier: readonly Labelled[],
  later: readonly Labelled[],
): Judgement => {
  const pointsBy = (agreement: Agreement, sample: readonly Labelled[]) =>
    sample.map(({ lead }) => pointsOf(lead, agreement));
  const [before, after] = [pointsBy(inForce, later), pointsBy(proposal, later)];
  const judged = dataOf(later);
  const auc = compareAuc(before.map(totalOf), after.map(totalOf), judged);
  const gapOf = (agreement: Agreement, points: readonly LeadPoints[]) => {
    const chances = chancesBy(pointsBy(agreement, earlier).map(totalOf), dataOf(earlier));
    return calibrationGap(
      points.map((each) => chances(totalOf(each))),
      judged,
    );
  };
  const calibration = { before: gapOf(inForce, before), after: gapOf(proposal, after) };
  const passes = passing(inForce, proposal, before, after);
  const losses = lossesOf(passes, later, before, learningOf(inForce.terms).mostLoss);
  // What tells winners from others no better than a coin may well be better than what tells it worse.
  const isBetter =
    auc.difference > beyondChance * auc.error && auc.after - 0.5 > beyondChance * auc.errorOfAfter && auc.error > 0;
  const isCalibrated = calibration.after <= calibration.before + sameCalibration;
  const won = later.filter(({ label }) => label.outcome === 1).length;
  return {
    leads: later.length,
    won,
    auc,
    calibration,
    volume: { before: passes.filter((each) => each.before).length, after: passes.filter((each) => each.after).length },
    losses,
    isBetter,
    isCalibrated,
    isPromoted: isBetter && isCalibrated && losses.length === 0,
    moreOutcomes: moreOutcomesFor(auc, earlier.length + later.length),
  };
};

const dataOf = (sample: readonly Labelled[]) => ({
  outcomes: Float64Array.from(sample, ({ label }) => label.outcome),
  weights: Float64Array.from(sample, ({ label }) => label.weight),
});
type Data = ReturnType<typeof dataOf>;

/** What chance of being won a number of points means, by the earlier leads. */
const chancesBy = (totals: readonly number[], data: Data): ((total: number) => number) => {
  const points = Float64Array.from(totals, (each) => each / hundred);
  const columns = [new Float64Array(totals.length).fill(1), points];
  const { coefficients } = fitLogistic({ columns, penalties: [0, 1e-4], ...data });
  const [level = 0, slope = 0] = coefficients;
  return (total) => 1 / (1 + Math.exp(-(level + (slope * total) / hundred)));
};

const hundred = 100;
const groups = 10;

const calibrationGap = (chances: readonly number[], { outcomes, weights }: Data): number => {
  const order = chances.map((_, i) => i).sort((i, j) => (chances[i] ?? 0) - (chances[j] ?? 0));
  const total = weights.reduce((sum, each) => sum + each, 0);
  const sums = Array.from({ length: groups }, () => ({ expected: 0, won: 0 }));
  let passed = 0;
  for (const i of order) {
    const weight = weights[i] ?? 0;
    const sum = sums[Math.min(groups - 1, Math.floor((passed / total) * groups))];
    if (sum === undefined) continue;
    sum.expected += weight * (chances[i] ?? 0);
    sum.won += weight * (outcomes[i] ?? 0);
    passed += weight;
  }
  return total === 0 ? 0 : sums.reduce((gap, { expected, won }) => gap + Math.abs(expected - won), 0) / total;
};

interface Passes {
  readonly before: boolean;
  readonly after: boolean;
}

/** Who would be an MQL; of a file in which nobody is one, who has the fit for it. */
const passing = (
  inForce: Agreement,
  proposal: Agreement,
  before: readonly LeadPoints[],
  after: readonly LeadPoints[],
): Passes[] => {
  const hasMqls = before.some(({ verdict }) => verdict === "qualified");
  const isIn = ({ verdict, fit }: LeadPoints | undefined = nobody, { terms }: Agreement) =>
    hasMqls ? verdict === "qualified" : fit >= terms.gate.leastFit;
  return before.map((each, i) => ({ before: isIn(each, inForce), after: isIn(after[i], proposal) }));
};

const nobody: LeadPoints = {
  fit: Number.NEGATIVE_INFINITY,
  familiarity: 0,
  grade: "",
  verdict: "not-yet",
  persona: undefined,
};

const lossesOf = (
  passes: readonly Passes[],
  sample: readonly Labelled[],
  before: readonly LeadPoints[],
  most: number,
): Loss[] => {
  const counts = new Map<string, { group: Loss["group"]; id: string; before: number; after: number }>();
  passes.forEach((pass, i) => {
    const ids = { persona: before[i]?.persona, source: sample[i]?.lead.source };
    for (const group of ["persona", "source"] as const) {
      const id = ids[group];
      if (id === undefined) continue;
      const count = counts.get(`${group} ${id}`) ?? { group, id, before: 0, after: 0 };
      counts.set(`${group} ${id}`, count);
      if (pass.before) count.before++;
      if (pass.after) count.after++;
    }
  });
  return [...counts.values()].filter((each) => each.before >= fewestOfGroup && each.after < each.before * (1 - most));
};

const moreOutcomesFor = ({ difference, error }: AucDifference, outcomes: number): number => {
  const needed = difference > worthwhile / 5 ? (beyondChance * error) / difference : (toBeFound * error) / worthwhile;
  return Math.ceil(Math.min(Math.max(20, outcomes * (needed ** 2 - 1)), outcomes * mostTimes) / 10) * 10;
};
