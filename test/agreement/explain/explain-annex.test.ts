import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compileAgreement } from "../../../lambdas/agreement/compile-agreement.ts";
import { explainAnnex } from "../../../lambdas/agreement/explain/explain-annex.ts";
import { explainPage } from "../../../lambdas/agreement/explain/explain-page.ts";
import { type Agreement, AgreementSchema } from "../../../lambdas/contract/agreement.ts";
import type { Language } from "../../../lambdas/contract/stages.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { shipped } from "./altered.ts";

const said = (agreement: Agreement, language: Language): string =>
  explainAnnex(agreement, language).replace(/\s+/g, " ");

/** The shipped agreement with a single criterion. */
const judging = (field: string, test: unknown): Agreement => {
  const bare = { id: "decides", label: { es: "Criterio", en: "Criterion" }, points: -7 };
  const personas = [{ id: "one", name: { es: "Uno", en: "One" }, criteria: [{ ...bare, field, test }] }];
  const terms = AgreementSchema.parse({ ...parse(shipped), personas });
  return { version: "abc123def456", holidays: [], holidaysOfReps: {}, zones: {}, terms };
};

describe("what the annex says of", () => {
  it.each<[string, unknown, string, string]>([
    ["country", { equals: "MX" }, "el país es México.", "the country is Mexico."],
    [
      "country",
      { noneOf: ["ES", "IT"] },
      "el país consta y no está entre España e Italia.",
      "the country is on record and not among Spain and Italy.",
    ],
    ["language", { oneOf: ["es", "en"] }, "el idioma es español o inglés.", "the language is Spanish or English."],
    ["emailDomain", { equals: "a.example" }, "el dominio del correo es a.example.", "the e-mail domain is a.example."],
    ["interest", { equals: "demo" }, "lo que pide es «demo».", "what they ask for is “demo”."],
    ["company", { contains: ["S.A.", "S.L."] }, "empieza por «S.A.» o «S.L.».", "starts with “S.A.” or “S.L.”."],
    ["company", { matches: "e hijos$" }, "cumple el patrón `e hijos$`.", "matches the pattern `e hijos$`."],
    ["companySize", { atLeast: 50 }, "la empresa tiene 50 personas o más.", "the company has 50 people or more."],
    ["companySize", { atLeast: 5, atMost: 9 }, "tiene entre 5 y 9 personas.", "has between 5 and 9 people."],
    ["phone", { exists: true }, "el teléfono consta.", "the phone number is on record."],
    ["jobTitle", { roles: ["finance", "sales"] }, "del área de finanzas o ventas.", "is in finance or sales."],
    ["jobTitle", { seniority: "director" }, "el cargo es de dirección o superior.", "is that of a director or above."],
  ])("%s %j", (field, test, es, en) => {
    const agreement = judging(field, test);
    expect(said(agreement, "es")).toContain("**Criterio** (-7, imprescindible): ");
    expect(said(agreement, "es")).toContain(es);
    expect(said(agreement, "en")).toContain(en);
  });

  it("no holidays", () => {
    const agreement = anAgreement({ company: { holidays: null } });
    expect(said(agreement, "es")).toContain("**Festivos**: ninguno.");
    expect(said(agreement, "en")).toContain("**Holidays**: none.");
  });

  it("the days of the calendar on which the company works, and the coming days off one by one", () => {
    const holidays = { country: "ES", region: "md", except: ["2026-12-07"] };
    const { terms, ...compiled } = compileAgreement(anAgreement({ company: { holidays } }).terms);
    const agreement = { ...compiled, terms };
    const read = (language: Language) => explainAnnex(agreement, language, "2026-12-01").replace(/\s+/g, " ");
    expect(read("es")).toContain("salvo 7 de diciembre de 2026");
    expect(read("en")).toContain("except 7 December 2026");
    expect(read("es")).toContain("- domingo, 6 de diciembre de 2026 - martes, 8 de diciembre de 2026 - viernes, 25");
    expect(read("es")).not.toContain("lunes, 7 de diciembre");
    expect(read("en")).toMatch(/- Wednesday,? 6 January 2027/);
    expect(read("en")).not.toContain("2028");
    expect(said(agreement, "es")).not.toContain("Próximos festivos");
  });

  it("a pattern in one piece, so that it can be copied", () => {
    const pattern = `\\b(${"viuda de|".repeat(12)}hijos)\\b`;
    expect(explainAnnex(judging("company", { matches: pattern }), "es")).toContain(pattern);
  });
});

describe("what the page adds to a label", () => {
  it.each<[string, unknown, string, string]>([
    ["companySize", { atLeast: 50 }, ": 50 personas o más)", ": 50 people or more)"],
    ["companySize", { atLeast: 5, atMost: 9 }, ": de 5 a 9 personas)", ": 5 to 9 people)"],
    ["companySize", { atLeast: 0, atMost: 9 }, ": hasta 9 personas)", ": up to 9 people)"],
    ["country", { equals: "MX" }, ": México)", ": Mexico)"],
    ["country", { oneOf: ["ES", "IT"] }, ": España o Italia)", ": Spain or Italy)"],
    ["country", { oneOf: ["ES", "PT", "AD", "FR", "IT"] }, ")", ")"],
    ["country", { noneOf: ["ES"] }, ")", ")"],
    ["jobTitle", { seniority: "executive" }, ": alta dirección)", ": a top executive)"],
    ["phone", { exists: true }, ")", ")"],
  ])("%s %j", (field, test, es, en) => {
    const agreement = judging(field, test);
    const page = (language: Language) => explainPage(agreement, language, "print the annex").replace(/\s+/g, " ");
    expect(page("es")).toContain(`Criterio (-7, imprescindible${es}`);
    expect(page("en")).toContain(`Criterion (-7, must-have${en}`);
  });
});
