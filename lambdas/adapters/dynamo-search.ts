import * as z from "zod/mini";
import { keys, searchPartition, tableIndexes } from "../contract/table.ts";
import { personKeyOf, searchKeyOf } from "../domain/board/card.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { alike } from "../domain/score/alike.ts";
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

/**
 * Leads of exactly this company and name, however they are written.
 * @param most of each query: a company of which hundreds were leads before this key was kept may hide one
 */
export const leadsOfPerson = async (
  table: DynamoTable,
  company: string,
  name: string,
  most: number,
): Promise<Lead[]> => {
  // Earlier releases kept the company alone.
  const found = await Promise.all(
    [personKeyOf(company, name), searchKeyOf(company)].map((key) => leadsOfKey(table, key, most)),
  );
  const ids = [...new Set(found.flat())];
  const leads = await Promise.all(ids.map((leadId) => readLead(table, leadId)));
  return leads.flatMap((lead) =>
    lead !== undefined && alike(lead.contact.name ?? "") === alike(name.trim()) ? [lead] : [],
  );
};

const leadsOfKey = async (table: DynamoTable, key: string, most: number): Promise<string[]> => {
  const question = {
    IndexName: tableIndexes.search,
    KeyConditionExpression: "searchPartition = :partition AND searchKey = :key",
    Limit: most,
  };
  const items = await readPage(table, question, { ":partition": searchPartition(key), ":key": key });
  return items.map((item) => EntrySchema.parse(item).leadId);
};
