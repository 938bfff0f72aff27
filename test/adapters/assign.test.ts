import { beforeEach, describe, expect, it } from "vitest";
import { recordFact } from "../../lambdas/adapters/dynamo-answers.ts";
import { readDecisions } from "../../lambdas/adapters/dynamo-decisions.ts";
import { leadItem, readLead, signal } from "../../lambdas/adapters/dynamo-leads.ts";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { readTeam } from "../../lambdas/adapters/dynamo-team.ts";
import { readQueue } from "../../lambdas/adapters/dynamo-waiting.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { assign } from "../../lambdas/hand-off/assign.ts";
import { serveWaiting } from "../../lambdas/hand-off/serve-waiting.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { aRep } from "../builders/rep-now.ts";
import { isolatingEngines, newTable } from "./engines.ts";

const agreed = (capacities: Record<string, number>, overflow: "manager" | "nobody" = "nobody"): Agreement =>
  anAgreement({
    sla: { sales: { overflow: { after: "1 working day", to: overflow } } },
    team: {
      reps: Object.entries(capacities).map(([id, newPerWeek]) =>
        aRep(id, { capacity: { newPerWeek, openAtMost: 40 } }),
      ),
    },
  });

const idOf = (i: number): string => `lead-${String(i).padStart(2, "0")}`;

