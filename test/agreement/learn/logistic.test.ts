import { describe, expect, it } from "vitest";
import { randomFrom } from "../../../lambdas/agreement/capacity-check/random.ts";
import { aucOf, compareAuc } from "../../../lambdas/agreement/learn/auc.ts";
import { fitLogistic } from "../../../lambdas/agreement/learn/logistic.ts";

const ones = (count: number) => new Float64Array(count).fill(1);

describe("the regression", () => {
  it("has the published coefficients of hours studied and exams passed", () => {
    // en.wikipedia.org/wiki/Logistic_regression: -4.1 (1.8) and 1.5 (0.6); to four digits -4.0777 (1.7610), 1.5046 (0.6287).
    const hours = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5];
    const passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
    const { coefficients, errors } = fitLogistic({
      columns: [ones(20), Float64Array.from(hours)],
      penalties: [0, 0],
      outcomes: Float64Array.from(passed),
      weights: ones(20),
    });
    expect(coefficients.map((each) => each.toFixed(4))).toEqual(["-4.0777", "1.5046"]);
    expect(errors.map((each) => each.toFixed(3))).toEqual(["1.761", "0.629"]);
  });

  it("stays at what was believed when there is no more to see, and leaves no slope at its solution", () => {
    const random = randomFrom(4);
    const columns = [ones(60), ...[1, 2, 3].map(() => Float64Array.from({ length: 60 }, random))];
    const weights = Float64Array.from({ length: 60 }, random);
    const outcomes = Float64Array.from({ length: 60 }, () => Math.round(random()));
    const beliefs = [0, 2, -1, 0.5];
    const firm = fitLogistic({ columns, penalties: [0, 1e9, 1e9, 1e9], beliefs, outcomes, weights });
    expect(firm.coefficients.slice(1).map((each) => each.toFixed(5))).toEqual(["2.00000", "-1.00000", "0.50000"]);
    const penalties = [0, 0.3, 2, 5];
    const { coefficients, probabilities } = fitLogistic({ columns, penalties, beliefs, outcomes, weights });
    columns.forEach((column, i) => {
      const slope = column.reduce(
        (sum, each, row) => sum + each * (weights[row] ?? 0) * ((outcomes[row] ?? 0) - (probabilities[row] ?? 0)),
        -(penalties[i] ?? 0) * ((coefficients[i] ?? 0) - (beliefs[i] ?? 0)),
      );
      expect(Math.abs(slope)).toBeLessThan(1e-4);
    });
  });

  it("can be solved when two columns say the same", () => {
    const column = Float64Array.from([0, 1, 0, 1, 1, 0]);
    const { coefficients } = fitLogistic({
      columns: [ones(6), column, column],
      penalties: [0, 1, 1],
      outcomes: Float64Array.from([0, 1, 0, 1, 0, 1]),
      weights: ones(6),
    });
    expect(coefficients[1]).toBeCloseTo(coefficients[2] ?? 0, 6);
  });
});

describe("the area under the curve", () => {
  const random = randomFrom(9);
  const scores = Array.from({ length: 80 }, () => Math.floor(random() * 12));
  const others = scores.map((each) => each + Math.floor(random() * 9));
  const outcomes = scores.map((each) => (random() * 12 < each ? 1 : 0));
  const weights = scores.map(() => 0.2 + random());

  it("is the weighted share of pairs in the right order, ties half", () => {
    let [right, all] = [0, 0];
    outcomes.forEach((won, i) => {
      outcomes.forEach((lost, j) => {
        if (won !== 1 || lost !== 0) return;
        const weight = (weights[i] ?? 0) * (weights[j] ?? 0);
        const [one, other] = [scores[i] ?? 0, scores[j] ?? 0];
        all += weight;
        right += weight * (one > other ? 1 : one === other ? 0.5 : 0);
      });
    });
    expect(aucOf(scores, { outcomes, weights })).toBeCloseTo(right / all, 12);
  });

  it("differs by DeLong's variance, as the variance of placements has it", () => {
    const even = weights.map(() => 1);
    const { difference, error, before, after } = compareAuc(scores, others, { outcomes, weights: even });
    expect(difference).toBeCloseTo(after - before, 12);
    const placed = (of: readonly number[], i: number) => {
      const opposite = of.filter((_, j) => outcomes[j] !== outcomes[i]);
      const mine = of[i] ?? 0;
      const below =
        opposite.reduce((sum, each) => sum + (each < mine ? 1 : each === mine ? 0.5 : 0), 0) / opposite.length;
      return outcomes[i] === 1 ? below : 1 - below;
    };
    const variance = [0, 1].reduce((sum, outcome) => {
      const changes = outcomes.flatMap((each, i) => (each === outcome ? [placed(others, i) - placed(scores, i)] : []));
      const mean = changes.reduce((total, each) => total + each, 0) / changes.length;
      const squares = changes.reduce((total, each) => total + (each - mean) ** 2, 0);
      return sum + squares / (changes.length - 1) / changes.length;
    }, 0);
    expect(error).toBeCloseTo(Math.sqrt(variance), 12);
    expect(compareAuc(scores, scores, { outcomes, weights })).toMatchObject({ difference: 0, error: 0 });
  });
});
