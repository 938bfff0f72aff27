import { unmarshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../lambdas/adapters/dynamo-answers.ts";
import { readDecisions } from "../../lambdas/adapters/dynamo-decisions.ts";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { countPlace } from "../../lambdas/adapters/dynamo-team.ts";
import { actionsOfRole, type LeadAction, LeadActionSchema, RoleSchema } from "../../lambdas/contract/board.ts";
import { type Stage, StageSchema } from "../../lambdas/contract/stages.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { actionsNow, fits } from "../../lambdas/domain/board/actions-now.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { ownerIn } from "../../lambdas/domain/lead/move-fact.ts";
import { eventsOfChange } from "../../lambdas/domain/publish/events-of-change.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { asking } from "../board/asking.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { posted, type SignedIn } from "./board-requests.ts";
import { minutesAgreement } from "./minutes-agreement.ts";

const agreement = minutesAgreement({
  fields: [{ id: "warehouses", label: { es: "Almacenes", en: "Warehouses" }, type: "number", shown: ["lead"] }],
});
const users: Record<(typeof RoleSchema.options)[number], SignedIn> = {
  marketing: { user: "carla", role: "marketing" },
  rep: { user: "ana", role: "rep" },
  manager: { user: "pablo", role: "manager" },
  operations: { user: "oscar", role: "operations" },
};

const tableWith = async (...leads: Lead[]): Promise<Twin> => {
  const table = dynamoTwin();
  for (const lead of leads) {
    const claim = { ...keys.emailClaim(lead.email), leadId: lead.leadId };
    await transact(table, [
      put(table, "lead", leadItem(lead), isNew),
      put(table, "claim", claim),
      ...("followUp" in lead ? [countPlace(table, lead.followUp.ownerId)] : []),
    ]);
  }
  table.takeChanges();
  return table;
};

/** Beside the lead of the action; everybody may see it. */
const another = aLead("accepted", { leadId: "another", email: "otra@talleresnorte.example" });

const reason = "Lo pide por teléfono";
/** What can be asked for in any stage that allows the action at all. */
const bodyOf = (action: LeadAction, lead: Lead) => ({ version: lead.version, ...fields[action](lead) });
const fields: Record<LeadAction, (lead: Lead) => object> = {
  decide: () => ({ decision: "call-again", to: "luis", reason }),
  override: () => ({ verdict: "qualified", reason }),
  answer: () => ({ answer: "accept" }),
  outcome: ({ stage }) => (stage === "won" ? { outcome: "lost", reason: "price" } : { outcome: "won", amount: 1200 }),
  reassign: () => ({ to: "luis", reason }),
  recycle: () => ({ reason }),
  "new-deal": () => ({ reason }),
  "take-over": () => ({ field: "phone", submissionId: "s-2" }),
  edit: () => ({ values: { phone: "+34 600 111 222", companySize: "50-200" } }),
  "not-same": () => ({ leadId: another.leadId }),
  dismiss: () => ({ field: "phone", submissionId: "s-2" }),
  unsubscribe: () => ({ reason }),
  export: () => ({ reason, identified: true }),
  erase: ({ email }) => ({ reason, confirm: email }),
};

const deps = (table: Twin, at: string = now) => ({ table, agreement, now: () => at });
/** All but the audit trail, which keeps what was tried, too. */
const textOf = (table: Twin): string =>
  JSON.stringify(table.items().filter(({ pk }) => !pk?.S?.startsWith(keys.trail("", "").pk)));

describe.each(StageSchema.options)("a lead that is %s", (stage) => {
  it.each(LeadActionSchema.options)(
    "%s is done by whom the agreement lets do it, where the stage allows it, and else nothing changes",
    async (action) => {
      for (const role of RoleSchema.options) {
        const lead = aLead(stage);
        const table = await tableWith(lead, another);
        const before = textOf(table);
        const mayDo = actionsOfRole[role].some((each) => each === action);
        const isTheirs = role !== "rep" || ownerIn(lead) === "ana";
        const status = !mayDo ? 403 : !isTheirs ? 404 : fits(action, lead) ? 200 : 409;
        const answered = await posted(deps(table), users[role], `leads/${lead.leadId}/${action}`, bodyOf(action, lead));
        expect({ role, status: answered.statusCode }).toEqual({ role, status });
        expect(actionsNow(role, lead).includes(action)).toBe(mayDo && fits(action, lead));
        if (status !== 200) expect(textOf(table)).toBe(before);
        else expect(answered.body.said?.es).toBeTruthy();
      }
    },
  );

  it.each(LeadActionSchema.options)(
    "%s asked for again does nothing twice; on a lead that changed meanwhile nothing at all",
    async (action) => {
      const role = RoleSchema.options.find((each) =>
        actionsOfRole[each].some((its) => its === action && each !== "rep"),
      );
      const lead = aLead(stage);
      if (role === undefined || !fits(action, lead)) return;
      const table = await tableWith(lead, another);
      const ask = (version: number) =>
        posted(deps(table), users[role], `leads/${lead.leadId}/${action}`, { ...bodyOf(action, lead), version });
      expect((await ask(lead.version - 1)).statusCode).toBe(409);
      const first = await ask(lead.version);
      const after = textOf(table);
      expect(await ask(lead.version)).toEqual(first);
      expect(textOf(table)).toBe(after);
    },
  );
});

describe("an action", () => {
  const ask = (table: Twin, lead: Lead, action: LeadAction, body: object, user: SignedIn = users.manager) =>
    posted(deps(table, daysFromNow(0.01)), user, `leads/${lead.leadId}/${action}`, { version: lead.version, ...body });
  const openOf = (table: Twin, repId: string): unknown =>
    unmarshall(table.items().find(({ pk, sk }) => pk?.S === `REP#${repId}` && sk?.S === "LOAD") ?? {}).openLeads;

  it("shows a rep nothing of another's lead, not even that the same action was done to it", async () => {
    const others = aLead("opportunity", { followUp: { ownerId: "luis" } });
    const table = await tableWith(others);
    const [lost, ended] = [{ outcome: "lost", reason: "price" }, { reason }];
    expect((await ask(table, others, "unsubscribe", ended)).statusCode).toBe(200);
    const current = await readLead(table, others.leadId);
    if (current === undefined) throw new Error("the lead has gone");
    expect((await ask(table, current, "outcome", lost)).statusCode).toBe(200);
    const before = textOf(table);
    for (const [action, body] of [
      ["unsubscribe", ended],
      ["outcome", lost],
    ] as const)
      expect((await ask(table, others, action, body, users.rep)).statusCode).toBe(404);
    expect(textOf(table)).toBe(before);
  });

  it("by a manager is kept under the manager's name, and the lead stays its owner's", async () => {
    const lead = aLead("handed-off");
    const table = await tableWith(lead);
    const { body } = await ask(table, lead, "answer", { answer: "accept", note: "Ha llamado Ana" });
    expect(body.said?.es).toMatch(/ lo aceptó$/);
    expect(await readFacts(table, "answer", lead)).toMatchObject([{ kind: "accepted", by: "pablo", ownerId: "ana" }]);
    expect(await readLead(table, lead.leadId)).toMatchObject({ stage: "accepted", followUp: { ownerId: "ana" } });
  });

  it.each(["handed-off", "accepted", "opportunity"] as const)(
    "gives a lead that is %s to a colleague, with the place",
    async (stage) => {
      const lead = aLead(stage as Stage);
      const table = await tableWith(lead);
      expect((await ask(table, lead, "reassign", { to: "luis", reason })).statusCode).toBe(200);
      expect(await readLead(table, lead.leadId)).toMatchObject({
        stage: "assigned",
        followUp: { ownerId: "luis", turn: 1, earlier: ["ana"] },
      });
      expect([openOf(table, "ana"), openOf(table, "luis")]).toEqual([0, 1]);
      expect(await readFacts(table, "answer", lead)).toMatchObject([
        { kind: "passed-on", to: "luis", note: reason, by: "pablo" },
      ]);
    },
  );

  it.each(["handed-off", "accepted"] as const)(
    "does not give a lead that is %s to who cannot have it",
    async (stage) => {
      const lead = aLead(stage as Stage);
      const table = await tableWith(lead);
      const before = textOf(table);
      for (const to of ["ana", "nobody"])
        expect(await ask(table, lead, "reassign", { to, reason })).toMatchObject({
          statusCode: 422,
          body: { errors: [{ field: "to" }] },
        });
      expect(textOf(table)).toBe(before);
    },
  );

  it("starts another deal beside a won one, which stays on the board, among the wins and in the pack", async () => {
    const won = aLead("won", { amount: 9000, createdAt: daysFromNow(-3) });
    const table = await tableWith(won);
    const read = asking(table);
    const before = await read("manager", "wins");
    const started = await ask(table, won, "new-deal", { reason: "Amplía la planta" }, users.rep);
    expect(started.body.said?.en).toBe("Ana Gil started a new deal: “Amplía la planta”");
    expect(await readLead(table, won.leadId)).toMatchObject({
      stage: "captured",
      cycle: 2,
      override: { verdict: "qualified", by: "Ana Gil" },
      deals: [{ cycle: 1, amount: 9000 }],
    });
    expect((await read("manager", "wins")).body).toEqual(before.body);
    const [column, owned] = await Promise.all([read("manager", "columns/won"), read("rep", "columns/won")]);
    for (const { body } of [column, owned])
      expect(body.cards).toMatchObject([{ leadId: won.leadId, cycle: 1, stage: "won", amount: 9000 }]);
    expect((await read("manager", "columns/captured")).body.cards).toMatchObject([{ leadId: won.leadId, cycle: 2 }]);
    expect((await read("manager", "search", undefined, { q: "talleres" })).body.cards).toHaveLength(1);
  });

  describe("on what a form said otherwise", () => {
    const claims = [
      { field: "phone", value: "666 600 600", submissionId: "s-2", at: daysFromNow(-1) },
      { field: "name", value: "I. Otero", submissionId: "s-2", at: daysFromNow(-1) },
    ];
    const lead = aLead("accepted", { claims });
    const asked = { field: "phone", submissionId: "s-2" };

    it("is offered on the lead's page, and taken over: it counts from now on, and what was known stays in the history", async () => {
      const table = await tableWith(lead);
      const { body } = await asking(table)("rep", `leads/${lead.leadId}`);
      expect(body.claims[0].text.en).toBe("On 9 Mar 2026 a form said: phone 666 600 600");
      expect(body.actions).toContain("take-over");
      const taken = await ask(table, lead, "take-over", asked, users.rep);
      expect(taken.body.said?.es).toBe("Ana Gil ha aceptado: teléfono 666 600 600");
      const next = await readLead(table, lead.leadId);
      expect(next).toMatchObject({ contact: { phone: "666 600 600" }, claims: [{ field: "name" }] });
      expect(next?.facts?.phone).toMatchObject([
        { value: "666 600 600", from: "colleague", id: "ana", form: "s-2" },
        { value: lead.contact.phone, from: "form" },
      ]);
      const plain = (item: Parameters<typeof unmarshall>[0] | undefined) => item && unmarshall(item);
      const events = table
        .takeChanges()
        .flatMap(({ id, before, after }) =>
          eventsOfChange({ id, at: now, before: plain(before), after: plain(after) }),
        );
      expect(events.map(({ type }) => type)).toContain("FactsConfirmed");
    });

    it("is taken over of one of the agreement's own fields, as long as it declares it", async () => {
      const own = ["warehouses", "gone"].map((field) => ({ ...asked, field, value: 5, at: daysFromNow(-1) }));
      const lead = aLead("accepted", { contact: { own: { warehouses: 3, gone: 3 } }, claims: own });
      const table = await tableWith(lead);
      const taken = await ask(table, lead, "take-over", { ...asked, field: "warehouses" }, users.rep);
      expect(taken.body.said?.en).toBe("Ana Gil took over: warehouses 5");
      const next = await readLead(table, lead.leadId);
      if (next === undefined) throw new Error("the lead has gone");
      expect(next).toMatchObject({ contact: { own: { warehouses: 5, gone: 3 } }, claims: [{ field: "gone" }] });
      expect((await ask(table, next, "take-over", { ...asked, field: "gone" }, users.rep)).statusCode).toBe(409);
      expect((await ask(table, next, "dismiss", { ...asked, field: "gone" }, users.rep)).statusCode).toBe(200);
    });

    it("is dismissed: nothing changes, and it is not shown again", async () => {
      const table = await tableWith(lead);
      await ask(table, lead, "dismiss", asked, users.rep);
      const next = await readLead(table, lead.leadId);
      expect(next?.contact).toEqual(lead.contact);
      expect(next?.claims?.[0]).toMatchObject({ dismissedBy: "ana" });
      const { body } = await asking(table)("rep", `leads/${lead.leadId}`);
      expect(body.claims.map(({ field }: { field: string }) => field)).toEqual(["name"]);
      expect(body.entries[0].title.en).toBe("Ana Gil dismissed: phone 666 600 600");
    });

    it("is done once when asked twice, and refused when there is no such claim", async () => {
      const table = await tableWith(lead);
      const first = await ask(table, lead, "take-over", asked, users.rep);
      expect(await ask(table, lead, "take-over", asked, users.rep)).toEqual(first);
      const current = await readLead(table, lead.leadId);
      if (current === undefined) throw new Error("the lead has gone");
      const none = await ask(table, current, "take-over", { ...asked, submissionId: "s-9" }, users.rep);
      expect(none.statusCode).toBe(422);
    });
  });

  it("takes up a lost lead again by hand, with who and why", async () => {
    const lead = aLead("lost");
    const table = await tableWith(lead);
    await ask(table, lead, "recycle", { reason: "Tiene presupuesto desde mayo" });
    const next = await readLead(table, lead.leadId);
    expect(next).toMatchObject({ stage: "captured", cycle: 2, because: "recycled-by-hand" });
    const decisions = next === undefined ? [] : await readDecisions(table, next);
    expect(decisions).toMatchObject([{ of: "recycle", by: "pablo" }]);
    expect(decisions[0]?.reasons[0]?.en).toMatch(/“Tiene presupuesto desde mayo”$/);
  });

  it("returns an accepted lead for an agreed reason, with free text as a note only: events carry no text", async () => {
    const lead = aLead("accepted");
    const [agreed, own] = [await tableWith(lead), await tableWith(lead)];
    await ask(agreed, lead, "recycle", { reason: "not-now" });
    await ask(own, lead, "recycle", { reason: "Que espere" });
    expect(await readFacts(agreed, "outcome", lead)).toMatchObject([{ kind: "recycled", reason: "not-now" }]);
    expect(await readFacts(own, "outcome", lead)).toMatchObject([
      { kind: "recycled", reason: "by-hand", note: "Que espere" },
    ]);
    for (const table of [agreed, own])
      expect(await readLead(table, lead.leadId)).toMatchObject({ stage: "captured", cycle: 2 });
  });

  it("corrects the outcome of a closed deal", async () => {
    const lead = aLead("won", { amount: 100 });
    const table = await tableWith(lead);
    await ask(table, lead, "outcome", { outcome: "won", amount: "1.200" }, users.rep);
    expect(await readLead(table, lead.leadId)).toMatchObject({ stage: "won", amount: 1200, because: "corrected" });
    // Figures leave the deal where it was won.
    expect(await readFacts(table, "outcome", lead)).toMatchObject([{ amount: 1200, closedAt: lead.stageSince }]);
  });

  it("says what is wrong field by field", async () => {
    const lead = aLead("handed-off");
    const table = await tableWith(lead);
    const wrong = async (action: LeadAction, body: object, user?: SignedIn) => {
      const answered = await ask(table, lead, action, body, user);
      expect(answered.statusCode).toBe(422);
      return answered.body.errors?.map(({ field }) => field);
    };
    expect(await wrong("answer", { answer: "reject" })).toEqual(["reason"]);
    expect(await wrong("answer", { answer: "snooze", until: "2027-01-01", reason: "x" })).toEqual(["until"]);
    expect(await wrong("unsubscribe", { reason: "" })).toEqual(["reason"]);
    expect(await wrong("override", { verdict: "perhaps", reason }, users.marketing)).toEqual(["verdict"]);
  });

  it("on no one's lead, or by no known name, finds nothing", async () => {
    const table = await tableWith();
    expect((await ask(table, aLead("lost"), "recycle", { reason })).statusCode).toBe(404);
    expect((await ask(table, aLead("lost"), "unsubscribe", { reason }, users.rep)).statusCode).toBe(404);
    const unknown = await posted(deps(table), users.manager, "leads/lead-0001/paint", {});
    expect(unknown.statusCode).toBe(404);
  });
});
