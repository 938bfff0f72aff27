import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openStages, type Stage, StageSchema } from "../../../lambdas/contract/stages.ts";
import { type Lead, LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import { mayMove, moveTo, startNextCycle, transitions } from "../../../lambdas/domain/lead/move.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const later = daysFromNow(2);
const followUp = {
  ...aLead("assigned").followUp,
  ownerId: "luis",
  assignedAt: later,
  reminderAt: later,
  dueAt: daysFromNow(4),
};
const worked = {
  nextDueAt: daysFromNow(3),
  followUp,
  acceptedAt: later,
  asked: 0,
  askAt: daysFromNow(3),
  limitAt: daysFromNow(90),
  limitTold: false,
};
const nextDueAt = daysFromNow(3);
const move = { because: "test", now: later };

/** One legal set of facts for each stage. */
const into: Record<Stage, (lead: Lead) => Lead> = {
  captured: (lead) => moveTo("captured", lead, { nextDueAt }, move),
  nurturing: (lead) => moveTo("nurturing", lead, { nextDueAt }, move),
  qualified: (lead) => moveTo("qualified", lead, { nextDueAt, qualifiedAt: later }, move),
  assigned: (lead) => moveTo("assigned", lead, { nextDueAt, followUp }, move),
  "handed-off": (lead) => moveTo("handed-off", lead, { nextDueAt, followUp }, move),
  accepted: (lead) => moveTo("accepted", lead, worked, move),
  "sales-qualified": (lead) => moveTo("sales-qualified", lead, worked, move),
  opportunity: (lead) => moveTo("opportunity", lead, worked, move),
  won: (lead) => moveTo("won", lead, { ownerId: "luis" }, move),
  lost: (lead) => moveTo("lost", lead, { ownerId: "luis" }, move),
  dormant: (lead) => moveTo("dormant", lead, {}, move),
  disqualified: (lead) => moveTo("disqualified", lead, {}, move),
};

const stages = StageSchema.options;
const isOpen = (stage: Stage) => openStages.some((open) => open === stage);

describe("moving a lead", () => {
  it.each(stages.flatMap((from) => stages.map((to) => ({ from, to }))))("from $from to $to", ({ from, to }) => {
    const lead = aLead(from);
    if (!mayMove(from, to)) return expect(() => into[to](lead)).toThrow(`a lead may not move from ${from} to ${to}`);
    const moved = into[to](lead);
    expect(moved.stage).toBe(to);
    expect(LeadSchema.parse(moved)).toEqual(moved);
    expect("nextDueAt" in moved).toBe(isOpen(to));
    return expect({
      leadId: moved.leadId,
      version: moved.version,
      cycle: moved.cycle,
      consents: moved.consents,
    }).toEqual({
      leadId: lead.leadId,
      version: lead.version,
      cycle: lead.cycle,
      consents: lead.consents,
    });
  });

  it("says since when and why", () => {
    const moved = moveTo("dormant", aLead("nurturing"), {}, { because: "stayed-silent", now: later });
    expect(moved).toMatchObject({
      stageSince: later,
      because: "stayed-silent",
      createdAt: aLead("nurturing").createdAt,
    });
  });

  it("drops the old stage's fields, and the flag of a past error", () => {
    const lead = aLead("handed-off", { needsAttention: { error: "States.TaskFailed", at: now } });
    const moved = moveTo("disqualified", lead, {}, move);
    expect("followUp" in moved).toBe(false);
    expect("nextDueAt" in moved).toBe(false);
    expect(moved.needsAttention).toBeUndefined();
  });

  it("takes along scores, consents and the unsubscription", () => {
    const lead = aLead("captured", { scores: { fit: 10, familiarity: 4.5 }, unsubscribedAt: now });
    const moved = moveTo("nurturing", lead, { nextDueAt }, move);
    expect(moved).toMatchObject({
      scores: { fit: 10, familiarity: 4.5 },
      unsubscribedAt: now,
      consents: lead.consents,
    });
  });

  it("keeps every lead legal, with a due time while open, along any way through the table", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (choices) => {
        const walked = choices.reduce<Lead>((lead, choice) => {
          const ways: readonly Stage[] = transitions[lead.stage];
          const to = ways[choice % ways.length];
          return to === undefined ? lead : into[to](lead);
        }, aLead("captured"));
        expect(LeadSchema.parse(walked)).toEqual(walked);
        expect("nextDueAt" in walked).toBe(isOpen(walked.stage));
      }),
    );
  });
});

describe("the table of transitions", () => {
  it("lets every stage be reached from captured, and no stage be a dead end", () => {
    const reached = new Set<Stage>(["captured"]);
    for (const stage of reached) for (const next of transitions[stage]) reached.add(next);
    expect([...reached].sort()).toEqual([...stages].sort());
    expect(stages.filter((from) => !stages.some((to) => mayMove(from, to)))).toEqual([]);
  });
});

describe("starting the next cycle", () => {
  it.each(["assigned", "handed-off", "accepted", "won", "lost", "dormant", "disqualified"] as const)(
    "of a lead that is %s",
    (stage) => {
      const lead = aLead(stage, {
        scores: { fit: 40, familiarity: 33 },
        nurture: { touches: 3, lastAt: now },
        returnedAt: now,
        lane: "fast",
        override: { verdict: "qualified", reason: "Porque sí", by: "Carla", at: now },
      });
      const begun = startNextCycle(lead, "engaged-again", later, nextDueAt);
      expect(begun).toMatchObject({
        stage: "captured",
        cycle: lead.cycle + 1,
        because: "engaged-again",
        stageSince: later,
        nextDueAt,
      });
      const { scores, nurture, returnedAt, lane, override } = begun;
      expect({ scores, nurture, returnedAt, lane, override }).toEqual({});
      expect("followUp" in begun || "ownerId" in begun).toBe(false);
    },
  );

  it("records that sales returned it when given", () => {
    const begun = startNextCycle(aLead("handed-off"), "rejected:not-now", later, nextDueAt, { returnedAt: later });
    expect(begun.returnedAt).toBe(later);
  });

  it.each(["captured", "nurturing", "qualified"] as const)(
    "is refused while the lead is %s: this cycle is not over",
    (stage) => {
      expect(() => startNextCycle(aLead(stage), "engaged-again", later, nextDueAt)).toThrow("may not move");
    },
  );
});
