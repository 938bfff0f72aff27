import { describe, expect, inject, it, vi } from "vitest";
import * as z from "zod/mini";
import { leadItem, readLead, signal } from "../../lambdas/adapters/dynamo-leads.ts";
import { putGrant, sign } from "../../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { countPlace } from "../../lambdas/adapters/dynamo-team.ts";
import { planFollowUp } from "../../lambdas/domain/follow-up/plan-follow-up.ts";
import { escalate } from "../../lambdas/escalation/escalate.ts";
import { reassign } from "../../lambdas/escalation/reassign.ts";
import { answer } from "../../lambdas/follow-up/answer-page.ts";
import { climb } from "../../lambdas/follow-up/climb.ts";
import { judgeSla } from "../../lambdas/follow-up/judge-sla.ts";
import { remind } from "../../lambdas/follow-up/remind.ts";
import type { MailTask } from "../../lambdas/mail/mail-task.ts";
import { recycle } from "../../lambdas/outcome/recycle.ts";
import type { Twin } from "../../local/twin/dynamo-twin.ts";
import { formSent } from "../../local/twin/requests.ts";
import { aLead } from "../builders/lead.ts";
import { now as assignedAt } from "../builders/now.ts";
import { everyOrder } from "./interleave.ts";
import { minutesAgreement } from "./minutes-agreement.ts";

// A writer that lost a race pauses before it reads again; here the test sets the order.
vi.mock("node:timers/promises", () => ({ setTimeout: async () => {} }));

const agreement = minutesAgreement();
const [ana] = agreement.terms.team.reps;
if (ana === undefined) throw new Error("the agreement of the tests has reps");

const minutesLater = (minutes: number) => new Date(Date.parse(assignedAt) + minutes * 60_000).toISOString();

/** Ana's lead, this many minutes after she got it, with a link for her and one for her manager. */
const handedOff = async (table: Twin, minutes: number, rung: number) => {
  const followUp = { ...planFollowUp(ana, {}, assignedAt, agreement), rung };
  const lead = aLead("handed-off", { followUp, nextDueAt: followUp.dueAt });
  const { leadId, cycle } = lead;
  const grant = { purpose: "answer", leadId, cycle, ownerId: ana.id, turn: 0, language: "es" } as const;
  const until = "2026-12-24T09:00:00.000Z";
  await transact(table, [
    put(table, "lead", leadItem(lead), isNew),
    signal(table, leadId),
    countPlace(table, ana.id),
    putGrant(table, "of-ana", { ...grant, until }),
    putGrant(table, "of-pablo", { ...grant, by: "pablo", until }),
  ]);
  const sent: string[] = [];
  const task: MailTask = {
    table,
    agreement,
    now: () => minutesLater(minutes),
    send: async ({ subject, to }) => ({ providerId: String(sent.push(`${to.email} ${subject}`)) }),
    keyring: signingKeys(table),
    publicUrl: "https://api.example",
  };
  const [hers, his] = [await sign(task.keyring, "of-ana"), await sign(task.keyring, "of-pablo")];
  const statuses: number[] = [];
  const answers = (reference: string, fields: Record<string, string>) => async () => {
    const { statusCode } = z
      .object({ statusCode: z.number() })
      .parse(await answer(task)(formSent("/answers", reference, fields)));
    statuses.push(statusCode);
  };
  return { task, lead, sent, statuses, answers, hers, his };
};

/** What the journey does when its timer ends. */
const timerRings =
  (task: MailTask, { leadId, cycle }: { leadId: string; cycle: number }) =>
  async () => {
    const judged = await judgeSla(task)({ leadId, cycle });
    switch (judged.verdict) {
      case "remind":
        return climb(task, remind)(judged);
      case "escalate":
        return climb(task, escalate)(judged);
      case "reassign":
        return reassign(task)(judged);
      case "return-to-marketing":
        return recycle(task)(judged);
      default:
        return judged;
    }
  };

const FactSchema = z.object({ kind: z.string(), ownerId: z.string() });

