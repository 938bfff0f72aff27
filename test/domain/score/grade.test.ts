import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeOf, sayGrade } from "../../../lambdas/domain/score/grade.ts";

const grades = { fit: [60, 40], familiarity: [50, 20] } satisfies Parameters<typeof gradeOf>[1];

describe("the grade of a lead", () => {
  it.each([
    { fit: 60, familiarity: 50, grade: "A1" },
    { fit: 100, familiarity: 49.9, grade: "A2" },
    { fit: 59.9, familiarity: 50, grade: "B1" },
    { fit: 40, familiarity: 20, grade: "B2" },
    { fit: 39.9, familiarity: 19.9, grade: "C3" },
    { fit: 60, familiarity: 0, grade: "A3" },
    { fit: -15, familiarity: 120, grade: "C1" },
  ])("is $grade for $fit points of fit and $familiarity of familiarity", ({ fit, familiarity, grade }) => {
    expect(gradeOf({ fit, familiarity }, grades)).toBe(grade);
  });

  it("is worded with its meaning, and as it is when it is unknown", () => {
    expect(sayGrade("A2")).toEqual({
      es: "A2 (encaja muy bien, nos conoce algo)",
      en: "A2 (fits very well, knows us a little)",
    });
    expect(sayGrade("C3").es).toBe("C3 (encaja poco, apenas nos conoce)");
    expect(sayGrade("X")).toEqual({ es: "X", en: "X" });
  });

  it("never falls when a score rises, and each half looks at its own score only", () => {
    const score = fc.integer({ min: -1000, max: 2000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(score, score, score, (fit, more, familiarity) => {
        const [low, high] = [Math.min(fit, more), Math.max(fit, more)];
        const [before, after] = [low, high].map((each) => gradeOf({ fit: each, familiarity }, grades));
        expect(`${after}` <= `${before}`).toBe(true);
        expect(after?.[1]).toBe(before?.[1]);
      }),
    );
  });
});
