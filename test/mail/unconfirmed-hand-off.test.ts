import { beforeEach, describe, expect, it } from "vitest";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { confirmSent } from "../../lambdas/adapters/dynamo-messages.ts";
import { put, readBeginningWith, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { climb } from "../../lambdas/follow-up/climb.ts";
import { remind } from "../../lambdas/follow-up/remind.ts";
import { handOff } from "../../lambdas/hand-off/hand-off.ts";
import type { MailTask } from "../../lambdas/mail/mail-task.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { type Answer, postOffice } from "./post-office.ts";

const agreement = anAgreement();
const minutes = (count: number) => new Date(Date.parse(now) + count * 60_000).toISOString();
const journey = { leadId: "lead-0001", cycle: 1 };
const name = { ...journey, purpose: "hand-off", step: "ana.0" } as const;

describe("a hand-off of which nobody knows whether it went", () => {
  let table: Twin;
  let clock: string;
  let gone: Mail[];
  beforeEach(async () => {
    [table, clock] = [dynamoTwin(), now];
    const lead = aLead("assigned", { followUp: { assignedAt: now } });
    await transact(table, [put(table, "lead", leadItem(lead))]);
  });

  const task = (...answers: Answer[]): MailTask => {
    const office = postOffice(...answers);
    gone = office.gone;
    return {
      table,
      agreement,
      now: () => clock,
      send: office.send,
      keyring: async () => [{ keyId: "k", secret: new Uint8Array(32) }],
      publicUrl: "https://api.example",
    };
  };
  const lead = async () => {
    const read = await readLead(table, "lead-0001");
    if (read?.stage !== "assigned" && read?.stage !== "handed-off") throw new Error("the lead has moved");
    return read;
  };

  it("starts no clock: the lead keeps its owner and a due time, until `Send` says that it went", async () => {
    const hand = handOff(task("breaks off after"));
    expect(await hand(journey)).toMatchObject({ next: "wait", wait: { seconds: 900 } });
    expect(await lead()).toMatchObject({ stage: "assigned", handOffMail: "unconfirmed", nextDueAt: minutes(15) });
    const { dueAt } = (await lead()).followUp;
    clock = minutes(20);
    await confirmSent(table, name, "m-1", minutes(0));
    expect(await hand(journey)).toMatchObject({ next: "wait" });
    expect(await lead()).toMatchObject({ stage: "handed-off", followUp: { ownerId: "ana", assignedAt: now, dueAt } });
    expect(await lead()).not.toHaveProperty("handOffMail");
    expect(gone).toHaveLength(1);
  });

  it("goes again when nothing was heard of it, with a clock that starts then", async () => {
    const hand = handOff(task("breaks off before"));
    await hand(journey);
    const { dueAt } = (await lead()).followUp;
    clock = minutes(15);
    expect(await hand(journey)).toMatchObject({ next: "wait" });
    const { followUp, stage } = await lead();
    expect([stage, followUp.assignedAt]).toEqual(["handed-off", minutes(15)]);
    expect(followUp.dueAt > dueAt).toBe(true);
    expect(gone).toHaveLength(1);
    expect(gone[0]?.attachments?.[0]?.content).toContain(followUp.dueAt.slice(0, 10).replaceAll("-", ""));
  });

  it("is held while our account may not send, and no clock runs", async () => {
    const paused = { refuses: "our-account" } as const;
    const hand = handOff(task(paused, paused));
    for (const minute of [0, 15]) {
      clock = minutes(minute);
      expect(await hand(journey)).toMatchObject({ next: "wait", wait: { seconds: 900 } });
      expect((await lead()).stage).toBe("assigned");
    }
    clock = minutes(300);
    await hand(journey);
    expect((await lead()).followUp.assignedAt).toBe(minutes(300));
    expect(gone).toHaveLength(1);
  });

  it("so a reminder that may not have gone is not climbed, and is sent again", async () => {
    await handOff(task())(journey);
    const { followUp } = await lead();
    clock = followUp.reminderAt;
    const due = { ...journey, signals: 0, wait: { seconds: 1 }, verdict: "remind", rung: 1 };
    const reminding = climb(task("breaks off before"), remind);
    expect(await reminding(due)).toMatchObject({ next: "wait", wait: { seconds: 900 } });
    expect((await lead()).followUp.rung).toBe(0);
    clock = new Date(Date.parse(followUp.reminderAt) + 900_000).toISOString();
    expect(await reminding(due)).toMatchObject({ next: "wait" });
    expect((await lead()).followUp.rung).toBe(1);
    expect(gone).toHaveLength(1);
    const claims = await readBeginningWith(table, { ...keys.lead("lead-0001"), sk: "MESSAGE#" });
    expect(claims.map(({ status }) => status)).toEqual(["sent", "sent"]);
  });
});
