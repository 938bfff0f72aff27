import { untilWritten } from "../adapters/contention.ts";
import { readLead, replaceLead, signal } from "../adapters/dynamo-leads.ts";
import { readSuppression, suppress } from "../adapters/dynamo-suppressions.ts";
import { type DynamoTable, transact } from "../adapters/dynamo-table.ts";
import { limits } from "../contract/limits.ts";
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

/** A bounce for now: so many in a row, with no delivery in between, stop the mails like one for good. */
export const countBounce = (
  deps: FeedbackDependencies,
  bounced: Extract<MailFeedback, { means: "bounced-for-now" }>,
): Promise<"counted" | "ended" | "ended-before"> =>
  untilWritten(async () => {
    const { leadId, code, at } = bounced;
    const lead = leadId === undefined ? undefined : await readLead(deps.table, leadId);
    if (lead === undefined || lead.undeliverable !== undefined) return "ended-before";
    const { count, lastAt } = lead.bouncesInARow ?? { count: 0, lastAt: "" };
    // The same notice again.
    if (at <= lastAt) return "counted";
    const bouncesInARow = { count: count + 1, lastAt: at };
    if (bouncesInARow.count >= limits.bouncesInARow)
      return attempt(deps, { ...bounced, means: "undeliverable", because: "bounced", at, code });
    const outcome = await transact(deps.table, [replaceLead(deps.table, lead, { ...lead, bouncesInARow })]);
    return outcome.done ? "counted" : undefined;
  });

/** A mail arrived: what bounced before does not count any more. Mostly there is nothing to write. */
export const forgetBounces = (
  { table }: FeedbackDependencies,
  { leadId }: Pick<MailFeedback, "leadId">,
): Promise<boolean> =>
  untilWritten(async () => {
    const lead = leadId === undefined ? undefined : await readLead(table, leadId);
    if (lead?.bouncesInARow === undefined) return false;
    const outcome = await transact(table, [replaceLead(table, lead, { ...lead, bouncesInARow: undefined })]);
    return outcome.done || undefined;
  });

const attempt = async ({ table }: FeedbackDependencies, { leadId, email, because, at, code }: Undelivered) => {
  const lead = leadId === undefined ? undefined : await readLead(table, leadId);
  const address = lead?.email ?? email;
  if (address === undefined || lead?.undeliverable !== undefined) return "ended-before";
  const known = await readSuppression(table, address);
  const writes = [
    ...suppress(table, address, known, { reason: because, at }),
    ...(lead === undefined
      ? []
      : [replaceLead(table, lead, { ...lead, undeliverable: { because, at, code } }), signal(table, lead.leadId)]),
  ];
  if (writes.length === 0) return "ended-before";
  return (await transact(table, writes)).done ? "ended" : undefined;
};
