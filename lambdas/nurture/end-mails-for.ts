import { untilWritten } from "../adapters/contention.ts";
import { readLead, replaceLead, signal } from "../adapters/dynamo-leads.ts";
import { readSuppression, suppress } from "../adapters/dynamo-suppressions.ts";
import { type DynamoTable, transact } from "../adapters/dynamo-table.ts";
import type { MailFeedback } from "../domain/nurture/mail-feedback.ts";

export interface FeedbackDependencies {
  readonly table: DynamoTable;
  readonly now: () => string;
}

export type Undelivered = Extract<MailFeedback, { means: "undeliverable" }>;

/**
 * Suppresses the address permanently after a hard bounce or a complaint, and signals the lead's journey. A repetition
 * changes nothing; for an erased lead only the address's hash is kept.
 */
export const endMailsFor = (deps: FeedbackDependencies, undelivered: Undelivered): Promise<"ended" | "ended-before"> =>
  untilWritten(() => attempt(deps, undelivered));

const attempt = async ({ table }: FeedbackDependencies, { leadId, email, because, at }: Undelivered) => {
  const lead = leadId === undefined ? undefined : await readLead(table, leadId);
  const address = lead?.email ?? email;
  if (address === undefined || lead?.undeliverable !== undefined) return "ended-before";
  const known = await readSuppression(table, address);
  const writes = [
    ...suppress(table, address, known, { reason: because, at }),
    ...(lead === undefined
      ? []
      : [replaceLead(table, lead, { ...lead, undeliverable: { because, at } }), signal(table, lead.leadId)]),
  ];
  if (writes.length === 0) return "ended-before";
  return (await transact(table, writes)).done ? "ended" : undefined;
};
