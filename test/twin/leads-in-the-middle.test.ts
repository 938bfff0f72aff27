/** docs/agreement.md says what happens to leads on their way when a version comes into force: each row is a test here. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDecisions } from "../../lambdas/adapters/dynamo-decisions.ts";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { Agreement, AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { touchedBy } from "../../lambdas/domain/agreement/walk/judge-lead.ts";
import { ladderOf, nextRung } from "../../lambdas/domain/follow-up/ladder.ts";
import { answerInForm, parseAnswer } from "../../lambdas/domain/follow-up/parse-answer.ts";
import { extend, planFollowUp, putOff } from "../../lambdas/domain/follow-up/plan-follow-up.ts";
import { withKinderClock } from "../../lambdas/domain/follow-up/shorten-clock.ts";
import type { Engagement, Lead } from "../../lambdas/domain/lead/lead.ts";
import { sourceLabel } from "../../lambdas/domain/metrics/source-label.ts";
import { chooseContent } from "../../lambdas/domain/nurture/choose-content.ts";
import { planNurture } from "../../lambdas/domain/nurture/plan-nurture.ts";
import { reasonLabel } from "../../lambdas/domain/outcome/reason-label.ts";
import { recycledBy } from "../../lambdas/domain/outcome/recycle-rules.ts";
import { onDay } from "../../lambdas/domain/score/fact.ts";
import { sumsOf } from "../../lambdas/domain/score/familiarity-sums.ts";
import { scoreFamiliarity } from "../../lambdas/domain/score/score-familiarity.ts";
import { scoreFit } from "../../lambdas/domain/score/score-fit.ts";
import { colleagueOf } from "../../lambdas/domain/team/owner.ts";
import { judgeSla } from "../../lambdas/follow-up/judge-sla.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement, roundTheClock } from "../builders/agreement.ts";
import { aLead, anEngagement } from "../builders/lead.ts";
import type { DeepPartial } from "../builders/merge.ts";
import { daysFromNow, now } from "../builders/now.ts";

const plain = { company: { timeZone: "UTC", workingHours: roundTheClock, holidays: null } } as const;
const version = (name: string, terms: DeepPartial<AgreementTerms> = {}): Agreement => ({
  ...anAgreement({ ...plain, sla: { sales: { followUp: "2 days" } }, ...terms }, { holidays: [] }),
  version: name,
});
const first = version("first");
const followUp = (time: string, more: object = {}) =>
  version("second", { sla: { sales: { followUp: time, ...more } } });
const changed = (change: (terms: AgreementTerms) => AgreementTerms): Agreement => ({
  ...first,
  version: "second",
  terms: change(first.terms),
});

const ana = colleagueOf("ana", first);
if (ana === undefined) throw new Error("the agreement of the tests has Ana");
const clock = planFollowUp(ana, {}, now, first);
const handedOff = aLead("handed-off", { followUp: clock, nextDueAt: clock.reminderAt });
const laterBy = (hours: number): string => daysFromNow(hours / 24);

/** Whether the walk wakes the lead, when it has done this. */
const isWoken = (lead: Lead, second: Agreement, engagements: readonly Engagement[] = [], at = now): boolean =>
  touchedBy({ lead, sums: ({ terms }) => sumsOf(engagements, terms) }, [first], second, at) !== undefined;

const gate = (leastFit: number): DeepPartial<AgreementTerms> => ({
  gate: { leastMatches: 0, leastFit, leastFamiliarity: -100, mustHaves: [] },
});

