import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { main as override } from "../../bin/override-gate.ts";
import { aBounce, aComplaint } from "../domain/nurture/ses-events.ts";
import { typed } from "./command.ts";
import {
  confirmConsent,
  decisionsOf,
  eventually,
  fitting,
  isConfirmation,
  isHandOff,
  isNurture,
  leadIdOf,
  leadIn,
  leadNow,
  mailAbout,
  mailsAbout,
  outputs,
  queues,
  someone,
  submit,
} from "./pipeline.ts";

const { interest: _, ...notYet } = fitting;

const nurtured = async () => {
  const { mark, body } = someone(notYet);
  await submit(body);
  const leadId = await leadIdOf(body.email);
  await leadIn(leadId, "nurturing");
  return { mark, leadId, email: body.email };
};

/** The local mail service has no bounces: this is the queue into which the bus puts them. */
const mailServiceSays = (detail: object): Promise<unknown> =>
  queues.send(
    new SendMessageCommand({
      QueueUrl: outputs.stack.MailFeedbackQueueUrl,
      MessageBody: JSON.stringify({ id: crypto.randomUUID(), detail }),
    }),
  );

const undeliverable = (leadId: string) =>
  eventually(`lead ${leadId} to be undeliverable`, async () => (await leadNow(leadId)).undeliverable);

describe("an address from which mail comes back", () => {
  it("is sent nothing more, in this cycle or the next", async () => {
    const { mark, leadId, email } = await nurtured();
    await confirmConsent(mark);
    await mailAbout(mark, "the first piece", isNurture);
    await mailServiceSays(aBounce({ leadId, to: email }));
    expect(await undeliverable(leadId)).toMatchObject({ because: "bounced" });
    const sent = (await mailsAbout(mark)).length;
    const { cycle } = await leadIn(leadId, "dormant");
    await submit({ ...someone(notYet).body, email, message: "again" });
    await eventually("the next cycle", async () => ((await leadNow(leadId)).cycle === cycle + 1 ? true : undefined));
    await leadIn(leadId, "dormant");
    expect(await mailsAbout(mark)).toHaveLength(sent);
  });

  it("or whose reader complained, likewise", async () => {
    const { mark, leadId, email } = await nurtured();
    await mailAbout(mark, "please confirm", isConfirmation);
    await mailServiceSays(aComplaint({ leadId, to: email, purpose: "confirm-consent" }));
    expect(await undeliverable(leadId)).toMatchObject({ because: "complained" });
    expect((await confirmConsent(mark)).status).toBeGreaterThanOrEqual(400);
    await leadIn(leadId, "dormant");
    expect((await mailsAbout(mark)).filter(isNurture)).toEqual([]);
  });
});

const overrideGate = (lead: string, verdict: string) =>
  typed(override, "--lead", lead, "--verdict", verdict, "--reason", "Nos vio en la feria", "--by", "Carla");

describe("marketing at the gate", () => {
  it("lets a lead through by hand, and sales reads who did and why", async () => {
    const { mark, leadId } = await nurtured();
    await overrideGate(leadId, "qualified");
    const handOff = await mailAbout(mark, "hand-off", isHandOff);
    expect(handOff.text).toContain("Carla");
    expect(handOff.text).toContain("Nos vio en la feria");
    const [recorded] = await decisionsOf(leadId, "override");
    expect(recorded).toMatchObject({ verdict: "qualified" });
  });

  it("turns a lead away by hand", async () => {
    const { mark, leadId, email } = await nurtured();
    await overrideGate(email, "disqualified");
    await leadIn(leadId, "disqualified");
    expect((await mailsAbout(mark)).filter(isHandOff)).toEqual([]);
  });
});
