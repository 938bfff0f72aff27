import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EnvelopeSchema, wakingEvents } from "../../../lambdas/contract/events.ts";
import { StageSchema } from "../../../lambdas/contract/stages.ts";
import { keys } from "../../../lambdas/contract/table.ts";
import { clockOf } from "../../../lambdas/domain/follow-up/clock.ts";
import type { Lead } from "../../../lambdas/domain/lead/lead.ts";
import { startNextCycle } from "../../../lambdas/domain/lead/move.ts";
import { type Change, eventsOfChange } from "../../../lambdas/domain/publish/events-of-change.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const profile = (lead: Lead) => ({ ...keys.lead(lead.leadId), ...lead });
const change = (before: Change["before"], after: Change["after"]): Change => ({
  id: "change-1",
  at: now,
  before,
  after,
});
const ofLead = (before: Lead | undefined, after: Lead) =>
  eventsOfChange(change(before && profile(before), profile(after)));

describe("the events of a lead's change", () => {
  it("publishes a new lead as a change of stage from nothing", () => {
    expect(ofLead(undefined, aLead("captured"))).toEqual([
      {
        id: "change-1.LeadStageChanged",
        version: 1,
        time: now,
        type: "LeadStageChanged",
        correlationId: "request-0001",
        data: { leadId: "lead-0001", cycle: 1, from: null, to: "captured", because: "for-the-test" },
      },
    ]);
  });

  it("publishes a new stage with scores, owner and agreement, and nothing else", () => {
    const after = aLead("assigned", {
      scores: { fit: 45, familiarity: 31.5 },
      agreementVersion: "v7",
      because: "rep-chosen",
    });
    expect(ofLead(aLead("qualified"), after).map(({ data }) => data)).toEqual([
      {
        leadId: "lead-0001",
        cycle: 1,
        from: "qualified",
        to: "assigned",
        because: "rep-chosen",
        fit: 45,
        familiarity: 31.5,
        ownerId: "ana",
        agreementVersion: "v7",
      },
    ]);
  });

  it("is silent when only due time, rung or version changed", () => {
    const climbed = aLead("handed-off", { version: 2, nextDueAt: daysFromNow(9), followUp: { rung: 1 } });
    expect(ofLead(aLead("handed-off"), climbed)).toEqual([]);
  });

  it("publishes a next cycle, which starts the journey of that cycle", () => {
    const before = aLead("dormant");
    const events = ofLead(before, startNextCycle(before, "engaged-again", now, daysFromNow(1)));
    expect(events.map(({ type }) => type)).toEqual(["LeadStageChanged", "CycleStarted"]);
    expect(events[1]?.data).toEqual({ leadId: "lead-0001", cycle: 2, because: "engaged-again" });
    expect(wakingEvents).toContain("CycleStarted");
  });

  it("publishes the stage again when only the cycle differs", () => {
    const events = ofLead(aLead("captured"), aLead("captured", { cycle: 2 }));
    expect(events.map(({ type, data }) => [type, data.cycle])).toEqual([
      ["LeadStageChanged", 2],
      ["CycleStarted", 2],
    ]);
  });

  it("publishes a flag once, and again when it is a new one", () => {
    const flagged = aLead("nurturing", { needsAttention: { error: "States.TaskFailed", at: now } });
    expect(ofLead(aLead("nurturing"), flagged)).toMatchObject([
      { type: "LeadNeedsAttention", data: { leadId: "lead-0001", cycle: 1, error: "States.TaskFailed" } },
    ]);
    expect(ofLead(flagged, { ...flagged, version: 3 })).toEqual([]);
    const again = { ...flagged, needsAttention: { error: "LeadContention", at: daysFromNow(1) } };
    expect(ofLead(flagged, again)).toMatchObject([{ type: "LeadNeedsAttention", data: { error: "LeadContention" } }]);
    expect(ofLead(flagged, aLead("nurturing"))).toEqual([]);
  });

  it("never reveals who the lead is", () => {
    const stage = fc.constantFrom(...StageSchema.options);
    fc.assert(
      fc.property(fc.option(stage, { nil: undefined }), stage, fc.boolean(), (from, to, isFlagged) => {
        const flag = isFlagged ? { needsAttention: { error: "States.TaskFailed", at: now } } : {};
        const events = ofLead(from && aLead(from), { ...aLead(to), ...flag, cycle: 2 });
        for (const event of events) expect(EnvelopeSchema.parse(event)).toEqual(event);
        const said = JSON.stringify(events);
        const { name, company, phone, message, jobTitle } = aLead(to).contact;
        for (const secret of [aLead(to).email, name, company, phone, message, jobTitle])
          expect(said).not.toContain(secret);
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      }),
    );
  });
});

