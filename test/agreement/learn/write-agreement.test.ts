import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkAgreement } from "../../../lambdas/agreement/check-agreement.ts";
import { withPoints } from "../../../lambdas/agreement/learn/write-agreement.ts";
import type { AgreementTerms, Persona } from "../../../lambdas/contract/agreement.ts";

const yaml = readFileSync("agreement.yaml", "utf8");
const termsOf = (text: string): AgreementTerms => {
  const checked = checkAgreement(text, "agreement.yaml");
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.terms;
};
const before = termsOf(yaml);
const fresh: Persona["criteria"][number] = {
  id: "learnt-warehouses",
  label: { es: "«Almacenes»: 5 o más", en: "“Warehouses”: 5 or more" },
  field: "warehouses",
  test: { atLeast: 5 },
  points: 12,
};

describe("a proposal in the agreement's text", () => {
  it("changes the points alone, and keeps the comments", () => {
    const after: AgreementTerms = {
      ...before,
      personas: before.personas.map((persona) => ({
        ...persona,
        criteria: persona.criteria.map((each) => (each.id === "private-mail" ? { ...each, points: -9 } : each)),
      })),
      gate: { ...before.gate, leastFit: 55 },
      grades: { ...before.grades, fit: [80, 55] },
    };
    const text = withPoints(yaml, before, after);
    expect(termsOf(text)).toEqual(after);
    const [old, now] = [yaml, text].map((each) => each.split("\n"));
    expect(now?.filter((line, i) => line !== old?.[i])).toHaveLength(5);
    expect(text).toContain("- id: private-mail # common among owners");
  });

  it("drops criteria whose lists others refer to, adds new ones, and moves familiarity with its caps", () => {
    const after: AgreementTerms = {
      ...before,
      personas: before.personas.map((persona, i) => ({
        ...persona,
        criteria: [
          ...persona.criteria.filter(({ id }) => i > 0 || (id !== "sector" && id !== "reachable")),
          { ...fresh, points: 12 },
        ],
      })),
      familiarity: before.familiarity.map((event) =>
        event.kind === "webinar-attended" ? { ...event, points: 30, cap: 60, capPerDay: 30 } : event,
      ),
    };
    const text = withPoints(yaml, before, after);
    expect(termsOf(text)).toEqual(after);
    expect(text.slice(0, text.indexOf("personas:\n  - id: operations"))).toBe(
      yaml.slice(0, yaml.indexOf("personas:\n  - id: operations")),
    );
  });
});
