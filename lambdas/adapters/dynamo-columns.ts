import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { type Card, CardSchema } from "../contract/board.ts";
import type { Stage } from "../contract/stages.ts";
import { columnPartition, keys, ownerColumnPartition, stageShards, tableIndexes } from "../contract/table.ts";
import type { Place } from "../domain/board/column-query.ts";
import { type DynamoTable, toItem } from "./dynamo-table.ts";

/** One partition of what is read together: a shard of a stage's column, or one owner's leads in a stage. */
interface ColumnPart {
  readonly index: "board" | "ownerBoard";
  readonly partition: string;
}

/** All leads of a stage, or one owner's. */
export const columnParts = (stage: Stage, owner?: string): ColumnPart[] =>
  owner === undefined
    ? Array.from({ length: stageShards }, (_, shard) => ({ index: "board", partition: columnPartition(stage, shard) }))
    : [{ index: "ownerBoard", partition: ownerColumnPartition(owner, stage) }];

export interface ColumnEntry {
  readonly card: Card;
  /** Its position in the column: when something is due, or when it ended. */
  readonly at: string;
  /** Of a whole column only: when the lead first came. */
  readonly createdAt?: string | undefined;
  /** Of a won deal beside which another has begun: its cycle. */
  readonly deal?: number | undefined;
}

export interface ColumnRead {
  readonly parts: readonly ColumnPart[];
  /** One of each part. @default from the start */
  readonly places?: readonly Place[];
  readonly newestFirst: boolean;
  /** Only entries before this instant. */
  readonly before?: string | undefined;
  /** Which of the entries are wanted. @default all */
  readonly wanted?: ((card: Card) => boolean) | undefined;
  /** At most this many matching entries. */
  readonly most: number;
}

export interface ColumnRun {
  readonly entries: readonly ColumnEntry[];
  /** Where each part continues. */
  readonly places: readonly Place[];
}

/** How many entries of a part are searched at most for a filtered page, and how many per query. */
const mostLookedThrough = 200;
const lookedThroughAtOnce = 50;

/**
 * Merges the parts in order, for one page: what is read does not grow with the column.
 * The indexes may lag behind the table by a moment.
 */
export const readColumn = async (table: DynamoTable, read: ColumnRead): Promise<ColumnRun> => {
  const places = read.parts.map((_, i) => read.places?.[i] ?? "start");
  const flows = read.parts.map((part, i) => entriesBehind(table, read, part, places[i] ?? "start"));
  const heads = await Promise.all(flows.map((flow) => flow.next()));
  const entries: ColumnEntry[] = [];
  while (entries.length < read.most) {
    // Beyond what was searched there may be an earlier entry, so the merged order ends here.
    if (heads.some((head) => head.done && head.value === "looked-through")) break;
    const first = firstOf(heads, read.newestFirst);
    if (first === undefined) break;
    const { part, entry } = first;
    places[part] = placeOf(entry);
    if (read.wanted?.(entry.card) ?? true) entries.push(entry);
    const next = await flows[part]?.next();
    if (next !== undefined) heads[part] = next;
  }
  return { entries, places: places.map((place, i) => (heads[i]?.done && heads[i]?.value === "end" ? "end" : place)) };
};

type Flow = AsyncGenerator<ColumnEntry, "end" | "looked-through">;
type Head = IteratorResult<ColumnEntry, "end" | "looked-through">;

const firstOf = (heads: readonly Head[], newestFirst: boolean) => {
  let first: { readonly part: number; readonly entry: ColumnEntry } | undefined;
  for (const [part, head] of heads.entries()) {
    if (head.done) continue;
    const { at } = head.value;
    if (first === undefined || (newestFirst ? at > first.entry.at : at < first.entry.at))
      first = { part, entry: head.value };
  }
  return first;
};

const placeOf = ({ at, deal, card: { leadId } }: ColumnEntry): Place => ({ at, leadId, deal });

async function* entriesBehind(table: DynamoTable, read: ColumnRead, part: ColumnPart, from: Place): Flow {
  const most = read.wanted === undefined ? read.most : mostLookedThrough;
  const atOnce = read.wanted === undefined ? shareOf(read) : lookedThroughAtOnce;
  let place = from;
  for (let looked = 0; place !== "end" && !isOutside(place, read); ) {
    if (looked >= most) return "looked-through";
    const page = await readPart(table, read, part, place, atOnce);
    yield* page.entries;
    const last = page.entries.at(-1);
    place = page.isLast || last === undefined ? "end" : placeOf(last);
    looked += page.entries.length;
  }
  return "end";
}

/**
 * Leads are spread evenly over a column's shards: a little more than its share is asked of each, so that one query is
 * enough. One more than the page, where there is one part, says whether there is a next page.
 */
const shareOf = ({ parts, most }: ColumnRead): number =>
  parts.length === 1 ? most + 1 : Math.ceil((1.6 * most) / parts.length);

/** Two of our clocks may differ; DynamoDB rejects a start key beyond the query's condition. */
const isOutside = (place: Place, { before }: ColumnRead): boolean =>
  typeof place === "object" && before !== undefined && place.at >= before;

const partitionKeys = { board: "columnPartition", ownerBoard: "ownerColumn" } as const;

const keyOf = ({ leadId, deal }: Exclude<Place, string>) =>
  deal === undefined ? keys.lead(leadId) : keys.deal(leadId, deal);

const EntrySchema = z.object({
  sk: z.string(),
  card: CardSchema,
  columnAt: z.string(),
  createdAt: z.optional(z.string()),
  needsAttention: z.optional(z.unknown()),
});

const readPart = async (table: DynamoTable, read: ColumnRead, part: ColumnPart, place: Place, most: number) => {
  const [key, { partition }] = [partitionKeys[part.index], part];
  const { Items: items = [], LastEvaluatedKey: last } = await table.client.send(
    new QueryCommand({
      TableName: table.tableName,
      IndexName: tableIndexes[part.index],
      KeyConditionExpression: `${key} = :partition${read.before === undefined ? "" : " AND columnAt < :before"}`,
      ExpressionAttributeValues: toItem({ ":partition": partition, ":before": read.before }),
      ScanIndexForward: !read.newestFirst,
      Limit: most,
      ...(typeof place === "object" && {
        ExclusiveStartKey: toItem({ ...keyOf(place), [key]: partition, columnAt: place.at }),
      }),
    }),
  );
  return { entries: items.map((item) => entryOf(EntrySchema.parse(unmarshall(item)))), isLast: last === undefined };
};

const entryOf = ({ sk, card, columnAt, createdAt, needsAttention }: z.infer<typeof EntrySchema>): ColumnEntry => ({
  card: needsAttention === undefined ? card : { ...card, needsAttention: true },
  at: columnAt,
  createdAt,
  deal: sk === keys.deal(card.leadId, card.cycle).sk ? card.cycle : undefined,
});
