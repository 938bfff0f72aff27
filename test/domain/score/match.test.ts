import { describe, expect, it } from "vitest";
import { LeadFieldSchema } from "../../../lambdas/contract/agreement.ts";
import { factOf } from "../../../lambdas/domain/score/fact.ts";
import { matchOf } from "../../../lambdas/domain/score/match.ts";
import { aLead } from "../../builders/lead.ts";

describe("a test of the agreement", () => {
  it.each([
    { test: { equals: "España" }, fact: "ESPANA" },
    { test: { equals: "Dirección  de compras" }, fact: " direccion de compras " },
    { test: { equals: "120" }, fact: 120 },
    { test: { oneOf: ["fabricación", "logística"] }, fact: "LOGISTICA" },
    { test: { contains: ["director"] }, fact: "Directora general" },
    { test: { contains: ["nowhere", "compras"] }, fact: "Jefe de Compras" },
    { test: { contains: ["cto"] }, fact: "Founder/CTO" },
    { test: { contains: ["example.com"] }, fact: "mail.example.com" },
    { test: { atLeast: 50 }, fact: 50 },
    { test: { atLeast: 50, atMost: 500 }, fact: 500 },
    { test: { atLeast: 50 }, fact: "80" },
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
