import { describe, expect, it } from "vitest";
import { acrossFolds, fieldsAfterSales, type Lesson, learn } from "../../../lambdas/agreement/learn/learn.ts";
import { learnReport } from "../../../lambdas/agreement/learn/learn-report.ts";
import type { LearnLead } from "../../../lambdas/agreement/learn/line.ts";
import { pointsOf } from "../../../lambdas/agreement/learn/points-of.ts";
import type { Agreement } from "../../../lambdas/contract/agreement.ts";
import { handMade, makeLeads, shuffled } from "./generator.ts";

const inForce = handMade();
const { leads } = makeLeads({ leads: 1500, seed: 3, isOpenEnded: true });
const lesson = learn(leads, inForce);

/** Whether or not the gate let it pass. */
const triedIn = (of: Lesson): Agreement => {
  if (of.what === "too-few") throw new Error("too few leads");
  return of.proposal;
};

const proposalIn = (of: Lesson): Agreement => {
  if (of.what !== "proposed") throw new Error(`nothing was proposed: ${of.what}`);
  return of.proposal;
};

describe("points that learn", () => {
  it("are proposed whole, at most as many as agreed, when they are better on later leads", () => {
    const { terms } = proposalIn(lesson);
    const criteria = terms.personas.flatMap((persona) => persona.criteria);
    expect(criteria.length).toBeGreaterThan(7);
    expect(criteria.length).toBeLessThanOrEqual(20);
    expect(criteria.every(({ points }) => Number.isInteger(points) && Math.abs(points) <= 100)).toBe(true);
    expect(criteria.some(({ field }) => field === "noise")).toBe(false);
    const few = { ...inForce, terms: { ...inForce.terms, learning: { mostCriteria: 8 } } };
    expect(proposalIn(learn(leads, few)).terms.personas[0]?.criteria.length).toBeLessThanOrEqual(8);
  });

  it("let as many pass as before", () => {
    const proposal = proposalIn(lesson);
    const passing = (agreement: Agreement) =>
      leads.filter((lead) => pointsOf(lead, agreement).verdict === "qualified").length;
    expect(Math.abs(passing(proposal) - passing(inForce))).toBeLessThan(passing(inForce) / 10);
  });

  it("lose next to nothing by being whole", () => {
    const { inForce: before, wholePoints, unrounded } = acrossFolds(leads.slice(0, 1000), inForce, 3);
    expect(wholePoints).toBeGreaterThan(before + 0.03);
    expect(unrounded - wholePoints).toBeLessThan(0.005);
  });

  it("have a reason each, in both languages", () => {
    const said = { lesson, leads, inForce };
    expect(learnReport(said, "en")).toMatch(
      /^There is a proposal: [\s\S]*Changes:\n- .*: new, [+-]\d+ points\. Of [\d,]+ leads with this criterion \d+% were won, of [\d,]+ without \d+%\.$/m,
    );
    expect(learnReport(said, "es")).toMatch(
      /^Hay una propuesta: [\s\S]*Cambios:\n- .*: nuevo, [+-]\d+ puntos\. De [\d.]+ leads que lo cumplen se ganó el \d+\s%; de [\d.]+ que no, el \d+\s%\.$/m,
    );
  });

  it("are not proposed from outcomes that mean nothing", () => {
    const lessons = [
      ...[1, 2, 3].map((seed) => learn(shuffled(leads.slice(0, 500), seed), inForce)),
      learn(makeLeads({ leads: 600, seed: 11, signal: 0 }).leads, inForce),
    ];
    for (const each of lessons) {
      expect(["same", "not-better"]).toContain(each.what);
      expect(learnReport({ lesson: each, leads, inForce }, "en")).toMatch(
        /^Nothing to learn yet: [\d,]+ more outcomes\.\n/,
      );
      expect(learnReport({ lesson: each, leads, inForce }, "es")).toMatch(/^Todavía no hay nada que aprender: faltan /);
    }
  });

  it("are not proposed from a few leads", () => {
    const few = learn(leads.slice(0, 60), inForce);
    expect(few).toMatchObject({ what: "too-few" });
    expect(learnReport({ lesson: few, leads, inForce }, "es")).toMatch(/son pocos para aprender/);
    expect(learn([], inForce)).toMatchObject({ what: "too-few", won: 0 });
  });

  it("are not proposed when a persona or a source would lose more than agreed", () => {
    const strict = { ...inForce, terms: { ...inForce.terms, learning: { mostLoss: 0.01 } } };
    const kept = learn(leads, strict);
    expect(kept.what).toBe("not-better");
    expect(learnReport({ lesson: kept, leads, inForce: strict }, "en")).toMatch(
      /The source “\w+” would go from \d+ MQLs to \d+; the agreement lets it lose 1% at most\./,
    );
  });

  it("learn nothing from what is known only after sales has spoken", () => {
    const told = leads.map((lead): LearnLead => {
      const { contact } = lead.facts;
      const { outcome } = lead;
      const own = { ...contact.own, ...(outcome !== "open" && { minutes: outcome === "won" ? 90 : 1 }) };
      const { minutes: _, ...others } = own;
      return { ...lead, facts: { ...lead.facts, contact: { ...contact, own: outcome === "open" ? others : own } } };
    });
    expect(told.filter(({ outcome }) => outcome === "open").length).toBeGreaterThan(30);
    expect(fieldsAfterSales(leads, inForce)).toEqual([]);
    const { terms } = triedIn(learn(told, inForce));
    expect(terms.personas.some(({ criteria }) => criteria.some(({ field }) => field === "minutes"))).toBe(false);
    const said = { ...inForce, terms: { ...inForce.terms, learning: { afterSales: ["visits"] } } };
    const asked = triedIn(learn(leads, said)).terms.personas.flatMap(({ criteria }) => criteria);
    expect(asked.filter(({ field }) => field === "visits")).toHaveLength(1);
  });
});
