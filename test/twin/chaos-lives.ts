import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import type { deathSeconds, Fault } from "../../local/twin/faults.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { type Life, lifeOf } from "./chaos-life.ts";
import { chaosTales } from "./chaos-tales.ts";
import type { Tale } from "./stories.ts";
import { toldTwice } from "./told.ts";

const at = (most: number) => fc.integer({ min: 1, max: most });
const times = fc.integer({ min: 1, max: 15 });
const text = <const T extends string>(...these: [T, ...T[]]) => fc.constantFrom(...these);
const deaths = text("Lambda.Unknown", "Sandbox.Timedout", "States.Timeout", "Lambda.ServiceException");
deaths satisfies fc.Arbitrary<keyof typeof deathSeconds>;
const after = fc.oneof(fc.integer({ min: 0, max: 5 }), text("its-end"));

const taken = text("failed", "answer-lost", "some-refused");

/** A life makes some hundred requests and calls, about ten mails and some dozens of events; a sweep only when it is due. */
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ of: text("request"), at: at(300), kind: text("throttled", "unreachable"), times }),
  fc.record({ of: text("request"), at: at(300), kind: text("answer-lost") }),
  fc.record({ of: text("write"), at: at(100), kind: text("throttled", "conflict", "unreachable"), times }),
  fc.record({ of: text("write"), at: at(100), kind: text("answer-lost", "answer-lost-repeated") }),
  fc.record({ of: text("write"), at: at(100), kind: text("in-progress"), times: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ of: text("call"), at: at(100), kind: text("dies"), as: deaths, after }),
  fc.record({ of: text("call"), at: at(100), kind: text("clock-off"), seconds: fc.constantFrom(-30, 30) }),
  fc.record({ of: text("sweep"), at: at(6), kind: text("cut"), as: deaths, after: fc.integer({ min: 0, max: 80 }) }),
  fc.record({ of: text("mail"), at: at(10), kind: text("refused"), times: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ of: text("mail"), at: at(10), kind: text("answer-lost"), went: fc.boolean() }),
  fc.record({ of: text("mail"), at: at(10), kind: text("unheard-of") }),
  fc.record({ of: text("event"), at: at(40), kind: text("twice", "late"), seconds: fc.integer({ min: 1, max: 3600 }) }),
  fc.record({ of: text("publication"), at: at(30), kind: taken, times: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ of: text("sending"), at: at(3), kind: taken, times: fc.integer({ min: 1, max: 6 }) }),
);
const plans = fc.array(fault, { minLength: 1, maxLength: 8 });

const never = (): never => {
  throw new Error("there is no such tale");
};

/** Mulberry32: the jitter of a life, the same each time. */
const drawnFrom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

/**
 * Many lives of this half of the tales, each with faults of its own. One that ends otherwise than without them is told
 * with its plan, as short as it still goes wrong.
 */
export const lives = (half: 0 | 1): void => {
  const isFull = inject("load") === "full";
  const definition = synthesisedDefinition();
  const ofTales = chaosTales.filter((_, i) => i % 2 === half);
  const numRuns = Number(process.env.CHAOS_LIVES ?? (isFull ? 2500 : 120));
  const seed = Number(process.env.CHAOS_SEED ?? 20);
  const sums = { lives: 0, faults: 0, mails: 0, unknowable: 0, flags: 0, pages: 0 };
  const byKind = new Map<string, number>();
  const calm = new Map<string, Life>();
  const withoutFaults = async (tale: Tale): Promise<Life> => {
    const life = calm.get(tale.name) ?? (await lifeOf(definition, tale, { plan: [], random: drawnFrom(0) }));
    calm.set(tale.name, life);
    return life;
  };
  const began = Date.now();

  // So do those between the attempts of a request; the time that a whole request has is longer.
  const longestPauseMillis = 2000;
  beforeAll(() => {
    const later = globalThis.setTimeout;
    vi.stubGlobal("setTimeout", (then: () => void, millis = 0) =>
      later(then, millis <= longestPauseMillis ? 0 : millis),
    );
  });

  afterAll(() => {
    vi.unstubAllGlobals();
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(
      JSON.stringify({ chaos: half, seed, ...sums, seconds, byKind: Object.fromEntries([...byKind].sort()) }),
    );
  });

  it.each(ofTales)("come to their end without faults: $name", async (tale) => {
    expect((await withoutFaults(tale)).wrong).toEqual([]);
  });

  it("end as without faults", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ofTales.map(({ name }) => name)),
        plans,
        fc.nat(),
        async (name, plan, lot) => {
          const tale = ofTales.find((each) => each.name === name) ?? never();
          const { told } = await withoutFaults(tale);
          const life = await lifeOf(definition, tale, { plan, random: drawnFrom(lot) });
          const { world, wrong, unknowable, pages } = life;
          sums.lives++;
          sums.mails += world.mails.length;
          sums.unknowable += unknowable;
          sums.pages += pages;
          sums.flags += world.entered.filter((name) => name === "Flag the lead").length;
          for (const [kind, count] of world.faults.met) {
            sums.faults += count;
            byKind.set(kind, (byKind.get(kind) ?? 0) + count);
          }
          expect([...wrong, ...toldTwice(life.told, told)]).toEqual([]);
        },
      ),
      { numRuns, seed },
    );
  }, 3_600_000);

  it("ring for a person at most once in a thousand faults", () => {
    expect(sums.faults).toBeGreaterThan(2 * numRuns);
    expect(sums.pages).toBeLessThanOrEqual(Math.ceil(sums.faults / 1000));
  });
};
