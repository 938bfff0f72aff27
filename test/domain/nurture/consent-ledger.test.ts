import { describe, expect, it } from "vitest";
import { consentLedger } from "../../../lambdas/domain/nurture/consent-ledger.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const news = { purpose: "news", said: "on" };
const statesOf = (facts: Parameters<typeof aLead<"nurturing">>[1]) =>
  consentLedger(aLead("nurturing", facts), []).map(({ answer, state, stateAt }) => [answer, state, stateAt]);

describe("the ledger of a lead's consents", () => {
  it("says of each yes and no what became of it, the newest first", () => {
    const confirmed = { ...news, at: daysFromNow(-9), confirmedAt: daysFromNow(-8) };
    const open = { ...news, at: daysFromNow(-7) };
    const gone = { ...news, at: daysFromNow(-10), withdrawnAt: daysFromNow(-9) };
    expect(statesOf({ consents: [gone, confirmed, open] })).toEqual([
      ["yes", "unconfirmed", undefined],
      ["yes", "confirmed", daysFromNow(-8)],
      ["yes", "ended", daysFromNow(-9)],
    ]);
    const no = { ...news, said: "no", at: daysFromNow(-5) };
    const since = { ...news, at: daysFromNow(-4) };
    expect(statesOf({ consents: [confirmed, open, since], declinedAt: no.at, declined: [no] })).toEqual([
      ["yes", "unconfirmed", undefined],
      ["no", "obeyed", no.at],
      ["yes", "ended", no.at],
      ["yes", "paused", no.at],
    ]);
    const lifted = { ...no, liftedAt: daysFromNow(-3) };
    expect(statesOf({ consents: [{ ...since, confirmedAt: daysFromNow(-3) }], declined: [lifted] })).toEqual([
      ["yes", "confirmed", daysFromNow(-3)],
      ["no", "lifted", daysFromNow(-3)],
    ]);
    expect(statesOf({ consents: [confirmed], unsubscribedAt: daysFromNow(-2) })).toEqual([
      ["yes", "ended", daysFromNow(-2)],
    ]);
  });

  it("shows what was not understood, as it was said, with the page that it came from", () => {
    const form = {
      ...{ submissionId: "s-1", at: now, cycle: 1, utm: {}, consents: [], declined: [], contact: {} },
      pageUrl: "https://www.engranaje.example/",
      other: [
        { name: "consent", value: "quizá" },
        { name: "color", value: "azul" },
      ],
    };
    expect(consentLedger(aLead("nurturing", { consents: [] }), [form])).toEqual([
      { at: now, page: form.pageUrl, said: "quizá", answer: "unclear" },
    ]);
  });
});