describe("the events of the queue for sales", () => {
  const queued = { ...keys.queued("1.9910", "lead-0001"), leadId: "lead-0001", cycle: 1 };
  const typesOf = (before: Change["before"], after: Change["after"]) =>
    eventsOfChange(change(before, after)).map(({ type }) => type);

  it("publish that a lead starts to wait, and not that it goes on waiting or has moved up", () => {
    expect(typesOf(undefined, queued)).toEqual(["LeadWaitsForSales"]);
    expect(typesOf(queued, { ...queued, looksAt: now })).toEqual([]);
    expect(typesOf(undefined, { ...queued, moved: true })).toEqual([]);
    expect(typesOf(queued, undefined)).toEqual([]);
  });
});

describe("the events of other items", () => {
  const fact = {
    leadId: "lead-0001",
    cycle: 1,
    ownerId: "ana",
    kind: "accepted",
    note: "Hablamos el lunes",
    correlationId: "request-2",
  };

  it.each([
    {
      key: keys.submission("lead-0001", "s-1"),
      item: { submissionId: "s-1", fields: { email: "x@y.example" } },
      type: "SubmissionRecorded",
      data: { submissionId: "s-1" },
    },
    {
      key: keys.engagement("lead-0001", "e-1"),
      item: { engagementId: "e-1", kind: "page-viewed" },
      type: "EngagementRecorded",
      data: { engagementId: "e-1", kind: "page-viewed" },
    },
    {
      key: keys.answer("lead-0001", 1, now),
      item: { kind: "rejected", reason: "no-budget" },
      type: "AnswerRecorded",
      data: { kind: "rejected", ownerId: "ana", reason: "no-budget" },
    },
    {
      key: keys.outcome("lead-0001", 1, now),
      item: { kind: "won", amount: 9 },
      type: "OutcomeRecorded",
      data: { kind: "won", ownerId: "ana" },
    },
    {
      key: keys.breach("lead-0001", 1, 0, 2),
      item: { level: 2 },
      type: "FollowUpBreached",
      data: { level: 2, ownerId: "ana" },
    },
    {
      key: keys.outcome("lead-0001", 1, daysFromNow(1)),
      item: { kind: "lost", reason: "price", corrects: now, correctedKind: "won", amount: 9 },
      type: "OutcomeRecorded",
      data: { kind: "lost", ownerId: "ana", reason: "price", corrects: now, correctedKind: "won" },
    },
    {
      key: keys.clock("lead-0001", 1, 0),
      item: { ...clockOf(aLead("handed-off"), aLead("accepted", { because: "accepted" }), now) },
      type: "FollowUpClosed",
      data: {
        ownerId: "ana",
        because: "accepted",
        answered: true,
        inTime: true,
        responseSeconds: expect.any(Number),
        dueAt: aLead("handed-off").followUp.dueAt,
        closedAt: now,
      },
    },
    {
      key: keys.queued("5-2026", "lead-0001"),
      item: { reps: ["ana"] },
      type: "LeadWaitsForSales",
      data: {},
    },
  ])("$type: told when it is written, not when it is touched again", ({ key, item, type, data }) => {
    const written = { ...key, ...fact, ...item };
    expect(eventsOfChange(change(undefined, written))).toEqual([
      {
        id: `change-1.${type}`,
        version: 1,
        time: now,
        type,
        correlationId: "request-2",
        data: { leadId: "lead-0001", cycle: 1, ...data },
      },
    ]);
    expect(eventsOfChange(change(written, { ...written, seen: true }))).toEqual([]);
    expect(eventsOfChange(change(written, undefined))).toEqual([]);
  });

  it("publishes every change of a rep's settings, with the id only", () => {
    const settings = { ...keys.repSettings("ana"), repId: "ana", version: 1, absences: [{ from: "2026-03-10" }] };
    const told = [{ type: "RepChanged", data: { repId: "ana" } }];
    expect(eventsOfChange(change(undefined, settings))).toMatchObject(told);
    expect(eventsOfChange(change(settings, { ...settings, version: 2 }))).toMatchObject(told);
    expect(eventsOfChange(change(undefined, settings))[0]?.data).toEqual({ repId: "ana" });
  });

  it("publishes that an MQL is one again when it was in this cycle before", () => {
    const cooled = aLead("nurturing", { qualifiedAt: daysFromNow(-1) });
    const again = (before: Lead, after: Lead) => ofLead(before, after).map(({ data }) => data.again);
    expect(again(cooled, aLead("qualified"))).toEqual([true]);
    expect(again(aLead("nurturing"), aLead("qualified"))).toEqual([undefined]);
    expect(again(cooled, aLead("qualified", { cycle: 2 }))).not.toContain(true);
  });

  it("publishes a mail when it was sent, not when it is claimed", () => {
    const claimed = {
      ...keys.message("lead-0001", 1, "nurture", "checklist"),
      leadId: "lead-0001",
      cycle: 1,
      purpose: "nurture",
      step: "checklist",
      status: "claimed",
    };
    expect(eventsOfChange(change(undefined, claimed))).toEqual([]);
    expect(eventsOfChange(change(claimed, { ...claimed, status: "unconfirmed" }))).toEqual([]);
    expect(eventsOfChange(change(claimed, { ...claimed, status: "sent", providerId: "m-1" }))).toEqual([
      {
        id: "change-1.MessageSent",
        version: 1,
        time: now,
        type: "MessageSent",
        correlationId: "change-1",
        data: { leadId: "lead-0001", cycle: 1, purpose: "nurture", step: "checklist" },
      },
    ]);
    const types = (status: string, confirmedBy?: string) =>
      eventsOfChange(change(claimed, { ...claimed, status, confirmedBy })).map(({ type }) => type);
    expect(types("sent", "event")).toEqual(["MessageSent", "MailConfirmed"]);
    expect(types("undeliverable")).toEqual(["MailUndeliverable"]);
    expect(["sending", "unknown", "not-sent"].flatMap((status) => types(status))).toEqual([]);
    const sent = { ...claimed, status: "sent" };
    expect(eventsOfChange(change(sent, { ...sent, openedAt: now }))).toEqual([]);
  });

  it.each([
    keys.journey("lead-0001"),
    keys.familiarity("lead-0001"),
    keys.score("lead-0001", "fit"),
    keys.decision("lead-0001", 1, now),
    keys.emailClaim("x@y.example"),
    keys.rep("ana"),
    keys.repLoad("ana"),
    keys.repWeek("ana", "2026-W48"),
    keys.repAway("ana", "2026-03-10"),
    keys.companyOwner("engranaje.example"),
    keys.companyLead("engranaje.example", "lead-0001"),
    keys.apiKey("key-1"),
    keys.sweepCursor(),
    keys.keptAside("m-1", "s-1"),
    keys.visitor("v-000000000000001"),
    keys.idempotency("BODY#1"),
    keys.reference("r-1"),
    keys.signingKey("1"),
    keys.counters(1, "2026-W48", "all"),
    keys.countedEvent("e-1"),
  ])("is silent about $pk $sk", (key) =>
    expect(eventsOfChange(change(undefined, { ...key, leadId: "lead-0001", cycle: 1 }))).toEqual([]),
  );

  it("throws at an item that it cannot read, so that it is parked and not forgotten", () => {
    expect(() => eventsOfChange(change(undefined, { ...keys.lead("lead-0001"), stage: "unheard-of" }))).toThrow();
    expect(() => eventsOfChange(change(undefined, { pk: "LEAD#lead-0001" }))).toThrow();
  });
});
