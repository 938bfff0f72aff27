import { beforeAll, describe, expect, it } from "vitest";
import { recordFact } from "../../lambdas/adapters/dynamo-answers.ts";
import { overdueLeads } from "../../lambdas/adapters/dynamo-board.ts";
import { decisionWrite, readDecisions } from "../../lambdas/adapters/dynamo-decisions.ts";
import {
  leadItem,
  leadWrite,
  readJourney,
  readLead,
  replaceLead,
  signal,
} from "../../lambdas/adapters/dynamo-leads.ts";
import { readScore, writeScore } from "../../lambdas/adapters/dynamo-scores.ts";
import { type DynamoTable, isNew, put, readItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { placeWrites, readOwner, readTeam, releasePlace, takePlace } from "../../lambdas/adapters/dynamo-team.ts";
import type { Agreement, Rep } from "../../lambdas/contract/agreement.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import type { RepNow } from "../../lambdas/domain/team/rep-now.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { aRep, aRepNow } from "../builders/rep-now.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const now = "2026-11-24T09:00:00.000Z";

const stored = async <L extends Lead>(table: DynamoTable, lead: L): Promise<L> => {
  await transact(table, [put(table, "lead", leadItem(lead), isNew), signal(table, lead.leadId)]);
  return lead;
};

describe.each(engines())("the leads on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  it("returns what was stored", async () => {
    const lead = await stored(table, aLead("handed-off", { leadId: "l-read" }));
    expect(await readLead(table, "l-read")).toEqual(lead);
    expect(await readLead(table, "l-nobody")).toBeUndefined();
  });

  it("lets one of two writers win that read the same version", async () => {
    const lead = await stored(table, aLead("nurturing", { leadId: "l-race" }));
    const first = await transact(table, [replaceLead(table, lead, { ...lead, because: "first" })]);
    const second = await transact(table, [replaceLead(table, lead, { ...lead, because: "second" })]);
    expect(first).toEqual({ done: true });
    expect(second).toEqual({ done: false, refused: [leadWrite] });
    expect(await readLead(table, "l-race")).toMatchObject({ because: "first", version: lead.version + 1 });
  });

  it("counts signals, from nothing", async () => {
    expect(await readJourney(table, "l-signal")).toMatchObject({ signals: 0 });
    await transact(table, [signal(table, "l-signal")]);
    await transact(table, [signal(table, "l-signal")]);
    expect(await readJourney(table, "l-signal")).toMatchObject({ signals: 2 });
  });

  it("finds the open leads whose due time has passed, and only those", async () => {
    const due = (leadId: string, nextDueAt: string) => stored(table, aLead("captured", { leadId, nextDueAt }));
    await Promise.all([due("l-late-1", "2026-11-24T08:00:00.000Z"), due("l-late-2", "2026-11-24T08:59:59.999Z")]);
    await Promise.all([due("l-in-time", "2026-11-24T09:00:00.000Z"), stored(table, aLead("won", { leadId: "l-won" }))]);
    const found: string[] = [];
    for await (const page of overdueLeads(table, now)) found.push(...page);
    expect(found.filter((leadId) => /^l-(late|in-time|won)/.test(leadId)).sort()).toEqual(["l-late-1", "l-late-2"]);
  });

  it("keeps decisions of this cycle in their order, and the newest score", async () => {
    const lead = await stored(table, aLead("nurturing", { leadId: "l-decided" }));
    const reasons = [{ es: "porque sí", en: "because" }];
    const at = ["2026-11-24T09:00:01.000Z", "2026-11-24T09:00:00.000Z"];
    for (const each of at)
      await transact(table, [
        decisionWrite(table, lead, { at: each, of: "gate", verdict: "not-yet", reasons, agreementVersion: "v" }),
      ]);
    expect((await readDecisions(table, lead)).map((decision) => decision.at)).toEqual([...at].reverse());
    expect(await readDecisions(table, { ...lead, cycle: 2 })).toEqual([]);
    const line = { criterion: "c", value: "v", points: 5, sentence: { es: "línea", en: "line" } };
    expect(await readScore(table, lead.leadId, "fit")).toEqual({ points: 0, matched: 0, lines: [] });
    await writeScore(table, "fit", { lead, points: 5, matched: 1, lines: [line], at: now, agreementVersion: "v" });
    expect(await readScore(table, lead.leadId, "fit")).toEqual({ points: 5, matched: 1, lines: [line] });
  });
});

