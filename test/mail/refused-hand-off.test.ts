import { beforeEach, describe, expect, it } from "vitest";
import { readDecisions } from "../../lambdas/adapters/dynamo-decisions.ts";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { put, readBeginningWith, readItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { MailNotSentError } from "../../lambdas/adapters/ses-mailer.ts";
import type { Agreement, Rep } from "../../lambdas/contract/agreement.ts";
import type { Mail, Refusal } from "../../lambdas/contract/mail.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { cardOf } from "../../lambdas/domain/board/card.ts";
import { overflowsAt } from "../../lambdas/domain/hand-off/overflow.ts";
import { isUnanswered, type Lead } from "../../lambdas/domain/lead/lead.ts";
import { startNextCycle } from "../../lambdas/domain/lead/move.ts";
import { handOff } from "../../lambdas/hand-off/hand-off.ts";
import type { MailTask } from "../../lambdas/mail/mail-task.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";

const journey = { leadId: "lead-0001", cycle: 1 };

/** The same team with some of it changed. */
const team = (changes: Record<string, Partial<Rep>> = {}): Agreement => {
  const agreed = anAgreement({ sla: { sales: { overflow: { after: "4 hours", to: "manager" } } } });
  const reps = agreed.terms.team.reps.map((rep) => ({ ...rep, ...changes[rep.id] }));
  return { ...agreed, terms: { ...agreed.terms, team: { ...agreed.terms.team, reps } } };
};

describe("a hand-off that is refused for good", () => {
  let table: Twin;
  let clock: string;
  let gone: string[];
  let tried: string[];
  /** Addresses that the mail service refuses. */
  let refuses: Map<string, Refusal>;
  beforeEach(async () => {
    [table, clock, gone, tried, refuses] = [dynamoTwin(), now, [], [], new Map()];
    await stored(aLead("assigned", { followUp: { assignedAt: now } }));
  });

  const stored = (lead: Lead) => {
    const load =
      "followUp" in lead ? [put(table, "load", { ...keys.repLoad(lead.followUp.ownerId), openLeads: 1 })] : [];
    return transact(table, [put(table, "lead", leadItem(lead)), ...load]);
  };
  const task = (agreement = team()): MailTask => ({
    table,
    agreement,
    now: () => clock,
    send: async ({ to, tags = {} }: Mail) => {
      if (tags.purpose === "hand-off") tried.push(to.email);
      const refusal = refuses.get(to.email);
      if (refusal !== undefined) throw new MailNotSentError("refused", { refusal });
      return { providerId: String(gone.push(`${tags.purpose} ${to.email}`)) };
    },
    keyring: async () => [{ keyId: "k", secret: new Uint8Array(32) }],
    publicUrl: "https://api.example",
  });
  /** As the journey does: it looks again where the step says that the lead has moved. */
  const hand = async (agreement?: Agreement) => {
    for (let looks = 0; looks < 10; looks++) {
      const done = await handOff(task(agreement))(journey);
      if (done.next !== "moved" || done.stage !== "assigned") return done;
    }
    throw new Error("the journey turns in a circle");
  };
  const lead = async () => {
    const read = await readLead(table, "lead-0001");
    if (read === undefined || !isUnanswered(read)) throw new Error("nobody has the lead");
    return read;
  };
  const openOf = async (id: string) => (await readItem(table, keys.repLoad(id)))?.openLeads;
  const mail = (id: string) => `${id}@engranaje.example`;

  it("goes to another rep, whose clock it is; the one who never heard of it had none", async () => {
    refuses.set(mail("ana"), "recipient");
    expect(await hand()).toMatchObject({ next: "wait" });
    expect(await lead()).toMatchObject({
      stage: "handed-off",
      followUp: { ownerId: "luis", turn: 1, earlier: ["ana"], stepsDone: 0 },
      refusedHandOffs: [{ cycle: 1, turn: 0, ownerId: "ana", refusal: "recipient", at: now }],
    });
    // No mail to Ana that the lead is somebody else's: she never had it, and would not get it.
    expect(gone).toEqual(["hand-off luis@engranaje.example"]);
    expect([await openOf("ana"), await openOf("luis")]).toEqual([0, 1]);
    expect(await readBeginningWith(table, { pk: keys.lead("lead-0001").pk, sk: "CLOCK#" })).toEqual([]);
    const [decision] = await readDecisions(table, await lead());
    expect(decision).toMatchObject({ of: "reassignment", verdict: "luis" });
    expect(decision?.reasons[0]).toEqual({
      es: "El servicio de correo rechazó el correo a Ana Gil, que no ha sabido del lead",
      en: "The mail service refused the e-mail to Ana Gil, who has not heard of the lead",
    });
  });

  it("never goes to a rep again whom it does not reach; with no rep left, to the manager, then the director", async () => {
    for (const id of ["ana", "luis", "pablo"]) refuses.set(mail(id), "recipient");
    expect(await hand()).toMatchObject({ next: "wait" });
    expect(await lead()).toMatchObject({ stage: "handed-off", followUp: { ownerId: "marta" } });
    expect(tried).toEqual(["ana", "luis", "pablo", "marta"].map(mail));
  });

  it("waits without a clock when it reaches nobody, and is tried at an address that was mended", async () => {
    for (const id of ["ana", "luis", "pablo", "marta"]) refuses.set(mail(id), "recipient");
    const waits = await hand();
    expect(waits).toMatchObject({ next: "wait", stage: "assigned" });
    const { nextDueAt, stage, followUp } = await lead();
    expect([stage, followUp.ownerId]).toEqual(["assigned", "marta"]);
    expect(followUp.nobodyElseUntil).toBe(nextDueAt);
    expect(waits.wait.seconds).toBe((Date.parse(nextDueAt) - Date.parse(clock)) / 1000);
    expect(cardOf(await lead())).toMatchObject({ handOffMail: "refused", dueAt: nextDueAt });
    const asked = tried.length;
    clock = nextDueAt;
    expect(await hand()).toMatchObject({ next: "wait", stage: "assigned" });
    expect(tried).toHaveLength(asked);
    clock = (await lead()).nextDueAt;
    await hand(team({ luis: { email: mail("luis.mora") } }));
    expect(await lead()).toMatchObject({ stage: "handed-off", followUp: { ownerId: "luis", assignedAt: clock } });
    expect(cardOf(await lead()).handOffMail).toBeUndefined();
    expect(gone).toEqual(["hand-off luis.mora@engranaje.example"]);
  });

  /** Ana is not reached, and Luis has no room. */
  const waitingForLuis = async () => {
    refuses.set(mail("ana"), "recipient");
    await transact(table, [put(table, "load", { ...keys.repLoad("luis"), openLeads: 12 })]);
    expect(await hand()).toMatchObject({ next: "wait", stage: "assigned" });
    expect(await lead()).toMatchObject({ stage: "assigned", followUp: { ownerId: "ana", turn: 0 } });
    clock = (await lead()).nextDueAt;
  };

  it("waits for capacity while a rep who can be reached has none", async () => {
    await waitingForLuis();
    await transact(table, [put(table, "load", { ...keys.repLoad("luis"), openLeads: 3 })]);
    expect(await hand()).toMatchObject({ next: "wait" });
    expect(await lead()).toMatchObject({ stage: "handed-off", followUp: { ownerId: "luis" } });
  });

  it("goes to who stands in, when it has waited for the agreed time", async () => {
    await waitingForLuis();
    const agreement = team();
    clock = overflowsAt(now, agreement) ?? "";
    expect(clock > now).toBe(true);
    expect(await hand(agreement)).toMatchObject({ next: "wait" });
    expect(await lead()).toMatchObject({ stage: "handed-off", followUp: { ownerId: "pablo" } });
  });

  it("goes to its owner after all, at an address that was mended, with a clock that starts then", async () => {
    await waitingForLuis();
    expect(await hand(team({ ana: { email: mail("ana.gil") } }))).toMatchObject({ next: "wait" });
    expect(await lead()).toMatchObject({
      stage: "handed-off",
      followUp: { ownerId: "ana", turn: 0, assignedAt: clock },
    });
    expect(tried).toEqual([mail("ana"), mail("ana.gil")]);
    expect(gone).toEqual(["hand-off ana.gil@engranaje.example"]);
  });

  it("of a lead that was flagged meanwhile: its restart clears the flag, and nothing is due before its time", async () => {
    await waitingForLuis();
    expect(await hand()).toMatchObject({ next: "wait" });
    const waiting = await lead();
    await stored({ ...waiting, needsAttention: { error: "E", at: clock }, nextDueAt: clock });
    expect(await hand()).toMatchObject({ next: "wait", stage: "assigned" });
    const { needsAttention, nextDueAt } = await lead();
    expect([needsAttention, nextDueAt]).toEqual([undefined, waiting.nextDueAt]);
  });

  it("of which the text was refused, is tried with nobody else: it waits, without a clock", async () => {
    refuses.set(mail("ana"), "content");
    for (let looks = 0; looks < 3; looks++) {
      expect(await hand()).toMatchObject({ next: "wait", stage: "assigned" });
      expect((await lead()).nextDueAt > clock).toBe(true);
      clock = (await lead()).nextDueAt;
    }
    expect(await lead()).toMatchObject({ stage: "assigned", followUp: { ownerId: "ana", turn: 0 } });
    expect(tried).toHaveLength(1);
  });

  it("is remembered in the lead's next cycle", async () => {
    refuses.set(mail("ana"), "recipient");
    await hand();
    const next = startNextCycle(await lead(), "nobody-followed-up", now, now);
    expect(next.refusedHandOffs).toHaveLength(1);
  });

  it("is dealt with when a function died after the mail service's refusal, or was started again", async () => {
    refuses.set(mail("ana"), "recipient");
    const { now: at } = task();
    let calls = 0;
    const dying = { ...task(), now: () => (++calls > 6 ? fail() : at()) };
    const fail = (): string => {
      throw new Error("died");
    };
    await handOff(dying)(journey).catch(() => undefined);
    expect(await hand()).toMatchObject({ next: "wait" });
    expect(await lead()).toMatchObject({ stage: "handed-off", followUp: { ownerId: "luis" } });
    expect(tried.filter((email) => email.startsWith("ana"))).toHaveLength(1);
  });
});
