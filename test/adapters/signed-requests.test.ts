import { beforeAll, describe, expect, it, vi } from "vitest";
import { readFacts } from "../../lambdas/adapters/dynamo-answers.ts";
import { type ApiKey, retireApiKey } from "../../lambdas/adapters/dynamo-api-keys.ts";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { json } from "../../lambdas/domain/http/http.ts";
import { signatureOf, signedHeaders } from "../../lambdas/domain/http/signature.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { answerFromBus } from "../../lambdas/follow-up/intake-answer.ts";
import { postAnswer } from "../../lambdas/follow-up/post-answer.ts";
import { type SignedDependencies, signedRequest } from "../../lambdas/http/signed-request.ts";
import { cipherTwin } from "../../local/twin/cipher-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { anApiKey } from "../builders/api-key.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { engines, newTable } from "./engines.ts";

const agreement = anAgreement();

interface Sent {
  readonly body?: string;
  readonly method?: string;
  readonly query?: string;
  readonly timestamp?: number;
  readonly headers?: Record<string, string>;
}

const seconds = Date.parse(now) / 1000;

/** A request as the API passes it on, signed as another system would. */
const signed = ({ keyId, secret }: Pick<ApiKey, "keyId" | "secret">, sent: Sent = {}) => {
  const { body = "{}", method = "POST", query = "", timestamp = seconds } = sent;
  const path = query === "" ? "/answers" : `/answers?${query}`;
  const signature = signatureOf(secret, { timestamp: String(timestamp), method, path, body: Buffer.from(body) });
  return {
    rawPath: "/answers",
    rawQueryString: query,
    headers: {
      [signedHeaders.key]: keyId,
      [signedHeaders.timestamp]: String(timestamp),
      [signedHeaders.signature]: signature,
      ...sent.headers,
    },
    requestContext: { requestId: "request-0003", http: { method } },
    body: Buffer.from(body).toString("base64"),
    isBase64Encoded: true,
  };
};