describe.each(isolatingEngines())("assigning on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeEach(async () => {
    table = await newTable(endpoint);
  });

  type Some = Parameters<typeof aLead<"qualified">>[1];
  const qualified = async (leadId: string, some: Some = {}) => {
    const lead = aLead("qualified", { leadId, email: `${leadId}@gmail.com`, contact: { company: leadId }, ...some });
    await transact(table, [put(table, "lead", leadItem(lead), isNew), signal(table, leadId)]);
  };
  const assigned = (agreement: Agreement, leadId: string, at = now) =>
    assign({ table, agreement, now: () => at })({ leadId, cycle: 1 });
  const told = async (agreement: Agreement): Promise<string[]> => {
    const bodies: string[] = [];
    await serveWaiting({
      agreement,
      now: () => now,
      team: (at) => readTeam(table, agreement, at),
      queue: (most) => readQueue(table, most),
      send: async (some) => void bodies.push(...some),
    });
    return bodies.map((body) => JSON.parse(body).lookAt);
  };
  const given = async (agreement: Agreement) =>
    Object.fromEntries((await readTeam(table, agreement, now)).map(({ rep, newThisWeek }) => [rep.id, newThisWeek]));
  const reject = async (leadId: string) => {
    const lead = await readLead(table, leadId);
    if (lead?.stage !== "assigned") throw new Error(`${leadId} is not assigned`);
    const next = aLead("disqualified", { leadId, because: "rejected:not-a-buyer" });
    const { ownerId } = lead.followUp;
    await recordFact(table, lead, next, { kind: "answer", at: now, ownerId, content: { kind: "rejected" } });
  };

  it("fills two reps with fifty leads of one second, and lets the rest wait by their value", async () => {
    const agreement = agreed({ ana: 20, luis: 12 });
    const ids = Array.from({ length: 50 }, (_, i) => idOf(i));
    await Promise.all(ids.map((id, i) => qualified(id, { scores: { fit: i, familiarity: 40 } })));
    const answers = await Promise.all(ids.map((id) => assigned(agreement, id)));
    expect(await given(agreement)).toEqual({ ana: 20, luis: 12 });
    const waiting = ids.filter((_, i) => answers[i]?.next === "wait");
    expect(waiting).toHaveLength(18);
    expect((await readQueue(table, 100)).map(({ leadId }) => leadId)).toEqual([...waiting].reverse());
    expect(await told(agreement)).toEqual([]);
  });

  it("shares fifty leads of one second out by capacity", async () => {
    const agreement = agreed({ ana: 60, luis: 30, eva: 30 });
    const ids = Array.from({ length: 50 }, (_, i) => idOf(i));
    await Promise.all(ids.map((id) => qualified(id)));
    await Promise.all(ids.map((id) => assigned(agreement, id)));
    const { ana = 0, luis = 0, eva = 0 } = await given(agreement);
    expect(ana + luis + eva).toBe(50);
    expect([ana, luis, eva].map((leads) => Math.round(leads / 12.5))).toEqual([2, 1, 1]);
  });

  it("keeps a freed place for the first lead in the queue, and wakes it", async () => {
    const agreement = agreed({ ana: 9 });
    const [ana] = agreement.terms.team.reps;
    if (ana !== undefined) ana.capacity = { newPerWeek: 9, openAtMost: 1 };
    for (const [id, points] of [
      ["first", 0],
      ["poor", 10],
      ["rich", 90],
    ] as const)
      await qualified(id, { scores: { fit: points, familiarity: 0 } });
    expect((await assigned(agreement, "first")).next).toBe("hand-off");
    expect((await assigned(agreement, "poor")).next).toBe("wait");
    expect((await assigned(agreement, "rich")).next).toBe("wait");
    const queue = await readQueue(table, 9);
    expect(queue.map(({ leadId, reps }) => [leadId, reps])).toEqual([
      ["rich", ["ana"]],
      ["poor", ["ana"]],
    ]);
    await reject("first");
    expect(await told(agreement)).toEqual(["rich"]);
    expect((await assigned(agreement, "poor")).next).toBe("wait");
    expect((await readDecisions(table, aLead("qualified", { leadId: "poor" }))).at(-1)?.reasons.at(0)?.es).toMatch(
      /^La capacidad que queda es para los leads que van por delante en la cola: Ana: 1 de 9 esta semana, 1 para la cola$/,
    );
    expect((await assigned(agreement, "rich")).next).toBe("hand-off");
    expect((await readQueue(table, 9)).map(({ leadId }) => leadId)).toEqual(["poor"]);
    expect(await told(agreement)).toEqual([]);
  });

  it("moves a lead up whose score has risen, and looks no further than agreed", async () => {
    const agreement = agreed({ ana: 1 }, "manager");
    await qualified("taken");
    await assigned(agreement, "taken");
    await qualified("other", { scores: { fit: 50, familiarity: 0 } });
    await assigned(agreement, "other");
    await qualified("riser");
    expect((await assigned(agreement, "riser")).wait).toEqual({ seconds: 3600 });
    const riser = await readLead(table, "riser");
    if (riser?.stage !== "qualified") throw new Error("the lead does not wait");
    const hot = leadItem({ ...riser, lane: "fast", version: riser.version + 1 });
    await transact(table, [put(table, "lead", hot)]);
    await assigned(agreement, "riser");
    expect((await readQueue(table, 9)).map(({ leadId }) => leadId)).toEqual(["riser", "other"]);
    expect(await readLead(table, "riser")).toMatchObject({ waiting: { since: now, reps: ["ana"] } });
  });

  it("hands over what has waited as long as agreed, and counts it", async () => {
    const agreement = agreed({ ana: 1 }, "manager");
    await qualified("taken");
    await qualified("late");
    await assigned(agreement, "taken");
    await assigned(agreement, "late");
    expect((await assigned(agreement, "late", daysFromNow(0.98))).wait.seconds).toBeLessThan(0.021 * 86_400);
    expect((await assigned(agreement, "late", daysFromNow(1))).next).toBe("hand-off");
    const late = await readLead(table, "late");
    expect(late).toMatchObject({ because: "no-rep-free", followUp: { ownerId: "pablo" } });
    expect(await readQueue(table, 9)).toEqual([]);
  });

  it("assigns the next lead of a company to the company's rep", async () => {
    const agreement = agreed({ ana: 20, luis: 20 });
    const same = { email: "inés@talleres.example" };
    for (const id of ["one", "two", "three"]) {
      await qualified(id, same);
      await assigned(agreement, id);
    }
    expect(Object.values(await given(agreement)).sort()).toEqual([0, 3]);
  });
});
