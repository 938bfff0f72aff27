import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { detailSchemas, Envelope, EventType } from "../../../lambdas/contract/events.ts";
import { StageSchema } from "../../../lambdas/contract/stages.ts";
import { changesOf, countsOf, measuresOf } from "../../../lambdas/domain/metrics/count.ts";
import { weekOf } from "../../../lambdas/domain/metrics/week.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const event = (type: EventType, data: object = {}, time = now, id = "change-1"): Envelope => ({
  id: `${id}.${type}`,
  version: 1,
  time,
  type,
  correlationId: "request-1",
  data: { leadId: "lead-0001", cycle: 1, ...data },
});

const weekAt = (instant: string) => weekOf(instant, "UTC");
const [thisWeek, lastWeek] = [weekAt(now), weekAt(daysFromNow(-7))];
/** What one event moves, as `week counter: by`. */
const moves = (each: Envelope) =>
  changesOf(countsOf(each), weekAt).map(({ week, counter, by }) => `${week} ${counter}: ${by}`);
const ofThisWeek = (...counters: string[]) => counters.map((counter) => `${thisWeek} ${counter}: 1`);

const closed = { ownerId: "ana", because: "accepted", answered: true, inTime: true, responseSeconds: 60 };

describe("what an event counts", () => {
  it.each(StageSchema.options)("a lead that enters %s", (to) => {
    const entered = event("LeadStageChanged", { from: null, to, because: "test" });
    expect(moves(entered)).toEqual(ofThisWeek(`entered:${to}`, ...(to === "qualified" ? ["mql"] : [])));
    expect(measuresOf(entered)).toEqual([{ metric: "LeadsEntered", stage: to }]);
  });

  it("an MQL once a cycle, however often it comes back to the gate", () => {
    const again = { from: "nurturing", to: "qualified", because: "test", again: true };
    expect(moves(event("LeadStageChanged", again))).toEqual(ofThisWeek("entered:qualified"));
  });

  it("sales' decisions, and the reasons of those against", () => {
    const answer = (data: object) => event("AnswerRecorded", { ownerId: "ana", ...data });
    expect(moves(answer({ kind: "accepted" }))).toEqual(ofThisWeek("accepted"));
    expect(moves(answer({ kind: "rejected", reason: "no-budget" }))).toEqual(
      ofThisWeek("rejected", "rejected:no-budget"),
    );
    expect(moves(answer({ kind: "snoozed" }))).toEqual([]);
  });

  it("a clock that has stopped, by what stopped it", () => {
    const stopped = (data: object) => moves(event("FollowUpClosed", { ...closed, ...data }));
    expect(stopped({})).toEqual(ofThisWeek("clock-closed", "followed-up", "followed-up-in-time"));
    expect(stopped({ inTime: false })).toEqual(ofThisWeek("clock-closed", "followed-up"));
    const unanswered = { answered: false, inTime: false };
    expect(stopped({ ...unanswered, because: "reassigned:breach" })).toEqual(ofThisWeek("clock-closed", "reassigned"));
    expect(stopped({ ...unanswered, because: "nobody-followed-up" })).toEqual(ofThisWeek("clock-closed", "given-back"));
  });

  it("a broken promise in the week in which it was due, when it breaks and when its clock stops", () => {
    const late = { ...closed, inTime: false, dueAt: daysFromNow(-7), closedAt: now };
    expect(moves(event("FollowUpClosed", late))).toContain(`${lastWeek} broken: 1`);
    expect(moves(event("FollowUpClosed", { ...late, dueAt: now }))).not.toContain(`${thisWeek} broken: 1`);
    const breach = (level: number) => event("FollowUpBreached", { ownerId: "ana", level, dueAt: daysFromNow(-7) });
    expect(moves(breach(1))).toEqual([`${thisWeek} escalated: 1`, `${lastWeek} breached: 1`]);
    expect(moves(breach(2))).toEqual([`${thisWeek} escalated: 1`]);
    expect([breach(1), breach(2)].flatMap(measuresOf)).toEqual([{ metric: "FollowUpBreached" }]);
  });

  it("an outcome, and takes the one that it corrects off in its own week", () => {
    const outcome = (data: object) => moves(event("OutcomeRecorded", { ownerId: "ana", kind: "won", ...data }));
    expect(outcome({})).toEqual(ofThisWeek("outcome:won"));
    expect(outcome({ corrects: daysFromNow(-7), correctedKind: "lost" })).toEqual([
      `${thisWeek} outcome:won: 1`,
      `${lastWeek} outcome:lost: -1`,
      `${thisWeek} outcome-corrected: 1`,
    ]);
    expect(outcome({ corrects: now, correctedKind: "won" })).toEqual(ofThisWeek("outcome-corrected"));
    expect(outcome({ corrects: now })).toEqual(ofThisWeek("outcome:won", "outcome-corrected"));
  });

  it("a lead that needs attention", () => {
    const flagged = event("LeadNeedsAttention", { error: "States.TaskFailed" });
    expect(moves(flagged)).toEqual(ofThisWeek("needs-attention"));
    expect(measuresOf(flagged)).toEqual([{ metric: "LeadNeedsAttention" }]);
  });

  it.each([
    "SubmissionRecorded",
    "EngagementRecorded",
    "CycleStarted",
    "MessageSent",
    "RepChanged",
    "LeadWaitsForSales",
  ] as const satisfies readonly (keyof typeof detailSchemas)[])("nothing for %s", (type) => {
    expect(moves(event(type))).toEqual([]);
    expect(measuresOf(event(type))).toEqual([]);
  });
});

