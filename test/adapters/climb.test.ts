import { beforeEach, describe, expect, it } from "vitest";
import { leadItem, readLead, replaceLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { openReference } from "../../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { type DynamoTable, isNew, put, readBeginningWith, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { limits } from "../../lambdas/contract/limits.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { extend } from "../../lambdas/domain/follow-up/plan-follow-up.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { escalate } from "../../lambdas/escalation/escalate.ts";
import { notifyFormerOwner } from "../../lambdas/escalation/notify-former-owner.ts";
import { climb } from "../../lambdas/follow-up/climb.ts";
import { judgeSla } from "../../lambdas/follow-up/judge-sla.ts";
import { remind } from "../../lambdas/follow-up/remind.ts";
import { deliverOnce } from "../../lambdas/mail/deliver-once.ts";
import type { MailTask } from "../../lambdas/mail/mail-task.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { anOwner } from "../builders/owner.ts";
import { engines, newTable } from "./engines.ts";

const agreement = anAgreement();
const publicUrl = "https://api.example";
/** As the builder's lead has it. */
const [reminded, due] = ["2026-03-11T14:30:00.000Z", "2026-03-12T09:30:00.000Z"];

describe.each(engines())("climbing the ladder on $name", ({ endpoint }) => {
  let table: DynamoTable;
  let mails: Mail[];
  let clock: string;
  beforeEach(async () => {
    table = await newTable(endpoint);
    mails = [];
    clock = due;
  });

  const task = (terms = agreement): MailTask => ({
    table,
    agreement: terms,
    now: () => clock,
    send: async (mail) => ({ providerId: String(mails.push(mail)) }),
    keyring: signingKeys(table),
    publicUrl,
  });
  const stored = async (lead: Lead) => {
    await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
    return { leadId: lead.leadId, cycle: lead.cycle, signals: 0, wait: { seconds: 1 } };
  };
  const climbing = (journey: object, verdict: "remind" | "escalate", rung: number) =>
    climb(task(), verdict === "remind" ? remind : escalate)({ ...journey, verdict, rung });
  const grantIn = ({ text }: Mail) => {
    const reference = text.match(/answers\/([\w.-]+)/)?.[1] ?? "";
    return openReference(table, signingKeys(table), reference, "answer", clock);
  };
  const recipients = () => mails.map(({ to }) => to.name);
  const breaches = (leadId: string) => readBeginningWith(table, { pk: keys.lead(leadId).pk, sk: "BREACH#" });

  it("reminds once, and waits for the next rung", async () => {
    clock = reminded;
    const journey = await stored(aLead("handed-off", { leadId: "c-remind" }));
    const { leadId, cycle, signals } = journey;
    const until = (Date.parse(due) - Date.parse(reminded)) / 1000;
    const waits = { leadId, cycle, signals, stage: "handed-off", next: "wait", wait: { seconds: until } };
    expect(await climbing(journey, "remind", 1)).toEqual(waits);
    expect(await climbing(journey, "remind", 1)).toMatchObject({ next: "moved" });
    expect(recipients()).toEqual(["Ana Gil"]);
    expect(await readLead(table, "c-remind")).toMatchObject({ followUp: { rung: 1 }, nextDueAt: due });
  });

  it("notifies the owner and the manager of a breach, each with their own link, and stores it", async () => {
    const journey = await stored(aLead("handed-off", { leadId: "c-breach", followUp: { rung: 1 } }));
    await climbing(journey, "escalate", 2);
    expect(recipients()).toEqual(["Ana Gil", "Pablo Rey"]);
    const [rep, manager] = await Promise.all(mails.map(grantIn));
    expect(rep).toMatchObject({ ownerId: "ana", turn: 0 });
    expect(rep?.by).toBeUndefined();
    expect(manager).toMatchObject({ ownerId: "ana", turn: 0, by: "pablo" });
    expect(await breaches("c-breach")).toMatchObject([{ level: 1, ownerId: "ana" }]);
    expect(await climbing(journey, "escalate", 2)).toMatchObject({ next: "moved" });
    expect(mails).toHaveLength(2);
  });

  it("climbs no rung that is not due, needs another step, or belongs to another turn", async () => {
    const journey = await stored(aLead("handed-off", { leadId: "c-early", followUp: { rung: 1 } }));
    clock = reminded;
    expect(await climbing(journey, "escalate", 2)).toMatchObject({ next: "wait" });
    clock = due;
    // By another agreement, perhaps, which not every function knows yet.
    expect(await climbing(journey, "remind", 2)).toMatchObject({
      next: "wait",
      wait: { seconds: limits.agreementLookSeconds },
    });
    const passed = await stored(aLead("assigned", { leadId: "c-passed", followUp: { ownerId: "luis", turn: 1 } }));
    expect(await climbing(passed, "escalate", 2)).toMatchObject({ next: "moved" });
    expect(mails).toEqual([]);
  });

  it("sends nothing to an owner who snoozes it between the decision and the mail", async () => {
    const lead = aLead("handed-off", { leadId: "c-put-off", followUp: { rung: 1 } });
    const journey = await stored(lead);
    const more = { ...lead, followUp: extend(lead.followUp, anOwner(), agreement, due) };
    const keyring = signingKeys(table);
    let asked = 0;
    const meanwhile: MailTask["keyring"] = async () => {
      if (asked++ === 0) await transact(table, [replaceLead(table, lead, more)]);
      return keyring();
    };
    const answer = await climb(
      { ...task(), keyring: meanwhile },
      escalate,
    )({ ...journey, verdict: "escalate", rung: 2 });
    expect(answer).toMatchObject({ next: "moved" });
    expect(mails).toEqual([]);
    expect(await breaches("c-put-off")).toEqual([]);
  });

  it("notifies again after a snooze, and when the lead comes back to a former owner", async () => {
    const lead = aLead("handed-off", { leadId: "c-again", followUp: { rung: 1 } });
    const journey = await stored(lead);
    await climbing(journey, "escalate", 2);
    const now = await readLead(table, "c-again");
    if (now?.stage !== "handed-off") throw new Error("the lead has moved");
    const more = { ...now, followUp: { ...extend(now.followUp, anOwner(), agreement, due), rung: 1 } };
    await transact(table, [replaceLead(table, now, more)]);
    clock = more.followUp.dueAt;
    expect(await judgeSla(task())(journey)).toMatchObject({ verdict: "escalate", rung: 2 });
    await climbing(journey, "escalate", 2);
    expect(recipients()).toEqual(["Ana Gil", "Pablo Rey", "Ana Gil", "Pablo Rey"]);
    expect(await breaches("c-again")).toHaveLength(1);
    const back = await readLead(table, "c-again");
    if (back?.stage !== "handed-off") throw new Error("the lead has moved");
    const followUp = { ...back.followUp, turn: 2, rung: 1, extensions: 0, earlier: ["ana", "luis"] };
    await transact(table, [replaceLead(table, back, { ...back, followUp })]);
    await climbing(journey, "escalate", 2);
    expect(recipients()).toHaveLength(6);
    expect(await breaches("c-again")).toHaveLength(2);
  });

  it("notifies the director of a manager's breach, and only the director of their own", async () => {
    const pablos = await stored(aLead("handed-off", { leadId: "c-manager", followUp: { ownerId: "pablo", rung: 1 } }));
    await climbing(pablos, "escalate", 2);
    const martas = await stored(aLead("handed-off", { leadId: "c-director", followUp: { ownerId: "marta", rung: 1 } }));
    await climbing(martas, "escalate", 2);
    expect(recipients()).toEqual(["Pablo Rey", "Marta Soler", "Marta Soler"]);
  });

  it("notifies the lead's former owner of the new one, wherever the lead is by then; once", async () => {
    const followUp = { ownerId: "luis", turn: 1, earlier: ["ana"] };
    const lead = aLead("assigned", { leadId: "c-taken", because: "reassigned:breach", followUp });
    for (let i = 0; i < 2; i++) {
      const delivery = await notifyFormerOwner(task(), lead);
      if (delivery !== undefined) await deliverOnce(task(), delivery);
    }
    expect(mails.map(({ to, subject }) => [to.name, subject])).toEqual([
      ["Ana Gil", "Luis se encarga ahora de Inés Otero (Talleres Norte)"],
    ]);
    expect(await notifyFormerOwner(task(), { ...lead, followUp: { ...lead.followUp, earlier: [] } })).toBeUndefined();
    expect(
      await notifyFormerOwner(task(), { ...lead, followUp: { ...lead.followUp, earlier: ["olga"] } }),
    ).toBeUndefined();
  });
});
