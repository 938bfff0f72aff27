import { describe, expect, it } from "vitest";
import { wakingEvents } from "../../../lambdas/contract/events.ts";
import { keys } from "../../../lambdas/contract/table.ts";
import { eventsOfChange } from "../../../lambdas/domain/publish/events-of-change.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";

const before = { ...aLead("nurturing"), ...keys.lead("lead-0001") };
const after = { ...before, version: 2, unsubscribedAt: now };

describe("the event that a lead wants no more mails", () => {
  it("leaves once, with ids only, and wakes the journey", () => {
    const [event, ...others] = eventsOfChange({ id: "c-1", at: now, before, after });
    expect(others).toEqual([]);
    expect(event).toMatchObject({ type: "LeadUnsubscribed", data: { leadId: "lead-0001", cycle: 1 } });
    expect(event?.data).not.toHaveProperty("email");
    expect(wakingEvents).toContain("LeadUnsubscribed");
  });

  it("does not leave again when the lead changes otherwise, or subscribes again", () => {
    expect(eventsOfChange({ id: "c-2", at: now, before: after, after: { ...after, version: 3 } })).toEqual([]);
    expect(eventsOfChange({ id: "c-3", at: now, before: after, after: before })).toEqual([]);
  });
});
