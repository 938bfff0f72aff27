import { describe, expect, it } from "vitest";
import type { OwnField } from "../../../lambdas/contract/agreement.ts";
import { labelledValue, leadFacts, messageOf, nameOf } from "../../../lambdas/views/page/lead-facts.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";

const factOf = (label: string, facts: ReturnType<typeof leadFacts>) => facts.find((fact) => fact.label === label);

const options = [{ id: "none", label: { es: "Ninguno", en: "None" } }];

describe("what is known of a lead", () => {
  it("is said in the reader's language, ready to call and to write to", () => {
    const facts = leadFacts(aLead("assigned"), "en");
    expect(factOf("Country", facts)?.value).toBe("Spain");
    expect(factOf("Size", facts)?.value).toBe("120 people");
    expect(factOf("Phone", facts)?.href).toBe("tel:+34910000000");
    expect(factOf("E-mail", facts)?.href).toBe("mailto:ines@talleresnorte.example");
    expect(factOf("País", leadFacts(aLead("assigned"), "es"))?.value).toBe("España");
  });

  it("says which address was perhaps meant, until something was confirmed from it", () => {
    const lead = { ...aLead("assigned"), email: "ines@gmail.con", consents: [] };
    expect(factOf("¿Correo mal escrito?", leadFacts(lead, "es"))?.value).toBe("Quizá quiso escribir ines@gmail.com");
    expect(factOf("E-mail misspelt?", leadFacts(lead, "en"))?.value).toBe("Perhaps they meant ines@gmail.com");
    expect(factOf("Correo", leadFacts(lead, "es"))?.value).toBe("ines@gmail.con");
    const at = "2026-03-01T10:00:00.000Z";
    const confirmed = { ...lead, consents: [{ purpose: "news", at, confirmedAt: at }] };
    expect(factOf("¿Correo mal escrito?", leadFacts(confirmed, "es"))).toBeUndefined();
  });

  it("says the region as it was given", () => {
    const lead = aLead("assigned", { contact: { region: "Vizcaya" } });
    expect(factOf("Región o provincia", leadFacts(lead, "es"))?.value).toBe("Vizcaya");
  });

  it("has the agreement's own fields by their labels where it says so, and what an earlier one asked for by its id", () => {
    const fields: OwnField[] = [
      { id: "erp", label: { es: "ERP", en: "ERP" }, type: "one-of", options, shown: ["lead", "hand-off"] },
      { id: "since", label: { es: "Desde", en: "Since" }, type: "date", shown: ["lead"] },
      { id: "budget", label: { es: "Presupuesto", en: "Budget" }, type: "money", shown: ["hand-off"] },
      { id: "robots", label: { es: "Robots", en: "Robots" }, type: "yes-no", shown: ["hand-off", "lead"] },
    ];
    const own = { gone: ["a", "b"], robots: false, since: "2027-03-04", budget: 12000, erp: "none" };
    const lead = aLead("assigned", { contact: { own } });
    const ownOf = (language: "es" | "en", where: "lead" | "hand-off") =>
      leadFacts(lead, language, anAgreement({ fields }), where)
        .filter(({ label }) => label === "gone" || fields.some((field) => field.label[language] === label))
        .map(({ label, value }) => `${label}: ${value}`);
    expect(ownOf("es", "lead")).toEqual(["ERP: Ninguno", "Desde: 4 de marzo de 2027", "Robots: no", "gone: a y b"]);
    expect(ownOf("en", "hand-off")).toEqual(["ERP: None", "Budget: €12,000", "Robots: no"]);
    expect(labelledValue("erp", "none", "es", anAgreement({ fields }))).toEqual({ label: "ERP", shown: "Ninguno" });
    expect(labelledValue("gone", ["a", "b"], "en", anAgreement({ fields }))).toEqual({
      label: "gone",
      shown: "a and b",
    });
  });

  it("calls an interest as the agreement calls that request, and as the lead wrote it where it knows none", () => {
    const guide = { kind: "guide-requested", label: { es: "Guía solicitada", en: "Guide requested" } };
    const agreement = anAgreement({ familiarity: [{ ...guide, points: 1, halfLife: "1 day", cap: 1 }] });
    const lead = aLead("assigned", { contact: { interest: "guide, Automatizar la nave" } });
    expect(factOf("Interés", leadFacts(lead, "es", agreement))?.value).toBe("Guía solicitada, Automatizar la nave");
    expect(factOf("Interés", leadFacts(lead, "es"))?.value).toBe("guide, Automatizar la nave");
  });

  it("leaves out what the lead left out", () => {
    const facts = leadFacts({ ...aLead("assigned"), contact: {} }, "es");
    expect(facts.map(({ label }) => label)).toEqual(["Correo", "Idioma"]);
  });

  it("offers no call to what is not a number", () => {
    const lead = aLead("assigned", { contact: { phone: "llámame" } });
    expect(factOf("Teléfono", leadFacts(lead, "es"))).toEqual({
      label: "Teléfono",
      value: "llámame",
      href: undefined,
    });
  });

  it.each([
    [{ upTo: 249 }, "50 a 249 personas", "50 to 249 people"],
    [{ orMore: true as const }, "50 personas o más", "50 people or more"],
  ])("says a size as the range that it is (%j)", (range, es, en) => {
    const readAs = [{ field: "companySize", value: 50, ...range }];
    const lead = aLead("assigned", { contact: { companySize: 50, readAs } });
    expect(factOf("Tamaño", leadFacts(lead, "es"))?.value).toBe(es);
    expect(factOf("Size", leadFacts(lead, "en"))?.value).toBe(en);
    const exact = aLead("assigned", { contact: { companySize: 1, readAs } });
    expect(factOf("Tamaño", leadFacts(exact, "es"))?.value).toBe("1 persona");
    expect(labelledValue("companySize", 50, "es", undefined, readAs[0]).shown).toBe(es);
  });

  it("dials what was read, and shows what was typed; two numbers are two", () => {
    const [one, two] = [
      { as: "+44 (0)1632 960123", dial: "+441632960123" },
      { as: "01632 960124 x9", dial: "+441632960124;ext=9" },
    ];
    const phones = (phone: string, numbers: (typeof one)[]) =>
      leadFacts(aLead("assigned", { contact: { phone, readAs: [{ field: "phone", value: phone, numbers }] } }), "en")
        .filter(({ label }) => label === "Phone")
        .map(({ value, href }) => [value, href]);
    expect(phones(one.as, [one])).toEqual([[one.as, "tel:+441632960123"]]);
    expect(phones(`${one.as} / ${two.as}`, [one, two])).toEqual([
      [one.as, "tel:+441632960123"],
      [two.as, "tel:+441632960124;ext=9"],
    ]);
    expect(factOf("Phone", leadFacts(aLead("assigned", { contact: { phone: one.as } }), "en"))?.href).toBe(
      "tel:+441632960123",
    );
  });

  it("shows a country that is no code as it was given", () => {
    const lead = aLead("assigned", { contact: { country: "Iberia" } });
    expect(factOf("País", leadFacts(lead, "es"))?.value).toBe("Iberia");
  });

  it("is bounded, whatever the lead sent", () => {
    const lead = aLead("assigned", { contact: { name: "a".repeat(9000), message: "b".repeat(9000) } });
    expect(nameOf(lead).length).toBeLessThan(150);
    expect(messageOf(lead)).toHaveLength(2000);
    for (const { value } of leadFacts(lead, "es")) expect(value.length).toBeLessThanOrEqual(120);
  });

  it("names a lead without a name by its address", () => {
    expect(nameOf({ contact: {}, email: "x@y.example" })).toBe("x@y.example");
    expect(nameOf({ contact: { company: "Talleres" }, email: "x@y.example" })).toBe("x@y.example (Talleres)");
    expect(nameOf(aLead("assigned"))).toBe("Inés Otero (Talleres Norte)");
  });

  it("writes to an address that would otherwise add to the mail", () => {
    const facts = leadFacts({ ...aLead("assigned"), email: "a?bcc=b@y.example" }, "es");
    expect(factOf("Correo", facts)?.href).toBe("mailto:a%3Fbcc%3Db@y.example");
  });
});

describe("an industry of the agreement", () => {
  const agreement = anAgreement({
    industries: [{ id: "food", label: { es: "Alimentación", en: "Food" }, also: ["Industria alimentaria"] }],
  });
  const shownIn = (language: "es" | "en", industry: string) => {
    const lead = aLead("assigned");
    const facts = leadFacts({ ...lead, contact: { ...lead.contact, industry } }, language, agreement);
    return factOf(language === "es" ? "Sector" : "Industry", facts)?.value;
  };

  it.each(["Alimentación", "alimentacion", "FOOD", "food", "industria alimentaria"])(
    "is read in the reader's language, written as %s",
    (written) => {
      expect([shownIn("es", written), shownIn("en", written)]).toEqual(["Alimentación", "Food"]);
      expect(labelledValue("industry", written, "en", agreement).shown).toBe("Food");
    },
  );

  it("stays as it was written when the agreement does not name it", () => {
    expect([shownIn("es", "Piensos"), shownIn("en", "Piensos")]).toEqual(["Piensos", "Piensos"]);
  });
});
