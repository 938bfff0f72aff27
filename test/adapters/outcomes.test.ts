import { beforeAll, describe, expect, it } from "vitest";
import { readFacts } from "../../lambdas/adapters/dynamo-answers.ts";
import { decisionWrite } from "../../lambdas/adapters/dynamo-decisions.ts";
import { leadItem, readJourney, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { readMessages } from "../../lambdas/adapters/dynamo-messages.ts";
import { putGrant, sign } from "../../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { type DynamoTable, isNew, put, readItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { countPlace } from "../../lambdas/adapters/dynamo-team.ts";
import { queueUp } from "../../lambdas/adapters/dynamo-waiting.ts";
import type { EventType } from "../../lambdas/contract/events.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { ask } from "../../lambdas/outcome/ask.ts";
import { intakeOutcome, outcomeFromBus } from "../../lambdas/outcome/intake-outcome.ts";
import { notifyTeams } from "../../lambdas/outcome/notify-teams.ts";
import { record } from "../../lambdas/outcome/outcome-page.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { engines, newTable } from "./engines.ts";

const [notNow, notABuyer] = anAgreement().terms.sla.sales.rejectReasons;
if (notNow === undefined || notABuyer === undefined) throw new Error("the agreement of the tests has reject reasons");
const agreement = anAgreement({
  sla: { sales: { rejectReasons: [{ ...notNow, coolDown: "60 days", programme: "later" }, notABuyer] } },
});

const depsOn = async (endpoint: string) => {
  const table = await newTable(endpoint);
  const mails: Mail[] = [];
  let millis = Date.parse(now);
  const send = async (mail: Mail) => {
    mails.push(mail);
    return { providerId: `mail-${mails.length}` };
  };
  const tick = () => new Date(millis++).toISOString();
  return {
    table,
    keyring: signingKeys(table),
    agreement,
    now: tick,
    mails,
    send,
    publicUrl: "https://api.example",
    parkEvent: async (_body: string, reason: string): Promise<void> => {
      throw new Error(reason);
    },
  };
};
type Deps = Awaited<ReturnType<typeof depsOn>>;

const keep = async ({ table }: Deps, lead: Lead): Promise<void> => {
  await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
};

const linkTo = async (deps: Deps, lead: Lead) => {
  await keep(deps, lead);
  const { leadId, cycle } = lead;
  const until = daysFromNow(300);
  const grant = { purpose: "outcome", leadId, cycle, ownerId: "ana", turn: 0, language: "es", until } as const;
  await transact(deps.table, [putGrant(deps.table, leadId, grant)]);
  return sign(deps.keyring, leadId);
};

const visit = (reference: string, form?: Record<string, string>) => ({
  rawPath: `/outcomes/${reference}`,
  rawQueryString: "",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  requestContext: { requestId: "request-0002", http: { method: form === undefined ? "GET" : "POST" } },
  pathParameters: { reference },
  body: Buffer.from(new URLSearchParams(form ?? {}).toString()).toString("base64"),
  isBase64Encoded: true,
});

const loadOfAna = async (table: DynamoTable) => (await readItem(table, keys.repLoad("ana")))?.openLeads;

const event = (type: EventType, data: object, id = "event-1") => ({
  Records: [
    {
      messageId: id,
      body: JSON.stringify({ detail: { id, version: 1, time: now, type, correlationId: "request-0001", data } }),
    },
  ],
});

describe.each(engines())("what becomes of accepted leads, on $name", ({ endpoint }) => {
  let deps: Deps;
  beforeAll(async () => {
    deps = await depsOn(endpoint);
  });

  it("goes on and ends by one and the same link, and frees the rep's place at the end only", async () => {
    await transact(deps.table, [countPlace(deps.table, "ana")]);
    const reference = await linkTo(deps, aLead("accepted", { leadId: "o-way" }));
    const post = (form: Record<string, string>) => record(deps)(visit(reference, form));
    const forward = await post({ outcome: "sales-qualified", note: "Hay presupuesto" });
    expect([forward.statusCode, forward.body]).toEqual([200, expect.stringContaining("ahora está en «SQL»")]);
    expect((await post({ outcome: "opportunity" })).statusCode).toBe(200);
    expect((await post({ outcome: "opportunity" })).statusCode).toBe(200);
    const back = await post({ outcome: "sales-qualified" });
    expect([back.statusCode, back.body]).toEqual([409, expect.stringContaining("ya está en «Oportunidad»")]);
    expect(await loadOfAna(deps.table)).toBe(1);
    const won = await post({ outcome: "won", amount: "12.500,50" });
    expect([won.statusCode, won.body]).toEqual([200, expect.stringContaining("Importe: 12.500,50")]);
    expect(await readLead(deps.table, "o-way")).toMatchObject({ stage: "won", amount: 12500.5, version: 4 });
    expect(await loadOfAna(deps.table)).toBe(0);
    expect((await readFacts(deps.table, "outcome", { leadId: "o-way", cycle: 1 })).map(({ kind }) => kind)).toEqual([
      "sales-qualified",
      "opportunity",
      "won",
    ]);
    expect((await readJourney(deps.table, "o-way")).signals).toBe(3);
  });

  it("is corrected by the same link, once for each thing seen, and the history keeps all of it", async () => {
    const reference = await linkTo(deps, aLead("accepted", { leadId: "o-wrong" }));
    const post = (form: Record<string, string>) => record(deps)(visit(reference, form));
    await post({ outcome: "won", amount: "100" });
    const [first] = await readFacts(deps.table, "outcome", { leadId: "o-wrong", cycle: 1 });
    expect((await record(deps)(visit(reference))).body).toContain(`name="corrects" value="${first?.at}"`);
    const uncorrected = await post({ outcome: "lost", "lost-reason": "price" });
    expect([uncorrected.statusCode, uncorrected.body]).toEqual([409, expect.stringContaining("corrígelo abajo")]);
    const incomplete = await post({ outcome: "lost", corrects: first?.at ?? "" });
    expect([incomplete.statusCode, incomplete.body]).toEqual([422, expect.stringContaining("<details open>")]);
    const lost = { outcome: "lost", "lost-reason": "price", corrects: first?.at ?? "" };
    for (const _ of [1, 2]) {
      const { statusCode, body } = await post(lost);
      expect([statusCode, body]).toEqual([200, expect.stringContaining("Es una corrección")]);
    }
    expect((await post({ outcome: "won", amount: "90", corrects: first?.at ?? "" })).statusCode).toBe(409);
    expect(await readLead(deps.table, "o-wrong")).toMatchObject({
      stage: "lost",
      reason: "price",
      because: "corrected",
    });
    expect(await readFacts(deps.table, "outcome", { leadId: "o-wrong", cycle: 1 })).toMatchObject([
      { kind: "won", amount: 100, by: "ana" },
      { kind: "lost", reason: "price", corrects: first?.at },
    ]);
  });

  it("returns to marketing with its cool-down, and says whom to ask", async () => {
    const reference = await linkTo(deps, aLead("opportunity", { leadId: "o-back" }));
    const back = { outcome: "recycled", "recycled-reason": "not-now" };
    for (const _ of [1, 2]) {
      const { statusCode, body } = await record(deps)(visit(reference, back));
      expect([statusCode, body]).toEqual([200, expect.stringContaining("carla@engranaje.example")]);
    }
    expect(await readLead(deps.table, "o-back")).toMatchObject({
      stage: "captured",
      cycle: 2,
      recycled: { reason: "not-now", programme: "later" },
    });
  });

  it("can be reported by another system, by request or event, once", async () => {
    await keep(deps, aLead("accepted", { leadId: "o-crm" }));
    const stored = { leadId: "o-crm", by: "ana", outcome: { kind: "won", amount: 5 } } as const;
    expect(await intakeOutcome(deps, stored, { correlationId: "r" })).toMatchObject({ is: "taken" });
    expect(await intakeOutcome(deps, stored, { correlationId: "r" })).toMatchObject({ is: "known" });
    const detail = { leadId: "o-crm", by: "ana", outcome: "lost", reason: "price" };
    expect(await outcomeFromBus(deps, detail, "e")).toContain("corrects: true");
    expect(await outcomeFromBus(deps, { ...detail, corrects: true }, "e")).toBeUndefined();
    expect(await outcomeFromBus(deps, { ...detail, corrects: true }, "e")).toBeUndefined();
    expect(await outcomeFromBus(deps, { ...detail, leadId: "nobody" }, "e")).toBe("the lead is unknown");
    expect(await outcomeFromBus(deps, { ...detail, reason: "weather" }, "e")).toContain("reason");
    expect(await readFacts(deps.table, "outcome", { leadId: "o-crm", cycle: 1 })).toHaveLength(2);
    await keep(deps, aLead("accepted", { leadId: "o-crm-back" }));
    const back = { leadId: "o-crm-back", by: "ana", outcome: "recycled", reason: "not-now" };
    for (const _ of [1, 2]) expect(await outcomeFromBus(deps, back, "e")).toBeUndefined();
    expect(await readLead(deps.table, "o-crm-back")).toMatchObject({ cycle: 2 });
  });
});

describe.each(engines())("the question about a deal, on $name", ({ endpoint }) => {
  it("is asked in every stage, and the stage's limit is notified once, to the rep and the manager", async () => {
    const deps = await depsOn(endpoint);
    const lead = aLead("opportunity", { leadId: "ask-1", askAt: now, limitAt: now });
    await keep(deps, lead);
    const verdict = await ask(deps)({ leadId: "ask-1", cycle: 1 });
    expect(verdict).toMatchObject({ next: "wait", wait: { seconds: 14 * 86_400 } });
    await ask(deps)({ leadId: "ask-1", cycle: 1 });
    expect(deps.mails.map(({ to, subject }) => `${to.email} ${subject.slice(0, 12)}`)).toEqual([
      "ana@engranaje.example Inés Otero (",
      "pablo@engranaje.example Inés Otero (",
      "ana@engranaje.example ¿Qué ha pasa",
    ]);
    expect(await readLead(deps.table, "ask-1")).toMatchObject({ asked: 1, limitTold: true, stage: "opportunity" });
    expect((await readMessages(deps.table, "ask-1")).map(({ purpose, step }) => `${purpose} ${step}`)).toEqual([
      "ask-outcome 0.opportunity.1",
      "stage-limit 0.opportunity.ana",
      "stage-limit 0.opportunity.pablo",
    ]);
  });

  it("waits for the limit when that comes first, and reassigns the leads of an owner who has left", async () => {
    const deps = await depsOn(endpoint);
    await keep(deps, aLead("accepted", { leadId: "ask-2", askAt: daysFromNow(3), limitAt: daysFromNow(1) }));
    expect(await ask(deps)({ leadId: "ask-2", cycle: 1 })).toMatchObject({ next: "wait", wait: { seconds: 86_400 } });
    await keep(deps, aLead("accepted", { leadId: "ask-3", followUp: { ownerId: "gone" } }));
    expect(await ask(deps)({ leadId: "ask-3", cycle: 1 })).toMatchObject({ next: "reassign" });
    expect(deps.mails).toEqual([]);
  });
});

describe.each(engines())("notifying both teams, on $name", ({ endpoint }) => {
  it("celebrates a win once, whatever is delivered or corrected, and notifies marketing of a win that was corrected away", async () => {
    const deps = await depsOn(endpoint);
    await keep(deps, aLead("accepted", { leadId: "t-won" }));
    const tell = (kind: string, corrects?: string) =>
      notifyTeams(deps)(event("OutcomeRecorded", { leadId: "t-won", cycle: 1, kind, ownerId: "ana", corrects }));
    const stored = { leadId: "t-won", by: "ana", outcome: { kind: "won", amount: 7 } } as const;
    await intakeOutcome(deps, stored, { correlationId: "r" });
    for (const _ of [1, 2]) expect(await tell("won")).toEqual({ batchItemFailures: [] });
    const readers = ["carla", "ana", "pablo", "marta"].map((name) => `${name}@engranaje.example`);
    expect(deps.mails.map(({ to }) => to.email)).toEqual(readers);
    const [first] = await readFacts(deps.table, "outcome", { leadId: "t-won", cycle: 1 });
    await intakeOutcome(
      deps,
      { ...stored, outcome: { kind: "won", amount: 8 }, corrects: true },
      { correlationId: "r" },
    );
    await tell("won", first?.at);
    expect(deps.mails).toHaveLength(4);
    const second = (await readFacts(deps.table, "outcome", { leadId: "t-won", cycle: 1 })).at(-1);
    await intakeOutcome(
      deps,
      { ...stored, outcome: { kind: "lost", reason: "price" }, corrects: true },
      { correlationId: "r" },
    );
    for (const _ of [1, 2]) await tell("lost", second?.at);
    expect(deps.mails.slice(4).map(({ to, text }) => [to.email, text])).toEqual([
      ["carla@engranaje.example", expect.stringContaining("antes constaba como ganado")],
    ]);
    await tell("won", first?.at);
    expect(deps.mails).toHaveLength(5);
  });

  it("notifies marketing why a lead was rejected, and why it had passed the gate", async () => {
    const deps = await depsOn(endpoint);
    const { table } = deps;
    const lead = aLead("captured", { leadId: "t-no", cycle: 2 });
    await keep(deps, lead);
    const reasons = [{ es: "Puntos de encaje: 60 (mínimo 30)", en: "Fit points: 60 (minimum 30)" }];
    const decision = { at: now, of: "gate", verdict: "qualified", reasons, agreementVersion: "1" };
    const answer = { leadId: "t-no", cycle: 1, at: now, ownerId: "ana", kind: "rejected", reason: "not-now" };
    await transact(table, [
      decisionWrite(table, { ...lead, cycle: 1 }, decision),
      put(table, "answer", { ...keys.answer("t-no", 1, now), ...answer }, isNew),
    ]);
    for (const kind of ["accepted", "rejected", "rejected"])
      await notifyTeams(deps)(event("AnswerRecorded", { ...answer, kind }));
    expect(deps.mails.map(({ to }) => to.email)).toEqual(["carla@engranaje.example"]);
    expect(deps.mails[0]?.text).toContain("Puntos de encaje: 60 (mínimo 30)");
    expect(deps.mails[0]?.text).toContain("Queda en pausa hasta el 9 de mayo de 2026");
  });

  it("notifies once a day that sales is full, however many leads start to wait", async () => {
    const deps = await depsOn(endpoint);
    const { table } = deps;
    const waits = event("LeadWaitsForSales", { leadId: "t-1", cycle: 1 });
    await notifyTeams(deps)(waits);
    expect(deps.mails).toEqual([]);
    for (const leadId of ["t-1", "t-2"]) {
      const queued = { leadId, cycle: 1, rank: `1.${leadId}`, since: now, reps: ["ana"], language: "es", looksAt: now };
      await transact(table, [queueUp(table, { ...queued, language: "es" }, false)]);
    }
    for (const _ of [1, 2, 3]) await notifyTeams(deps)(waits);
    expect(deps.mails.map(({ to, subject }) => [to.email, subject])).toEqual([
      ["carla@engranaje.example", "Ventas no da abasto: 2 MQL sin comercial asignado"],
      ["pablo@engranaje.example", "Ventas no da abasto: 2 MQL sin comercial asignado"],
    ]);
  });
});
