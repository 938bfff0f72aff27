import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { mostPointsOf } from "./check-familiarity.ts";
import { mostFitOf } from "./check-gate.ts";
import type { Finding } from "./problem.ts";

/** The first grade asks for more than the second, and somebody can reach it. */
export const checkGrades = ({ grades, personas, familiarity }: AgreementTerms): Finding[] => [
  ...checkSteps("fit", grades.fit, Math.max(...personas.map(mostFitOf))),
  ...checkSteps(
    "familiarity",
    grades.familiarity,
    familiarity.map(mostPointsOf).reduce((sum, most) => sum + most, 0),
  ),
];

const checkSteps = (key: string, [first, second]: readonly [number, number], most: number): Finding[] => [
  ...(first > second
    ? []
    : [{ path: ["grades", key, 1], message: `found ${second}; expected less than the grade before, ${first}` }]),
  ...(first <= most
    ? []
    : [
        {
          path: ["grades", key, 0],
          message: `found ${first}; expected at most ${most}, the most that a lead can have`,
        },
      ]),
];
