import * as z from "zod/mini";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import type { Lead } from "../domain/lead/lead.ts";
import {
  type DynamoTable,
  type NamedWrite,
  readBeginningWith,
  readItem,
  remove,
  rewrite,
  transact,
} from "./dynamo-table.ts";

const CompanyOwnerSchema = /* @__PURE__ */ droppable(() => z.object({ ownerId: z.string() }));

/** Id of the rep who last got a lead of this company. */
export const readCompanyOwner = async (
  table: DynamoTable,
  company: string | undefined,
): Promise<string | undefined> => {
  if (company === undefined) return undefined;
  const item = await readItem(table, keys.companyOwner(company));
  return item === undefined ? undefined : CompanyOwnerSchema.parse(item).ownerId;
};

/**
 * Part of an assignment to a rep: the company is theirs from now on. The last write wins. The lead is noted beside it, so
 * that an erasure knows whether the company was known by others as well.
 */
export const companyOwnerWrites = (
  table: DynamoTable,
  company: string | undefined,
  { leadId }: Pick<Lead, "leadId">,
  ownerId: string,
  at: string,
): NamedWrite[] =>
  company === undefined
    ? []
    : [
        rewrite(table, "company owner", keys.companyOwner(company), { ownerId, at }),
        rewrite(table, "company lead", keys.companyLead(company, leadId), { at }),
      ];

/**
 * Forgets the lead in its companies, and those that only it had.
 * @returns false when a lead of such a company has got its rep at this moment: read again
 */
export const forgetCompanies = async (
  table: DynamoTable,
  companies: readonly string[],
  leadId: string,
): Promise<boolean> => {
  for (const company of companies) {
    await transact(table, [remove(table, "company lead", keys.companyLead(company, leadId))]);
    const owner = await readItem(table, keys.companyOwner(company));
    if (owner === undefined) continue;
    const others = await readBeginningWith(table, keys.companyLead(company, ""));
    if (others.length > 0) continue;
    const isAsRead = { that: "#at = :at", names: { "#at": "at" }, values: { ":at": owner.at } };
    const { done } = await transact(table, [remove(table, "company owner", keys.companyOwner(company), isAsRead)]);
    if (!done) return false;
  }
  return true;
};
