import { QueryCommand, type QueryCommandInput, type QueryCommandOutput } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { asideKinds } from "../contract/agreed-limits.ts";
import { StageSchema } from "../contract/stages.ts";
import { droppable } from "../contract/start-light.ts";
import { columnPartition, keptAsidePartition, keys, stageShards, tableIndexes } from "../contract/table.ts";
import type { ByHand, LeadHistory } from "../domain/agreement/trial/history.ts";
import { EngagementSchema, LeadSchema } from "../domain/lead/lead.ts";
import { MoveFactSchema } from "../domain/lead/move-fact.ts";
import { shardOf } from "./dynamo-leads.ts";
import { type DynamoTable, type Item, readBeginningWith, toItem } from "./dynamo-table.ts";

/**
 * Where the reading of all histories goes on: in a shard of the leads, behind a lead's id. Neither ever changes for a lead,
 * whatever column they move to.
 */
export interface HistoryPlace {
  readonly shard: number;
  readonly behind?: string | undefined;
}

/** So many people's pasts, each whole. */
export interface Histories {
  readonly leads: readonly LeadHistory[];
  /** Whoever begins there reads all others and none of these again; `undefined`: there are no others. */
  readonly next: HistoryPlace | undefined;
}

/** Leads are read so many at a time, side by side. */
const atOnce = 20;

/**
 * The pasts of all leads, those that are kept aside among them, page by page; smoke tests have no place on the board, and are
 * left out. In memory are the ids of one shard. Of someone who becomes a lead meanwhile it is open whether they are read.
 */
export async function* readHistories(
  table: DynamoTable,
  from: HistoryPlace = { shard: 0 },
): AsyncGenerator<Histories, void> {
  for (let { shard, behind = "" } = from; shard < stageShards; shard++, behind = "") {
    const ids = (await leadIdsOf(table, shard)).filter((id) => id > behind);
    // A shard without leads is a page as well.
    for (let done = 0; done === 0 || done < ids.length; done += atOnce) {
      const some = ids.slice(done, done + atOnce);
      const histories = await Promise.all(some.map((leadId) => readHistory(table, leadId)));
      const isLast = done + atOnce >= ids.length;
      yield {
        leads: histories.filter((history) => history !== undefined),
        next: isLast ? shardAfter(shard) : { shard, behind: some.at(-1) },
      };
    }
  }
}

const shardAfter = (shard: number): HistoryPlace | undefined =>
  shard + 1 < stageShards ? { shard: shard + 1 } : undefined;

interface Column {
  readonly index: "board" | "attention";
  readonly partition: string;
}

/** Where a lead of this shard can be, in the order in which leads go. */
const columnsOf = (shard: number): Column[] => [
  ...asideKinds.map((kind): Column => ({ index: "attention", partition: keptAsidePartition(kind) })),
  ...StageSchema.options.map((stage): Column => ({ index: "board", partition: columnPartition(stage, shard) })),
];

/**
 * Ids of all leads of a shard, in their order. The columns are read twice: whoever goes on meanwhile is come across all the
 * same, and whoever goes back behind the first reading is found by the second. One would have to go back behind both.
 */
const leadIdsOf = async (table: DynamoTable, shard: number): Promise<string[]> => {
  const ids = new Set<string>();
  const columns = columnsOf(shard);
  for (const column of [...columns, ...columns]) await addLeadsIn(table, column, ids);
  // What is kept aside is not kept by shards.
  return [...ids].filter((leadId) => shardOf(leadId) === shard).sort();
};

const partitionKeys = { board: "columnPartition", attention: "attentionPartition" } as const;
const EntrySchema = /* @__PURE__ */ droppable(() => z.object({ pk: z.string() }));
const ofLeads = keys.lead("").pk;

const addLeadsIn = async (table: DynamoTable, { index, partition }: Column, ids: Set<string>): Promise<void> => {
  let behind: QueryCommandInput["ExclusiveStartKey"];
  do {
    const { Items: items = [], LastEvaluatedKey }: QueryCommandOutput = await table.client.send(
      new QueryCommand({
        TableName: table.tableName,
        IndexName: tableIndexes[index],
        KeyConditionExpression: `${partitionKeys[index]} = :partition`,
        ExpressionAttributeValues: toItem({ ":partition": partition }),
        ExclusiveStartKey: behind,
      }),
    );
    for (const item of items) {
      const { pk } = EntrySchema.parse(unmarshall(item));
      if (pk.startsWith(ofLeads)) ids.add(pk.slice(ofLeads.length));
    }
    behind = LastEvaluatedKey;
  } while (behind !== undefined);
};

const byHandKinds = ["override", "new-deal", "unanswered"] as const;

const FormSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    submissionId: z.string(),
    at: z.string(),
    pending: z.optional(z.literal(true)),
    confirmedAt: z.optional(z.string()),
  }),
);
const DecidedSchema = /* @__PURE__ */ droppable(() =>
  z.object({ at: z.string(), cycle: z.int(), of: z.enum(byHandKinds), verdict: z.string() }),
);
const ToldSchema = /* @__PURE__ */ droppable(() =>
  z.object({ at: z.string(), cycle: z.int(), kind: z.string(), reason: z.optional(z.string()) }),
);

/** `undefined` of one that is not there any more. */
const readHistory = async (table: DynamoTable, leadId: string): Promise<LeadHistory | undefined> => {
  const items = await readBeginningWith(table, { pk: keys.lead(leadId).pk, sk: "" });
  const of = (kind: string) => items.filter(({ sk }) => String(sk).startsWith(kind));
  const [profile] = of("PROFILE");
  if (profile === undefined) return undefined;
  const lead = LeadSchema.parse(profile);
  // The gate's own decisions are made again.
  const byHand = of("DECISION#").filter(isByHand);
  return {
    lead,
    engagements: of("ENGAGEMENT#").map((item) => EngagementSchema.parse(item)),
    forms: of("SUBMISSION#").map((item) => FormSchema.parse(item)),
    moves: of("MOVE#").map((item) => MoveFactSchema.parse(item)),
    decisions: [...byHand.flatMap((item) => byHandOf(DecidedSchema.parse(item))), ...overrideOf(lead)],
    outcomes: of("OUTCOME#").map((item) => ToldSchema.parse(item)),
  };
};

const isByHand = ({ of }: Item): boolean => byHandKinds.some((kind) => kind === of);

const verdicts = {
  qualified: "qualified",
  "not-yet": "not-yet",
  disqualified: "disqualified",
  started: "qualified",
  "call-again": "qualified",
  "other-rep": "qualified",
  close: "disqualified",
} as const;
const decides = (verdict: string): verdict is keyof typeof verdicts => Object.hasOwn(verdicts, verdict);

/** What a colleague said, as it counts at the gate. That somebody stays in nurture leaves it to the gate. */
const byHandOf = ({ at, cycle, verdict }: z.infer<typeof DecidedSchema>): ByHand[] =>
  decides(verdict) ? [{ at, cycle, verdict: verdicts[verdict] }] : [];

const overrideOf = ({ cycle, override }: LeadHistory["lead"]): ByHand[] =>
  override === undefined ? [] : [{ at: override.at, cycle, verdict: override.verdict }];
