import { type Message, postponeSettling, readMessage, team, unsettledMails } from "../adapters/dynamo-messages.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement } from "../contract/agreement.ts";
import { addDuration, calendarOf } from "../domain/working-time/calendar.ts";
import { settleAsOver } from "../mail/deliver-once.ts";

export interface UnsettledMailDependencies {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
  readonly lookAt: (leadIds: readonly string[]) => Promise<void>;
}

/** A journey looks at its mail itself when the time is over; after this long it is not going to. */
const graceMillis = 60_000;

/** Mails of one round; a minute later there is the next. */
const mostAtOnce = 100;

/**
 * Mails whose fate should be known by now, and that nobody came back for. The first time the lead's journey is woken:
 * it does its step again, and with it the mail, where that is still due. A mail that is found again was no longer due:
 * it is closed. Mails about no lead have nobody to wake.
 */
export const sweepMails = async (deps: UnsettledMailDependencies, most = mostAtOnce): Promise<void> => {
  const before = new Date(Date.parse(deps.now()) - graceMillis).toISOString();
  const found = await unsettledMails(deps.table, before, most);
  let closed = 0;
  for (const name of found) {
    // The index is a moment behind the table.
    const message = await readMessage(deps.table, name);
    if (message === undefined || !("settlesAt" in message) || message.settlesAt >= before) continue;
    if (message.woken !== true && name.leadId !== team.leadId) await wakeFor(deps, message);
    else if (await settleAsOver(deps, name, message)) closed++;
  }
  if (found.length > 0)
    log.info("Unsettled mails were looked at", { code: "mails-swept", found: found.length, closed });
};

/** Marked after the wake-up was sent: a sweep that dies in between wakes twice, which is harmless. */
const wakeFor = async (
  { table, agreement, now, lookAt }: UnsettledMailDependencies,
  message: Extract<Message, { settlesAt: string }>,
): Promise<void> => {
  await lookAt([message.leadId]);
  const settlesAt = addDuration(now(), agreement.terms.team.mailSettles, calendarOf(agreement));
  await postponeSettling(table, message, settlesAt);
};
