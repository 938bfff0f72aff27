import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { detailSchemas, Envelope, EventType } from "../../../lambdas/contract/events.ts";
import { StageSchema } from "../../../lambdas/contract/stages.ts";
import { countsOf, weekOf } from "../../../lambdas/domain/metrics/count.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const event = (type: EventType, data: object = {}): Envelope => ({
  id: `change-1.${type}`,
  version: 1,
  time: now,
  type,
  correlationId: "request-1",
  data: { leadId: "lead-0001", cycle: 1, ...data },
});

describe("the week of an instant", () => {
  it.each([
    { instant: now, timeZone: "Europe/Madrid", week: "2026-W11" },
    { instant: "2026-01-01T00:00:00.000Z", timeZone: "UTC", week: "2026-W01" },
    { instant: "2027-01-03T12:00:00.000Z", timeZone: "UTC", week: "2026-W53" },
    { instant: "2024-12-30T12:00:00.000Z", timeZone: "UTC", week: "2025-W01" },
    // A minute to midnight on Sunday in London is Monday in Madrid.
    { instant: "2026-03-08T23:30:00.000Z", timeZone: "Europe/London", week: "2026-W10" },
    { instant: "2026-03-08T23:30:00.000Z", timeZone: "Europe/Madrid", week: "2026-W11" },
  ])("$instant in $timeZone is $week", ({ instant, timeZone, week }) => {
    expect(weekOf(instant, timeZone)).toBe(week);
  });

  it("sorts as text in the order of time, and lasts seven days", () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), fc.nat(400), (day, more) => {
        const week = weekOf(daysFromNow(day), "UTC");
        expect(week).toMatch(/^\d{4}-W\d{2}$/);
        expect(weekOf(daysFromNow(day + more), "UTC") >= week).toBe(true);
        expect(weekOf(daysFromNow(day + 7), "UTC") > week).toBe(true);
      }),
    );
  });
});

describe("what an event counts", () => {
  it.each(StageSchema.options)("a lead that enters %s", (to) => {
    expect(countsOf(event("LeadStageChanged", { from: null, to, because: "test" }))).toEqual([
      { counter: `entered:${to}`, metric: "LeadsEntered", stage: to },
    ]);
  });

  it("a breach, and a lead that needs attention", () => {
    expect(countsOf(event("FollowUpBreached", { ownerId: "ana", level: 1 }))).toEqual([
      { counter: "breached", metric: "FollowUpBreached" },
    ]);
    expect(countsOf(event("LeadNeedsAttention", { error: "States.TaskFailed" }))).toEqual([
      { counter: "needs-attention", metric: "LeadNeedsAttention" },
    ]);
  });

  it.each([
    "SubmissionRecorded",
    "EngagementRecorded",
    "CycleStarted",
    "AnswerRecorded",
    "OutcomeRecorded",
    "MessageSent",
  ] as const satisfies readonly (keyof typeof detailSchemas)[])("nothing for %s", (type) => {
    expect(countsOf(event(type))).toEqual([]);
  });
});
