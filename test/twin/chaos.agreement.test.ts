import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { synthesisedDefinition } from "../journey/definition.ts";
import { changedLife, type Variant, variants } from "./changing-lives.ts";
import { chaosTales } from "./chaos-tales.ts";

// A function's own pauses take no time of the world's clock.
vi.mock("node:timers/promises", () => ({ setTimeout: async () => {} }));

const definition = synthesisedDefinition();
const isFull = inject("load") === "full";
const removed = variants.filter(({ name }) => name === "a rep removed");
const never = { atCall: Number.POSITIVE_INFINITY, sideBySide: 0 };

describe("another agreement in force from any call of any tale on", () => {
  const longestPauseMillis = 2000;
  beforeAll(() => {
    const later = globalThis.setTimeout;
    vi.stubGlobal("setTimeout", (then: () => void, millis = 0) =>
      later(then, millis <= longestPauseMillis ? 0 : millis),
    );
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  const lengths = new Map<string, number>();
  const callsOf = async (name: string): Promise<number> => {
    const tale = chaosTales.find((each) => each.name === name);
    if (tale === undefined) throw new Error("there is no such tale");
    const known = lengths.get(name) ?? (await changedLife(definition, tale, undefined, never)).calls;
    lengths.set(name, known);
    return known;
  };

  const changed = async (name: string, variant: Variant, atCall: number, sideBySide: number): Promise<string[]> => {
    const tale = chaosTales.find((each) => each.name === name);
    if (tale === undefined) throw new Error("there is no such tale");
    const { wrong } = await changedLife(definition, tale, variant, { atCall, sideBySide });
    return wrong.map((each) => `${name}, ${variant.name} at call ${atCall} (${sideBySide}): ${each}`);
  };

  /** A call of every tale, and at how many of the calls that follow another function still has the version before. */
  const drawn = async (name: string, variant: Variant, share: number, sideBySide: number): Promise<void> => {
    const atCall = 1 + Math.floor(share * (await callsOf(name)));
    expect(await changed(name, variant, atCall, sideBySide)).toEqual([]);
  };

  const sample = () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...chaosTales.map(({ name }) => name)),
        fc.constantFrom(...variants),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(0, 0, 3, 20),
        drawn,
      ),
      {
        // What the removed rep was to take is refused, and the deal stays open.
        examples: removed.map((variant) => [
          "a manager gives an accepted lead to a colleague, who loses it",
          variant,
          0,
          0,
        ]),
        numRuns: Number(process.env.CHANGED_LIVES ?? (isFull ? 150 : 30)),
        seed: Number(process.env.CHAOS_SEED ?? 20),
      },
    );

  it("loses nobody, does nothing twice, and each decision is by one version", sample, 600_000);
});
