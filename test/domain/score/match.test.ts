import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LeadFieldSchema, type Test } from "../../../lambdas/contract/agreement.ts";
import { type JobRole, seniorities } from "../../../lambdas/contract/job-title.ts";
import { factOf } from "../../../lambdas/domain/score/fact.ts";
import { matchOf } from "../../../lambdas/domain/score/match.ts";
import { aLead } from "../../builders/lead.ts";

describe("a test of the agreement", () => {
  it.each([
    { test: { equals: "España" }, fact: "ESPANA" },
    { test: { equals: "Dirección  de compras" }, fact: " direccion de compras " },
    { test: { equals: " compras " }, fact: "  compras" },
    { test: { equals: "120" }, fact: 120 },
    { test: { oneOf: ["xn--mnchen-3ya.de"] }, fact: "münchen.de" },
    { test: { matches: "^xn--mnchen-3ya\\.(de|at)$" }, fact: "münchen.de" },
    { test: { oneOf: ["MÜNCHEN.de"] }, fact: "münchen.de" },
    { test: { oneOf: ["fabricación", "logística"] }, fact: "LOGISTICA" },
    { test: { contains: ["director"] }, fact: "Directora general" },
    { test: { contains: ["nowhere", "compras"] }, fact: "Jefe de Compras" },
    { test: { contains: ["cto"] }, fact: "Founder/CTO" },
    { test: { contains: ["example.com"] }, fact: "mail.example.com" },
    { test: { atLeast: 50 }, fact: 50 },
    { test: { atLeast: 50, atMost: 500 }, fact: 500 },
    { test: { atLeast: 50 }, fact: "80" },
    { test: { noneOf: ["gmail.com", "hotmail.com"] }, fact: "talleresnorte.example" },
    { test: { noneOf: ["España"] }, fact: "España y Portugal" },
    { test: { matches: "\\bdemo\\b" }, fact: "Quiero una DEMO, gracias" },
    { test: { matches: "implantaci[óo]n|Presupuesto" }, fact: "IMPLANTACIÓN en 2026" },
    { test: { matches: "^[0-9]{3}$" }, fact: 120 },
    { test: { roles: ["operations", "logistics"] satisfies JobRole[] }, fact: "Jefa de Almacén" },
    { test: { seniority: "manager" as const }, fact: "Jefa de Almacén" },
    { test: { seniority: "manager" as const }, fact: "CEO" },
    { test: { exists: true as const }, fact: "+34" },
    { test: { exists: true as const }, fact: 0 },
  ])("$test is met by $fact", ({ test, fact }) => {
    expect(matchOf(test, fact)).toBeDefined();
  });

  it.each([
    { test: { equals: "España" }, fact: "Portugal" },
    { test: { oneOf: ["fabricación"] }, fact: "fabricación y montaje" },
    { test: { contains: ["cto"] }, fact: "Directora general" },
    { test: { contains: ["ceo"] }, fact: "Museo Oceográfico" },
    { test: { atLeast: 50 }, fact: 49.9 },
    { test: { atLeast: 50, atMost: 500 }, fact: 501 },
    { test: { atLeast: 0 }, fact: "unas cuantas" },
    { test: { noneOf: ["gmail.com", "hotmail.com"] }, fact: "Gmail.com" },
    { test: { noneOf: ["ES"] }, fact: undefined },
    { test: { matches: "\\bdemo\\b" }, fact: "Democracia" },
    { test: { matches: "^demo$" }, fact: "Quiero una demo" },
    { test: { roles: ["operations", "logistics"] satisfies JobRole[] }, fact: "Director financiero" },
    { test: { seniority: "director" as const }, fact: "Jefa de Almacén" },
    { test: { seniority: "student" as const }, fact: "Logística" },
    { test: { seniority: "manager" as const }, fact: "Secretaria de dirección" },
    { test: { exists: true as const }, fact: undefined },
    { test: { equals: "undefined" }, fact: undefined },
  ])("$test is not met by $fact", ({ test, fact }) => {
    expect(matchOf(test, fact)).toBeUndefined();
  });

  it("names the text of the agreement that matched", () => {
    expect(matchOf({ contains: ["compras", "operaciones"] }, "Dirección de Operaciones")).toEqual({
      es: "coincide con «operaciones»",
      en: "matches “operaciones”",
    });
    expect(matchOf({ atLeast: 50 }, 80)).toEqual({ es: "llega al mínimo de 50", en: "reaches the minimum of 50" });
  });
});

