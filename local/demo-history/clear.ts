import type { WriteRequest } from "@aws-sdk/client-dynamodb";
import {
  type DynamoTable,
  type Item,
  readBeginningWith,
  readItem,
  remove,
  toItem,
  transact,
} from "../../lambdas/adapters/dynamo-table.ts";
import { releasePlace } from "../../lambdas/adapters/dynamo-team.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { LeadSchema } from "../../lambdas/domain/lead/lead.ts";
import { write } from "./import.ts";

/**
 * Takes the demo's leads out of the table, with all that is kept of each; places with reps become free. The figures
 * still include them until they are counted again.
 * @returns how many leads there were
 */
export const clearHistory = async (table: DynamoTable): Promise<number> => {
  const marks = await readBeginningWith(table, keys.demoLead(""));
  for (const mark of marks) await clearLead(table, String(mark.sk), String(mark.email));
  return marks.length;
};

/** The mark goes last: cleared halfway, the lead is found again. */
const clearLead = async (table: DynamoTable, leadId: string, email: string): Promise<void> => {
  const profile = await readItem(table, keys.lead(leadId));
  const lead = profile === undefined ? undefined : LeadSchema.parse(profile);
  if (lead !== undefined && "followUp" in lead)
    await transact(table, [releasePlace(table, lead.followUp.ownerId), remove(table, "lead", keys.lead(leadId))]);
  const items = await readBeginningWith(table, { ...keys.lead(leadId), sk: "" });
  const claim = await readItem(table, keys.emailClaim(email));
  const theirs = [...items, ...(claim?.leadId === leadId ? [claim] : [])];
  await write(table, theirs.map(removal));
  await write(table, [removal(keys.demoLead(leadId))]);
};

const removal = ({ pk, sk }: Item): WriteRequest => ({ DeleteRequest: { Key: toItem({ pk, sk }) } });
