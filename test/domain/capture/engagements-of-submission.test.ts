import { describe, expect, it } from "vitest";
import { engagementsOf } from "../../../lambdas/domain/capture/engagements-of-submission.ts";
import { now } from "../../builders/now.ts";
import { submissionOf } from "./request.ts";

const kindsOf = async (interest?: string) =>
  engagementsOf(await submissionOf({ interest }), "s-1", now).map(({ kind }) => kind);

describe("a submission", () => {
  it("is an engagement, about the page it came from", async () => {
    const submission = await submissionOf({ page: "https://www.engranaje.example/contacto?utm_source=a#form" });
    expect(engagementsOf(submission, "s-1", now)).toEqual([
      {
        engagementId: "s-1.form-submitted",
        kind: "form-submitted",
        at: now,
        subject: "https://www.engranaje.example/contacto",
      },
    ]);
  });

  it.each([
    ["demo", ["demo-requested"]],
    ["Demostración", ["demo-requested"]],
    ["precios", ["pricing-requested"]],
    ["Guía", ["guide-requested"]],
    ["demo, Demo, precios", ["demo-requested", "pricing-requested"]],
    ["Mantenimiento predictivo", ["mantenimiento-predictivo-requested"]],
    ["Quisiera saber cuánto tarda la puesta en marcha", []],
    ["¿?", []],
    [undefined, []],
  ])("with the interest %j asks for %j", async (interest, requested) => {
    expect(await kindsOf(interest)).toEqual(["form-submitted", ...requested]);
  });

  it("of an imported row is none: who stands in a list has sent no form and asked for nothing, but for what is said of them", async () => {
    const row = { ...(await submissionOf({ interest: "demo" })), importId: "20300304100000-a" };
    expect(engagementsOf(row, "s-1", now)).toEqual([]);
    const met = engagementsOf({ ...row, did: [{ kind: "met-at-fair", at: now }] }, "s-1", now);
    expect(met.map(({ kind }) => kind)).toEqual(["met-at-fair"]);
  });

  it("has engagements with different ids", async () => {
    const engagements = engagementsOf(await submissionOf({ interest: "form, demo, demo" }), "s-1", now);
    expect(new Set(engagements.map(({ engagementId }) => engagementId))).toHaveLength(engagements.length);
  });
});
