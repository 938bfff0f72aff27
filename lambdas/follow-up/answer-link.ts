import type { Rep } from "../contract/agreement.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { addDuration, calendarOf } from "../domain/working-time/calendar.ts";
import { type Link, linkFor, type MailTask } from "../mail/mail-task.ts";

type Owned = LeadIn<"assigned"> | LeadIn<"handed-off"> | LeadIn<"accepted">;

/** The rep who has the lead, and the link by which the rep answers: the same in every mail about this hand-off. */
export const answerLink = (task: MailTask, lead: Owned): Promise<{ rep: Rep; link: Link }> =>
  ownerLink(task, lead, "answer");

/** The link by which the rep says what became of the lead. */
export const outcomeLink = (task: MailTask, lead: Owned): Promise<{ rep: Rep; link: Link }> =>
  ownerLink(task, lead, "outcome");

const ownerLink = async (task: MailTask, lead: Owned, purpose: "answer" | "outcome") => {
  const rep = ownerOf(task, lead);
  const { leadId, cycle, stageSince } = lead;
  const { linksLive } = task.agreement.terms.team;
  const until = addDuration(stageSince, linksLive, calendarOf(task.agreement));
  return { rep, link: await linkFor(task, { purpose, leadId, cycle, ownerId: rep.id, language: rep.language, until }) };
};

/** @throws when the agreement no longer knows the rep: somebody took them out while they held leads. */
export const ownerOf = ({ agreement }: Pick<MailTask, "agreement">, { followUp }: Owned): Rep => {
  const rep = agreement.terms.team.reps.find(({ id }) => id === followUp.ownerId);
  if (rep === undefined) throw new Error(`the agreement does not know the rep ${followUp.ownerId}`);
  return rep;
};
