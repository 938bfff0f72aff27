import type { Agreement } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { LeadIn } from "../../domain/lead/lead.ts";
import type { Owner } from "../../domain/team/owner.ts";
import { readerOf, sayBriefly, sayDistance, sayWhen } from "../../domain/text/when.ts";
import { whatThen } from "../escalation/what-then.ts";
import { deadlineFile } from "../hand-off/deadline-calendar.ts";
import { paragraphs } from "../mail/block.ts";
import { claimBlocks } from "../mail/claim-blocks.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import { leadFacts, nameOf } from "../page/lead-facts.ts";

export interface Reminder {
  readonly lead: LeadIn<"handed-off">;
  readonly rep: Owner;
  readonly agreement: Agreement;
  readonly link: string;
  readonly now: string;
}

const words = {
  es: {
    subject: (who: string, distance: string) => `Falta tu respuesta: ${who} (vence ${distance})`,
    title: (who: string) => `${who} espera tu respuesta`,
    deadline: (when: string) => `Responde antes del ${when}`,
    intro: (rep: string, since: string) =>
      `Hola, ${rep}: tienes este lead desde el ${since} y todavía no has respondido si lo aceptas o lo rechazas.`,
    button: "Responder ahora",
    who: "Quién es",
  },
  en: {
    subject: (who: string, distance: string) => `Please answer: ${who} (due ${distance})`,
    title: (who: string) => `${who} is waiting for your answer`,
    deadline: (when: string) => `Answer before ${when}`,
    intro: (rep: string, since: string) =>
      `Hi ${rep}, you have had this lead since ${since} and have not yet accepted or rejected them.`,
    button: "Answer now",
    who: "Who they are",
  },
} as const;

/** Reminds a rep of a lead while there is still time to keep the promise. */
export const reminderMail = ({ lead, rep, agreement, link, now }: Reminder): Mail => {
  const { followUp } = lead;
  const reader = readerOf(followUp, rep, agreement);
  const say = words[rep.language];
  const [who, when] = [nameOf(lead), sayWhen(followUp.dueAt, reader)];
  return colleagueMail({
    to: rep,
    agreement,
    subject: say.subject(who, sayDistance(followUp.dueAt, now, reader)),
    title: say.title(who),
    // The file of the hand-off has the earlier deadline.
    ...(followUp.snoozes + followUp.extensions > 0 && {
      attachments: [deadlineFile({ lead, language: rep.language, agreement, when, page: link, now })],
    }),
    blocks: [
      { is: "notice", text: say.deadline(when) },
      { is: "paragraph", text: say.intro(firstNameOf(rep), sayBriefly(followUp.assignedAt, reader)) },
      ...paragraphs(whatThen(followUp, rep, 0, agreement, reader)),
      { is: "button", label: say.button, url: link },
      { is: "heading", text: say.who },
      { is: "facts", facts: leadFacts(lead, rep.language, agreement) },
      ...claimBlocks(lead, rep.language, agreement),
    ],
  });
};
