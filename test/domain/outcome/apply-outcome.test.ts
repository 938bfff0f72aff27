import { describe, expect, it } from "vitest";
import { LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import { applyOutcome, correctOutcome, nextLookAt, outcomesOf } from "../../../lambdas/domain/outcome/apply-outcome.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const agreement = anAgreement();
const ana = { id: "ana", name: "Ana Gil", email: "ana@engranaje.example", language: "es" } as const;
const at = daysFromNow(20);
const accepted = aLead("accepted", {
  scores: { fit: 45, familiarity: 33 },
  asked: 3,
  limitTold: true,
  followUp: { turn: 1, earlier: ["luis"] },
});
const apply = (lead: Parameters<typeof applyOutcome>[0], outcome: Parameters<typeof applyOutcome>[1]) =>
  applyOutcome(lead, outcome, ana, agreement, at);

describe("the outcome of an accepted lead", () => {
  it.each(["sales-qualified", "opportunity"] as const)(
    "%s: goes on with the same rep, and a limit of its own",
    (kind) => {
      const next = apply(accepted, { kind });
      expect(next).toMatchObject({
        stage: kind,
        because: kind,
        stageSince: at,
        followUp: accepted.followUp,
        acceptedAt: accepted.acceptedAt,
        asked: 0,
        askAt: daysFromNow(34),
        limitAt: daysFromNow(kind === "opportunity" ? 140 : 80),
        limitTold: false,
        nextDueAt: daysFromNow(34),
      });
      expect(LeadSchema.parse(next)).toEqual(next);
    },
  );

  it("may skip stages, and never goes back", () => {
    expect(outcomesOf("accepted")).toEqual(["sales-qualified", "opportunity", "won", "lost", "recycled"]);
    expect(outcomesOf("sales-qualified")).not.toContain("sales-qualified");
    expect(outcomesOf("opportunity")).toEqual(["won", "lost", "recycled"]);
    expect(() => apply(aLead("opportunity"), { kind: "sales-qualified" })).toThrow("may not move");
  });

  it("is asked again by the rep's own calendar", () => {
    const working = anAgreement({ sla: { sales: { askOutcomeAfter: "1 working day" } } });
    const canary = { ...ana, absences: [{ from: "2026-03-31", to: "2026-03-31" }] };
    const next = applyOutcome(accepted, { kind: "opportunity" }, canary, working, "2026-03-30T08:00:00.000Z");
    expect(next).toMatchObject({ askAt: "2026-04-01T08:00:00.000Z" });
  });

  it.each([
    { outcome: { kind: "won", amount: 1200 }, kept: { amount: 1200 } },
    { outcome: { kind: "lost", reason: "price" }, kept: { reason: "price" } },
  ] as const)("$outcome.kind: ends the lead in the name of its rep, with its times", ({ outcome, kept }) => {
    const next = apply(aLead("opportunity"), outcome);
    expect(next).toMatchObject({
      stage: outcome.kind,
      ownerId: "ana",
      firstAssignedAt: now,
      acceptedAt: now,
      stageSince: at,
      ...kept,
    });
    expect(["nextDueAt", "followUp", "asked"].filter((field) => field in next)).toEqual([]);
    expect(LeadSchema.parse(next)).toEqual(next);
  });

  it("recycled: marketing gets it back, in its next cycle, with what follows from the reason", () => {
    const next = apply(accepted, { kind: "recycled", reason: "not-now", note: "Sin presupuesto este año" });
    expect(next).toMatchObject({
      stage: "captured",
      cycle: 2,
      because: "recycled:not-now",
      returnedAt: at,
      recycled: { reason: "not-now", at },
    });
    expect(LeadSchema.parse(next)).toEqual(next);
  });
});

describe("when the journey looks next", () => {
  it("at whichever comes first, and at the limit only until it was notified", () => {
    const times = { askAt: daysFromNow(14), limitAt: daysFromNow(5), limitTold: false };
    expect(nextLookAt(times)).toBe(daysFromNow(5));
    expect(nextLookAt({ ...times, limitTold: true })).toBe(daysFromNow(14));
    expect(nextLookAt({ ...times, limitAt: daysFromNow(90) })).toBe(daysFromNow(14));
  });
});

describe("the correction of an ending", () => {
  const won = aLead("won", { amount: 900, acceptedAt: now, firstAssignedAt: now });

  it("won to lost: another stage from now on, the same times before", () => {
    expect(correctOutcome(won, { kind: "lost", reason: "price" }, at)).toMatchObject({
      stage: "lost",
      reason: "price",
      because: "corrected",
      stageSince: at,
      ownerId: "ana",
      acceptedAt: now,
      firstAssignedAt: now,
    });
    expect(correctOutcome(won, { kind: "lost", reason: "price" }, at)).not.toHaveProperty("amount");
  });

  it("another amount: won since it first was", () => {
    expect(correctOutcome(won, { kind: "won", amount: 950 }, at)).toMatchObject({
      amount: 950,
      stageSince: won.stageSince,
    });
  });

  it("is never to a deal that goes on", () => {
    expect(() => correctOutcome(won, { kind: "opportunity" }, at)).toThrow("cannot be corrected");
  });
});
