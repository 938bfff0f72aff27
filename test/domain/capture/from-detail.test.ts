import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engagementsFromDetail, submissionFromDetail } from "../../../lambdas/domain/capture/from-detail.ts";
import { now } from "../../builders/now.ts";
import { accepted, jsonPost, rules } from "./request.ts";

describe("a lead from another system", () => {
  it("is read as if it had come by the API", async () => {
    const detail = { correo: "Ana@Example.com", empresa: "Tornos", consent: true, campaign_id: 7 };
    expect(submissionFromDetail(detail, rules)).toEqual({
      ...(await accepted(jsonPost(detail))),
      idempotencyKey: undefined,
    });
  });

  it.each([
    [{}, "email: required"],
    [
      { email: "secret-value", company: "x".repeat(201) },
      "email: must be an address such as name@company.com; company: at most 200 characters",
    ],
    [null, "detail: must be an object of at most 1000 fields and 20 levels"],
    [["a"], "detail: must be an object of at most 1000 fields and 20 levels"],
    ["text", "detail: must be an object of at most 1000 fields and 20 levels"],
  ])("is refused for %j", (detail, reason) => {
    expect(submissionFromDetail(detail, rules)).toEqual({ ok: false, reason });
  });
});

describe("engagements from another system", () => {
  it("are read as if they had come by the API", () => {
    expect(engagementsFromDetail({ reference: "r", kind: "webinar-attended", id: "e" }, rules)).toEqual({
      ok: true,
      reference: "r",
      engagements: [{ engagementId: "e", kind: "webinar-attended", at: now, subject: undefined }],
    });
  });

  it("are refused with the fields and what is expected", () => {
    expect(engagementsFromDetail({ events: [{ kind: "a", at: "secret-value" }] }, rules)).toEqual({
      ok: false,
      reason: "reference: required; events[0].at: must be a date and time by ISO 8601",
    });
  });
});

it("whatever a system sends, the reason tells none of it", () => {
  const secret = fc.string().map((text) => `${text}zq7secret`);
  const detail = fc.dictionary(
    fc.constantFrom("email", "kind", "at", "reference", "company"),
    fc.oneof(secret, fc.array(secret), fc.dictionary(secret, secret)),
  );
  fc.assert(
    fc.property(detail, (sent) => {
      for (const read of [submissionFromDetail(sent, rules), engagementsFromDetail(sent, rules)])
        if (!read.ok) expect(read.reason).not.toContain("zq7secret");
    }),
  );
});
