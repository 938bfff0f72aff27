import { expect, it } from "vitest";
import { readEngagements } from "../../lambdas/adapters/dynamo-engagements.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { World } from "../../local/twin/world.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { minutesAgreement } from "./minutes-agreement.ts";
import { Story } from "./story.ts";

const definition = synthesisedDefinition();
const demo = { kind: "demo-requested", label: { es: "Demo pedida", en: "Demo requested" }, points: 30, cap: 30 };
const base = minutesAgreement().terms;
const agreement = minutesAgreement({
  familiarity: [...base.familiarity, { ...demo, halfLife: "60 days" }],
  gate: { ...base.gate, fastLane: [{ kind: "demo-requested", within: "1 day" }] },
  sla: { ...base.sla, sales: { ...base.sla.sales, followUpFastLane: "4 minutes" } },
});

/** A lead with people around it, who are told of things. */
const begun = async (facts: Record<string, unknown> = {}) => {
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
  const questions = () => world.mails.filter(({ text }) => text.includes("/confirm/"));
  const toldOf = (words: string) =>
    world.mails.filter(({ subject }) => subject.includes(words)).map(({ to }) => to.name);
  await story.submit(facts);
  await world.settle();
  return { world, story, until, questions, toldOf };
};

it("a stranger's form about a nurtured lead brings it to nobody, until the link in its one mail is clicked", async () => {
  const { world, story, until, questions } = await begun();
  const nurtured = await until(({ stage }) => stage === "nurturing");
  for (let i = 0; i < 5; i++) await story.submit({ interest: "demo", message: `${i}`, name: "Otra persona" });
  await world.settle();
  expect(await story.lead()).toMatchObject({ stage: "nurturing", cycle: 1, contact: { name: "Inés Otero" } });
  expect((await readEngagements(world.table, nurtured.leadId)).map(({ kind }) => kind)).toEqual(["form-submitted"]);
  expect(questions()).toHaveLength(1);
  const asked = world.now();
  await story.fillIn("confirm", {});
  const handed = await until(({ stage }) => stage === "handed-off");
  expect(handed.lane).toBe("fast");
  const [wish] = (await readEngagements(world.table, handed.leadId)).filter(({ kind }) => kind === "demo-requested");
  expect(wish && wish.at <= asked).toBe(true);
});

it("a wish that must not wait shortens an unanswered clock once its own link was clicked, and nothing else does", async () => {
  const { world, story, until, questions, toldOf } = await begun();
  await until(({ stage }) => stage === "nurturing");
  await story.engage("pricing-viewed");
  const before = await until(({ stage }) => stage === "handed-off");
  await story.submit({ interest: "demo" });
  await world.settle();
  const alone = await story.lead();
  expect([alone.stage, alone.lane]).toEqual(["handed-off", undefined]);
  if (!("followUp" in before) || !("followUp" in alone)) throw new Error("nobody has it");
  expect(alone.followUp).toEqual(before.followUp);
  expect(questions()).toHaveLength(1);
  await story.fillIn("confirm", {});
  const clicked = Date.parse(world.now());
  await world.settle();
  const after = await story.lead();
  if (!("followUp" in after)) throw new Error("nobody has it");
  expect(after).toMatchObject({ stage: "handed-off", lane: "fast", followUp: { turn: 0 } });
  expect(after.followUp.dueAt < before.followUp.dueAt).toBe(true);
  expect((Date.parse(after.followUp.dueAt) - clicked) / 60_000).toBeCloseTo(4, 0);
  expect(toldOf("tu plazo es más corto")).toHaveLength(1);
  const decisions = world.table.items().filter(({ sk }) => sk?.S?.includes("#clock"));
  expect(JSON.stringify(decisions)).toContain("vía rápida");
  // The journey, which waited for the old deadline, keeps the new one.
  const reminded = await until((lead) => "followUp" in lead && lead.followUp.rung > 0);
  expect(reminded.stage === "handed-off" && world.now() < before.followUp.dueAt).toBe(true);
});

it("a dormant lead that a stranger's form wakes is asked whether it was them, and sales hears nothing", async () => {
  const { world, story, until, questions } = await begun({ consent: undefined });
  await until(({ stage }) => stage === "dormant");
  const sent = world.mails.length;
  await story.submit({ interest: "demo", name: "Otra persona" });
  await until(({ stage, cycle }) => stage === "nurturing" && cycle === 2);
  await world.settle();
  expect(questions()).toHaveLength(1);
  const asleep = await until(({ stage, cycle }) => stage === "dormant" && cycle === 2);
  expect([world.mails.length - sent, "followUp" in asleep]).toEqual([1, false]);
  await story.fillIn("confirm", {});
  expect(await until(({ stage }) => stage === "handed-off")).toMatchObject({ cycle: 3, lane: "fast" });
});
