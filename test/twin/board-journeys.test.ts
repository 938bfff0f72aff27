import { expect, it } from "vitest";
import { isWorked } from "../../lambdas/domain/lead/lead.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { posted } from "./board-requests.ts";
import { livedUntil, looksAtPrices } from "./lives.ts";
import { minutesAgreement } from "./minutes-agreement.ts";
import type { Step } from "./story.ts";

const definition = synthesisedDefinition();
const agreement = minutesAgreement();
const manager = { user: "pablo", role: "manager" } as const;

const answers = (fields: Record<string, string>): Step => ({
  when: ({ stage, cycle }) => stage === "handed-off" && cycle === 1,
  does: (story) => story.fillIn("answers", fields),
});

it("a lead that someone works on is given to a colleague: the running journey hands it off to them", async () => {
  const { world, story, lead } = await livedUntil(
    definition,
    agreement,
    [looksAtPrices, answers({ answer: "accept" })],
    isWorked,
  );
  if (!isWorked(lead)) throw new Error("it is worked on");
  const to = ["ana", "luis", "eva"].find((id) => id !== lead.followUp.ownerId) ?? "";
  const { version, leadId } = lead;
  world.pass(1);
  const answered = await posted({ ...world.task }, manager, `leads/${leadId}/reassign`, {
    version,
    to,
    reason: "Vacaciones",
  });
  expect(answered.statusCode).toBe(200);
  await world.settle();
  expect(await story.lead()).toMatchObject({ stage: "handed-off", followUp: { ownerId: to, turn: 1 } });
  expect(
    world.mails.some((mail) => JSON.stringify(mail.to).includes(`${to}@`) && mail.text.includes("/answers/")),
  ).toBe(true);
  await story.fillIn("answers", { answer: "accept" });
  expect(await story.lead()).toMatchObject({ stage: "accepted", followUp: { ownerId: to } });
});

it("a lead that is ruled out is taken up again by hand: its next cycle has a journey", async () => {
  const reason = agreement.terms.sla.sales.rejectReasons.find(({ leadsTo }) => leadsTo === "disqualify")?.id ?? "";
  const { world, story, lead } = await livedUntil(
    definition,
    agreement,
    [looksAtPrices, answers({ answer: "reject", reason })],
    ({ stage }) => stage === "disqualified",
  );
  const { version, leadId } = lead;
  world.pass(1);
  const answered = await posted({ ...world.task }, manager, `leads/${leadId}/recycle`, {
    version,
    reason: "Ha cambiado de puesto",
  });
  expect(answered.statusCode).toBe(200);
  await world.settle();
  expect(world.executions.map(({ name }) => name)).toContain(`${leadId}.2`);
  expect((await story.lead()).cycle).toBe(2);
});
