import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placesInTurn, type Queued, rankOf } from "../../../lambdas/domain/hand-off/queue.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { aRep, aRepNow } from "../../builders/rep-now.ts";

const agreement = anAgreement();

const waiting = (leadId: string, some: Partial<Queued> = {}): Queued => ({
  leadId,
  cycle: 1,
  rank: leadId,
  since: now,
  reps: ["ana", "luis"],
  language: "es",
  looksAt: daysFromNow(0.04),
  ...some,
});

describe("the rank in the queue", () => {
  const lead = (points: number, lane?: "fast") => aLead("qualified", { scores: { fit: points, familiarity: 0 }, lane });

  it("sorts as text: the fast lane first, then by value, then by waiting time", () => {
    const ranks = [
      rankOf(lead(0, "fast"), now),
      rankOf(lead(12_000), now),
      rankOf(lead(90.4), daysFromNow(-2)),
      rankOf(lead(90), now),
      rankOf(lead(9), daysFromNow(-9)),
      rankOf(lead(-5), daysFromNow(-9)),
    ];
    expect([...ranks].reverse().sort()).toEqual(ranks);
    expect(rankOf(aLead("qualified"), now)).toBe(`1.9999.${now}`);
  });

  it("is never better for fewer points or a later beginning", () => {
    const any = fc.record({ points: fc.integer({ min: -50, max: 300 }), days: fc.integer({ min: -30, max: 0 }) });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [rankA, rankB] = [a, b].map(({ points, days }) => rankOf(lead(points), daysFromNow(days)));
        const [least, most] = [Math.max(a.points, 0), Math.max(b.points, 0)];
        if (least > most || (least === most && a.days < b.days)) expect(String(rankA) < String(rankB)).toBe(true);
      }),
    );
  });
});

describe("serving the queue in turn", () => {
  const two = { newPerWeek: 2, openAtMost: 9 };
  const team = [
    aRepNow(aRep("ana", { capacity: two }), 1),
    aRepNow(aRep("luis", { capacity: two, speaks: ["es"] }), 2),
  ];

  it("gives the free places to those ahead", () => {
    const { served, promised } = placesInTurn([waiting("a"), waiting("b")], team, agreement, now);
    expect(served).toEqual([{ leadId: "a", repId: "ana" }]);
    expect([...promised]).toEqual([["ana", 1]]);
  });

  it("skips leads that no free rep can take, and leads whose journey has died", () => {
    const queue = [waiting("a", { reps: ["luis"] }), waiting("b", { looksAt: daysFromNow(-1) }), waiting("c")];
    expect(placesInTurn(queue, team, agreement, now).served).toEqual([{ leadId: "c", repId: "ana" }]);
  });

  it("never promises more than there is room, and leaves no one behind who could have been served", () => {
    const rep = (id: string) =>
      fc
        .record({
          given: fc.nat(4),
          newPerWeek: fc.integer({ min: 1, max: 4 }),
          openAtMost: fc.integer({ min: 1, max: 4 }),
        })
        .map(({ given, ...capacity }) => aRepNow(aRep(id, { capacity }), given));
    const reps = fc.subarray(["ana", "luis", "eva"], { minLength: 1 });
    const queue = fc
      .array(reps, { maxLength: 12 })
      .map((each) => each.map((ids, i) => waiting(`lead-${String(i).padStart(2, "0")}`, { reps: ids })));
    fc.assert(
      fc.property(fc.tuple(rep("ana"), rep("luis"), rep("eva")), queue, (members, line) => {
        const { served, promised } = placesInTurn(line, members, agreement, now);
        const roomOf = new Map(
          members.map((each) => {
            const { newPerWeek, openAtMost } = each.rep.capacity;
            return [each.rep.id, Math.max(0, Math.min(newPerWeek, openAtMost) - each.newThisWeek)];
          }),
        );
        for (const [id, count] of promised) expect(count).toBeLessThanOrEqual(roomOf.get(id) ?? 0);
        const names = new Set(served.map(({ leadId }) => leadId));
        for (const left of line.filter(({ leadId }) => !names.has(leadId)))
          for (const id of left.reps) expect(promised.get(id) ?? 0).toBe(roomOf.get(id));
        // Who joins at the end changes nothing for those ahead.
        const longer = placesInTurn([...line, waiting("zz")], members, agreement, now).served;
        expect(longer.slice(0, served.length)).toEqual(served);
      }),
    );
  });
});
