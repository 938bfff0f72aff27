import { lifetimes } from "../contract/limits.ts";
import { colleagueOf } from "../domain/team/owner.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { type Link, linkFor, type MailTask } from "../mail/mail-task.ts";

/**
 * The link by which this colleague sees and changes absences and capacity: a rep their own, a manager those of their
 * reps. Always the same one; it opens something once its grant is stored (`putGrant`).
 * @throws when the agreement does not know the colleague.
 */
export const teamLink = (
  task: Pick<MailTask, "keyring" | "publicUrl" | "agreement" | "now">,
  colleagueId: string,
): Promise<Link> => {
  const colleague = colleagueOf(colleagueId, task.agreement);
  if (colleague === undefined) throw new Error(`the agreement does not know ${colleagueId}`);
  const until = new Date(Date.parse(task.now()) + elapsedMillis(lifetimes.teamLink)).toISOString();
  const holder = { ownerId: colleagueId, by: colleagueId, language: colleague.language };
  return linkFor(task, { purpose: "team", leadId: "TEAM", cycle: 0, ...holder, until });
};
