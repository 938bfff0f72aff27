import { describe, expect, it } from "vitest";
import { signed, sumOfPoints, written } from "../../../lambdas/domain/score/score-line.ts";

describe("points", () => {
  it.each([
    { points: [0.1, 0.2], sum: 0.3 },
    { points: [1.1], sum: 1.1 },
    { points: [7.1, -5, 20], sum: 22.1 },
    { points: [], sum: 0 },
  ])("$points add up to $sum, to the last digit", ({ points, sum }) => {
    expect(sumOfPoints(points.map((each) => ({ points: each })))).toBe(sum);
  });

  it("are written with the decimal sign of the language, and with their sign where they count", () => {
    expect([written(18, "es"), written(7.5, "es"), written(7.5, "en")]).toEqual(["18", "7,5", "7.5"]);
    expect([signed(20, "es"), signed(0, "en"), signed(-7.5, "es")]).toEqual(["+20", "+0", "-7,5"]);
  });
});
