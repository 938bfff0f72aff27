import { readFacts } from "../adapters/dynamo-answers.ts";
import { readFamiliarity } from "../adapters/dynamo-familiarity.ts";
import { readLead } from "../adapters/dynamo-leads.ts";
import { readOrigin } from "../adapters/dynamo-origins.ts";
import type { Agreement, Colleague } from "../contract/agreement.ts";
import { wonDeals } from "../domain/lead/deals.ts";
import { type Owner, superiorOf } from "../domain/team/owner.ts";
import { colleagueNow } from "../follow-up/owner-of.ts";
import { notifyOnce } from "../mail/deliver-once.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { wonMail } from "../views/outcome/won-mail.ts";

/**
 * Notifies both teams of a win, each reader once in a cycle: a corrected amount is no second win. A win that was
 * corrected meanwhile is not celebrated.
 */
export const celebrate = async (
  task: MailTask,
  { leadId, cycle }: { readonly leadId: string; readonly cycle: number },
  correlationId: string,
): Promise<void> => {
  const { table, agreement } = task;
  const known = await readLead(table, leadId);
  const lead = known && wonDeals(known).find((won) => won.cycle === cycle);
  if (lead === undefined) return;
  const [facts, origin, { read }, owner] = await Promise.all([
    readFacts(table, "outcome", { leadId, cycle }),
    readOrigin(table, leadId),
    readFamiliarity(table, leadId, agreement),
    colleagueNow(task, lead.ownerId),
  ]);
  const wonAt = facts.find(({ kind }) => kind === "won")?.at ?? lead.stageSince;
  for (const recipient of readersOf(owner, agreement)) {
    await notifyOnce(task, {
      name: { leadId, cycle, purpose: "won", step: recipient.id },
      grants: [],
      mail: wonMail({ lead, recipient, closedBy: owner.name, wonAt, origin, read, agreement }),
      correlationId,
    });
  }
};

/** Marketing, the owner who closed it, their superior, and the director; each once, and only those in the agreement. */
const readersOf = (owner: Owner, agreement: Agreement): Colleague[] => {
  const { marketing, director, reps, managers } = agreement.terms.team;
  const isKnown = [...reps, ...managers, director].some(({ id }) => id === owner.id);
  const readers = [marketing, ...(isKnown ? [owner] : []), superiorOf(owner, agreement), director];
  return [...new Map(readers.map((reader) => [reader.id, reader])).values()];
};
