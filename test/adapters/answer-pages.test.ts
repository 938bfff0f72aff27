import { beforeAll, describe, expect, it } from "vitest";
import { readFacts } from "../../lambdas/adapters/dynamo-answers.ts";
import { leadItem, readJourney, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { type Grant, putGrant, sign } from "../../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { countPlace, readTeam } from "../../lambdas/adapters/dynamo-team.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { answer } from "../../lambdas/follow-up/answer-page.ts";
import type { PageDependencies } from "../../lambdas/http/reference-page.ts";
import { unsubscribe } from "../../lambdas/nurture/unsubscribe.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const agreement = anAgreement();

const visit = (reference: string, method: "GET" | "POST", form: Record<string, string> = {}, query = "") => ({
  rawPath: `/any/${reference}`,
  rawQueryString: query,
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  requestContext: { requestId: "request-0002", http: { method } },
  pathParameters: { reference },
  body: Buffer.from(new URLSearchParams(form).toString()).toString("base64"),
  isBase64Encoded: true,
});

const depsOn = async (endpoint: string): Promise<PageDependencies> => {
  const table = await newTable(endpoint);
  return { table, keyring: signingKeys(table), agreement, now: () => now };
};

/** A lead in the table, with the reference that its mail carried. */
const linkTo = async (deps: PageDependencies, lead: Lead, purpose: Grant["purpose"], over: Partial<Grant> = {}) => {
  const { leadId, cycle } = lead;
  const referenceId = `${purpose}-${leadId}`;
  const until = "2026-12-24T09:00:00.000Z";
  const grant = { purpose, leadId, cycle, ownerId: "ana", language: "es", until, ...over } as const;
  const writes = [put(deps.table, "lead", leadItem(lead), isNew), putGrant(deps.table, referenceId, grant)];
  await transact(deps.table, writes);
  return sign(deps.keyring, referenceId);
};

/** Leads in this rep's hands. */
const loadOf = async (table: DynamoTable, repId: string): Promise<number> =>
  (await readTeam(table, agreement, now)).find(({ rep }) => rep.id === repId)?.open ?? 0;

/** Gives Ana one lead more to answer. @returns how many she then has */
const loadAna = async (table: DynamoTable): Promise<number> => {
  await transact(table, [countPlace(table, "ana")]);
  return loadOf(table, "ana");
};

const answersTo = (table: DynamoTable, leadId: string) => readFacts(table, "answer", { leadId, cycle: 1 });

describe.each(engines())("the pages that links in mails lead to, on $name", ({ endpoint }) => {
  let deps: PageDependencies;
  let table: DynamoTable;
  beforeAll(async () => {
    deps = await depsOn(endpoint);
    table = deps.table;
  });

  describe("answering", () => {
    it("shows a page however often it is opened, and changes nothing", async () => {
      const lead = aLead("handed-off", { leadId: "a-show" });
      const reference = await linkTo(deps, lead, "answer");
      for (let i = 0; i < 3; i++) {
        const { statusCode, body } = await answer(deps)(visit(reference, "GET", {}, "choose=reject"));
        expect(statusCode).toBe(200);
        expect(body).toContain('value="reject" required checked');
      }
      expect(await readLead(table, "a-show")).toEqual(lead);
      expect((await readJourney(table, "a-show")).signals).toBe(0);
    });

    it("takes the answer and signals the journey; the rep goes on having the lead in hand", async () => {
      const before = await loadAna(table);
      const reference = await linkTo(deps, aLead("handed-off", { leadId: "a-take" }), "answer");
      const response = await answer(deps)(visit(reference, "POST", { answer: "accept", note: "La llamo hoy" }));
      expect(response.statusCode).toBe(200);
      expect(response.body).toContain("Lead aceptado");
      expect(await readLead(table, "a-take")).toMatchObject({ stage: "accepted", acceptedAt: now, version: 2 });
      expect(await readFacts(table, "answer", { leadId: "a-take", cycle: 1 })).toEqual([
        { kind: "accepted", how: "called", at: now, ownerId: "ana", by: "ana", turn: 0, note: "La llamo hoy" },
      ]);
      expect((await readJourney(table, "a-take")).signals).toBe(1);
      expect(await loadOf(table, "ana")).toBe(before);
    });

    it("takes a double click as one answer, and shows a different second answer that the first counts", async () => {
      const reference = await linkTo(deps, aLead("handed-off", { leadId: "a-twice" }), "answer");
      const reject = { answer: "reject", reason: "not-now" };
      for (const post of [reject, reject]) {
        const { statusCode, body } = await answer(deps)(visit(reference, "POST", post));
        expect([statusCode, body]).toEqual([200, expect.stringContaining("Lead rechazado")]);
      }
      const { statusCode, body } = await answer(deps)(visit(reference, "POST", { answer: "accept" }));
      expect([statusCode, body]).toEqual([409, expect.stringContaining("cuenta la primera")]);
      expect(await readLead(table, "a-twice")).toMatchObject({ stage: "captured", cycle: 2, version: 2 });
    });

    it("shows what is wrong with an answer, and goes on waiting", async () => {
      const lead = aLead("handed-off", { leadId: "a-wrong" });
      const reference = await linkTo(deps, lead, "answer");
      const { statusCode, body } = await answer(deps)(visit(reference, "POST", { answer: "reject", note: "por qué" }));
      expect([statusCode, body]).toEqual([422, expect.stringContaining("Elige el motivo del rechazo.")]);
      expect(body).toContain("por qué</textarea>");
      expect(await readLead(table, "a-wrong")).toEqual(lead);
    });

    it("shows a late answer that the lead was returned to marketing, or reassigned", async () => {
      const back = aLead("captured", { leadId: "a-back", cycle: 2, returnedAt: now });
      const toBack = await linkTo(deps, back, "answer", { cycle: 1 });
      const shown = await answer(deps)(visit(toBack, "GET"));
      expect([shown.statusCode, shown.body]).toEqual([200, expect.stringContaining("El lead ha vuelto a marketing")]);
      expect((await answer(deps)(visit(toBack, "POST", { answer: "accept" }))).statusCode).toBe(409);
      const others = aLead("handed-off", { leadId: "a-other", followUp: { ownerId: "luis", turn: 1 } });
      const toOther = await linkTo(deps, others, "answer");
      const late = await answer(deps)(visit(toOther, "POST", { answer: "accept" }));
      expect([late.statusCode, late.body]).toEqual([409, expect.stringContaining("Luis Mora lo lleva ahora")]);
      expect(await readLead(table, "a-other")).toEqual(others);
    });

    it("passes the lead on: the colleague's place is taken, the old link shows what happened, and a repeat is no error", async () => {
      const [before, luis] = [await loadAna(table), await loadOf(table, "luis")];
      const reference = await linkTo(deps, aLead("handed-off", { leadId: "a-pass" }), "answer");
      for (let i = 0; i < 2; i++) {
        const { statusCode, body } = await answer(deps)(visit(reference, "POST", { answer: "pass-on", to: "luis" }));
        expect([statusCode, body]).toEqual([200, expect.stringContaining("Luis Mora lo lleva ahora")]);
      }
      const passed = await readLead(table, "a-pass");
      expect(passed).toMatchObject({
        stage: "assigned",
        because: "passed-on",
        version: 2,
        followUp: { ownerId: "luis", turn: 1, earlier: ["ana"] },
      });
      expect([await loadOf(table, "ana"), await loadOf(table, "luis")]).toEqual([before - 1, luis + 1]);
      expect((await readJourney(table, "a-pass")).signals).toBe(1);
      expect((await answer(deps)(visit(reference, "POST", { answer: "accept" }))).statusCode).toBe(409);
      expect((await answer(deps)(visit(reference, "GET"))).body).toContain("Luis Mora lo lleva ahora");
    });

    it("does not pass a lead to a full colleague, and says so", async () => {
      const fresh = await depsOn(endpoint);
      await transact(fresh.table, [
        put(fresh.table, "load", { ...keys.repLoad("luis"), openLeads: 12 }),
        countPlace(fresh.table, "ana"),
      ]);
      const reference = await linkTo(fresh, aLead("handed-off", { leadId: "a-full" }), "answer");
      const refused = await answer(fresh)(visit(reference, "POST", { answer: "pass-on", to: "luis" }));
      expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining("no tiene capacidad")]);
      expect(await loadOf(fresh.table, "luis")).toBe(12);
      const toManager = await answer(fresh)(visit(reference, "POST", { answer: "pass-on", to: "pablo" }));
      expect([toManager.statusCode, toManager.body]).toEqual([
        200,
        expect.stringContaining("Pablo Rey lo lleva ahora"),
      ]);
    });

    it("snoozes the lead and gives more time, as often as agreed, and shows until when", async () => {
      let millis = Date.parse(now);
      const ticking = { ...deps, now: () => new Date(millis++).toISOString() };
      const reference = await linkTo(deps, aLead("handed-off", { leadId: "a-snooze" }), "answer");
      const snooze = { answer: "snooze", until: "2026-03-16T12:00", why: "De viaje" };
      for (let i = 0; i < 2; i++) {
        const { statusCode, body } = await answer(ticking)(visit(reference, "POST", snooze));
        expect([statusCode, body]).toEqual([
          200,
          expect.stringContaining("responde antes del lunes 16 de marzo, 12:00"),
        ]);
      }
      const more = await answer(ticking)(visit(reference, "POST", { answer: "more-time", why: "Busco el teléfono" }));
      expect([more.statusCode, more.body]).toEqual([200, expect.stringContaining("martes 17 de marzo, 12:00")]);
      const again = await answer(ticking)(visit(reference, "POST", { ...snooze, until: "2026-03-18T12:00" }));
      expect([again.statusCode, again.body]).toEqual([422, expect.stringContaining("Ya no se puede aplazar más")]);
      expect((await answer(ticking)(visit(reference, "GET"))).body).toContain("Ya lo has aplazado una vez.");
      expect(await readLead(table, "a-snooze")).toMatchObject({
        stage: "handed-off",
        version: 3,
        followUp: { ownerId: "ana", turn: 0, snoozes: 1, extensions: 1, dueAt: "2026-03-17T11:00:00.000Z" },
      });
      expect((await answersTo(table, "a-snooze")).map(({ kind }) => kind)).toEqual(["snoozed", "more-time"]);
    });

    it("takes a manager's answer as the manager's", async () => {
      const reference = await linkTo(deps, aLead("handed-off", { leadId: "a-by" }), "answer", { by: "pablo" });
      expect((await answer(deps)(visit(reference, "GET"))).body).toContain("Lo lleva Ana Gil");
      const meeting = { answer: "meeting", meetingAt: "2026-03-12T10:00" };
      expect((await answer(deps)(visit(reference, "POST", meeting))).statusCode).toBe(200);
      expect(await answersTo(table, "a-by")).toMatchObject([
        { kind: "accepted", how: "meeting", meetingAt: "2026-03-12T09:00:00.000Z", ownerId: "ana", by: "pablo" },
      ]);
    });

    it("shows forged, foreign and expired links the same page", async () => {
      const lead = aLead("handed-off", { leadId: "a-forged" });
      const reference = await linkTo(deps, lead, "answer", { until: now });
      const foreign = await linkTo(deps, aLead("accepted", { leadId: "a-foreign" }), "outcome");
      const forged = [`${reference}x`, "x", "a.b.c", reference, foreign];
      const answers = await Promise.all(forged.map((each) => answer(deps)(visit(each, "POST", { answer: "accept" }))));
      expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
      expect(answers[0]?.statusCode).toBe(404);
      expect(await readLead(table, "a-forged")).toEqual(lead);
    });
  });

  describe("unsubscribing", () => {
    it("asks when it is opened, and ends the mails at a post, once", async () => {
      const reference = await linkTo(deps, aLead("nurturing", { leadId: "u-1" }), "unsubscribe");
      const asked = await unsubscribe(deps)(visit(reference, "GET"));
      expect([asked.statusCode, asked.body]).toEqual([200, expect.stringContaining('<form method="post">')]);
      expect(await readLead(table, "u-1")).not.toHaveProperty("unsubscribedAt");
      const oneClick = visit(reference, "POST", { "List-Unsubscribe": "One-Click" });
      for (let i = 0; i < 2; i++) expect((await unsubscribe(deps)(oneClick)).statusCode).toBe(200);
      expect(await readLead(table, "u-1")).toMatchObject({ stage: "nurturing", unsubscribedAt: now, version: 2 });
      expect((await readJourney(table, "u-1")).signals).toBe(1);
      expect((await unsubscribe(deps)(visit(reference, "GET"))).body).toContain("Se ha dado de baja");
    });

    it("works for a lead that has gone on since, and in later cycles", async () => {
      const reference = await linkTo(deps, aLead("won", { leadId: "u-2", cycle: 3 }), "unsubscribe", { cycle: 1 });
      expect((await unsubscribe(deps)(visit(reference, "POST"))).statusCode).toBe(200);
      expect(await readLead(table, "u-2")).toMatchObject({ stage: "won", unsubscribedAt: now });
    });
  });
});

