import { describe, expect, it } from "vitest";
import { storeForm } from "../../lambdas/capture/store-form.ts";
import { phoneAsked, phoneKeyOf } from "../../lambdas/domain/board/phone-search.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { now } from "../builders/now.ts";
import { submissionOf } from "../domain/capture/request.ts";
import { asking } from "./asking.ts";

const withPhone = async (phone: string) => {
  const table = dynamoTwin();
  const submission = await submissionOf({ phone, country: "ES", empresa: "Talleres Norte" });
  const form = { submission, submissionId: "s-1", referenceId: "r-1", at: now, correlationId: "c-1" };
  await storeForm(
    { table, agreement: anAgreement(), now: () => now },
    { ...form, isLimited: false, isAnswered: true, fingerprints: [] },
  );
  return table;
};

describe("a search by telephone", () => {
  it.each(["910 000 123", "+34 910000123", "0034910000123", "910000123", "91 000 01", "(910) 000-123"])(
    "finds the lead by %s, however it was written",
    async (q) => {
      const ask = asking(await withPhone("+34 910.000.123 ext. 4"));
      const { body } = await ask("marketing", "search", undefined, { q });
      expect(body.cards).toMatchObject([{ company: "Talleres Norte" }]);
      expect((await ask("rep", "search", undefined, { q })).body.cards).toEqual([]);
    },
  );

  it.each(["910 000 124", "123"])("finds nobody by %s", async (q) => {
    const { body } = await asking(await withPhone("910 000 123"))("marketing", "search", undefined, { q });
    expect(body.cards).toEqual([]);
  });

  it("is one when it can be a telephone", () => {
    expect(phoneKeyOf("+441632960123;ext=12")).toBe("632960123");
    expect(phoneAsked("+44 (0)1632 960123")).toBe("632960123");
    for (const asked of ["3M", "talleres", "12", "a@b.es", "2026 reunidos"]) expect(phoneAsked(asked)).toBeUndefined();
  });
});
