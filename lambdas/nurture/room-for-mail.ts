import { countUp, noteAsk, noteMail, noteTelling } from "../adapters/dynamo-limits.ts";
import type { MessageName } from "../adapters/dynamo-messages.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { limitsOf } from "../contract/agreed-limits.ts";
import { metricNames } from "../contract/metrics.ts";
import { keys } from "../contract/table.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { askName } from "../domain/nurture/asked-address.ts";
import { standingConsents } from "../domain/nurture/standing-consents.ts";
import { dayMillis, hourMillis } from "../domain/working-time/zone.ts";
import type { MailTask } from "../mail/mail-task.ts";

type ToLead = Pick<MessageName, "purpose" | "step">;

/**
 * When a mail to the lead may go: now; the next day, if three of this one went to the same mailbox; or the next hour, if as
 * many as agreed went in this one to people who never said that the address is theirs. `never`: its mailbox
 * was asked, or told of a form without ever having confirmed anything, as often as may be.
 */
export const roomForMail = async (
  { table, agreement }: Pick<MailTask, "table" | "agreement">,
  lead: Lead,
  { purpose, step }: ToLead,
  now: string,
): Promise<string> => {
  const { leadId, cycle, email } = lead;
  const isProven = standingConsents(lead, agreement).some(({ confirmedAt }) => confirmedAt !== undefined);
  const name = askName(leadId, cycle, step);
  if (purpose === "confirm-consent" && !(await noteAsk(table, email, name, now))) return "never";
  if (purpose === "acknowledgement" && !isProven && !(await noteTelling(table, email, name, now))) return "never";
  if (isProven) return now;
  if (!(await noteMail(table, email, askName(leadId, cycle, `${purpose} ${step}`), now))) return nextOf(now, dayMillis);
  const nextHour = nextOf(now, hourMillis);
  const key = keys.limit("STRANGERS", "all", now.slice(0, 13));
  const count = await countUp(table, key, 1, Date.parse(nextHour) + hourMillis);
  if (count > limitsOf(agreement.terms).strangerMailsPerHour) return nextHour;
  countOne(metricNames.mailToStranger);
  return now;
};

/** When the next whole hour or day begins, in UTC. */
const nextOf = (now: string, millis: number): string =>
  new Date((Math.floor(Date.parse(now) / millis) + 1) * millis).toISOString();
