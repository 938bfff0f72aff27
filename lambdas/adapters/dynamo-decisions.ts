import * as z from "zod/mini";
import { type Bilingual, BilingualSchema } from "../contract/stages.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { type DynamoTable, type Item, type NamedWrite, put, readBeginningWith } from "./dynamo-table.ts";

/** A stored decision: what was decided, why in plain sentences, and under which agreement. */
const DecisionSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    at: z.string(),
    cycle: z.int(),
    /**
     * `gate`, `override` (marketing, by hand), `assignment`, `reassignment`; `recycle`, `unsubscribe`, `new-deal`, `claim`,
     * `edit`, `not-same` and `unanswered` by a colleague.
     */
    of: z.string(),
    verdict: z.string(),
    reasons: z.array(BilingualSchema),
    agreementVersion: z.string(),
    /** Id of the colleague who decided, when a person did. */
    by: z.optional(z.string()),
  }),
);
export type Decision = z.infer<typeof DecisionSchema>;

type NewDecision = Omit<Decision, "cycle" | "reasons"> & { readonly reasons: readonly Bilingual[] };

/** @param found keys of the index by which the lead is found because of what was decided */
export const decisionWrite = (
  table: DynamoTable,
  { leadId, cycle }: Lead,
  decision: NewDecision,
  found: Item = {},
): NamedWrite =>
  put(table, "decision", {
    ...found,
    ...keys.decision(leadId, cycle, `${decision.at}#${decision.of}`),
    leadId,
    cycle,
    ...decision,
  });

export const readDecisions = async (table: DynamoTable, { leadId, cycle }: Lead): Promise<Decision[]> => {
  const items = await readBeginningWith(table, keys.decision(leadId, cycle, ""));
  return items.map((item) => DecisionSchema.parse(item));
};

/**
 * The write of a decision, unless the last one of its kind in this cycle has the same verdict and reasons: what is
 * judged again and again, such as a lead that waits for a rep, would otherwise fill the table.
 */
export const decisionIfNews = async (table: DynamoTable, lead: Lead, decision: NewDecision): Promise<NamedWrite[]> => {
  const last = (await readDecisions(table, lead)).findLast((each) => each.of === decision.of);
  return last !== undefined && saysOf(last) === saysOf(decision) ? [] : [decisionWrite(table, lead, decision)];
};

const saysOf = ({ verdict, reasons, agreementVersion }: NewDecision): string =>
  JSON.stringify([verdict, agreementVersion, reasons.map(({ es, en }) => [es, en])]);

/** Whether it was decided for this very reason. */
export const isSame = ({ reasons }: Decision, { es }: Bilingual): boolean => reasons.some((each) => each.es === es);
