import { describe, expect, it } from "vitest";
import { awaitsOutcome, judgeOutcome, mayCorrect } from "../../../lambdas/domain/outcome/judge-outcome.ts";
import type { Outcome } from "../../../lambdas/domain/outcome/parse-outcome.ts";
import { type StoredOutcome, storedOutcomeOf } from "../../../lambdas/domain/outcome/stored-outcome.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const ana = { cycle: 1, ownerId: "ana" };
const won: Outcome = { kind: "won", amount: 10, currency: "EUR" };
const stored = { kind: "won", amount: 10, at: now } as const;

describe("whose outcome of a lead counts", () => {
  it.each(["accepted", "sales-qualified", "opportunity"] as const)(
    "that of its owner in this turn, while it is %s",
    (stage) => {
      const lead = aLead(stage, { followUp: { turn: 1 } });
      expect(awaitsOutcome(lead, { ...ana, turn: 1 })).toBe(true);
      expect(awaitsOutcome(lead, ana)).toBe(false);
      expect(awaitsOutcome(lead, { ...ana, turn: 1, ownerId: "luis" })).toBe(false);
      expect(awaitsOutcome(lead, { ...ana, turn: 1, cycle: 2 })).toBe(false);
      expect(awaitsOutcome(lead, { cycle: 1 })).toBe(true);
    },
  );

  it("a link from before there were turns is for the first", () => {
    expect(awaitsOutcome(aLead("accepted"), ana)).toBe(true);
    expect(awaitsOutcome(aLead("handed-off"), ana)).toBe(false);
  });

  it("an ending may be corrected by its author, in the same cycle", () => {
    expect(mayCorrect(aLead("won"), ana)).toBe(true);
    expect(mayCorrect(aLead("lost"), { ...ana, ownerId: "luis" })).toBe(false);
    expect(mayCorrect(aLead("lost", { cycle: 2 }), ana)).toBe(false);
    expect(mayCorrect(aLead("captured"), ana)).toBe(false);
  });
});

describe("what to do with an outcome", () => {
  it.each([
    { lead: aLead("accepted"), last: undefined, corrects: undefined, is: { do: "advance" } },
    { lead: aLead("accepted"), last: undefined, corrects: true, is: { do: "refuse", because: "nothing-to-correct" } },
    { lead: aLead("won"), last: stored, corrects: undefined, is: { do: "nothing" } },
    {
      lead: aLead("won"),
      last: { ...stored, amount: 9 },
      corrects: undefined,
      is: { do: "refuse", because: "recorded-before" },
    },
    { lead: aLead("won"), last: { ...stored, amount: 9 }, corrects: now, is: { do: "correct", corrects: now } },
    { lead: aLead("won"), last: { ...stored, amount: 9 }, corrects: true, is: { do: "correct", corrects: now } },
    {
      lead: aLead("won"),
      last: { ...stored, amount: 9 },
      corrects: daysFromNow(-1),
      is: { do: "refuse", because: "recorded-before" },
    },
    {
      lead: aLead("captured", { cycle: 2 }),
      last: stored,
      corrects: undefined,
      is: { do: "refuse", because: "moved-on" },
    },
  ] as const)("won, to a lead that is $lead.stage, correcting $corrects: $is", ({ lead, last, corrects, is }) => {
    expect(judgeOutcome(lead, last, won, ana, corrects, "EUR")).toMatchObject(is);
  });

  it("a stage that the lead is in, or past, is known or refused", () => {
    const forward = (kind: "sales-qualified" | "opportunity") =>
      judgeOutcome(aLead("opportunity"), undefined, { kind }, ana, undefined, "EUR");
    expect(forward("opportunity")).toEqual({ do: "nothing" });
    expect(forward("sales-qualified")).toEqual({ do: "refuse", because: "further-already" });
  });

  it("returned to marketing twice counts once", () => {
    const lead = aLead("captured", { cycle: 2 });
    const back = { kind: "recycled", reason: "not-now" } as const;
    expect(judgeOutcome(lead, { ...back, at: now }, back, ana, undefined, "EUR")).toEqual({ do: "nothing" });
    expect(
      judgeOutcome(aLead("captured", { cycle: 3 }), { ...back, at: now }, back, ana, undefined, "EUR"),
    ).toMatchObject({
      because: "moved-on",
    });
  });

  it("the same figure in another currency is another outcome; an amount without one is in the company's own", () => {
    const judge = (currency: string, last: StoredOutcome) =>
      judgeOutcome(aLead("won"), last, { ...won, currency }, ana, true, "EUR").do;
    expect([judge("EUR", stored), judge("USD", stored)]).toEqual(["nothing", "correct"]);
    expect([judge("USD", { ...stored, currency: "USD" }), judge("EUR", { ...stored, currency: "USD" })]).toEqual([
      "nothing",
      "correct",
    ]);
  });

  it("reads a recorded fact, and knows one that is not an outcome", () => {
    expect(storedOutcomeOf({ kind: "recycled", at: now })).toEqual({ kind: "recycled", at: now });
    expect(() => storedOutcomeOf({ kind: "accepted", at: now })).toThrow("no outcome is called accepted");
  });
});
