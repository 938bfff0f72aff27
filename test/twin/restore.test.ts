import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { copyBack } from "../../bin/restore/copy-back.ts";
import { beginErasure } from "../../lambdas/adapters/dynamo-erasure.ts";
import { keepOutside, readKept } from "../../lambdas/adapters/dynamo-kept-outside.ts";
import { readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { eventSource } from "../../lambdas/contract/events.ts";
import type { Kept } from "../../lambdas/contract/kept-outside.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { eraseAtOnce, goOnErasing } from "../../lambdas/erasure/erase.ts";
import { recount } from "../../lambdas/metrics/recount.ts";
import { keepFromEvents } from "../../lambdas/restore/keep-outside.ts";
import { type Replayed, replayKept } from "../../lambdas/restore/replay-kept.ts";
import { startJourneysOver } from "../../lambdas/restore/start-over.ts";
import { write } from "../../local/demo-history/import.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { World } from "../../local/twin/world.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { CrowdOfLeads } from "./crowd-of-leads.ts";
import { minutesAgreement } from "./minutes-agreement.ts";

const leads = inject("load") === "full" ? 500 : 60;
const lostMinutes = 10;
/** The table is lost when the last form has come. */
const lostAfterMillis = leads * 10_000;

const agreement = minutesAgreement({}, 1000);
const definition = synthesisedDefinition();

const begins = "2026-03-10T09:30:00.000Z";
const lostAt = Date.parse(begins) + lostAfterMillis;
/** The small run is over in ten minutes: then it is half of it that is lost. */
const pointAt = lostAt - Math.min(lostMinutes * 60_000, lostAfterMillis / 2);
const instant = (millis: number) => new Date(millis).toISOString();

const filled = async (items: ReturnType<Twin["items"]>): Promise<Twin> => {
  const table = dynamoTwin();
  await write(
    table,
    items.map((Item) => ({ PutRequest: { Item } })),
  );
  return table;
};

const leadsIn = async (table: Twin): Promise<Lead[]> => {
  const ids = table.items().flatMap(({ pk, sk }) => (sk?.S === "PROFILE" ? [pk?.S?.slice("LEAD#".length) ?? ""] : []));
  const read = await Promise.all(ids.map((leadId) => readLead(table, leadId)));
  return read.flatMap((lead) => lead ?? []);
};

const isOpen = (lead: Lead): boolean => "nextDueAt" in lead;
const mailName = ({ tags }: { readonly tags?: Record<string, string> | undefined }): string =>
  [tags?.leadId, tags?.cycle, tags?.purpose, tags?.step].join(" ");
const itemsSince = (table: Twin, kind: string, since: string): number =>
  table.items().filter(({ sk }) => sk?.S?.startsWith(`${kind}#`) && (sk.S.split("#")[2] ?? "") > since).length;

/** What SES publishes of a mail, with our tags. */
const sesEvent = (tags: Record<string, string>, at: string) => ({
  source: "aws.ses",
  detail: {
    eventType: "Send",
    mail: {
      messageId: randomUUID(),
      timestamp: at,
      tags: Object.fromEntries(Object.entries(tags).map(([tag, value]) => [tag, [value]])),
    },
  },
});

describe(`a table that is lost with ${leads} leads in all stages, and restored to an earlier point`, () => {
  const outside = dynamoTwin();
  const keep = (kept: Kept) => keepOutside(outside, kept);
  const parked: string[] = [];
  const keeps = (event: object) =>
    keepFromEvents({ now: () => instant(lostAt), keep, parkEvent: async (body) => void parked.push(body) })({
      Records: [{ messageId: "m", body: JSON.stringify(event) }],
    });

  let before: World;
  let after: World;
  let crowd: CrowdOfLeads;
  let replayed: Replayed;
  let [erased, unsubscribed]: [string[], string[]] = [[], []];
  let openAtRestore = 0;
  let [mailsBefore, mailsLost] = [0, 0];
  let lost: Record<string, number>;

  beforeAll(async () => {
    before = new World(definition, agreement);
    crowd = new CrowdOfLeads(before, leads);
    await crowd.until(pointAt);
    const restored = await filled(before.table.items());
    await crowd.until(lostAt - 60_000);
    // In the last minute people end our mails, and others are erased.
    const some = (await leadsIn(before.table)).filter(({ createdAt }) => createdAt < instant(pointAt));
    for (const lead of some.filter(({ stage }) => stage === "nurturing").slice(0, 5))
      if (await crowd.unsubscribes(lead.email)) unsubscribed = [...unsubscribed, lead.leadId];
    for (const lead of some.filter(({ leadId }) => !unsubscribed.includes(leadId)).slice(-3)) {
      const now = (await readLead(before.table, lead.leadId)) ?? lead;
      const erasure = {
        leadId: lead.leadId,
        erasureId: randomUUID(),
        by: "ines",
        at: before.now(),
        since: lead.createdAt,
      };
      if (!(await beginErasure(before.table, now, erasure))) throw new Error("the lead moved");
      await eraseAtOnce(before.table, erasure);
      erased = [...erased, lead.leadId];
    }
    await before.settle();
    await goOnErasing(before.table, before.now(), ({ leadId, at }) => keep({ kind: "erased", leadId, at }));
    await crowd.until(lostAt);
    for (const { mail, at } of crowd.mails) if (mail.tags !== undefined) await keeps(sesEvent(mail.tags, at));
    for (const event of before.events)
      if (event.type === "LeadUnsubscribed") await keeps({ source: eventSource, detail: event });

    const point = instant(pointAt);
    mailsBefore = crowd.mails.length;
    mailsLost = crowd.mails.filter(({ at }) => at >= point).length;
    lost = {
      "new leads": (await leadsIn(before.table)).filter(({ createdAt }) => createdAt > point).length,
      "answers of reps": itemsSince(before.table, "ANSWER", point),
      outcomes: itemsSince(before.table, "OUTCOME", point),
    };

    // Nothing of the old pipeline goes on; its names stay taken.
    for (const execution of before.executions) if (execution.status === "RUNNING") execution.status = "ABORTED";
    after = new World(definition, agreement);
    after.executions.push(...before.executions);
    await transact(after.table, [
      put(after.table, "rubbish", { pk: "LEAD#rubbish", sk: "PROFILE", stage: "nonsense" }),
    ]);
    await copyBack(restored, after.table, point);
    after.table.takeChanges();
    replayed = await replayKept(after.table, await readKept(outside, point, instant(lostAt)), instant(lostAt));
    const names = new Set(before.executions.map(({ name }) => name));
    openAtRestore = await startJourneysOver(after.table, (name) => names.has(name), instant(lostAt));
    after.table.takeChanges();
    after.reach(lostAt);
    crowd.moveTo(after);
    await crowd.until();
  }, 900_000);

  it("keeps nothing outside but ids, codes and times", () => {
    const kept = JSON.stringify(outside.items());
    expect(parked).toEqual([]);
    expect(kept).not.toMatch(/@|Persona|Firma|910 000/);
  });

  it("has each lead's own journey run to its end", async () => {
    const found = await leadsIn(after.table);
    expect(openAtRestore).toBeGreaterThan(leads / 4);
    expect(found.filter(isOpen).map(({ leadId, stage }) => `${leadId} ${stage}`)).toEqual([]);
    expect(new Set(found.map(({ stage }) => stage))).toEqual(new Set(["won", "lost", "dormant", "disqualified"]));
    expect(found.filter(({ needsAttention }) => needsAttention !== undefined)).toEqual([]);
  });

  it("sends no mail twice", () => {
    const names = crowd.mails.map(({ mail }) => mailName(mail));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(crowd.mails.length).toBeGreaterThan(mailsBefore);
  });

  it("erases again who was erased, and mails nobody who wanted no more", async () => {
    expect(erased).toHaveLength(3);
    for (const leadId of erased) {
      expect(await readLead(after.table, leadId)).toBeUndefined();
      expect(after.table.items().filter(({ pk }) => pk?.S === `LEAD#${leadId}`)).toEqual([]);
    }
    expect(replayed.erased).toEqual({ told: 3, known: 0, ofNobody: 0 });
    expect(unsubscribed.length).toBeGreaterThan(0);
    for (const leadId of unsubscribed)
      expect(await readLead(after.table, leadId)).toMatchObject({ unsubscribedAt: expect.any(String) });
    const mailed = crowd.mails.slice(mailsBefore).filter(({ mail }) => mail.tags?.purpose === "nurture");
    expect(mailed.filter(({ mail }) => unsubscribed.includes(mail.tags?.leadId ?? ""))).toEqual([]);
  });

  it("has figures that a recount finds right, and tells what the minutes cost", async () => {
    let clock = Date.parse(after.now());
    const deps = {
      table: after.table,
      timeZone: "UTC",
      now: () => instant(clock),
      pause: async (millis: number) => {
        clock += millis;
      },
      say: () => {},
    };
    const first = await recount(deps);
    expect(first.unreadable).toBe(0);
    expect(first.facts).toBeGreaterThan(leads);
    expect((await recount(deps)).differences).toEqual([]);
    const cost = {
      leads,
      minutes: (lostAt - pointAt) / 60_000,
      ...lost,
      "mails of these minutes": mailsLost,
      "of them known outside": replayed["mail-sent"].told + replayed["mail-sent"].known,
      "of them to lost leads": replayed["mail-sent"].ofNobody,
      "journeys started again": openAtRestore,
      "erased again": replayed.erased.told,
      "unsubscribed again": replayed["no-mails"].told,
    };
    process.stdout.write(
      `${Object.entries(cost)
        .map(([what, count]) => `  ${count} ${what}`)
        .join("\n")}\n`,
    );
  }, 900_000);
});
