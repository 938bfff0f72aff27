import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rep } from "../../../lambdas/contract/agreement.ts";
import { chooseRep } from "../../../lambdas/domain/hand-off/choose-rep.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { aRep, aRepNow } from "../../builders/rep-now.ts";

const agreement = anAgreement();

interface Held {
  open: number;
  newThisWeek: number;
}

/** The table of the reps' loads, with the conditions under which `takePlace` writes. */
class Loads {
  readonly held: Map<string, Held>;
  readonly team: readonly Rep[];

  constructor(team: readonly Rep[]) {
    this.team = team;
    this.held = new Map(team.map(({ id }) => [id, { open: 0, newThisWeek: 0 }]));
  }

  read() {
    return this.team.map((rep) => aRepNow(rep, 0, { ...this.of(rep.id) }));
  }

  take({ id, capacity }: Rep, newBelow: number): boolean {
    const held = this.of(id);
    if (held.open >= capacity.openAtMost || held.newThisWeek >= Math.min(newBelow, capacity.newPerWeek)) return false;
    this.held.set(id, { open: held.open + 1, newThisWeek: held.newThisWeek + 1 });
    return true;
  }

  of(id: string): Held {
    return this.held.get(id) ?? { open: 0, newThisWeek: 0 };
  }
}

/** Each lead reads, chooses and writes; what happens between its steps is up to `turns`. Gives who waits in the end. */
const assignAll = (loads: Loads, leads: number, turns: readonly number[]): string[] => {
  const ids = Array.from({ length: leads }, (_, i) => `lead-${i}`);
  const choose = (leadId: string) => chooseRep(aLead("qualified", { leadId }), loads.read(), agreement, now);
  const chosen = new Map<string, ReturnType<typeof choose>>();
  const waits: string[] = [];
  const open = [...ids];
  for (let turn = 0; open.length > 0; turn++) {
    const at = (turns[turn % turns.length] ?? 0) % open.length;
    const leadId = open[at] ?? "";
    const choice = chosen.get(leadId);
    if (choice === undefined) chosen.set(leadId, choose(leadId));
    else {
      chosen.delete(leadId);
      if (choice.rep === null) waits.push(leadId);
      if (choice.rep === null || loads.take(choice.rep.rep, choice.newBelow)) open.splice(at, 1);
    }
  }
  return waits;
};

const anyTeam = fc
  .array(
    fc.record({
      newPerWeek: fc.integer({ min: 1, max: 30 }),
      openAtMost: fc.integer({ min: 1, max: 30 }),
      weight: fc.constantFrom(0.5, 1, 2, 3),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((reps) => reps.map(({ weight, ...capacity }, i) => aRep(`rep-${i}`, { capacity, weight })));
const anyTurns = fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 });

describe("fifty leads in the same second, in any interleaving", () => {
  it("never exceed anyone's capacity, and none waits while someone has room", () => {
    fc.assert(
      fc.property(anyTeam, anyTurns, (team, turns) => {
        const loads = new Loads(team);
        const waits = assignAll(loads, 50, turns);
        let room = 0;
        for (const { id, capacity } of team) {
          const { open, newThisWeek } = loads.of(id);
          expect(open).toBeLessThanOrEqual(capacity.openAtMost);
          expect(newThisWeek).toBeLessThanOrEqual(capacity.newPerWeek);
          room += Math.min(capacity.openAtMost, capacity.newPerWeek) - open;
        }
        if (waits.length > 0) expect(room).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it("are shared out by capacity and weight: no one has a lead that was rather another's, and no one is a whole lead short", () => {
    const unhurried = anyTeam.map((team) =>
      team.map((rep) => ({ ...rep, capacity: { newPerWeek: rep.capacity.newPerWeek + 50, openAtMost: 1000 } })),
    );
    fc.assert(
      fc.property(unhurried, anyTurns, (team, turns) => {
        const loads = new Loads(team);
        expect(assignAll(loads, 50, turns)).toEqual([]);
        const shares = team.map(({ id, capacity, weight = 1 }) => ({
          given: loads.of(id).newThisWeek,
          share: capacity.newPerWeek * weight,
        }));
        const all = shares.reduce((sum, { share }) => sum + share, 0);
        for (const { given, share } of shares) {
          expect(given).toBeGreaterThan((50 * share) / all - 1);
          for (const other of shares) expect(given / share).toBeLessThanOrEqual((other.given + 1) / other.share + 1e-9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("give the same shares in whatever order they come, where no one draws lots", () => {
    const team = [aRep("a", { capacity: { newPerWeek: 31, openAtMost: 99 } }), aRep("b", { weight: 1.7 })];
    fc.assert(
      fc.property(anyTurns, (turns) => {
        const loads = new Loads(team);
        assignAll(loads, 30, turns);
        expect([loads.of("a").newThisWeek, loads.of("b").newThisWeek]).toEqual([20, 10]);
      }),
      { numRuns: 30 },
    );
  });
});
