import { beforeEach, describe, expect, it } from "vitest";
import { readLead, replaceLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { claimMessage, markSending, markSent, readMessage } from "../../lambdas/adapters/dynamo-messages.ts";
import { type DynamoTable, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { MailNotSentError } from "../../lambdas/adapters/ses-mailer.ts";
import { isMailPurpose } from "../../lambdas/contract/mail.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { mailOfTags } from "../../lambdas/domain/mail/message-tags.ts";
import { type Delivery, deliverOnce } from "../../lambdas/mail/deliver-once.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { type Answer, deliveryOf, postOffice } from "./post-office.ts";

const agreement = anAgreement();
const claimed = { status: "claimed", attempt: 0 } as const;
const [now, later] = ["2026-11-24T09:00:00.000Z", "2026-11-24T09:15:00.000Z"];
const moment = { at: now, settlesAt: later };

describe("the fate of a mail", () => {
  let table: DynamoTable;
  let clock: string;
  let reminder: Delivery;
  /** The same mail, of a kind that is not sent again. */
  let content: Delivery;
  beforeEach(async () => {
    table = dynamoTwin();
    clock = now;
    reminder = await deliveryOf(table, "d-1");
    content = { ...reminder, name: { ...reminder.name, purpose: "nurture" } };
  });

  const service = (...answers: Answer[]) => {
    const { send, gone } = postOffice(...answers);
    return { gone, deliver: (what: Delivery) => deliverOnce({ table, agreement, send, now: () => clock }, what) };
  };

  it("is sent once, with tags that name this mail by ids", async () => {
    const { gone, deliver } = service();
    expect(await deliver(reminder)).toEqual({ is: "sent", at: now, again: false });
    expect(await deliver(reminder)).toEqual({ is: "sent", at: now, again: true });
    expect(gone).toHaveLength(1);
    const tags = Object.entries(gone[0]?.tags ?? {});
    for (const [, value] of tags) expect(value).toMatch(/^[\w-]{1,256}$/);
    const told = Object.fromEntries(tags.map(([name, value]) => [name, [value]]));
    expect(mailOfTags(told)).toEqual({ ...reminder.name, attempt: 1 });
  });

  it("1. the function died before it said `sending`: whoever comes back sends it", async () => {
    await claimMessage(table, reminder.name, reminder.still, [], moment);
    const { gone, deliver } = service();
    expect(await deliver(reminder)).toMatchObject({ is: "sent", again: false });
    expect(gone).toHaveLength(1);
  });

  it("2. refused for now: the claim stays, the error is retried, and it goes", async () => {
    const { gone, deliver } = service({ refuses: "for-now" }, { refuses: "for-now" });
    for (let i = 0; i < 2; i++) await expect(deliver(reminder)).rejects.toThrow(MailNotSentError);
    expect(await readMessage(table, reminder.name)).toMatchObject({ status: "claimed", attempt: 2 });
    expect(await deliver(reminder)).toMatchObject({ is: "sent" });
    expect(gone).toHaveLength(1);
  });

  it.each(["recipient", "content"] as const)(
    "3. refused for good (%s): settled, and not tried again",
    async (refuses) => {
      const { gone, deliver } = service({ refuses });
      for (let i = 0; i < 2; i++) expect(await deliver(reminder)).toEqual({ is: "undeliverable", refusal: refuses });
      expect(gone).toHaveLength(0);
      expect(await readMessage(table, reminder.name)).toMatchObject({ status: "undeliverable", refusal: refuses });
    },
  );

  it("3. refused because of our account: held, never given up, and sent when we may send again", async () => {
    const { gone, deliver } = service({ refuses: "our-account" }, { refuses: "our-account" });
    for (let i = 0; i < 2; i++) expect(await deliver(content)).toEqual({ is: "held", until: later });
    expect(await readMessage(table, content.name)).toMatchObject({ status: "claimed", refusal: "our-account" });
    expect(await deliver(content)).toMatchObject({ is: "sent", again: false });
    expect(gone).toHaveLength(1);
  });

  it("4. the answer was lost and SES says `Send`: sent, once", async () => {
    const { gone, deliver } = service("breaks off after");
    expect(await deliver(reminder)).toEqual({ is: "unsettled", until: later });
    await markSent(table, reminder.name, "m-1", now);
    clock = later;
    expect(await deliver(reminder)).toEqual({ is: "sent", at: now, again: true });
    expect(gone).toHaveLength(1);
  });

  it("5. the answer was lost and SES says nothing: work is sent again after the agreed time, content is not", async () => {
    const { gone, deliver } = service("breaks off before", "breaks off before");
    const unsettled = { is: "unsettled", until: later };
    for (let i = 0; i < 2; i++) expect(await deliver(reminder)).toEqual(unsettled);
    expect(await deliver(content)).toEqual(unsettled);
    clock = later;
    expect(await deliver(content)).toEqual({ is: "unknown" });
    expect(await deliver(content)).toEqual({ is: "unknown" });
    expect(gone).toHaveLength(0);
    expect(await deliver(reminder)).toMatchObject({ is: "sent", again: false });
    expect(gone.map(({ tags }) => tags?.purpose)).toEqual(["reminder"]);
    expect(gone[0]?.tags?.attempt).toBe("2");
  });

  it("6. the function died after the call: the event settles it, or it is as if the answer was lost", async () => {
    await claimMessage(table, reminder.name, reminder.still, [], moment);
    await markSending(table, reminder.name, claimed, reminder.still, moment);
    const { gone, deliver } = service();
    expect(await deliver(reminder)).toEqual({ is: "unsettled", until: later });
    await markSent(table, reminder.name, "m-1", now);
    expect(await deliver(reminder)).toMatchObject({ is: "sent", again: true });
    expect(gone).toHaveLength(0);
  });

  it("closes what is no longer due when the lead moved after the claim", async () => {
    await claimMessage(table, reminder.name, reminder.still, [], moment);
    const lead = await readLead(table, "d-1");
    if (lead?.stage !== "handed-off") throw new Error("the lead is handed off");
    const passedOn = { ...lead, followUp: { ...lead.followUp, ownerId: "luis" } };
    await transact(table, [replaceLead(table, lead, passedOn)]);
    const { gone, deliver } = service();
    expect(await deliver(reminder)).toEqual({ is: "lead-moved" });
    expect(await readMessage(table, reminder.name)).toMatchObject({ status: "not-sent" });
    await transact(table, [replaceLead(table, { ...passedOn, version: lead.version + 1 }, lead)]);
    expect(await deliver(reminder)).toMatchObject({ is: "sent", again: false });
    expect(gone).toHaveLength(1);
  });

  it("is decided by one function when ten come back at once", async () => {
    await claimMessage(table, reminder.name, reminder.still, [], moment);
    const { gone, deliver } = service();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => deliver(reminder)));
    expect(outcomes.filter((outcome) => outcome.is === "sent" && !outcome.again)).toHaveLength(1);
    expect(gone).toHaveLength(1);
  });
});

