import { BatchWriteItemCommand, type BatchWriteItemCommandOutput, type WriteRequest } from "@aws-sdk/client-dynamodb";
import { inForceWrite, readInForce } from "../../lambdas/adapters/dynamo-agreement-in-force.ts";
import { readGenerations } from "../../lambdas/adapters/dynamo-counter-generations.ts";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { addCounts } from "../../lambdas/adapters/dynamo-recount.ts";
import { type DynamoTable, type Item, toItem, transact, update } from "../../lambdas/adapters/dynamo-table.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { LeadSchema } from "../../lambdas/domain/lead/lead.ts";
import { Tally } from "../../lambdas/domain/metrics/changes.ts";
import { factIn } from "../../lambdas/domain/metrics/fact.ts";

/** First parts of the partitions that the history brings along; not the keys, links and idempotency records of its mails. */
const brought = ["LEAD", "EMAIL", "COMPANY", "AGREEMENT", "AGREEMENT-TERMS"];

/** What one request takes. */
const atOnce = 25;

export interface Import {
  readonly importedAt: string;
  /** Of the figures' weeks. */
  readonly timeZone: string;
}

/**
 * Brings a history that was lived elsewhere into the table, marked as demo: it causes no events, the figures count it in
 * the weeks in which it happened, and no journey goes on with it. It is counted here, in one go: nobody may read the stream
 * meanwhile.
 */
export const importHistory = async (
  table: DynamoTable,
  lived: readonly Item[],
  { importedAt, timeZone }: Import,
): Promise<number> => {
  const items = lived.flatMap((item) => broughtAlong(item)).map((item): Item => ({ ...item, importedAt }));
  await write(
    table,
    items.map((item) => ({ PutRequest: { Item: toItem(item) } })),
  );
  await addToFigures(table, items, timeZone);
  await afterTheHistory(table);
  return items.filter(({ pk }) => pk === keys.demoLead("").pk).length;
};

/** The agreement by which the history was lived was in force before the deployment's. */
const afterTheHistory = async (table: DynamoTable): Promise<void> => {
  const inForce = await readInForce(table);
  if (inForce === undefined) return;
  const { current, next } = inForce;
  const { done } = await transact(table, [
    inForceWrite(table, inForce, { current: { ...current, number: 2 }, next }),
    update(table, "version", keys.agreementVersion(current.since), "SET #number = :number", {
      names: { "#number": "number" },
      values: { ":number": 2 },
    }),
  ]);
  if (!done) throw new Error("somebody changed the agreement while the demo's history was brought in");
};

const addToFigures = async (table: DynamoTable, items: readonly Item[], timeZone: string): Promise<void> => {
  const tally = new Tally(timeZone);
  for (const item of items) {
    const fact = factIn(item);
    if (fact !== undefined) tally.count(fact);
  }
  const { current } = await readGenerations(table);
  await addCounts(table, current.generation, tally.changes, tally.stages);
};

const broughtAlong = (item: Item): Item[] => {
  const [kind = ""] = String(item.pk).split("#");
  const isLoad = kind === "REP" && item.sk === keys.repLoad("").sk;
  if (!brought.includes(kind) && !isLoad) return [];
  if (item.sk === "PROFILE") {
    const lead = LeadSchema.parse({ ...item, demo: true });
    return [leadItem(lead), { ...keys.demoLead(lead.leadId), email: lead.email }];
  }
  if (item.sk === "JOURNEY") return [{ ...keys.journey(String(item.pk).slice("LEAD#".length)), signals: item.signals }];
  return [kind === "LEAD" ? { ...item, demo: true } : item];
};

/** In requests of as much as one takes, until all of it is written: a busy table takes a part of a request. */
export const write = async (table: DynamoTable, requests: readonly WriteRequest[]): Promise<void> => {
  for (let from = 0; from < requests.length; from += atOnce) {
    let left: readonly WriteRequest[] = requests.slice(from, from + atOnce);
    while (left.length > 0) {
      const answer: BatchWriteItemCommandOutput = await table.client.send(
        new BatchWriteItemCommand({ RequestItems: { [table.tableName]: [...left] } }),
      );
      left = answer.UnprocessedItems?.[table.tableName] ?? [];
    }
  }
};
