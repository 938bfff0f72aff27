import * as z from "zod/mini";
import type { Agreement } from "../contract/agreement.ts";
import { keys } from "../contract/table.ts";
import type { Engagement } from "../domain/lead/lead.ts";
import { addToSums, type FamiliaritySums, FamiliaritySumsSchema, sumsOf } from "../domain/score/familiarity-sums.ts";
import { readItems } from "./dynamo-batch.ts";
import { type DynamoTable, type Item, isAtVersion, type NamedWrite, readItem, rewrite } from "./dynamo-table.ts";

const VersionSchema = z.object({ version: z.int() });

export interface KeptSums {
  /** Optimistic lock: every write adds one, also those that only say that the sums are stale. */
  readonly version: number;
  /** Missing when they are stale. A form that earlier code stored is discarded. */
  readonly sums?: FamiliaritySums | undefined;
}

/** The sums as last stored, valid or not; `undefined` when never stored. */
export const readKeptSums = async (table: DynamoTable, leadId: string): Promise<KeptSums | undefined> => {
  const item = await readItem(table, keys.familiarity(leadId));
  return item === undefined ? undefined : keptIn(item);
};

/** The sums of these leads, by their ids: of those whose were ever stored; `undefined` where they are stale. */
export const readKeptSumsOf = async (
  table: DynamoTable,
  leadIds: readonly string[],
): Promise<Map<string, FamiliaritySums | undefined>> => {
  const all = leadIds.map((leadId) => ({ leadId, key: keys.familiarity(leadId) }));
  const items = await readItems(
    table,
    all.map(({ key }) => key),
  );
  return new Map(
    all.flatMap(({ leadId, key }) => {
      const item = items.get(key.pk);
      return item === undefined ? [] : [[leadId, keptIn(item).sums]];
    }),
  );
};

const keptIn = (item: Item): KeptSums => {
  // Not by `z.catch`, which has all of zod's tools in the bundle: 7 KB.
  return { version: VersionSchema.parse(item).version, sums: FamiliaritySumsSchema.safeParse(item.sums).data };
};

/** Replaces the sums that were read; without sums it marks them stale, to be rebuilt from the engagements. */
export const sumsWrite = (
  table: DynamoTable,
  leadId: string,
  read: KeptSums | undefined,
  sums: FamiliaritySums | undefined,
): NamedWrite =>
  rewrite<KeptSums & { leadId: string }>(
    table,
    "familiarity",
    keys.familiarity(leadId),
    { leadId, version: (read?.version ?? 0) + 1, sums },
    isAtVersion(read?.version),
  );

/** The first sums of a lead that is new. */
export const firstSumsWrite = (
  table: DynamoTable,
  leadId: string,
  engagements: readonly Engagement[],
  { terms }: Agreement,
): NamedWrite => sumsWrite(table, leadId, undefined, sumsOf(engagements, terms));

/** Adds engagements that are new to the sums; part of the transaction that records them. */
export const addToSumsWrite = async (
  table: DynamoTable,
  leadId: string,
  fresh: readonly Engagement[],
  agreement: Agreement,
): Promise<NamedWrite> => sumsWithWrite(table, leadId, await readKeptSums(table, leadId), fresh, agreement);

/** The same, to the sums that were read. */
export const sumsWithWrite = (
  table: DynamoTable,
  leadId: string,
  read: KeptSums | undefined,
  fresh: readonly Engagement[],
  { terms }: Agreement,
): NamedWrite => sumsWrite(table, leadId, read, read?.sums && addToSums(read.sums, fresh, terms));
