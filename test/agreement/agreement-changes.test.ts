import { describe, expect, it } from "vitest";
import { changesBetween } from "../../lambdas/agreement/agreement-changes.ts";
import { anAgreement } from "../builders/agreement.ts";

const before = anAgreement().terms;
const englishOf = (after: unknown): string[] => changesBetween(before, after).map(({ en }) => en);

describe("what changed between two agreements", () => {
  it("is nothing when nothing did, however the file is written", () => {
    expect(changesBetween(before, structuredClone(before))).toEqual([]);
    const backwards = Object.fromEntries(Object.entries(before).reverse());
    expect(changesBetween(before, backwards)).toEqual([]);
  });

  it("is told of both promises with the values before and after, in both languages", () => {
    const after = structuredClone(before);
    after.sla.marketing.qualifiedPerWeek += 5;
    after.sla.sales.followUp = "1 working day";
    expect(changesBetween(before, after)).toEqual([
      {
        es: `MQL por semana que promete marketing: antes ${before.sla.marketing.qualifiedPerWeek}, ahora ${after.sla.marketing.qualifiedPerWeek}`,
        en: `MQLs per week promised by marketing: was ${before.sla.marketing.qualifiedPerWeek}, is now ${after.sla.marketing.qualifiedPerWeek}`,
      },
      {
        es: "Plazo de respuesta de ventas: antes 2 días laborables, ahora 1 día laborable",
        en: "Deadline for sales to answer: was 2 working days, is now 1 working day",
      },
    ]);
  });

  it("names who came and went, whatever their place in the list", () => {
    const after = structuredClone(before);
    const [first, ...others] = after.team.reps;
    if (first === undefined) throw new Error("the agreement has reps");
    after.team.reps = [...others.reverse(), { ...first, id: "new", name: "Nadia Sol" }];
    expect(englishOf(after).sort()).toEqual(
      [`Sales team: “${first.name}” is removed`, "Sales team: “Nadia Sol” is added"].sort(),
    );
  });

  it("names stage, criterion, and the buyer whose criterion it is", () => {
    const after = structuredClone(before);
    after.stages.nurturing.limit = "3 days";
    const criterion = after.personas[0]?.criteria[0];
    if (criterion === undefined) throw new Error("the agreement has criteria");
    criterion.points = 99;
    const said = englishOf(after);
    expect(said).toContainEqual(
      `${before.stages.nurturing.label.en}: time limit of the stage: was ${before.stages.nurturing.limit}, is now 3 days`,
    );
    expect(said).toContainEqual(expect.stringMatching(/\(buyer 1\): points: was \d+, is now 99$/));
  });

  it("is told by the label of any other key, with short values", () => {
    const after = structuredClone(before);
    after.nurture.sending.days = ["monday"];
    after.nurture.doubleOptIn = !after.nurture.doubleOptIn;
    after.company.postalAddress = "Calle Nueva 1";
    const [piece] = after.nurture.content;
    if (piece === undefined) throw new Error("the agreement has content");
    piece.text = { es: "Otro.", en: "Another." };
    const opposite = before.nurture.doubleOptIn ? "was yes, is now no" : "was no, is now yes";
    expect(englishOf(after).sort()).toEqual(
      [
        `Double opt-in: ${opposite}`,
        `Postal address: was ${before.company.postalAddress}, is now Calle Nueva 1`,
        "Sending days: has changed",
        `${piece.title.en}: text: has changed`,
      ].sort(),
    );
  });

  it("of what the schema does not know is where it stands, once each", () => {
    const older = { ...before, company: { ...before.company, fax: { office: "1", home: "2" } } };
    expect(changesBetween(older, before)).toEqual([
      { es: "Otras condiciones: company.fax", en: "Other terms: company.fax" },
    ]);
  });

  it("bears terms of another shape", () => {
    expect(() => changesBetween({ sla: 3, personas: [null] }, before)).not.toThrow();
    expect(changesBetween("text", before).length).toBeGreaterThan(0);
  });
});
