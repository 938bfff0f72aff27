import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { readAgreementVersions } from "../../lambdas/adapters/dynamo-agreement-versions.ts";
import { overdueLeads } from "../../lambdas/adapters/dynamo-board.ts";
import { columnParts, readColumn } from "../../lambdas/adapters/dynamo-columns.ts";
import { readPulse } from "../../lambdas/adapters/dynamo-counters.ts";
import { type Item, toItem } from "../../lambdas/adapters/dynamo-table.ts";
import { randomFrom } from "../../lambdas/agreement/capacity-check/random.ts";
import { loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { type Stage, StageSchema } from "../../lambdas/contract/stages.ts";
import { eventsOfChange } from "../../lambdas/domain/publish/events-of-change.ts";
import { recount } from "../../lambdas/metrics/recount.ts";
import { clearHistory } from "../../local/demo-history/clear.ts";
import { readHistory, writeHistory } from "../../local/demo-history/file.ts";
import { importHistory } from "../../local/demo-history/import.ts";
import { live } from "../../local/demo-history/live.ts";
import { prospectsBetween } from "../../local/demo-history/prospects.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { World } from "../../local/twin/world.ts";
import { deployed } from "../builders/in-force.ts";
import { synthesisedDefinition } from "../journey/definition.ts";

const until = Date.parse("2026-11-20T12:00:00.000Z");
const from = until - 21 * 86_400_000;
const importedAt = new Date(until).toISOString();
const timeZone = "Europe/Madrid";

const agreementInFile = (file: string): Agreement => {
  const loaded = loadAgreement(file);
  if (!loaded.ok) throw new Error(`${file} has mistakes`);
  return loaded.agreement;
};

const itemsOf = (table: Twin): Item[] => table.items().map((item) => unmarshall(item));

/** What does not belong to the history's people. */
const isOthers = ({ pk }: Item): boolean =>
  /^(REP|COMPANY|AGREEMENT|COUNTER|BOARD|LEAD#somebody-real)/.test(String(pk));

describe("the demo's history", () => {
  let lived: Item[];
  beforeAll(async () => {
    const agreement = agreementInFile("agreement.yaml");
    const random = randomFrom(7);
    const world = new World(synthesisedDefinition(), agreement, { begins: new Date(from).toISOString() });
    await deployed(world.table, agreement, world.now());
    await live({ world, agreement, random, until }, prospectsBetween(from, until, 20, agreement.terms, random));
    const folder = await mkdtemp(path.join(tmpdir(), "demo-history-"));
    await writeHistory(path.join(folder, "history"), world.table.items());
    lived = await readHistory(path.join(folder, "history"));
    await rm(folder, { recursive: true });
  }, 240_000);

  const broughtIn = async () => {
    const table = dynamoTwin();
    const leads = await importHistory(table, lived, { importedAt, timeZone });
    return { table, leads, changes: table.takeChanges() };
  };

  it("has leads in many stages, worked on by many reps", () => {
    const profiles = lived.filter(({ sk }) => sk === "PROFILE");
    expect(profiles.length).toBeGreaterThan(30);
    expect(new Set(profiles.map(({ stage }) => stage)).size).toBeGreaterThan(4);
    const clocks = lived.filter(({ sk }) => String(sk).startsWith("CLOCK#"));
    expect(new Set(clocks.map(({ ownerId }) => ownerId)).size).toBeGreaterThan(3);
  });

  it("is on the board, marked; is no news, and the sweep does not see it", async () => {
    const { table, leads, changes } = await broughtIn();
    const shown = await Promise.all(
      StageSchema.options.map((stage) =>
        readColumn(table, { parts: columnParts(stage), newestFirst: false, most: 1000 }),
      ),
    );
    const cards = shown.flatMap(({ entries }) => entries.map(({ card }) => card));
    expect(cards).toHaveLength(leads);
    expect(cards.every(({ demo }) => demo === true)).toBe(true);
    const events = changes.flatMap(({ id, before, after }) =>
      eventsOfChange({ id, at: importedAt, before: before && unmarshall(before), after: after && unmarshall(after) }),
    );
    expect(events).toEqual([]);
    const overdue: string[] = [];
    for await (const ids of overdueLeads(table, "2027-12-31T00:00:00.000Z")) overdue.push(...ids);
    expect(overdue).toEqual([]);
  });

  it("is in the figures at once, as a recount has them", async () => {
    const { table } = await broughtIn();
    const { stages } = await readPulse(table);
    const inStage = (stage: Stage) => itemsOf(table).filter((item) => item.sk === "PROFILE" && item.stage === stage);
    expect(StageSchema.options.map((stage) => stages[stage]?.count ?? 0)).toEqual(
      StageSchema.options.map((stage) => inStage(stage).length),
    );
    let clock = until;
    const recounted = await recount({
      table,
      timeZone,
      now: () => new Date(clock).toISOString(),
      pause: async (millis) => {
        clock += millis;
      },
      say: () => {},
    });
    expect(recounted.facts).toBeGreaterThan(100);
    expect(recounted).toMatchObject({ unreadable: 0, differences: [] });
  });

  it("brings along the agreement that it was lived by", async () => {
    const { table } = await broughtIn();
    const { version, terms } = agreementInFile("agreement.yaml");
    expect(await readAgreementVersions(table, 2)).toMatchObject([
      { version, since: new Date(from).toISOString(), terms },
    ]);
  });

  it("goes without leaving anything of its people, and leaves what is not its own", async () => {
    const { table, leads } = await broughtIn();
    const own = { pk: "LEAD#somebody-real", sk: "PROFILE" };
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toItem(own) }));
    const others = itemsOf(table).filter(isOthers);
    expect(await clearHistory(table)).toBe(leads);
    const left = itemsOf(table);
    expect(left.filter((item) => !isOthers(item))).toEqual([]);
    expect(left.length).toBe(others.length);
    const loads = left.filter(({ sk }) => sk === "LOAD");
    expect(loads.map(({ openLeads }) => openLeads)).toEqual(loads.map(() => 0));
  });
});