it("takes no name that every object has for a kind of mail", () => {
  expect(["constructor", "toString", "hand-off"].filter(isMailPurpose)).toEqual(["hand-off"]);
});

describe("a claim that an earlier release wrote", () => {
  const older = async (status: string, purpose: "reminder" | "nurture") => {
    const table = dynamoTwin();
    const delivery = await deliveryOf(table, "d-1");
    const name = { ...delivery.name, purpose };
    const { leadId, cycle, step } = name;
    const item = { ...keys.message(leadId, cycle, purpose, step), ...name, status, claimedAt: now, references: [] };
    await transact(table, [put(table, "claim", item)]);
    const { send, gone } = postOffice();
    const is = (await deliverOnce({ table, agreement, send, now: () => later }, { ...delivery, name })).is;
    return { is, gone: gone.length, now: (await readMessage(table, name))?.status };
  };

  it.each([
    ["claimed", "reminder", { is: "sent", gone: 1, now: "sent" }],
    ["claimed", "nurture", { is: "unknown", gone: 0, now: "unknown" }],
    ["unconfirmed", "reminder", { is: "sent", gone: 1, now: "sent" }],
    ["unconfirmed", "nurture", { is: "unknown", gone: 0, now: "unknown" }],
  ] as const)("%s, of a %s: may have gone, and is settled as that", async (status, purpose, end) => {
    expect(await older(status, purpose)).toEqual(end);
  });
});
