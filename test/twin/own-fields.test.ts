import { expect, it } from "vitest";
import type { OwnField } from "../../lambdas/contract/agreement.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { World } from "../../local/twin/world.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { minutesAgreement } from "./minutes-agreement.ts";
import { Story } from "./story.ts";

const definition = synthesisedDefinition();
const fields: OwnField[] = [
  {
    id: "warehouses",
    label: { es: "Almacenes", en: "Warehouses" },
    type: "number",
    shown: ["lead", "hand-off", "list"],
  },
  {
    id: "erp",
    label: { es: "ERP", en: "ERP" },
    type: "one-of",
    options: [
      { id: "sap", label: { es: "SAP", en: "SAP" } },
      { id: "none", label: { es: "Ninguno", en: "None" } },
    ],
    shown: ["hand-off"],
  },
];
const start: OwnField = { id: "start", label: { es: "Comienzo", en: "Start" }, type: "date", shown: ["lead"] };
const soon = { field: "start", test: { within: "90 days" } };
const base = minutesAgreement().terms;
const [piece] = base.nurture.content;
if (piece === undefined) throw new Error("the agreement of the tests has content");
const when = { field: "warehouses", test: { atLeast: 3 } };
const several = { label: { es: "Varios almacenes", en: "Several warehouses" }, points: 5 };
const agreement = minutesAgreement({
  fields: [...fields, start],
  segments: [{ id: "soon", label: start.label, ...soon }],
  personas: base.personas.map((persona) => ({
    ...persona,
    criteria: [
      ...persona.criteria,
      { id: "several", ...several, ...when },
      { id: "soon", label: start.label, points: 5, ...soon },
    ],
  })),
  nurture: { ...base.nurture, content: [{ ...piece, id: "for-several", when }, ...base.nurture.content] },
});

it("are known from the form to the mail to sales; what another form says is a claim until the link confirms it", async () => {
  const world = new World(definition, agreement, { chaos: { plan: [], random: () => 0 } });
  const story = new Story(world);
  const until = async (isThere: (lead: Lead) => boolean): Promise<Lead> => {
    for (let steps = 0; steps < 300; steps++) {
      const lead = await story.lead();
      if (isThere(lead)) return lead;
      if (!(await world.advance())) break;
    }
    throw new Error(`the lead never gets there: ${JSON.stringify(await story.lead())}`);
  };
  const inAMonth = new Date(Date.parse(world.now()) + 30 * 86_400_000).toISOString().slice(0, 10);
  await story.submit({ almacenes: "3 naves", comienzo: inAMonth.split("-").toReversed().join("/") });
  await world.settle();
  const nurtured = await until(({ stage }) => stage === "nurturing");
  expect(nurtured.contact.own).toEqual({ warehouses: 3, start: inAMonth });
  const scores = () => JSON.stringify(world.table.items().filter(({ sk }) => sk?.S?.startsWith("SCORE#")));
  expect(scores()).toContain("Varios almacenes: «3» llega al mínimo de 3 (+5)");
  expect(scores()).toContain("llega en los próximos 90 días (+5)");
  expect(JSON.stringify(world.table.items())).toContain("3 naves");

  await story.submit({ warehouses: 5, erp: "sáp" });
  await world.settle();
  const told = await story.lead();
  expect(told.contact.own).toEqual({ warehouses: 3, erp: "sap", start: inAMonth });
  expect(told.claims).toMatchObject([{ field: "warehouses", value: 5 }]);
  await story.fillIn("confirm", { fact: "warehouses" });
  await world.settle();
  const confirmed = await story.lead();
  expect(confirmed.contact.own).toEqual({ warehouses: 5, erp: "sap", start: inAMonth });
  expect(confirmed.facts?.warehouses?.map(({ value, from }) => [value, from])).toEqual([
    [5, "link"],
    [3, "form"],
  ]);
  expect(confirmed.claims).toBeUndefined();

  await story.engage("pricing-viewed");
  expect((await until(({ stage }) => stage === "handed-off")).segment).toBe("soon");
  const handedOff = world.mails.find(({ text }) => text.includes("Almacenes"));
  expect(handedOff?.text).toMatch(/Almacenes:? +5[\s\S]*ERP:? +SAP/);
});
