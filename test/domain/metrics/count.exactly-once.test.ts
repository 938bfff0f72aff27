import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Stage, StageSchema } from "../../../lambdas/contract/stages.ts";
import { keys } from "../../../lambdas/contract/table.ts";
import { RecountInVainError } from "../../../lambdas/metrics/recount.ts";
import { CountingWorld, timeZone } from "./counting-world.ts";
import { naiveRecount, naiveStages } from "./naive-recount.ts";

const who = fc.record({
  lead: fc.nat(3),
  source: fc.option(fc.constantFrom("linkedin", "direct"), { nil: undefined }),
  persona: fc.option(fc.constantFrom("operations", "finance"), { nil: undefined }),
  ownerId: fc.constantFrom("ana", "luis"),
  /** An imported history: this many days older than its writing. */
  daysOld: fc.option(fc.nat(30), { nil: undefined }),
});
/** None, as amounts were recorded before there was a choice. */
const currency = fc.constantFrom("EUR", "USD", "JPY", undefined);
const amount = fc.integer({ min: 1, max: 99_999 }).map((cents) => cents / 100);

/** What happens, one after the other. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("move" as const), who, to: fc.constantFrom(...StageSchema.options) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("answer" as const), who, again: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("outcome" as const), who, won: fc.boolean(), amount, currency }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("clock" as const), who, late: fc.integer({ min: -9, max: 9 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("breach" as const), who, level: fc.integer({ min: 1, max: 2 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("tell" as const),
      picks: fc.array(fc.nat(50), { maxLength: 6 }),
      again: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("pass" as const), seconds: fc.integer({ min: 1, max: 400_000 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("erase" as const), lead: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("recount" as const),
      pace: fc.integer({ min: 0, max: 4 }),
      diesAt: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Told {
  readonly at: string;
  readonly kind: string;
  readonly closedAt: string | undefined;
  readonly amount?: number | undefined;
  readonly currency?: string | undefined;
}

class Killed extends Error {}

/** Plays the steps, and keeps what a lead's next fact has to know of the ones before. */
class Player {
  readonly world = new CountingWorld();
  private readonly stages = new Map<number, { stage: Stage; since: string } | undefined>();
  private readonly outcomes = new Map<number, Told>();
  private readonly steps: Step[];
  private recounting = false;

  constructor(steps: readonly Step[]) {
    this.steps = [...steps];
  }

  async playAll(): Promise<void> {
    for (let next = this.steps.shift(); next !== undefined; next = this.steps.shift()) await this.play(next);
    await this.world.deliver((pending) => [...pending]);
    await this.world.deliver((_, told) => [...told]);
  }

  private async play(next: Step): Promise<void> {
    switch (next.do) {
      case "pass":
        this.world.clock += next.seconds * 1000;
        return;
      case "tell": {
        const chosen = (pending: readonly object[]) => [...new Set(next.picks.map((pick) => pick % pending.length))];
        return this.world.deliver((pending, told) => [
          ...(pending.length === 0 ? [] : chosen(pending).flatMap((pick) => pending[pick] ?? [])),
          ...(next.again && told.length > 0 ? chosen(told).flatMap((pick) => told[pick] ?? []) : []),
        ]);
      }
      case "erase": {
        const from = this.stages.get(next.lead)?.stage;
        this.stages.delete(next.lead);
        this.outcomes.delete(next.lead);
        if (from !== undefined)
          await this.world.erase(`lead-${next.lead}`, {
            cycle: 1,
            from,
            because: "erased",
            ownerId: `of-${next.lead}`,
          });
        return;
      }
      case "recount":
        return this.recount(next);
      default:
        return this.tell(next);
    }
  }

