import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordFact } from "../../lambdas/adapters/dynamo-answers.ts";
import { readCompanyOwner } from "../../lambdas/adapters/dynamo-company-owners.ts";
import { readDecisions } from "../../lambdas/adapters/dynamo-decisions.ts";
import { leadItem, readLead, replaceLead } from "../../lambdas/adapters/dynamo-leads.ts";
import {
  type DynamoTable,
  isNew,
  put,
  readBeginningWith,
  readItem,
  transact,
} from "../../lambdas/adapters/dynamo-table.ts";
import type { Agreement, Rep } from "../../lambdas/contract/agreement.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { applyAnswer } from "../../lambdas/domain/follow-up/apply-answer.ts";
import { companyOf } from "../../lambdas/domain/hand-off/prospect.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { reassign } from "../../lambdas/escalation/reassign.ts";
import { judgeSla } from "../../lambdas/follow-up/judge-sla.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { anOwner } from "../builders/owner.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const escalation = [
  { after: "0 working hours", to: "manager" as const },
  { after: "1 working hour", reassign: true as const },
  { after: "0 working hours", to: "director" as const },
];
const agreed = anAgreement({ sla: { sales: { escalation } } });
/** The lead of the tests is due on Thursday at 10:30 in Madrid: two hours later an hour of the ladder is over. */
const late = "2026-03-12T11:30:00.000Z";

/** The same agreement with Ana and Luis changed. */
const team = (ana: Partial<Rep>, luis: Partial<Rep> = {}): Agreement => {
  const changes: Record<string, Partial<Rep>> = { ana, luis };
  const reps = agreed.terms.team.reps.map((rep) => ({ ...rep, ...changes[rep.id] }));
  return { ...agreed, terms: { ...agreed.terms, team: { ...agreed.terms.team, reps } } };
};
const full = { newPerWeek: 0, openAtMost: 0 };
const onLeave = [{ from: "2026-03-09", to: "2026-03-20" }];

const aboutTable = (table: () => DynamoTable) => {
  const stored = async (lead: Lead) => {
    const { leadId, cycle } = lead;
    const load =
      "followUp" in lead ? [put(table(), "load", { ...keys.repLoad(lead.followUp.ownerId), openLeads: 1 })] : [];
    await transact(table(), [put(table(), "lead", leadItem(lead), isNew), ...load]);
    return { leadId, cycle, signals: 0 };
  };
  const openOf = async (repId: string) => (await readItem(table(), keys.repLoad(repId)))?.openLeads;
  const task = (agreement: Agreement = agreed, at = late) => ({ table: table(), agreement, now: () => at });
  const clocks = (leadId: string) => readBeginningWith(table(), { pk: keys.lead(leadId).pk, sk: "CLOCK#" });
  return { stored, openOf, task, clocks };
};

