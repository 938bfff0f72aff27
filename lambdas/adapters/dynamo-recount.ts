import { ScanCommand, type ScanCommandInput } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { factItems } from "../contract/metrics.ts";
import { keys } from "../contract/table.ts";
import type { SliceChange, StageChange } from "../domain/metrics/changes.ts";
import { untilWritten } from "./contention.ts";
import { addWrite, stageWrite } from "./dynamo-counting.ts";
import {
  type DynamoTable,
  type Item,
  type NamedWrite,
  readBeginningWith,
  remove,
  toItem,
  transact,
} from "./dynamo-table.ts";

/** Facts, and counters of whatever generation. */
const beginnings = {
  ...Object.fromEntries(factItems.map((kind) => [`:${kind}`, `${kind}#`])),
  ":counters": "COUNTER#",
  ":board": "BOARD#",
};
const filter = [
  ...factItems.map((kind) => `begins_with(sk, :${kind})`),
  "begins_with(pk, :counters)",
  "begins_with(pk, :board)",
].join(" OR ");

/** Everything that a recount needs, page by page. For commands only: it scans the whole table. */
export async function* scanFacts(table: DynamoTable): AsyncGenerator<Item[]> {
  let from: ScanCommandInput["ExclusiveStartKey"];
  do {
    const page = await table.client.send(
      new ScanCommand({
        TableName: table.tableName,
        FilterExpression: filter,
        ExpressionAttributeValues: toItem(beginnings),
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    yield (page.Items ?? []).map((item) => unmarshall(item));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}

/** The generation that a counter's item belongs to; `undefined` of anything else. */
export const generationOf = (pk: string): number | undefined => {
  const [, generation] = /^(?:COUNTER|BOARD)#(\d+)/.exec(pk) ?? [];
  return generation === undefined ? undefined : Number(generation);
};

/** An update expression takes 4 kB. */
const mostCounters = 150;
const mostWrites = 10;

/**
 * Adds what was counted to a generation, beside the live counting. Not idempotent: a recount that dies here starts
 * again.
 */
export const addCounts = async (
  table: DynamoTable,
  generation: number,
  changes: readonly SliceChange[],
  stages: readonly StageChange[],
): Promise<void> => {
  const writes = [
    ...changes.flatMap(({ counters, ...of }) =>
      inParts([...counters], mostCounters).map((part) =>
        addWrite(table, generation, { ...of, counters: new Map(part) }),
      ),
    ),
    ...stages.map((change) => stageWrite(table, generation, change)),
  ];
  await writeAll(table, writes);
};

/** Deletes what is left of a generation in these periods, and its stages. */
export const removeGeneration = async (
  table: DynamoTable,
  generation: number,
  periods: readonly string[],
): Promise<void> => {
  const partitions = [
    keys.stageCount(generation, ""),
    ...periods.map((period) => keys.counters(generation, period, "")),
  ];
  for (const { pk } of partitions) await removeItems(table, await readBeginningWith(table, { pk, sk: "" }));
};

export const removeItems = (table: DynamoTable, items: readonly Item[]): Promise<void> =>
  writeAll(
    table,
    items.map(({ pk, sk }) => remove(table, `${pk} ${sk}`, { pk: String(pk), sk: String(sk) })),
  );

/** An item may be in two writes, but not in the same transaction. */
const writeAll = async (table: DynamoTable, writes: readonly NamedWrite[]): Promise<void> => {
  const left = [...writes];
  while (left.length > 0) {
    const part: NamedWrite[] = [];
    while (left[0] !== undefined && part.length < mostWrites && part.every(({ name }) => name !== left[0]?.name))
      part.push(...left.splice(0, 1));
    await untilWritten(async () => (await transact(table, part)).done || undefined);
  }
};

const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
