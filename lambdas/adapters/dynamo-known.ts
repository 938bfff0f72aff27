import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import { type Lead, LeadSchema } from "../domain/lead/lead.ts";
import { addressHash, type Suppression, SuppressionSchema } from "../domain/nurture/suppression.ts";
import { readItems } from "./dynamo-batch.ts";
import type { DynamoTable } from "./dynamo-table.ts";

/** What is known of an address. */
export interface Known {
  readonly known?: Lead | undefined;
  readonly suppression?: Suppression | undefined;
}

/** What is known of each of these normalised addresses, in a few requests. */
export const readKnown = async (table: DynamoTable, emails: readonly string[]): Promise<Map<string, Known>> => {
  const all = [...new Set(emails)];
  const [claims, suppressions] = await Promise.all([
    readItems(table, all.map(keys.emailClaim)),
    readItems(
      table,
      all.map((email) => keys.suppression(addressHash(email))),
    ),
  ]);
  const leadOf = (email: string): string | undefined => {
    const claim = claims.get(keys.emailClaim(email).pk);
    return claim === undefined ? undefined : z.string().parse(claim.leadId);
  };
  const leads = await readItems(table, all.flatMap((email) => leadOf(email) ?? []).map(keys.lead));
  return new Map(
    all.map((email): [string, Known] => {
      const lead = leads.get(keys.lead(leadOf(email) ?? "").pk);
      const suppression = suppressions.get(keys.suppression(addressHash(email)).pk);
      return [
        email,
        {
          known: lead && LeadSchema.parse(lead),
          suppression: suppression && SuppressionSchema.parse(suppression),
        },
      ];
    }),
  );
};