describe.each(engines())("giving a lead to someone else on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeEach(async () => {
    table = await newTable(endpoint);
  });
  const { stored, openOf, task, clocks } = aboutTable(() => table);

  it("after a breach: the next rep, a clock of its own, the places, the old clock, and why", async () => {
    const journey = await stored(aLead("handed-off", { leadId: "r-breach", followUp: { rung: 2 } }));
    const verdict = await judgeSla(task())(journey);
    expect(verdict).toMatchObject({ verdict: "reassign", rung: 3 });
    expect(await reassign(task())(verdict)).toMatchObject({ ...journey, next: "hand-off" });
    const lead = await readLead(table, "r-breach");
    expect(lead).toMatchObject({
      stage: "assigned",
      because: "reassigned:breach",
      version: 2,
      followUp: { ownerId: "luis", turn: 1, earlier: ["ana"], rung: 0, stepsDone: 2, firstAssignedAt: now },
    });
    expect([await openOf("ana"), await openOf("luis")]).toEqual([0, 1]);
    expect(await readCompanyOwner(table, lead && companyOf(lead, agreed))).toBe("luis");
    expect(await clocks("r-breach")).toMatchObject([
      { ownerId: "ana", turn: 0, because: "reassigned:breach", answered: false, inTime: false },
    ]);
    const [decision, ...others] = lead === undefined ? [] : await readDecisions(table, lead);
    expect(others).toEqual([]);
    expect(decision).toMatchObject({ of: "reassignment", verdict: "luis" });
    expect(decision?.reasons.map(({ es }) => es)).toEqual([
      expect.stringContaining("Ana Gil no respondió en plazo"),
      expect.stringContaining("Luis Mora"),
    ]);
  });

  it("asked twice moves it once", async () => {
    const journey = await stored(aLead("handed-off", { leadId: "r-twice", followUp: { rung: 2 } }));
    await reassign(task())({ ...journey, rung: 3 });
    expect(await reassign(task())({ ...journey, rung: 3 })).toMatchObject({ next: "moved" });
    expect(await readLead(table, "r-twice")).toMatchObject({ followUp: { ownerId: "luis", turn: 1 }, version: 2 });
    expect(await openOf("luis")).toBe(1);
  });

  it("leaves a lead alone that was answered, snoozed, or is not due", async () => {
    for (const [leadId, lead] of [
      ["r-answered", aLead("accepted", { leadId: "r-answered" })],
      ["r-put-off", aLead("handed-off", { leadId: "r-put-off", followUp: { dueAt: "2026-03-13T09:30:00.000Z" } })],
    ] as const) {
      expect(await reassign(task())({ ...(await stored(lead)), rung: 3 })).toMatchObject({ next: "moved" });
      expect(await readLead(table, leadId)).toMatchObject({ version: 1, stage: lead.stage });
    }
  });

  it("of one who is away", async () => {
    const away = team({ absences: onLeave });
    const journey = await stored(aLead("handed-off", { leadId: "r-away" }));
    expect(await judgeSla(task(away, now))(journey)).toMatchObject({ verdict: "reassign", rung: 0 });
    expect(await reassign(task(away, now))({ ...journey, rung: 0 })).toMatchObject({ next: "hand-off" });
    expect(await readLead(table, "r-away")).toMatchObject({
      because: "reassigned:away",
      followUp: { ownerId: "luis", stepsDone: 0 },
    });
  });

  it("while everyone is full: it stays, the ladder goes on, and it is tried again after the pause only", async () => {
    const crowded = team({}, { capacity: full });
    const journey = await stored(aLead("handed-off", { leadId: "r-full", followUp: { rung: 2 } }));
    expect(await reassign(task(crowded))({ ...journey, rung: 3 })).toMatchObject({ next: "wait" });
    const lead = await readLead(table, "r-full");
    expect(lead).toMatchObject({ stage: "handed-off", followUp: { ownerId: "ana", rung: 3, turn: 0 } });
    expect(lead !== undefined && (await readDecisions(table, lead))).toMatchObject([{ verdict: "nobody" }]);
    const again = await judgeSla(task(crowded))(journey);
    expect(again).toMatchObject({ verdict: "wait" });
    // Thursday 12:30 in Madrid: an hour of the company's working time later.
    const then = "2026-03-12T12:30:00.000Z";
    expect(again.wait.seconds).toBe(3600);
    expect(await judgeSla(task(crowded, then))(journey)).toMatchObject({ verdict: "reassign", rung: 3 });
    expect(await reassign(task(agreed, then))({ ...journey, rung: 3 })).toMatchObject({ next: "hand-off" });
    expect(await readLead(table, "r-full")).toMatchObject({ followUp: { ownerId: "luis", stepsDone: 2 } });
  });

  it("back to a former owner, when no one else is there", async () => {
    const away = team({}, { absences: onLeave });
    const followUp = { ownerId: "luis", turn: 1, earlier: ["ana"] };
    const journey = await stored(aLead("handed-off", { leadId: "r-back", followUp }));
    expect(await reassign(task(away, now))({ ...journey, rung: 0 })).toMatchObject({ next: "hand-off" });
    expect(await readLead(table, "r-back")).toMatchObject({
      followUp: { ownerId: "ana", turn: 2, earlier: ["ana", "luis"] },
    });
  });

  it("of one who has left, worked on or not: a rep, else the manager, else the director", async () => {
    const left = team({ leaves: "2026-03-09" });
    const worked = await stored(aLead("opportunity", { leadId: "r-left" }));
    expect(await reassign(task(left, now))(worked)).toMatchObject({ next: "hand-off" });
    expect(await readLead(table, "r-left")).toMatchObject({
      stage: "assigned",
      because: "reassigned:left",
      followUp: { ownerId: "luis", turn: 1 },
    });
    expect(await clocks("r-left")).toEqual([]);
    const alone = team({ leaves: "2026-03-09" }, { capacity: full });
    await reassign(task(alone, now))(await stored(aLead("handed-off", { leadId: "r-manager" })));
    expect(await readLead(table, "r-manager")).toMatchObject({ followUp: { ownerId: "pablo" } });
    const lost = aLead("accepted", { leadId: "r-lost", followUp: { ownerId: "olga" } });
    await reassign(task(alone, now))(await stored(lost));
    expect(await readLead(table, "r-lost")).toMatchObject({ followUp: { ownerId: "marta" } });
    expect([await openOf("pablo"), await openOf("marta"), await openOf("olga")]).toEqual([1, 1, 0]);
  });

  it("leaves an accepted lead with an owner who is only away", async () => {
    const journey = await stored(aLead("accepted", { leadId: "r-kept" }));
    expect(await reassign(task(team({ absences: onLeave }), now))(journey)).toMatchObject({ next: "moved" });
  });
});