describe("the sentence of a test", () => {
  it.each([
    {
      test: { noneOf: ["ES", "PT", "AD", "MX", "FR"] },
      fact: "DE",
      es: "no está entre «ES», «PT», «AD» y 2 más",
      en: "is not among “ES”, “PT”, “AD” and 2 more",
    },
    { test: { noneOf: ["ES"] }, fact: "DE", es: "no está entre «ES»", en: "is not among “ES”" },
    { test: { matches: "\\b(sap|odoo)\\b" }, fact: "Conexión con SAP", es: "contiene «sap»", en: "contains “sap”" },
    { test: { matches: "^[0-9]+$" }, fact: "120", es: "cumple el patrón acordado", en: "matches the agreed pattern" },
    {
      test: { matches: "^(?!.*sap)" },
      fact: "Odoo",
      es: "cumple el patrón acordado",
      en: "matches the agreed pattern",
    },
    {
      test: { roles: ["logistics", "operations"] satisfies JobRole[] },
      fact: "Dirección de operaciones y logística",
      es: "es del área de operaciones y logística",
      en: "is in operations and logistics",
    },
    {
      test: { roles: ["logistics", "operations", "quality"] satisfies JobRole[] },
      fact: "Operaciones, calidad y logística",
      es: "es del área de operaciones, logística y calidad",
      en: "is in operations, logistics and quality",
    },
    {
      test: { roles: ["purchasing"] satisfies JobRole[] },
      fact: "Compras",
      es: "es del área de compras",
      en: "is in purchasing",
    },
    {
      test: { seniority: "director" as const },
      fact: "Directora de operaciones",
      es: "tiene nivel de dirección o superior",
      en: "is a director or above",
    },
    {
      test: { seniority: "executive" as const },
      fact: "CEO",
      es: "tiene nivel de alta dirección",
      en: "is a top executive",
    },
  ])("for $test and $fact says: $es", ({ test, fact, es, en }) => {
    expect(matchOf(test, fact)).toEqual({ es, en });
  });
});

describe("a code that is compared with codes", () => {
  it("is called by name", () => {
    expect(matchOf({ oneOf: ["ES", "PT"] }, "ES", "country")).toEqual({ es: "es España", en: "is Spain" });
    expect(matchOf({ equals: "es" }, "es", "language")).toEqual({ es: "es español", en: "is Spanish" });
    expect(matchOf({ noneOf: ["ES", "PT", "AD", "MX", "FR"] }, "DE", "country")).toEqual({
      es: "no está entre España, Portugal, Andorra y 2 más",
      en: "is not among Spain, Portugal, Andorra and 2 more",
    });
  });

  it("stays as it is where it is none, or where the field has no codes", () => {
    const test = { oneOf: ["HR", "Iberia"] };
    expect(matchOf(test, "HR", "jobTitle")).toEqual({ es: "coincide con «HR»", en: "matches “HR”" });
    expect(matchOf(test, "HR", "country")?.en).toBe("is Croatia");
    expect(matchOf(test, "Iberia", "country")?.en).toBe("matches “Iberia”");
    expect(matchOf({ equals: "XX" }, "XX", "country")?.en).toBe("matches “XX”");
  });
});

describe("tests of the agreement", () => {
  const word = fc.constantFrom(
    "España",
    "Logística",
    "Dirección de operaciones",
    "SAP",
    "gmail.com",
    "Jefe de almacén",
  );
  const rewritten = fc.constantFrom<(text: string) => string>(
    (text) => text.toUpperCase(),
    (text) => text.normalize("NFD"),
    (text) => text.normalize("NFD").replace(/\p{M}/gu, ""),
    (text) => `\t${text.replaceAll(" ", "  ")} `,
  );
  const anyTest: fc.Arbitrary<Test> = fc.oneof(
    fc.record({ equals: word }),
    fc.record({ oneOf: fc.array(word, { minLength: 1 }) }),
    fc.record({ noneOf: fc.array(word, { minLength: 1 }) }),
    fc.record({ contains: fc.array(word, { minLength: 1 }) }),
    fc.record({ matches: fc.constantFrom("^jefe", "ñ", "dirección|almacén", "gmail[.]com$") }),
    fc.record({ roles: fc.constantFrom<JobRole[]>(["logistics"], ["operations", "logistics"]) }),
    fc.record({ seniority: fc.constantFrom(...seniorities) }),
  );

  it("do not look at case, accents and superfluous blanks", () => {
    fc.assert(
      fc.property(anyTest, word, rewritten, (test, fact, rewrite) => {
        expect(matchOf(test, rewrite(fact))).toEqual(matchOf(test, fact));
      }),
      { numRuns: 500 },
    );
  });

  it("say of every known fact either that it is among some, or that it is not", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.oneof(word, fc.string()), (texts, fact) => {
        expect(matchOf({ oneOf: texts }, fact) === undefined).toBe(matchOf({ noneOf: texts }, fact) !== undefined);
      }),
    );
  });
});

describe("a fact of a lead", () => {
  it("is there for every field that the agreement may ask about", () => {
    const lead = aLead("captured");
    expect(LeadFieldSchema.options.filter((field) => factOf(lead, field) === undefined)).toEqual([]);
    expect(factOf(lead, "emailDomain")).toBe("talleresnorte.example");
    expect(factOf(lead, "language")).toBe("es");
  });

  it("takes the domain after the last @, as mail servers do", () => {
    expect(factOf(aLead("captured", { email: '"a@b"@c.example' }), "emailDomain")).toBe("c.example");
  });
});
