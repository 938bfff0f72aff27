import * as z from "zod/mini";
import { isSmokeId } from "../contract/smoke.ts";
import { droppable } from "../contract/start-light.ts";
import { tableIndexes, talkPartition } from "../contract/table.ts";
import type { Talk } from "../domain/meeting/talk-facts.ts";
import { type DynamoTable, type Item, type Key, readPage } from "./dynamo-table.ts";

/**
 * Puts a fact into the board's index, where a week's facts are found whatever lead they belong to. It is the fact
 * itself that is indexed, so it disappears when the lead is erased. Nobody talks about a smoke test.
 */
export const talkKeys = (leadId: string, talk: Talk | undefined, at: string): Item =>
  talk === undefined || isSmokeId(leadId) ? {} : { columnPartition: talkPartition(talk), columnAt: at };

const EntrySchema = /* @__PURE__ */ droppable(() => z.object({ pk: z.string(), sk: z.string(), columnAt: z.string() }));

export interface Period {
  /** ISO instants, the first included, the last not. */
  readonly from: string;
  readonly to: string;
}

/** The keys of this kind's facts in the period, the newest first, at most this many. */
export const readTalks = async (table: DynamoTable, talk: Talk, { from, to }: Period, most: number): Promise<Key[]> => {
  const question = {
    IndexName: tableIndexes.board,
    KeyConditionExpression: "columnPartition = :talk AND columnAt < :to",
    ScanIndexForward: false,
    Limit: most,
  };
  const items = await readPage(table, question, { ":talk": talkPartition(talk), ":to": to });
  return items
    .map((item) => EntrySchema.parse(item))
    .filter(({ columnAt }) => columnAt >= from)
    .map(({ pk, sk }) => ({ pk, sk }));
};
