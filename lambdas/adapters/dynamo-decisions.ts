import * as z from "zod/mini";
import { type Bilingual, BilingualSchema } from "../contract/stages.ts";
import { keys } from "../contract/table.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { type LeadTable, type NamedWrite, put, readBeginningWith } from "./dynamo-table.ts";

/** A decision as it is kept: what was decided, why in plain sentences, and under which agreement. */
const DecisionSchema = z.object({
  at: z.string(),
  cycle: z.int(),
  /** `gate` or `assignment`. */
  of: z.string(),
  verdict: z.string(),
  reasons: z.array(BilingualSchema),
  agreementVersion: z.string(),
});
export type Decision = z.infer<typeof DecisionSchema>;

export const decisionWrite = (
  table: LeadTable,
  { leadId, cycle }: Lead,
  decision: Omit<Decision, "cycle" | "reasons"> & { readonly reasons: readonly Bilingual[] },
): NamedWrite =>
  put(table, "decision", {
    ...keys.decision(leadId, cycle, `${decision.at}#${decision.of}`),
    leadId,
    cycle,
    ...decision,
  });

export const readDecisions = async (table: LeadTable, { leadId, cycle }: Lead): Promise<Decision[]> => {
  const items = await readBeginningWith(table, keys.decision(leadId, cycle, ""));
  return items.map((item) => DecisionSchema.parse(item));
};