const rows: Readonly<Record<string, () => unknown>> = {
  "the follow-up time becomes longer": () => {
    const longer = followUp("9 days");
    expect(withKinderClock(handedOff, ana, longer, laterBy(1))).toBeUndefined();
    expect(isWoken(handedOff, longer)).toBe(false);
  },
  "the follow-up time becomes shorter": async () => {
    const table = dynamoTwin();
    await transact(table, [put(table, "lead", leadItem(handedOff), isNew)]);
    const { leadId, cycle } = handedOff;
    const shorter = followUp("3 hours");
    expect(isWoken(handedOff, shorter)).toBe(true);
    const judged = await judgeSla({ table, agreement: shorter, now: () => laterBy(1) })({ leadId, cycle });
    expect(judged).toMatchObject({ verdict: "wait" });
    const lead = await readLead(table, leadId);
    expect(lead).toMatchObject({ followUp: { dueAt: laterBy(4), agreementVersion: "second", shortened: 1 } });
    const [decision, ...others] = await readDecisions(table, handedOff);
    expect(decision).toMatchObject({ of: "clock", verdict: "shortened", agreementVersion: "second" });
    expect(decision?.reasons).toEqual([
      {
        es: "El plazo se acorta a 3 horas: el acuerdo que rige ahora promete al lead una respuesta más rápida que el anterior",
        en: "The deadline is shortened to 3 hours: the agreement now in force promises leads a quicker answer than the one before",
      },
    ]);
    // Once: the clock is the new agreement's now.
    await judgeSla({ table, agreement: shorter, now: () => laterBy(2) })({ leadId, cycle });
    expect(await readLead(table, leadId)).toMatchObject({ followUp: { dueAt: laterBy(4), shortened: 1 } });
    expect(others).toEqual([]);
    expect(await readDecisions(table, handedOff)).toHaveLength(1);
  },
  "the follow-up time becomes shorter and its owner has put the lead off": () => {
    for (const followUp of [putOff(clock, daysFromNow(3), ana, first, now), extend(clock, ana, first, now)])
      expect(
        withKinderClock(
          { ...handedOff, followUp },
          ana,
          version("second", { sla: { sales: { followUp: "3 hours" } } }),
          now,
        ),
      ).toBeUndefined();
  },
  "the ladder changes": () => {
    const shorterLadder = followUp("2 days", { escalation: [{ after: "1 hour", to: "director" }] });
    const late = daysFromNow(2.5);
    for (const climbed of [0, 1, 2, 3, 4]) {
      const ladder = ladderOf({ ...clock, rung: climbed }, ana, shorterLadder);
      const next = nextRung(ladder, climbed, late);
      // The last one ends the wait, whatever was climbed.
      expect(next.rung > climbed || next.act === "return-to-marketing").toBe(true);
    }
  },
  "a rep is removed": () => {
    const gone = changed((terms) => ({
      ...terms,
      team: { ...terms.team, reps: terms.team.reps.filter(({ id }) => id !== "ana") },
    }));
    for (const stage of ["assigned", "handed-off", "accepted", "sales-qualified", "opportunity"] as const)
      expect(isWoken(aLead(stage, { followUp: clock }), gone)).toBe(true);
    expect(isWoken(aLead("handed-off", { followUp: { ...clock, ownerId: "luis" } }), gone)).toBe(false);
  },
  "the gate's thresholds rise": () => {
    const before = version("first", gate(30));
    const after = version("second", gate(300));
    const woken = (lead: Lead) => touchedBy({ lead, sums: ({ terms }) => sumsOf([], terms) }, [before], after, now);
    expect(woken(aLead("qualified"))).toBeDefined();
    expect(woken(handedOff)).toBeUndefined();
    expect(woken(aLead("nurturing"))).toBeUndefined();
  },
  "the gate's thresholds fall": () => {
    const before = version("first", gate(300));
    const after = version("second", gate(30));
    const woken = (lead: Lead) => touchedBy({ lead, sums: ({ terms }) => sumsOf([], terms) }, [before], after, now);
    const { contact } = aLead("nurturing");
    const cooler = aLead("nurturing", { contact: { ...contact, phone: undefined } });
    expect(woken(aLead("nurturing"))?.heat).toBeGreaterThan(woken(cooler)?.heat ?? Number.POSITIVE_INFINITY);
    expect(woken(aLead("qualified"))).toBeUndefined();
  },
  "a reason to reject is removed": () => {
    const second = changed((terms) => ({
      ...terms,
      sla: { ...terms.sla, sales: { ...terms.sla.sales, rejectReasons: terms.sla.sales.rejectReasons.slice(1) } },
    }));
    const said = answerInForm(new URLSearchParams({ answer: "reject", reason: "not-now" }));
    expect(parseAnswer(said, { agreement: first, timeZone: "UTC", now })).toMatchObject({ ok: true });
    expect(parseAnswer(said, { agreement: second, timeZone: "UTC", now })).toEqual({
      ok: false,
      problem: "reason-unknown",
    });
    expect(reasonLabel({ kind: "rejected", reason: "not-now" }, second)).toEqual({ es: "not-now", en: "not-now" });
    const recycled = { ...recycledBy("rejected:not-now", first, now), coolUntil: daysFromNow(9) };
    const lead = aLead("nurturing", { recycled, judgedAt: now });
    const plan = planNurture({ lead, touches: [], read: [], asked: [] }, second, daysFromNow(1));
    expect(plan).toEqual({ next: "wait", until: daysFromNow(9) });
  },
  "a reason for lost deals is removed": () => {
    const second = changed((terms) => ({
      ...terms,
      sla: {
        ...terms.sla,
        sales: { ...terms.sla.sales, lostReasons: [{ id: "other", label: { es: "Otro", en: "Other" } }] },
      },
    }));
    expect(reasonLabel({ kind: "lost", reason: "price" }, first)).toEqual({ es: "Precio", en: "Price" });
    expect(reasonLabel({ kind: "lost", reason: "price" }, second)).toEqual({ es: "price", en: "price" });
  },
  "a cool-down becomes shorter or longer": () => {
    for (const coolDown of ["1 day", "90 days"]) {
      const second = changed((terms) => ({
        ...terms,
        sla: {
          ...terms.sla,
          sales: {
            ...terms.sla.sales,
            rejectReasons: terms.sla.sales.rejectReasons.map((reason) => ({ ...reason, coolDown })),
          },
        },
      }));
      const lead = aLead("nurturing", {
        recycled: { reason: "not-now", at: now, coolUntil: daysFromNow(9) },
        judgedAt: now,
      });
      const situation = { lead, touches: [], read: [], asked: [] };
      expect(planNurture(situation, second, daysFromNow(8))).toEqual({ next: "wait", until: daysFromNow(9) });
      expect(planNurture(situation, second, daysFromNow(10))).toEqual({ next: "judge" });
    }
  },
  "a piece of content is removed": () => {
    const without = changed((terms) => ({
      ...terms,
      nurture: { ...terms.nurture, content: terms.nurture.content.filter(({ id }) => id !== "why-alignment") },
    }));
    const lead = onDay(aLead("nurturing"), now);
    expect(chooseContent(lead, new Set(), first)?.id).toBe("why-alignment");
    expect(chooseContent(lead, new Set(), without)?.id).toBe("five-signs");
    expect(chooseContent(lead, new Set(["why-alignment"]), first)?.id).toBe("five-signs");
  },
  "a programme is removed": () => {
    const without = changed((terms) => ({ ...terms, nurture: { ...terms.nurture, programmes: [] } }));
    const lead = onDay(aLead("nurturing", { recycled: { reason: "not-now", at: now, programme: "later" } }), now);
    expect(chooseContent(lead, new Set(), first)?.id).toBe("checklist");
    expect(chooseContent(lead, new Set(), without)?.id).toBe("why-alignment");
  },
  "a persona is removed": () => {
    const [persona] = first.terms.personas;
    if (persona === undefined) throw new Error("the agreement of the tests has a persona");
    const another = changed((terms) => ({ ...terms, personas: [{ ...persona, id: "buyers" }] }));
    const lead = aLead("nurturing", { scores: { fit: 60, familiarity: 0, persona: persona.id } });
    expect(scoreFit(onDay(lead, now), another.terms).persona).toBe("buyers");
    expect(() => chooseContent(onDay(lead, now), new Set(), another)).not.toThrow();
  },
  "a kind of engagement is removed": () => {
    const without = changed((terms) => ({
      ...terms,
      familiarity: terms.familiarity.filter(({ kind }) => kind !== "pricing-viewed"),
    }));
    const did = [anEngagement({ kind: "pricing-viewed", at: now })];
    const points = ({ terms }: Agreement) => scoreFamiliarity(sumsOf(did, terms), terms, now).points;
    expect([first, without, first].map(points)).toEqual([10, 0, 10]);
  },
  "a source is removed": () => {
    const tools = [{ origin: "web-expo", label: { es: "Expo", en: "Expo" } }];
    expect(sourceLabel("web-expo", tools)).toEqual({ es: "Expo", en: "Expo" });
    expect(sourceLabel("web-expo", [])).toEqual({ es: "web-expo", en: "web-expo" });
    expect(
      isWoken(
        aLead("nurturing", { source: "web-expo" }),
        changed((terms) => ({ ...terms, sources: [] })),
      ),
    ).toBe(false);
  },
  "a field of the agreement's own is removed": () => {
    const field = {
      id: "warehouses",
      label: { es: "Almacenes", en: "Warehouses" },
      type: "number",
      shown: ["lead"],
    } as const;
    const [persona] = first.terms.personas;
    if (persona === undefined) throw new Error("the agreement of the tests has a persona");
    const criterion = { id: "many", label: field.label, field: field.id, test: { atLeast: 3 }, points: 30 };
    const withField = version("first", {
      fields: [{ ...field, shown: [...field.shown] }],
      personas: [{ ...persona, criteria: [...persona.criteria, criterion] }],
    });
    const { contact } = aLead("nurturing");
    const lead = aLead("nurturing", { contact: { ...contact, own: { warehouses: 5 } } });
    const points = ({ terms }: Agreement) => scoreFit(onDay(lead, now), terms).points;
    expect(points(withField) - points(first)).toBe(30);
    expect(lead.contact.own).toEqual({ warehouses: 5 });
  },
  "a stage's limit changes": () => {
    const { terms } = first;
    const limits = (limit: string) =>
      changed(() => ({
        ...terms,
        nurture: { ...terms.nurture, dormantAfter: "1 day", cadence: "1 day" },
        stages: { ...terms.stages, nurturing: { ...terms.stages.nurturing, limit } },
      }));
    const lead = aLead("nurturing", { nextDueAt: daysFromNow(50) });
    expect(isWoken(lead, limits("180 days"))).toBe(false);
    expect(isWoken(lead, limits("2 days"))).toBe(true);
  },
  "the cadence of nurture changes": () => {
    const lead = aLead("nurturing", {
      consents: [{ purpose: "news", at: daysFromNow(-9), confirmedAt: daysFromNow(-9) }],
    });
    const touches = [{ content: "why-alignment", cycle: 1, at: now }];
    const due = (cadence: string) =>
      planNurture({ lead, touches, read: [], asked: [] }, version("second", { nurture: { cadence } }), laterBy(1));
    expect(due("7 days")).toEqual({ next: "wait", until: daysFromNow(7) });
    expect(due("2 days")).toEqual({ next: "wait", until: daysFromNow(2) });
  },
};

/** The first column of the table. */
const written = readFileSync("docs/agreement.md", "utf8")
  .split("## Leads in the middle")[1]
  ?.split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| when "))
  .map((line) => line.split("|")[1]?.trim() ?? "");

describe("leads in the middle", () => {
  it("has a test for each row of the table, and a row for each test", () => {
    expect(written).toEqual(Object.keys(rows));
  });

  it.each(Object.entries(rows))("%s", async (_, holds) => {
    await holds();
  });
});
