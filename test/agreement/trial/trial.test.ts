import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Agreement } from "../../../lambdas/contract/agreement.ts";
import { figuresOf } from "../../../lambdas/domain/agreement/trial/figures.ts";
import type { LeadHistory } from "../../../lambdas/domain/agreement/trial/history.ts";
import { merge, noTally, type Tally } from "../../../lambdas/domain/agreement/trial/tally.ts";
import { type Trial, tryLead } from "../../../lambdas/domain/agreement/trial/try-lead.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { aPast } from "./pasts.ts";

const inForce = anAgreement();
const easier = anAgreement({ gate: { leastFit: 20, leastFamiliarity: 20 } }, { version: "easier" });
const harder = anAgreement({ gate: { leastFit: 40, leastFamiliarity: 40 } }, { version: "harder" });
const other = anAgreement(
  { gate: { leastFit: 25, leastFamiliarity: 35, mustHaves: [] }, personas: inForce.terms.personas.slice(0, 1) },
  { version: "other" },
);

const trialOf = (proposal: Agreement, over: Partial<Trial> = {}): Trial => ({
  from: daysFromNow(-70),
  until: now,
  versions: [{ since: daysFromNow(-365), agreement: inForce }],
  proposal,
  timeZone: inForce.terms.company.timeZone,
  ...over,
});

const seeds = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 });
const proposals = fc.constantFrom(easier, harder, other);

const pasts = new Map<number, LeadHistory>();
const pastOfSeed = (seed: number): LeadHistory => {
  const past = pasts.get(seed) ?? aPast(seed, inForce);
  pasts.set(seed, past);
  return past;
};

const tallyOf = (trial: Trial, all: readonly number[]): Tally =>
  all.map((seed) => tryLead(trial, pastOfSeed(seed))).reduce(merge, noTally);

describe("a proposal tried on the past", () => {
  it("changes nothing when it is what was in force, whenever that was", () => {
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom(inForce, easier, harder),
        fc.integer({ min: 5, max: 100 }),
        (all, own, days) => {
          const since = daysFromNow(-days);
          const versions = [
            { since: daysFromNow(-365), agreement: other },
            { since, agreement: own },
          ] as const;
          const tally = tallyOf(trialOf(structuredClone(own), { from: since, versions }), all);
          expect(tally).toMatchObject({ in: {}, out: {}, sooner: 0, later: 0, lists: { in: [], out: [] } });
          expect(Object.values(tally.weeks).every(({ before, after }) => before === after)).toBe(true);
          expect(tally.streams.after).toEqual(tally.streams.before);
        },
      ),
    );
  });

  it("says of its own time what was recorded then", () => {
    const tally = tallyOf(
      trialOf(harder),
      Array.from({ length: 400 }, (_, i) => i + 1),
    );
    expect(tally.judged).toBeGreaterThan(100);
    expect(tally.notAsRecorded).toBe(0);
    const all = Object.values(tally.weeks);
    expect(all.map(({ before }) => before)).toEqual(all.map(({ recorded }) => recorded));
  });

  it("gives the same figures whatever the leads are split into", () => {
    fc.assert(
      fc.property(seeds, proposals, fc.array(fc.nat(40), { maxLength: 6 }), (all, proposal, cuts) => {
        const trial = trialOf(proposal);
        const places = [0, ...cuts.filter((cut) => cut < all.length).sort((one, two) => one - two), all.length];
        const parts = places.slice(1).map((to, i) => tallyOf(trial, all.slice(places[i], to)));
        const whole = tallyOf(trial, all);
        expect(parts.reduce(merge, noTally)).toEqual(whole);
        expect(parts.reduceRight(merge, noTally)).toEqual(whole);
        expect(figuresOf(trial, JSON.parse(JSON.stringify(whole)))).toEqual(figuresOf(trial, whole));
      }),
    );
  });

  it("lets nobody in who would not have come in by an easier gate, and nobody stay out by it", () => {
    fc.assert(
      fc.property(seeds, (all) => {
        const [easy, hard] = [tallyOf(trialOf(easier), all), tallyOf(trialOf(harder), all)];
        expect(easy.out).toEqual({});
        expect(hard.in).toEqual({});
      }),
    );
  });
});

const leads = Array.from({ length: 600 }, (_, i) => i + 1);

describe("what people read of it", () => {
  const trial = trialOf(harder);
  const tally = tallyOf(trial, leads);
  const figures = figuresOf(trial, tally);

  it("adds up", () => {
    const { perWeek, mqls, both, in: comeIn, out } = figures;
    const sum = (which: "before" | "after") => perWeek.reduce((all, week) => all + week[which], 0);
    expect(sum("before")).toBe(mqls.before.count);
    expect(sum("after")).toBe(mqls.after.count);
    expect(both.leads.all.count + out.all.count).toBe(mqls.before.count);
    expect(both.leads.all.count + comeIn.all.count).toBe(mqls.after.count);
    expect(out.all.count).toBeGreaterThan(20);
    expect(out.fates.reduce((all, { leads: { count } }) => all + count, 0)).toBe(out.all.count);
    expect(figures.won.kept.count + figures.won.lost.count).toBe(
      [both.leads, out]
        .flatMap(({ fates }) => fates)
        .reduce((all, each) => all + (each.fate === "won" ? each.leads.count : 0), 0),
    );
    expect(figures.lists.out.leads).toHaveLength(out.all.count);
  });

  it("draws no verdict from a few", () => {
    const few = figuresOf(trial, tallyOf(trial, leads.slice(0, 40)));
    expect(few.out.all.count).toBeLessThan(20);
    expect(few.out.all.interval?.least).toBeLessThan(few.out.all.count);
    expect(few.out.all.interval?.most).toBeGreaterThan(few.out.all.count);
    expect(few.cannotKnow).toContain("few");
    expect(figures.out.all.interval).toBeUndefined();
  });

  it("says how many are missing since they were erased: what was counted then and is found no more", () => {
    const [gone, there] = [leads.slice(0, 50), leads.slice(50)];
    const { counted } = tally;
    expect(counted).toEqual({
      leads: leads.filter((seed) => pastOfSeed(seed).lead.createdAt >= trial.from).length,
      mqls: figures.mqls.recorded.count,
    });
    const ofThere = tallyOf(trial, there);
    const without = figuresOf({ ...trial, counted }, ofThere);
    expect(without.erased).toEqual({
      people: gone.filter((seed) => pastOfSeed(seed).lead.createdAt >= trial.from).length,
      mqls: tallyOf(trial, gone).counted.mqls,
    });
    expect(without.erased.mqls).toBeGreaterThan(0);
    expect(without.cannotKnow).toContain("erased");
    expect(figuresOf({ ...trial, counted }, tally).cannotKnow).not.toContain("erased");
    // Counters may be a moment behind.
    expect(figuresOf({ ...trial, counted: ofThere.counted }, tally).erased).toEqual({ people: 0, mqls: 0 });
  });

  it("tries nothing on those who are kept aside, who are not missing either", () => {
    const past = pastOfSeed(leads.find((seed) => tryLead(trial, pastOfSeed(seed)).counted.leads > 0) ?? 0);
    const aside = { ...past.lead, aside: { kind: "network", at: now } } as const;
    const { counted } = tryLead(trial, past);
    expect(tryLead(trial, { ...past, lead: aside })).toEqual({ ...noTally, counted });
  });
});
