import { beforeAll, describe, expect, it } from "vitest";
import { readDecisions } from "../../lambdas/adapters/dynamo-decisions.ts";
import { storeEngagements } from "../../lambdas/adapters/dynamo-engagements.ts";
import { leadItem, readJourney, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { storeOverride } from "../../lambdas/adapters/dynamo-overrides.ts";
import { readScore } from "../../lambdas/adapters/dynamo-scores.ts";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { decide } from "../../lambdas/gate/decide.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead, anEngagement } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const agreement = anAgreement({ gate: { fastLane: [{ kind: "pricing-viewed", within: "7 days" }] } });

const stored = async <L extends Lead>(table: DynamoTable, lead: L): Promise<L> => {
  await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
  return lead;
};

const { version: agreementVersion } = agreement;
const pricing = { kind: "pricing-viewed", label: { es: "Precios", en: "Prices" }, halfLife: "14 days", cap: 30 };

/** The gate judges the lead by so much familiarity. */
const judged = (table: DynamoTable, { leadId, cycle }: Lead, familiarity: number, hot = false, at = now) =>
  decide({ table, agreement, now: () => at })({
    leadId,
    cycle,
    scores: {
      fit: { points: 60, matched: 5, signals: 3, persona: "operations", agreementVersion },
      familiarity: { points: familiarity, matched: 2, signals: 2, hot, agreementVersion },
    },
  });

const did = (table: DynamoTable, { leadId }: Lead, kind: string, at: string) =>
  storeEngagements(table, leadId, [anEngagement({ kind, at })], (lead) => lead, agreement);

const gateDecisions = async (table: DynamoTable, lead: Lead) =>
  (await readDecisions(table, lead)).filter(({ of }) => of === "gate");

const override = { verdict: "disqualified", reason: "Es una prueba nuestra", by: "Carla" } as const;
const overridden = (table: DynamoTable, { leadId }: Lead, requestId = `event-${leadId}`) =>
  storeOverride(table, { lead: { leadId }, override }, { requestId, at: now, agreement });

/** Does something between what is read next and the write that follows from it. */
const meanwhile = ({ client }: DynamoTable, act: () => Promise<unknown>): void =>
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === "TransactWriteItemsCommand" && client.middlewareStack.remove("meanwhile")) await act();
        return next(args);
      },
    { step: "initialize", name: "meanwhile" },
  );