describe.each(isolatingEngines())("the reps' hands on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  it("never hold more than agreed, however many leads come at once", async () => {
    const rep = aRep("busy", { capacity: { newPerWeek: 30, openAtMost: 8 } });
    const taken = await Promise.all(Array.from({ length: 30 }, () => takeUntilRefused(table, aRepNow(rep))));
    expect(taken.filter((done) => done)).toHaveLength(8);
    expect(await readTeam(table, teamOf(rep), now)).toEqual([aRepNow(rep, 8)]);
    await transact(table, [releasePlace(table, rep.id)]);
    expect(await takeUntilRefused(table, aRepNow(rep))).toBe(true);
    expect(await readTeam(table, teamOf(rep), now)).toEqual([aRepNow(rep, 9, { open: 8 })]);
  });

  it("get no more new leads in a week than agreed, nor than is their turn", async () => {
    const rep = aRep("weekly", { capacity: { newPerWeek: 3, openAtMost: 90 } });
    const took = (newBelow?: number, at = now) =>
      transact(table, takePlace(table, aRepNow(rep), teamOf(rep), at, newBelow));
    expect(await took(1)).toEqual({ done: true });
    expect(await took(1)).toEqual({ done: false, refused: [placeWrites.week] });
    for (const _ of [2, 3]) expect(await took(99)).toEqual({ done: true });
    expect(await took(99)).toEqual({ done: false, refused: [placeWrites.week] });
    expect(await took(undefined, "2026-11-30T09:00:00.000Z")).toEqual({ done: true });
  });

  it("get only their part of a week with days off, however many leads come at once on the day that they are back", async () => {
    const rep = aRep("back", { capacity: { newPerWeek: 5, openAtMost: 90 } });
    const absences = [{ from: "2026-11-23", to: "2026-11-25" }];
    const settings = { version: 1, absences, by: "pablo", at: now };
    await transact(table, [put(table, "settings", { ...keys.repSettings(rep.id), ...settings })]);
    const thursday = "2026-11-26T09:00:00.000Z";
    const [seen] = await readTeam(table, teamOf(rep), thursday);
    expect(seen).toMatchObject({ newThisWeek: 0, newAtMost: 2 });
    if (seen === undefined) return;
    const taken = await Promise.all(Array.from({ length: 6 }, () => takeUntilRefused(table, seen, thursday, 99)));
    expect(taken.filter((done) => done)).toHaveLength(2);
    const [after] = await readTeam(table, teamOf(rep), thursday);
    expect(after).toMatchObject({ newThisWeek: 2, newAtMost: 2 });
  });

  it("are read with their settings, and refuse a writer that has read older ones", async () => {
    const rep = aRep("changed");
    const absences = [{ from: "2026-11-25", to: "2026-11-27" }];
    const settings = { version: 1, absences, by: "pablo", at: now };
    await transact(table, [put(table, "settings", { ...keys.repSettings(rep.id), ...settings })]);
    const stale = await transact(table, takePlace(table, aRepNow(rep), teamOf(rep), now));
    expect(stale).toEqual({ done: false, refused: [placeWrites.settings] });
    const [seen] = await readTeam(table, teamOf(rep), now);
    expect(seen).toMatchObject({ settingsVersion: 1, rep: { absences } });
    expect(await readOwner(table, rep.id, teamOf(rep))).toMatchObject({ absences });
    expect(await readOwner(table, "nobody", teamOf(rep))).toBeUndefined();
    if (seen !== undefined)
      expect(await transact(table, takePlace(table, seen, teamOf(rep), now))).toEqual({ done: true });
  });

  it("are freed when the lead leaves them, once, and the second answer sees that it came too late", async () => {
    const lead = await stored(table, aLead("handed-off", { leadId: "l-answered" }));
    const { ownerId } = lead.followUp;
    await transact(table, [put(table, "load", { ...keys.repLoad(ownerId), openLeads: 3 })]);
    const rejected = aLead("disqualified", { leadId: lead.leadId, because: "rejected:not-a-buyer" });
    const fact = (at: string) => ({ kind: "answer", at, ownerId, content: { kind: "rejected" } }) as const;
    expect(await recordFact(table, lead, rejected, fact("2026-11-24T09:00:00.000Z"))).toBe(true);
    expect(await recordFact(table, lead, rejected, fact("2026-11-24T09:00:00.001Z"))).toBe(false);
    expect(await readItem(table, keys.repLoad(ownerId))).toMatchObject({ openLeads: 2 });
    expect(await readItem(table, keys.answer(lead.leadId, lead.cycle, "2026-11-24T09:00:00.001Z"))).toBeUndefined();
    expect(await readJourney(table, lead.leadId)).toMatchObject({ signals: 2 });
  });

  it("stay taken by a lead that is accepted", async () => {
    const lead = await stored(table, aLead("handed-off", { leadId: "l-accepted", followUp: { ownerId: "keeps" } }));
    await transact(table, [put(table, "load", { ...keys.repLoad("keeps"), openLeads: 3 })]);
    const accepted = aLead("accepted", { leadId: lead.leadId, followUp: { ownerId: "keeps" } });
    const fact = { kind: "answer", at: now, ownerId: "keeps", content: { kind: "accepted" } } as const;
    expect(await recordFact(table, lead, accepted, fact)).toBe(true);
    expect(await readItem(table, keys.repLoad("keeps"))).toMatchObject({ openLeads: 3 });
  });
});

const teamOf = (rep: Rep): Agreement => anAgreement({ team: { reps: [rep] } });

/** A lost race says nothing about the rep's capacity: only the condition does. */
const takeUntilRefused = async (table: DynamoTable, rep: RepNow, at = now, newBelow?: number): Promise<boolean> => {
  const outcome = await transact(table, takePlace(table, rep, anAgreement(), at, newBelow));
  if (outcome.done || outcome.refused.length > 0) return outcome.done;
  return takeUntilRefused(table, rep, at, newBelow);
};
