import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportsVisit, siteReferenceId, visitEngagement } from "../../../lambdas/domain/nurture/visit.ts";
import { now } from "../../builders/now.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the report of a visit", () => {
  it("names the piece that the page leads to", () => {
    expect(reportsVisit(bytes('{"read":"five-signs"}'), "five-signs")).toBe(true);
    expect(reportsVisit(bytes('{"read":"five-signs","by":"a later script"}'), "five-signs")).toBe(true);
  });

  it.each([
    "",
    "{}",
    "[]",
    "null",
    '"five-signs"',
    "read=five-signs",
    '{"read":"checklist"}',
    '{"read":["five-signs"]}',
  ])("is nothing else that somebody may post: %s", (body) => {
    expect(reportsVisit(bytes(body), "five-signs")).toBe(false);
  });

  it("is not made of any bytes, and none makes it fail", () => {
    fc.assert(fc.property(fc.uint8Array(), (body) => !reportsVisit(body, "five-signs")));
  });
});

describe("a visit", () => {
  const lead = { leadId: "lead-0001", stage: "nurturing", cycle: 2 } as const;
  const visit = visitEngagement(lead, "five-signs", now);

  it("is what the lead did with this piece in this cycle, and so the same however often it is reported", () => {
    expect(visit).toEqual({ engagementId: "visit-2-five-signs", kind: "mail-visited", at: now, subject: "five-signs" });
    expect(visitEngagement({ ...lead, stage: "handed-off" }, "five-signs", now)).toEqual(visit);
    expect(visitEngagement(lead, "checklist", now).engagementId).not.toBe(visit.engagementId);
  });

  it("of a dormant lead is the first of its next cycle", () => {
    const waking = visitEngagement({ ...lead, stage: "dormant" }, "five-signs", now);
    expect(waking.engagementId).not.toBe(visit.engagementId);
    expect(visitEngagement({ ...lead, cycle: 3 }, "five-signs", now)).toEqual(waking);
  });

  it("brings one name to the web site for all pieces of a cycle, which does not reveal the lead's id", () => {
    const id = siteReferenceId(lead);
    expect(id).toMatch(/^[\w-]{43}$/);
    expect(siteReferenceId({ ...lead, cycle: 3 })).not.toBe(id);
    expect(siteReferenceId({ ...lead, leadId: "lead-0002" })).not.toBe(id);
  });
});