describe.each(engines())("signed requests, on $name", ({ endpoint }) => {
  let deps: SignedDependencies;
  let key: ApiKey;
  let clock = now;
  beforeAll(async () => {
    deps = { table: await newTable(endpoint), agreement, now: () => clock, decrypt: cipherTwin.decrypt };
    key = await anApiKey(deps.table, now);
  });

  describe("the frame", () => {
    it("admits what an active key has signed, with its query", async () => {
      const act = vi.fn(async ({ json: body, keyId, query, method }) =>
        json(200, { body, keyId, a: query.get("a"), method }),
      );
      const response = await signedRequest(deps, "sla:read", act)(signed(key, { body: '{"x":1}', query: "a=b%20c" }));
      expect(response.statusCode).toBe(200);
      expect(JSON.parse(response.body)).toEqual({ body: { x: 1 }, keyId: key.keyId, a: "b c", method: "POST" });
    });

    it("refuses everything else with a sentence that says how to fix it, and calls nothing", async () => {
      const act = vi.fn(async () => json(200, {}));
      const handle = signedRequest(deps, "sla:read", act);
      const unsigned = { ...signed(key), headers: {} };
      const faulty = [
        [unsigned, 401, "Sign the request"],
        [signed({ ...key, keyId: "key-unknown" }), 401, "is not the ID of a key in use"],
        [signed({ ...key, secret: "other" }), 401, "does not match"],
        [{ ...signed(key), body: Buffer.from("{ }").toString("base64") }, 401, "does not match"],
        [{ ...signed(key), rawQueryString: "a=1" }, 401, "does not match"],
        [signed(key, { timestamp: seconds - 301 }), 401, "5 minutes"],
        [signed(key, { timestamp: seconds + 301 }), 401, "5 minutes"],
        [signed(key, { body: "{" }), 400, "JSON"],
        [signed(key, { body: JSON.stringify("x".repeat(70_000)) }), 413, "64 KiB"],
      ] as const;
      for (const [event, status, detail] of faulty) {
        const response = await handle(event);
        expect(response.headers["content-type"]).toContain("application/problem+json");
        expect([response.statusCode, response.body]).toEqual([status, expect.stringContaining(detail)]);
      }
      expect(act).not.toHaveBeenCalled();
    });

    it("gives a repeated request the stored response, and acts once", async () => {
      let count = 0;
      const act = vi.fn(async () => json(200, { count: ++count }));
      const handle = signedRequest(deps, "sla:read", act);
      const event = signed(key, { body: '{"again":true}' });
      const [first, second] = [await handle(event), await handle(event)];
      expect(second).toEqual(first);
      expect(act).toHaveBeenCalledTimes(1);
      const atOnce = signed(key, { body: '{"at":"once"}' });
      const bodies = (await Promise.all([handle(atOnce), handle(atOnce), handle(atOnce)])).map(({ body }) => body);
      expect(new Set(bodies).size).toBe(1);
      expect((await handle(signed(key, { body: '{"again":true}', timestamp: seconds + 1 }))).body).not.toBe(first.body);
    });

    it("stores no response to a read, and none that is an internal error", async () => {
      let count = 0;
      const read = signedRequest(deps, "sla:read", async () => json(200, { count: ++count }));
      const get = signed(key, { method: "GET", body: "" });
      expect((await read(get)).body).not.toBe((await read(get)).body);
      const act = vi.fn().mockRejectedValueOnce(new Error("the table is away")).mockResolvedValueOnce(json(200, {}));
      const event = signed(key, { body: '{"fault":"ours"}' });
      const failed = await signedRequest(deps, "sla:read", act)(event);
      expect([failed.statusCode, failed.headers["retry-after"]]).toEqual([503, expect.stringMatching(/^[2-5]$/)]);
      expect((await signedRequest(deps, "sla:read", act)(event)).statusCode).toBe(200);
    });

    it("takes a second key beside the first, and none that is retired", async () => {
      const handle = signedRequest(deps, "sla:read", async ({ keyId }) => json(200, { keyId }));
      const [old, fresh] = [await anApiKey(deps.table, now), await anApiKey(deps.table, now)];
      for (const each of [old, fresh]) expect((await handle(signed(each))).statusCode).toBe(200);
      expect(await retireApiKey(deps.table, old.keyId)).toBe(true);
      expect(await retireApiKey(deps.table, old.keyId)).toBe(false);
      expect((await handle(signed(old))).statusCode).toBe(401);
      expect((await handle(signed(fresh))).statusCode).toBe(200);
    });
  });

  describe("POST /answers", () => {
    const known = async (lead: Lead): Promise<string> => {
      await transact(deps.table, [put(deps.table, "lead", leadItem(lead), isNew)]);
      return lead.leadId;
    };
    let sent = 0;
    /** Two answers never come in the same millisecond. */
    const ticking = () => new Date(Date.parse(now) + ticks++).toISOString();
    let ticks = 0;
    const post = async (body: object) => {
      const response = await postAnswer({ ...deps, now: ticking })(
        signed(key, { body: JSON.stringify(body), timestamp: seconds + sent++ }),
      );
      return { status: response.statusCode, says: JSON.parse(response.body) };
    };

    it("takes an answer in, by id or address, and the same again is no error", async () => {
      const leadId = await known(aLead("handed-off", { leadId: "s-accept" }));
      const body = {
        leadId,
        by: "PABLO@engranaje.example",
        answer: "accept",
        how: "meeting",
        meetingAt: "2026-03-12T10:00",
      };
      for (let i = 0; i < 2; i++)
        expect(await post(body)).toMatchObject({
          status: 200,
          says: { leadId, cycle: 1, stage: "accepted", answer: { kind: "accepted", by: "pablo" } },
        });
      expect(await readFacts(deps.table, "answer", { leadId, cycle: 1 })).toMatchObject([
        { kind: "accepted", ownerId: "ana", by: "pablo", meetingAt: "2026-03-12T09:00:00.000Z", turn: 0 },
      ]);
      expect(await post({ leadId, by: "ana", answer: "reject", reason: "not-now" })).toMatchObject({
        status: 409,
        says: { detail: expect.stringContaining("accepted by pablo") },
      });
    });

    it("takes a reject once, though the lead is in its next cycle then", async () => {
      const leadId = await known(aLead("handed-off", { leadId: "s-reject" }));
      for (let i = 0; i < 2; i++)
        expect((await post({ leadId, by: "ana", answer: "reject", reason: "not-now" })).status).toBe(200);
      expect(await readLead(deps.table, leadId)).toMatchObject({ stage: "captured", cycle: 2, version: 2 });
    });

    it("passes on, snoozes and gives more time", async () => {
      const leadId = await known(aLead("handed-off", { leadId: "s-pass" }));
      const until = "2026-03-13T10:00:00+01:00";
      expect(await post({ leadId, by: "ana", answer: "snooze", until, reason: "De viaje" })).toMatchObject({
        status: 200,
        says: { dueAt: "2026-03-13T09:00:00.000Z" },
      });
      expect((await post({ leadId, by: "ana", answer: "more-time", reason: "Sigue de viaje" })).status).toBe(200);
      expect(await post({ leadId, by: "ana", answer: "pass-on", to: "luis@engranaje.example" })).toMatchObject({
        status: 200,
        says: { stage: "assigned", ownerId: "luis" },
      });
    });

    it("says what is wrong, field by field", async () => {
      const leadId = await known(aLead("handed-off", { leadId: "s-wrong" }));
      const wrong = [
        [{ leadId }, "by"],
        [{ leadId, by: "ana", answer: "maybe" }, "answer"],
        [{ leadId, by: "stranger", answer: "accept" }, "by"],
        [{ leadId, by: "ana", answer: "reject" }, "reason"],
        [{ leadId, by: "ana", answer: "snooze", until: "2027-01-01T10:00", reason: "r" }, "until"],
        [{ leadId, by: "ana", answer: "more-time" }, "reason"],
        [{ leadId, by: "ana", answer: "pass-on", to: "ana" }, "to"],
        [{ leadId, by: "ana", answer: "accept", more: 1 }, "body"],
      ] as const;
      for (const [body, field] of wrong) {
        const { status, says } = await post(body);
        expect([status, says.errors.map((each: { field: string }) => each.field)]).toEqual([
          422,
          expect.arrayContaining([field]),
        ]);
      }
      expect(await readLead(deps.table, leadId)).toMatchObject({ stage: "handed-off", version: 1 });
      expect((await post({ leadId: "s-unknown", by: "ana", answer: "accept" })).status).toBe(404);
    });
  });

  describe("the event AnswerHandOff", () => {
    it("is processed once, or parked with the reason", async () => {
      const lead = aLead("handed-off", { leadId: "e-accept" });
      await transact(deps.table, [put(deps.table, "lead", leadItem(lead), isNew)]);
      const detail = { leadId: "e-accept", by: "ana", answer: "accept" };
      for (let i = 0; i < 2; i++) expect(await answerFromBus(deps, detail, "event-1")).toBeUndefined();
      expect(await readLead(deps.table, "e-accept")).toMatchObject({ stage: "accepted", version: 2 });
      expect(await answerFromBus(deps, { ...detail, answer: "reject", reason: "not-now" }, "event-2")).toContain(
        "accepted by ana",
      );
      expect(await answerFromBus(deps, { ...detail, leadId: "e-none" }, "event-3")).toBe("leadId: no such lead");
      expect(await answerFromBus(deps, { leadId: "e-accept" }, "event-4")).toContain("by: ");
    });
  });

  it("a signature expires before its stored response does", async () => {
    const handle = signedRequest(deps, "sla:read", async () => json(200, {}));
    const event = signed(key, { body: '{"long":"ago"}', timestamp: seconds + 300 });
    expect((await handle(event)).statusCode).toBe(200);
    clock = new Date(Date.parse(now) + 15 * 60_000).toISOString();
    expect((await handle(event)).statusCode).toBe(401);
    clock = now;
  });
});
