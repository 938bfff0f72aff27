import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import { type DynamoTable, type NamedWrite, put, readItem } from "./dynamo-table.ts";

const CompanyOwnerSchema = z.object({ ownerId: z.string() });

/** Id of the rep who last got a lead of this company. */
export const readCompanyOwner = async (
  table: DynamoTable,
  company: string | undefined,
): Promise<string | undefined> => {
  if (company === undefined) return undefined;
  const item = await readItem(table, keys.companyOwner(company));
  return item === undefined ? undefined : CompanyOwnerSchema.parse(item).ownerId;
};

/** Part of an assignment to a rep: the company is theirs from now on. The last write wins. */
export const companyOwnerWrites = (
  table: DynamoTable,
  company: string | undefined,
  ownerId: string,
  at: string,
): NamedWrite[] =>
  company === undefined ? [] : [put(table, "company owner", { ...keys.companyOwner(company), ownerId, at })];