describe.each(isolatingEngines())("leads passed on at once, on $name", ({ endpoint }) => {
  it("never exceed anyone's capacity", async () => {
    const deps = await depsOn(endpoint);
    await transact(deps.table, [put(deps.table, "load", { ...keys.repLoad("luis"), openLeads: 9 })]);
    const references = await Promise.all(
      Array.from({ length: 6 }, (_, i) => linkTo(deps, aLead("handed-off", { leadId: `p-${i}` }), "answer")),
    );
    const responses = await Promise.all(
      references.map((reference) => answer(deps)(visit(reference, "POST", { answer: "pass-on", to: "luis" }))),
    );
    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 422, 422, 422]);
    expect(await loadOf(deps.table, "luis")).toBe(12);
  });
});

describe.each(isolatingEngines())("answers at once, on $name", ({ endpoint }) => {
  it("are one answer: the others see what it was", async () => {
    let millis = Date.parse(now);
    const deps = { ...(await depsOn(endpoint)), now: () => new Date(millis++).toISOString() };
    const before = await loadAna(deps.table);
    const reference = await linkTo(deps, aLead("handed-off", { leadId: "a-race" }), "answer");
    const posts = Array.from(
      { length: 10 },
      (_, i): Record<string, string> =>
        i % 2 === 0 ? { answer: "accept" } : { answer: "reject", reason: "not-a-buyer" },
    );
    const responses = await Promise.all(posts.map((post) => answer(deps)(visit(reference, "POST", post))));
    const [fact, ...others] = await readFacts(deps.table, "answer", { leadId: "a-race", cycle: 1 });
    expect(others).toEqual([]);
    const winner = fact?.kind === "accepted" ? "accept" : "reject";
    expect(responses.map(({ statusCode }) => statusCode)).toEqual(
      posts.map((post) => (post.answer === winner ? 200 : 409)),
    );
    expect(await loadOf(deps.table, "ana")).toBe(winner === "accept" ? before : before - 1);
    expect((await readJourney(deps.table, "a-race")).signals).toBe(1);
  });
});
