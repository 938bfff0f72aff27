import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Finding } from "../problem.ts";
import { checkUnique } from "./check-ids.ts";
import { checkTest } from "./check-test.ts";

/** Criteria and disqualifiers must be able to match something. */
export const checkPersona = ({ personas, gate }: AgreementTerms): Finding[] => [
  ...checkUnique(
    ["personas"],
    personas.map(({ id }) => id),
    "id",
  ),
  ...personas.flatMap(({ criteria }, i) => [
    ...checkUnique(
      ["personas", i, "criteria"],
      criteria.map(({ id }) => id),
      "id",
    ),
    ...criteria.flatMap((criterion, j) => checkTest(["personas", i, "criteria", j], criterion)),
  ]),
  ...checkUnique(
    ["gate", "disqualifiers"],
    gate.disqualifiers.map(({ id }) => id),
    "id",
  ),
  ...gate.disqualifiers.flatMap((disqualifier, i) => checkTest(["gate", "disqualifiers", i], disqualifier)),
];
