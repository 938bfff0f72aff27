import type { Colleague } from "../contract/agreement.ts";
import type { Unanswered, Worked } from "../domain/lead/lead.ts";
import type { Owner } from "../domain/team/owner.ts";
import { addDuration, calendarOf } from "../domain/working-time/calendar.ts";
import { type Link, linkFor, type MailTask } from "../mail/mail-task.ts";
import { ownerNow } from "./owner-of.ts";

type Owned = Unanswered | Worked;

export interface OwnerAndLink {
  /** The lead's owner, as of now. */
  readonly rep: Owner;
  readonly link: Link;
}

/**
 * The lead's owner, and the link by which the hand-off is answered: the same in every mail of this turn to this reader.
 * @param recipient who gets the mail, when that is not the owner: the link, and an answer by it, are then theirs
 */
export const answerLink = (task: MailTask, lead: Owned, recipient?: Colleague): Promise<OwnerAndLink> =>
  linkOf(task, lead, "answer", recipient);

/** The same for the outcome. */
export const outcomeLink = (task: MailTask, lead: Owned, recipient?: Colleague): Promise<OwnerAndLink> =>
  linkOf(task, lead, "outcome", recipient);

const linkOf = async (
  task: MailTask,
  lead: Owned,
  purpose: "answer" | "outcome",
  recipient: Colleague | undefined,
): Promise<OwnerAndLink> => {
  const rep = await ownerNow(task, lead);
  const reader = recipient ?? rep;
  const { leadId, cycle, followUp } = lead;
  // Counted from the newest mail: a deal may take longer than a link lives.
  const until = addDuration(task.now(), task.agreement.terms.team.linksLive, calendarOf(task.agreement));
  const link = await linkFor(task, {
    purpose,
    leadId,
    cycle,
    ownerId: rep.id,
    turn: followUp.turn,
    ...(reader.id !== rep.id && { by: reader.id }),
    language: reader.language,
    until,
  });
  return { rep, link };
};