/** Outcomes of one lead, each correcting the one before: only the last one stands. */
const chain = fc.uniqueArray(fc.record({ day: fc.nat(60), kind: fc.constantFrom("won", "lost", "recycled") }), {
  minLength: 1,
  maxLength: 5,
  selector: ({ day }) => day,
});
const breaches = fc.uniqueArray(fc.record({ day: fc.nat(60), level: fc.integer({ min: 1, max: 3 }) }), {
  maxLength: 8,
  selector: ({ day, level }) => `${day} ${level}`,
});

describe("the counters", () => {
  it("are what a recount of the facts gives, in whatever order and however often the events come", () => {
    const history = fc.record({ chains: fc.array(chain, { maxLength: 5 }), breaches });
    const delivery = (events: Envelope[]) =>
      fc.tuple(
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.shuffledSubarray(events),
        fc.shuffledSubarray(events),
      );
    const deliveries = history.chain(({ chains, breaches }) => {
      const told = chains.map((each) => each.toSorted((one, other) => one.day - other.day));
      const events = [
        ...told.flatMap((each, lead) =>
          each.map(({ day, kind }, i) => {
            const before = each[i - 1];
            const corrected = before && { corrects: daysFromNow(before.day), correctedKind: before.kind };
            return event("OutcomeRecorded", { ownerId: "ana", kind, ...corrected }, daysFromNow(day), `o${lead}.${i}`);
          }),
        ),
        ...breaches.map(({ day, level }, i) =>
          event("FollowUpBreached", { ownerId: "ana", level }, daysFromNow(day), `b${i}`),
        ),
      ];
      return delivery(events).map((parts) => ({ told, breaches, delivered: parts.flat() }));
    });
    fc.assert(
      fc.property(deliveries, ({ told, breaches, delivered }) => {
        const [marks, counters] = [new Set<string>(), new Map<string, number>()];
        for (const each of delivered) {
          if (marks.has(each.id)) continue;
          marks.add(each.id);
          for (const { week, counter, by } of changesOf(countsOf(each), weekAt))
            counters.set(`${week} ${counter}`, (counters.get(`${week} ${counter}`) ?? 0) + by);
        }
        const recount = (of: (week: string) => number, counter: string) => {
          for (const week of new Set([...Array(61).keys()].map((day) => weekAt(daysFromNow(day)))))
            expect(counters.get(`${week} ${counter}`) ?? 0).toBe(of(week));
        };
        for (const kind of ["won", "lost", "recycled"]) {
          const standing = told.map((each) => each.at(-1)).filter((last) => last?.kind === kind);
          recount(
            (week) => standing.filter((last) => weekAt(daysFromNow(last?.day ?? 0)) === week).length,
            `outcome:${kind}`,
          );
        }
        const first = breaches.filter(({ level }) => level === 1);
        recount((week) => first.filter(({ day }) => weekAt(daysFromNow(day)) === week).length, "breached");
      }),
    );
  });
});