describe.each(engines())("the gate on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  it("lets an MQL that cooled while it waited for a rep go back to nurture, and says what would be enough", async () => {
    const lead = await stored(table, aLead("qualified", { leadId: "g-cooled" }));
    await did(table, lead, "form-sent", daysFromNow(-1));
    const answer = await judged(table, lead, 14.9);
    expect(answer).toEqual({ leadId: "g-cooled", cycle: 1, signals: 2, stage: "qualified", verdict: "not-yet" });
    expect(await readLead(table, lead.leadId)).toMatchObject({
      stage: "nurturing",
      because: "gate-cooled",
      scores: { fit: 60, familiarity: 14.9, persona: "operations", grade: "A3" },
      nextDueAt: daysFromNow(7),
    });
    const [decision] = await gateDecisions(table, lead);
    expect(decision).toMatchObject({ verdict: "not-yet", at: now, agreementVersion: agreement.version });
    expect(decision?.reasons.at(-1)?.en).toBe(
      "Needs 15.1 more familiarity points: has 14.9 of 30. It would take “Pricing page viewed” once, or “Mail clicked” 3 times",
    );
  });

  it("keeps an MQL that still qualifies, with its time", async () => {
    const lead = await stored(table, aLead("qualified", { leadId: "g-stays", qualifiedAt: daysFromNow(-1) }));
    expect(await judged(table, lead, 33)).toMatchObject({ verdict: "qualified" });
    expect(await readLead(table, lead.leadId)).toMatchObject({
      stage: "qualified",
      version: lead.version + 1,
      qualifiedAt: lead.qualifiedAt,
      stageSince: lead.stageSince,
      nextDueAt: lead.nextDueAt,
      scores: { familiarity: 33 },
    });
  });

  it("says how long a lead rests to which nothing may be sent, and the lead says when it is due", async () => {
    const lead = await stored(table, aLead("captured", { leadId: "g-rests", consents: [] }));
    const answer = await judged(table, lead, 10);
    expect(answer).toMatchObject({ verdict: "not-yet", wait: { seconds: 60 * 24 * 3600 } });
    expect(await readLead(table, lead.leadId)).toMatchObject({ stage: "nurturing", nextDueAt: daysFromNow(60) });
  });

  it("leaves what is due at once to the programme", async () => {
    const lead = await stored(table, aLead("captured", { leadId: "g-mail" }));
    expect(await judged(table, lead, 10)).not.toHaveProperty("wait");
  });

  it("keeps a decision only when it, or a reason for it, has changed", async () => {
    const lead = await stored(table, aLead("captured", { leadId: "g-news" }));
    for (const [minute, familiarity] of [30, 30, 30, 30.5, 30.5, 10, 10, 30].entries())
      await judged(table, lead, familiarity, false, daysFromNow(minute / 1440));
    const kept = (await gateDecisions(table, lead)).map(({ verdict, at }) => [verdict, at]);
    expect(kept).toEqual([
      ["qualified", now],
      ["qualified", daysFromNow(3 / 1440)],
      ["not-yet", daysFromNow(5 / 1440)],
      ["qualified", daysFromNow(7 / 1440)],
    ]);
  });

  it("lets a hot lead through by the fast lane, and the lead says so", async () => {
    const lead = await stored(table, aLead("captured", { leadId: "g-hot" }));
    await did(table, lead, "pricing-viewed", now);
    expect(await judged(table, lead, 10, true)).toMatchObject({ verdict: "qualified" });
    expect(await readLead(table, lead.leadId)).toMatchObject({ stage: "qualified", lane: "fast" });
    expect((await gateDecisions(table, lead)).at(0)?.reasons.at(-1)?.en).toContain("Fast lane: “Pricing page viewed”");
  });

  describe("when an agreement comes into force between the scorers and the gate", () => {
    const stricter = anAgreement(
      { familiarity: [{ ...pricing, points: 4 }], gate: { leastFamiliarity: 5, leastFit: 45 } },
      { version: "the-next-one" },
    );
    const byTheNext = (table: DynamoTable, { leadId, cycle }: Lead, scored: { agreementVersion?: string }) =>
      decide({ table, agreement: stricter, now: () => now })({
        leadId,
        cycle,
        scores: {
          fit: { points: 99, matched: 9, signals: 3, persona: "nobody", ids: ["gone"], ...scored },
          familiarity: { points: 99, matched: 9, signals: 2, hot: true, ids: ["gone"], ...scored },
        },
      });

    it.each([
      ["of the agreement before", { agreementVersion }],
      ["of which nothing says by what they were made", {}],
    ])("scores again by its own what it is told %s, and shows no other points", async (said, scored) => {
      const lead = await stored(table, aLead("captured", { leadId: `g-versions-${said.replaceAll(" ", "-")}` }));
      await did(table, lead, "pricing-viewed", now);
      expect(await byTheNext(table, lead, scored)).toMatchObject({ verdict: "not-yet", signals: 2 });
      const [decision] = await gateDecisions(table, lead);
      expect(decision?.agreementVersion).toBe("the-next-one");
      expect(await readLead(table, lead.leadId)).toMatchObject({
        agreementVersion: "the-next-one",
        scores: { familiarity: 4, persona: "operations" },
      });
      const { scores } = (await readLead(table, lead.leadId)) ?? {};
      expect(scores?.matched).not.toContain("gone");
      expect((await readScore(table, lead.leadId, "fit")).points).toBe(scores?.fit);
      expect((await readScore(table, lead.leadId, "familiarity")).points).toBe(4);
    });

    it("takes over those of its own agreement as they are", async () => {
      const lead = await stored(table, aLead("captured", { leadId: "g-own-version" }));
      expect(await byTheNext(table, lead, { agreementVersion: "the-next-one" })).toMatchObject({
        verdict: "qualified",
      });
      expect(await readLead(table, lead.leadId)).toMatchObject({ scores: { fit: 99, familiarity: 99 } });
      expect((await readScore(table, lead.leadId, "fit")).lines).toEqual([]);
    });
  });

  it("gives way when the lead was handed off meanwhile, and decides nothing", async () => {
    const lead = await stored(table, aLead("handed-off", { leadId: "g-moved" }));
    expect(await judged(table, lead, 33)).toMatchObject({ verdict: "moved", signals: 2 });
    expect(await readLead(table, lead.leadId)).toEqual(lead);
    expect(await readDecisions(table, lead)).toEqual([]);
  });

  it("reports an override that came between its read and its write", async () => {
    const lead = await stored(table, aLead("captured", { leadId: "g-between" }));
    meanwhile(table, () => overridden(table, lead));
    expect(await judged(table, lead, 33)).toMatchObject({ verdict: "disqualified" });
    expect(await readLead(table, lead.leadId)).toMatchObject({
      stage: "disqualified",
      because: "gate-overridden",
      override: { ...override, at: now },
    });
    const decisions = await readDecisions(table, lead);
    expect(decisions.map(({ of, verdict }) => [of, verdict]).sort()).toEqual([
      ["gate", "disqualified"],
      ["override", "disqualified"],
    ]);
  });

  it("has decided when an override comes a moment later: the override then applies", async () => {
    const lead = await stored(table, aLead("captured", { leadId: "g-before" }));
    meanwhile(table, () => judged(table, lead, 33));
    expect(await overridden(table, lead)).toEqual({ is: "recorded", leadId: "g-before" });
    expect(await readLead(table, lead.leadId)).toMatchObject({ stage: "qualified", override: { by: "Carla" } });
    expect(await readJourney(table, lead.leadId)).toMatchObject({ signals: 1 });
    expect(await judged(table, lead, 33)).toMatchObject({ verdict: "disqualified" });
  });
});

describe.each(isolatingEngines())("the gate and marketing at the same moment on $name", ({ endpoint }) => {
  it("leave one consistent result, whichever comes first", async () => {
    const table = await newTable(endpoint);
    const leads = await Promise.all(
      Array.from({ length: 12 }, (_, i) => stored(table, aLead("nurturing", { leadId: `g-race-${i}` }))),
    );
    for (const lead of leads) {
      const [answer] = await Promise.all([judged(table, lead, 33), overridden(table, lead)]);
      const after = await readLead(table, lead.leadId);
      expect(after).toMatchObject({ version: lead.version + 2, stage: answer.verdict, override: { by: "Carla" } });
      const decisions = await readDecisions(table, lead);
      expect(decisions.map(({ of }) => of).sort()).toEqual(["gate", "override"]);
      expect(decisions.find(({ of }) => of === "gate")?.verdict).toBe(answer.verdict);
      const again = await judged(table, lead, 33);
      expect(again.verdict).toBe(answer.verdict === "disqualified" ? "moved" : "disqualified");
      expect(await readLead(table, lead.leadId)).toMatchObject({ stage: "disqualified" });
    }
  });
});