  private async recount({ pace, diesAt }: Extract<Step, { do: "recount" }>): Promise<void> {
    if (this.recounting) return;
    this.recounting = true;
    let requests = 0;
    const meanwhile = async () => {
      if (++requests === diesAt) throw new Killed();
      for (const next of this.steps.splice(0, pace)) await this.play(next);
    };
    await this.world.recount(meanwhile).catch((error: unknown) => {
      // Erasures or long waits in each of its attempts: it gives up, and must have changed as little as one that died.
      if (!(error instanceof Killed || error instanceof RecountInVainError)) throw error;
    });
    this.recounting = false;
  }

  private async tell(next: Exclude<Step, { do: "pass" | "tell" | "erase" | "recount" }>): Promise<void> {
    const { lead, daysOld, ...known } = next.who;
    const writtenAt = this.world.now();
    const at = new Date(this.world.clock - (daysOld ?? 0) * 86_400_000).toISOString();
    const facts = {
      ...known,
      cycle: 1,
      at,
      leadId: `lead-${lead}`,
      ...(daysOld !== undefined && { importedAt: writtenAt }),
    };
    const key = (kind: string) => ({ pk: keys.lead(`lead-${lead}`).pk, sk: `${kind}#1#${at}#${writtenAt}` });
    switch (next.do) {
      case "move": {
        const before = this.stages.get(lead);
        this.stages.set(lead, { stage: next.to, since: at });
        const isEnded = before?.stage === "won" || before?.stage === "lost";
        const because = isEnded && (next.to === "won" || next.to === "lost") ? "corrected" : becauseOf(next.to);
        const told = { from: before?.stage ?? null, to: next.to, since: before?.since, because };
        return this.world.write({
          ...key("MOVE"),
          ...facts,
          ...told,
          matched: ["decides", "spain"],
          read: ["checklist"],
        });
      }
      case "answer": {
        const said = next.again ? { kind: "accepted", again: true } : { kind: "rejected", reason: "no-budget" };
        return this.world.write({ ...key("ANSWER"), ...facts, ...said });
      }
      case "outcome": {
        const before = this.outcomes.get(lead);
        const kind = next.won ? "won" : "lost";
        const closedAt = before?.kind === kind ? (before.closedAt ?? before.at) : undefined;
        const { amount, currency } = next;
        const told = { at, kind, closedAt, ...(next.won && { amount, currency }) };
        this.outcomes.set(lead, told);
        const corrected = before && {
          corrects: before.at,
          correctedKind: before.kind,
          correctedAmount: before.amount,
          correctedClosedAt: before.closedAt,
          correctedCurrency: before.currency,
        };
        return this.world.write({ ...key("OUTCOME"), ...facts, ...told, ...corrected });
      }
      case "clock": {
        const dueAt = new Date(Date.parse(at) - next.late * 86_400_000).toISOString();
        const closed = {
          closedAt: at,
          dueAt,
          because: "reassigned:breach",
          answered: next.late < 3,
          inTime: next.late <= 0,
        };
        return this.world.write({ ...key("CLOCK"), ...facts, ...closed });
      }
      case "breach": {
        const dueAt = new Date(Date.parse(at) - 86_400_000).toISOString();
        return this.world.write({ ...key("BREACH"), ...facts, level: next.level, dueAt });
      }
    }
  }
}

const becauseOf = (to: Stage): string => (to === "disqualified" ? "rejected:no-budget" : "test");

describe("the counters", () => {
  it("are what a recount of the facts gives, whatever comes when and how often, with recounts that die or end in between", async () => {
    const seen = { recounts: 0, erased: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 80, size: "max" }), async (steps) => {
        const player = new Player(steps);
        await player.playAll();
        const { world } = player;
        expect(await world.counters()).toEqual(naiveRecount(world.facts(), timeZone));
        expect(await world.stages()).toEqual(naiveStages(world.facts()));
        seen.recounts += world.said.filter((line) => line.includes("is looked at from now on")).length;
        seen.erased += world.said.filter((line) => line.includes("begins again")).length;
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect(seen.recounts).toBeGreaterThan(20);
    expect(seen.erased).toBeGreaterThan(0);
  }, 120_000);
});
