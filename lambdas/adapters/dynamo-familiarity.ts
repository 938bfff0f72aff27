import type { Agreement } from "../contract/agreement.ts";
import { areInForce, type FamiliaritySums, sumsOf } from "../domain/score/familiarity-sums.ts";
import { untilWritten } from "./contention.ts";
import { readEngagements } from "./dynamo-engagements.ts";
import { readKeptSums, sumsWrite } from "./dynamo-familiarity-sums.ts";
import { type DynamoTable, transact } from "./dynamo-table.ts";

/**
 * What the lead's engagements add up to: one item, however many there are. Only when the sums are stale, or were made
 * under other terms, are they rebuilt from the engagements, and stored.
 */
export const readFamiliarity = (table: DynamoTable, leadId: string, { terms }: Agreement): Promise<FamiliaritySums> =>
  untilWritten(async () => {
    const read = await readKeptSums(table, leadId);
    if (read?.sums !== undefined && areInForce(read.sums, terms)) return read.sums;
    const engagements = await readEngagements(table, leadId);
    const sums = sumsOf(engagements, terms);
    if (read === undefined && engagements.length === 0) return sums;
    const { done } = await transact(table, [sumsWrite(table, leadId, read, sums)]);
    return done ? sums : undefined;
  });
