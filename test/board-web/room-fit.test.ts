import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type FitKnobs, figuresAt, fitOf, pacesAround, paceThatFits } from "../../web/board/pages/room/fit.ts";
import { createHash } from "../../web/board/pages/room/lots.ts";
import { now } from "../builders/now.ts";

const text = readFileSync("agreement.yaml", "utf8");
const fitted = () => {
  const fit = fitOf(text, now);
  if (fit.is !== "model") throw new Error(`the shipped agreement is ${fit.is}`);
  return fit;
};

describe("whether the team can keep up", () => {
  const { model, knobs } = fitted();
  const at = (turned: Partial<FitKnobs>) => figuresAt(model, { ...knobs, ...turned });

  it("begins where the agreement is: what marketing promises, and what the reps have promised to take", () => {
    expect(knobs).toEqual({ arrivals: 15, capacity: 27, minutes: 107 });
    const usual = at({});
    expect(usual.isSufficient).toBe(true);
    expect(usual.has).toBeGreaterThan(usual.needed);
  });

  it("is worse with more leads, and with more work on each", () => {
    expect(at({ arrivals: 40 }).isSufficient).toBe(false);
    expect(at({ arrivals: 40 }).wait).toBeGreaterThan(at({}).wait);
    expect(at({ minutes: 600 }).needed).toBeCloseTo((15 * 600) / 60);
    expect(at({ minutes: 600 }).broken).toBeGreaterThan(at({}).broken);
  });

  it("is better with a larger team", () => {
    expect(at({ arrivals: 24 }).isSufficient).toBe(false);
    expect(at({ arrivals: 24, capacity: 54 }).isSufficient).toBe(true);
    expect(at({ capacity: 54 }).needed).toBeCloseTo(at({}).needed);
  });

  it("names a pace that fits, below which it is sufficient and beyond which it is not", () => {
    const most = paceThatFits(model, knobs, at({}));
    expect(most).toBeGreaterThanOrEqual(15);
    expect(at({ arrivals: most - 3 }).isSufficient).toBe(true);
    expect(at({ arrivals: most + 5 }).isSufficient).toBe(false);
  });

  it("is drawn on both sides of the pace that is asked for", () => {
    const paces = pacesAround(knobs);
    expect(paces).toContain(15);
    expect(Math.min(...paces)).toBeLessThan(15);
    expect(Math.max(...paces)).toBeGreaterThan(27);
    expect(pacesAround({ arrivals: 1, capacity: 1, minutes: 1 })).toEqual([1, 2]);
  });

  it("cannot be said of a text with mistakes, or of an agreement for trying things out", () => {
    expect(fitOf(text.replace("leastFit: 50", "leastFit: many"), now)).toEqual({ is: "bad" });
    expect(fitOf(readFileSync("agreement.demo.yaml", "utf8"), now)).toEqual({ is: "trial" });
  });
});

describe("lots in the simulation's worker", () => {
  const lot = (text: string) => createHash("sha256").update(text).digest();

  it("are always the same, and even between any two reps", () => {
    expect(lot("lead-1 marta").compare(lot("lead-1 marta"))).toBe(0);
    const leads = Array.from({ length: 2000 }, (_, i) => `lead-${i}`);
    const wins = leads.filter((lead) => lot(`${lead} marta`).compare(lot(`${lead} nuria`)) < 0).length;
    expect(wins).toBeGreaterThan(900);
    expect(wins).toBeLessThan(1100);
  });
});