/** One consistent result: the stored answers, the lead's stage, the loads and the clocks agree. */
const oneTruth = async (table: Twin, leadId: string, taken: number, sent: readonly string[]) => {
  const items = (beginning: string) => table.items().filter((item) => item.sk?.S?.startsWith(beginning));
  const lead = await readLead(table, leadId);
  if (lead === undefined) throw new Error("the lead is gone");
  const facts = items("ANSWER#").map((item) => FactSchema.parse({ kind: item.kind?.S, ownerId: item.ownerId?.S }));
  expect(facts).toHaveLength(taken);
  const last = facts.filter(({ kind }) => kind === "accepted" || kind === "rejected");
  expect(last.length).toBeLessThanOrEqual(1);
  const clocks = items("CLOCK#");
  expect(clocks.filter((clock) => clock.answered?.BOOL === true)).toHaveLength(last.length);
  const turns = "followUp" in lead ? lead.followUp.turn : 0;
  const isOpen = lead.stage === "assigned" || lead.stage === "handed-off";
  if (last[0]?.kind === "accepted") expect(lead).toMatchObject({ stage: "accepted", cycle: 1 });
  if (last[0]?.kind === "rejected") expect(["captured", "disqualified"]).toContain(lead.stage);
  if (last.length === 0 && lead.cycle === 1) expect(isOpen).toBe(true);
  if (isOpen) expect(clocks).toHaveLength(turns);
  const owner = "followUp" in lead ? lead.followUp.ownerId : undefined;
  for (const load of items("LOAD"))
    expect({ rep: load.pk?.S, open: load.openLeads?.N }).toEqual({
      rep: load.pk?.S,
      open: load.pk?.S === `REP#${owner}` ? "1" : "0",
    });
  expect(new Set(sent).size).toBe(sent.length);
};

const rings = {
  "the reminder": { minutes: 10, rung: 0 },
  "the breach": { minutes: 20, rung: 1 },
  "the reassignment": { minutes: 30, rung: 2 },
  "the return to marketing": { minutes: 200, rung: 5 },
} as const;

const said = {
  "an acceptance": { answer: "accept" },
  "a rejection that recycles": { answer: "reject", reason: "not-now" },
  "a rejection that ends it": { answer: "reject", reason: "not-a-buyer" },
  "passing it on": { answer: "pass-on", to: "luis" },
  "putting it off": { answer: "snooze", until: "2026-03-12T10:00", why: "They are at a fair" },
  "asking for more time": { answer: "more-time", why: "They call back on Friday" },
} as const;

/** The breach has by far the most orders, since two mails go: they are for `npm run test:load`. */
const ringing = Object.entries(rings)
  .map(([name, ring]) => ({ name, ...ring }))
  .filter(({ name }) => inject("load") === "full" || name !== "the breach");

describe.each(ringing)("$name and", ({ minutes, rung }) => {
  it.each(Object.entries(said))(
    "%s in the same moment leave one truth, in every order",
    async (_, fields) => {
      let taken = 0;
      const orders = await everyOrder(async (table) => {
        const { task, lead, sent, statuses, answers, hers } = await handedOff(table, minutes, rung);
        return {
          actors: [answers(hers, fields), timerRings(task, lead)],
          afterwards: async () => {
            const now = statuses.filter((status) => status === 200).length;
            taken += now;
            await oneTruth(table, lead.leadId, now, sent);
          },
        };
      });
      expect(orders).toBeGreaterThan(1);
      expect(taken).toBeGreaterThan(0);
    },
    300_000,
  );
});

describe("two who answer at once", () => {
  it.each([
    ["accept", "reject"],
    ["reject", "accept"],
    ["accept", "accept"],
    ["accept", "pass-on"],
  ])(
    "%s and %s: one answer is taken, in every order, and the other hears what happened",
    async (mine, theirs) => {
      const fieldsOf = (choice: string): Record<string, string> => ({
        answer: choice,
        ...(choice === "reject" && { reason: "not-now" }),
        ...(choice === "pass-on" && { to: "luis" }),
      });
      await everyOrder(async (table) => {
        const { lead, sent, statuses, answers, hers, his } = await handedOff(table, 5, 0);
        return {
          actors: [answers(hers, fieldsOf(mine)), answers(his, fieldsOf(theirs))],
          afterwards: async () => {
            expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
            await oneTruth(table, lead.leadId, 1, sent);
          },
        };
      });
    },
    300_000,
  );
});
