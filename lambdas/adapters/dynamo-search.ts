import * as z from "zod/mini";
import { keys, searchPartition, tableIndexes } from "../contract/table.ts";
import { searchKeyOf } from "../domain/board/card.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { readLead } from "./dynamo-leads.ts";
import { type DynamoTable, readItem, readPage } from "./dynamo-table.ts";

const EntrySchema = z.object({ leadId: z.string() });

/** The lead that has exactly this address, in the form in which addresses are kept. */
export const leadOfAddress = async (table: DynamoTable, email: string): Promise<Lead | undefined> => {
  const claim = await readItem(table, keys.emailClaim(email));
  return claim === undefined ? undefined : readLead(table, EntrySchema.parse(claim).leadId);
};

/**
 * Leads whose company, address or telephone begins so, however it is written, in the order of the alphabet.
 * @param begins at least `searchPrefixLength` letters
 */
export const leadsBeginningWith = async (
  table: DynamoTable,
  begins: string,
  most: number,
): Promise<{ readonly leads: Lead[]; readonly more: boolean }> => {
  const key = searchKeyOf(begins);
  const question = {
    IndexName: tableIndexes.search,
    KeyConditionExpression: "searchPartition = :partition AND begins_with(searchKey, :key)",
    // A lead may be found twice, by its company and by its address.
    Limit: 2 * most + 1,
  };
  const items = await readPage(table, question, { ":partition": searchPartition(key), ":key": key });
  const found = [...new Set(items.map((item) => EntrySchema.parse(item).leadId))];
  const leads = await Promise.all(found.slice(0, most).map((leadId) => readLead(table, leadId)));
  return { leads: leads.filter((lead) => lead !== undefined), more: found.length > most };
};
