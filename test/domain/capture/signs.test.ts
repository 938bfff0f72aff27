import { describe, expect, it } from "vitest";
import { limitsOf } from "../../../lambdas/contract/agreed-limits.ts";
import { asideOf, signs } from "../../../lambdas/domain/capture/kept-aside.ts";
import { now } from "../../builders/now.ts";
import { type CorpusForm, real, spam } from "./form-corpus.ts";
import { accepted, jsonPost } from "./request.ts";

const judged = (forms: readonly CorpusForm[]) =>
  Promise.all(
    forms.map(async (form) => ({
      form,
      reason: asideOf((await accepted(jsonPost(form))).signs, {}, limitsOf({}).forms),
    })),
  );

describe("what machines send", () => {
  it("is kept aside nine times of ten", async () => {
    const forms = await judged(spam(now));
    expect(new Set(forms.map(({ form }) => JSON.stringify({ ...form, email: "" }))).size).toBeGreaterThanOrEqual(100);
    const passed = forms.filter(({ reason }) => reason === undefined);
    expect(passed.length, JSON.stringify(passed.map(({ form }) => form))).toBeLessThanOrEqual(forms.length / 10);
  });
});

describe("what people send", () => {
  it("is kept aside once of two hundred at most, in whatever language", async () => {
    const forms = await judged(real(now));
    expect(new Set(forms.map(({ form }) => JSON.stringify({ ...form, email: "" }))).size).toBeGreaterThanOrEqual(200);
    const held = forms.filter(({ reason }) => reason !== undefined);
    expect(held.length, JSON.stringify(held)).toBeLessThanOrEqual(forms.length / 200);
  });
});

describe("a sign", () => {
  it("does not keep a form aside by itself, dozens of links excepted", () => {
    const alone = Object.entries(signs).filter(([, weight]) => weight >= 10);
    expect(alone.map(([sign]) => sign)).toEqual(["dozens-of-links"]);
  });
});
