import { describe, expect, it } from "vitest";
import { aucOf } from "../../../lambdas/agreement/learn/auc.ts";
import { acrossFolds, learn } from "../../../lambdas/agreement/learn/learn.ts";
import { handMade, makeLeads, shuffled } from "./generator.ts";

const inForce = handMade();

describe("points that learn, very many times", () => {
  it("are proposed from shuffled outcomes in at most 5% of 200 tries", () => {
    const { leads } = makeLeads({ leads: 800, seed: 5 });
    const promoted = Array.from({ length: 200 }, (_, seed) => learn(shuffled(leads, seed), inForce)).filter(
      ({ what }) => what === "proposed",
    );
    console.log(`${promoted.length} of 200 proposed from shuffled outcomes`);
    expect(promoted.length).toBeLessThanOrEqual(10);
  });

  it.each([
    ["decided leads", { leads: 3000, seed: 21, signal: 0 }],
    ["leads some of which are open", { leads: 1500, seed: 22, signal: 0, isOpenEnded: true }],
  ])("are never proposed from data without any signal: %s", (_, making) => {
    expect(learn(makeLeads(making).leads, inForce).what).not.toBe("proposed");
  });

  it("come near to the truth, and lose next to nothing by being whole", () => {
    const { leads, truth } = makeLeads({ leads: 9000, seed: 3 });
    const { inForce: before, wholePoints, unrounded } = acrossFolds(leads, inForce, 5);
    const best = aucOf(truth, {
      outcomes: leads.map(({ outcome }) => Number(outcome === "won")),
      weights: leads.map(() => 1),
    });
    console.log(`AUC: truth ${best}, points in force ${before}, whole points ${wholePoints}, unrounded ${unrounded}`);
    expect(unrounded - wholePoints).toBeLessThan(0.005);
    expect(best - wholePoints).toBeLessThan(0.015);
    expect(wholePoints - before).toBeGreaterThan(0.08);
  });
});
