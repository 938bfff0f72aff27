import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import type { KeptOfLead } from "../domain/import/untouched.ts";
import { type MoveFact, MoveFactSchema } from "../domain/lead/move-fact.ts";
import { readLead } from "./dynamo-leads.ts";
import { type DynamoTable, readBeginningWith } from "./dynamo-table.ts";

/** The lead with what tells whether anybody has done something with it; `undefined` when there is none. */
export const readLeadKept = async (
  table: DynamoTable,
  leadId: string,
): Promise<(KeptOfLead & { readonly moves: NonNullable<MoveFact["undoes"]> }) | undefined> => {
  // First: whoever changes the lead after that is found by its version.
  const lead = await readLead(table, leadId);
  if (lead === undefined) return undefined;
  const items = await readBeginningWith(table, { ...keys.lead(leadId), sk: "" });
  const idsOf = (kind: "SUBMISSION" | "ENGAGEMENT"): string[] =>
    items.flatMap(({ sk }) => (String(sk).startsWith(`${kind}#`) ? [String(sk).slice(kind.length + 1)] : []));
  return {
    lead,
    submissionIds: idsOf("SUBMISSION"),
    engagementIds: idsOf("ENGAGEMENT"),
    moves: items.flatMap((item) => {
      if (!String(item.sk).startsWith("MOVE#")) return [];
      const { leadId: _, correlationId: __, undoes: ___, ...move } = z.parse(MoveFactSchema, item);
      return [move];
    }),
  };
};