describe.each(isolatingEngines())("races for a lead on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });
  const { stored, openOf, task, clocks } = aboutTable(() => table);

  it("an answer at the same moment leaves one consistent result: the answer's or the reassignment's", async () => {
    for (let i = 0; i < 6; i++) {
      const leadId = `r-race-${i}`;
      const lead = aLead("handed-off", { leadId, followUp: { rung: 2 } });
      const journey = await stored(lead);
      const answered = applyAnswer(lead, { kind: "accepted" }, { owner: anOwner() }, agreed, late);
      const fact = { kind: "answer", at: late, ownerId: "ana", content: { kind: "accepted" } } as const;
      const [answer, move] = await Promise.all([
        recordFact(table, lead, answered, fact),
        reassign(task())({ ...journey, rung: 3 }),
      ]);
      const then = await readLead(table, leadId);
      expect(move.next).toBe(answer ? "moved" : "hand-off");
      expect(then).toMatchObject(answer ? { stage: "accepted" } : { stage: "assigned", followUp: { ownerId: "luis" } });
      expect(then?.version).toBe(2);
      expect(await clocks(leadId)).toMatchObject([{ answered: answer }]);
      expect(await openOf("ana")).toBe(answer ? 1 : 0);
    }
  });

  it("two tasks at once move it once", async () => {
    const journey = await stored(aLead("handed-off", { leadId: "r-two", followUp: { rung: 2 } }));
    const before = Number((await openOf("luis")) ?? 0);
    const moves = await Promise.all([1, 2, 3].map(() => reassign(task())({ ...journey, rung: 3 })));
    expect(moves.filter(({ next }) => next === "hand-off")).toHaveLength(1);
    expect(await openOf("luis")).toBe(before + 1);
  });

  it("concurrent leads never exceed a rep's places", async () => {
    const few = team({}, { capacity: { newPerWeek: 2, openAtMost: 100 } });
    await transact(table, [put(table, "week", { ...keys.repWeek("luis", "2026-W11"), newLeads: 0 })]);
    const leads = Array.from({ length: 5 }, (_, i) =>
      aLead("handed-off", { leadId: `r-many-${i}`, followUp: { rung: 2 } }),
    );
    const journeys = await Promise.all(leads.map(stored));
    const moves = await Promise.all(journeys.map((journey) => reassign(task(few))({ ...journey, rung: 3 })));
    expect(moves.map(({ next }) => next).sort()).toEqual(["hand-off", "hand-off", "wait", "wait", "wait"]);
  });

  it("snoozed at the moment in which no taker is found: one of the two counts", async () => {
    const lead = aLead("handed-off", { leadId: "r-puts-off", followUp: { rung: 2 } });
    const journey = await stored(lead);
    const putOff = { ...lead, followUp: { ...lead.followUp, dueAt: "2026-03-16T09:30:00.000Z", rung: 0, snoozes: 1 } };
    await Promise.all([
      transact(table, [replaceLead(table, lead, putOff)]),
      reassign(task(team({}, { capacity: full })))({ ...journey, rung: 3 }),
    ]);
    const then = await readLead(table, "r-puts-off");
    expect(then?.version).toBe(2);
  });
});
