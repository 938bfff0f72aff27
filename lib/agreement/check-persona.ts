import type { AgreementTerms, LeadField, Test } from "../../lambdas/contract/agreement.ts";
import { checkUnique } from "./check-ids.ts";
import type { Finding, Path } from "./problem.ts";

/** Criteria and disqualifiers must be able to match something. */
export const checkPersona = ({ persona, gate, familiarity }: AgreementTerms): Finding[] => [
  ...checkUnique(
    ["persona", "criteria"],
    persona.criteria.map(({ id }) => id),
    "id",
  ),
  ...persona.criteria.flatMap((criterion, i) => checkTest(["persona", "criteria", i], criterion)),
  ...checkUnique(
    ["gate", "disqualifiers"],
    gate.disqualifiers.map(({ id }) => id),
    "id",
  ),
  ...gate.disqualifiers.flatMap((disqualifier, i) => checkTest(["gate", "disqualifiers", i], disqualifier)),
  ...checkUnique(
    ["familiarity"],
    familiarity.map(({ kind }) => kind),
    "kind",
  ),
];

const checkTest = (path: Path, { field, test }: { readonly field: LeadField; readonly test: Test }): Finding[] => {
  if ("atLeast" in test) return checkRange(path, field, test);
  const texts = textsOf(test);
  if (field === "companySize" && "contains" in test)
    return [{ path: [...path, "test"], message: "companySize is a number; expected atLeast (with atMost), or exists" }];
  if (field === "country" && !texts.every((text) => /^[A-Z]{2}$/.test(text)))
    return [
      {
        path: [...path, "test"],
        message: "a lead's country is kept as its code; expected ISO 3166-1 codes such as ES",
      },
    ];
  return [];
};

const textsOf = (test: Test): readonly string[] => {
  if ("equals" in test) return [test.equals];
  if ("oneOf" in test) return test.oneOf;
  return "contains" in test ? test.contains : [];
};

const checkRange = (
  path: Path,
  field: LeadField,
  { atLeast, atMost = atLeast }: Extract<Test, { atLeast: number }>,
): Finding[] => {
  if (field !== "companySize")
    return [
      { path: [...path, "test", "atLeast"], message: `${field} is text; expected equals, oneOf, contains or exists` },
    ];
  if (atMost < atLeast)
    return [
      { path: [...path, "test", "atMost"], message: `found ${atMost}; expected at least atLeast, which is ${atLeast}` },
    ];
  return [];
};
