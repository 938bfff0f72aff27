import { describe, expect, it } from "vitest";
import { explainSources, toolNames } from "../../../lambdas/agreement/explain/explain-sources.ts";
import type { Source } from "../../../lambdas/contract/sources.ts";
import type { Language } from "../../../lambdas/contract/stages.ts";
import { kinds } from "../../../lambdas/domain/source/kinds/index.ts";
import { anAgreement } from "../../builders/agreement.ts";

const said = (source: Source, language: Language): string | undefined =>
  explainSources({ ...anAgreement().terms, sources: [source] }, language).lines[0];

const bare: Source = { id: "fair", kind: "google-forms", label: { es: "Feria", en: "Fair" }, origin: "fair" };

describe("what the annex says of a source", () => {
  it("is its tool, its address and its origin, and that no consent box is agreed", () => {
    expect(said(bare, "es")).toBe(
      "- **Feria**: Google Forms, a la dirección `/sources/fair`; en las cifras, su origen es «fair»; sin casilla de consentimiento acordada.",
    );
    expect(said(bare, "en")).toBe(
      "- **Fair**: Google Forms, to the address `/sources/fair`; in the figures its origin is “fair”; no consent box is agreed.",
    );
  });

  it("is what its consent box means, and what is assumed when the form does not say", () => {
    const consent = { answer: "¿Novedades?", yes: ["Venga", "Adelante"], textVersion: "fair-1" };
    const source: Source = { ...bare, language: "es", interest: "demo", consent };
    expect(said(source, "es")).toContain(
      "si el formulario no dice en qué idioma, es español; quien no dice qué quiere pide «demo»; da su consentimiento quien responde que sí a «¿Novedades?» (o bien «Venga» o «Adelante»), junto al texto «fair-1».",
    );
    expect(said({ ...source, consent: { answer: "News?", textVersion: "fair-1" } }, "en")).toContain(
      "is in Spanish; a sender who does not say what they want asks for “demo”; consent is given by a yes to “News?”, beside the text “fair-1”.",
    );
  });

  it("is which answer is which field, however it is named, and which event counts as what", () => {
    const mapping = [
      { label: "¿Cuántos son?", to: "companySize" },
      { id: "q7", to: "region" },
      { position: 4, to: "message" },
      { pointer: "/a/b", to: "email" },
    ];
    const events = [{ name: "Pricing Viewed", kind: "pricing-viewed" }];
    expect(said({ ...bare, mapping, events }, "en")).toContain(
      "by its name, “¿Cuántos son?” is the company size, “q7” is `region`, answer no. 4 is the message, “/a/b” is the e-mail address and “Pricing Viewed” is “Pricing page viewed”.",
    );
    expect(said({ ...bare, mapping: mapping.slice(2, 3) }, "es")).toContain(
      "por su nombre, la respuesta n.º 4 es el mensaje.",
    );
  });

  it("calls the agreement's own fields by their labels", () => {
    const label = { es: "Almacenes", en: "Warehouses" };
    const terms = {
      ...anAgreement().terms,
      fields: [{ id: "warehouses", label, type: "number" as const, shown: [] }],
      sources: [{ ...bare, mapping: [{ id: "q1", to: "warehouses" }] }],
    };
    expect(explainSources(terms, "es").lines[0]).toContain("«q1» es «Almacenes».");
  });

  it("calls each tool as its own file does", () => {
    expect(toolNames).toEqual(Object.fromEntries(Object.entries(kinds).map(([id, { name }]) => [id, name])));
  });

  it("is nothing where there is none", () => {
    expect(explainSources({ ...anAgreement().terms, sources: undefined }, "es").lines).toEqual([]);
  });
});
