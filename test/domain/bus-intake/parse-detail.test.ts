import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  parseEngagementsDetail,
  parseOverrideDetail,
  parseSubmissionDetail,
} from "../../../lambdas/domain/bus-intake/parse-detail.ts";
import { now } from "../../builders/now.ts";
import { accepted, jsonPost, rules } from "../capture/request.ts";

describe("a lead from another system", () => {
  it("is read as if it had come by the API", async () => {
    const detail = { correo: "Ana@Example.com", empresa: "Tornos", consent: true, campaign_id: 7 };
    expect(parseSubmissionDetail(detail, rules)).toEqual({
      ...(await accepted(jsonPost(detail))),
      idempotencyKey: undefined,
    });
  });

  it.each([
    [{}, "email: required"],
    [{ email: "secret-value", company: "x".repeat(201) }, "email: must be an address such as name@company.com"],
    [null, "detail: must be an object of at most 1000 fields and 20 levels"],
    [["a"], "detail: must be an object of at most 1000 fields and 20 levels"],
    ["text", "detail: must be an object of at most 1000 fields and 20 levels"],
  ])("is refused for %j", (detail, reason) => {
    expect(parseSubmissionDetail(detail, rules)).toEqual({ ok: false, reason });
  });
});

describe("engagements from another system", () => {
  it("are read as if they had come by the API", () => {
    expect(parseEngagementsDetail({ reference: "r", kind: "webinar-attended", id: "e" }, rules)).toEqual({
      ok: true,
      reference: "r",
      engagements: [{ engagementId: "e", kind: "webinar-attended", at: now, subject: undefined }],
    });
  });

  it("are refused with the fields and what is expected", () => {
    expect(parseEngagementsDetail({ events: [{ kind: "a", at: "secret-value" }] }, rules)).toEqual({
      ok: false,
      reason: "reference: required, unless there is a visitorId; events[0].at: must be an ISO 8601 date and time",
    });
  });
});

describe("a decision by hand", () => {
  const decided = { verdict: "not-yet", reason: "Espera a su presupuesto", by: "Carla" };

  it("names the lead by its id or its address, and says why and by whom", () => {
    expect(parseOverrideDetail({ ...decided, leadId: "lead-0001" })).toEqual({
      ok: true,
      lead: { leadId: "lead-0001" },
      override: decided,
    });
    const untidy = { ...decided, email: " Ana@Example.com", reason: " Espera\na su  presupuesto ", by: "Carla\u0007" };
    expect(parseOverrideDetail(untidy)).toEqual({ ok: true, lead: { email: "ana@example.com" }, override: decided });
    expect(parseOverrideDetail({ ...untidy, leadId: "lead-0001" })).toMatchObject({ lead: { leadId: "lead-0001" } });
  });

  it.each([
    [{}, "leadId: required, or else the lead's address in email"],
    [{ leadId: "a b" }, "leadId: must be a lead ID"],
    [{ leadId: ["a"] }, "leadId: required, or else the lead's address in email"],
    [{ email: "secret-value" }, "email: must be an address such as name@company.com"],
    [{ leadId: "a", verdict: "Qualified" }, "verdict: must be one of: qualified, not-yet, disqualified"],
    [{ leadId: "a", reason: "x".repeat(501) }, "reason: at most 500 characters"],
    [{ leadId: "a", reason: " ", by: "" }, "reason: required; by: required"],
    [{ leadId: "a", by: "x".repeat(101) }, "by: at most 100 characters"],
  ])("is refused for %j", (changes, reason) => {
    expect(parseOverrideDetail({ ...decided, ...changes })).toEqual({ ok: false, reason });
  });

  it("is refused for what is no object", () => {
    expect(parseOverrideDetail("text")).toMatchObject({ ok: false });
  });
});

it("whatever a system sends, the reason repeats none of it", () => {
  const secret = fc.string().map((text) => `${text}zq7secret`);
  const detail = fc.dictionary(
    fc.constantFrom("email", "kind", "at", "reference", "company", "leadId", "verdict", "reason", "by"),
    fc.oneof(secret, fc.array(secret), fc.dictionary(secret, secret)),
  );
  fc.assert(
    fc.property(detail, (sent) => {
      for (const read of [
        parseSubmissionDetail(sent, rules),
        parseEngagementsDetail(sent, rules),
        parseOverrideDetail(sent),
      ])
        if (!read.ok) expect(read.reason).not.toContain("zq7secret");
    }),
  );
});
