import type { Mail } from "../../contract/mail.ts";
import type { Language } from "../../contract/stages.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import { type InvitationFile, invitationFile, summaryOfMeeting } from "./invitation-file.ts";

const words = {
  es: {
    subject: { first: "Invitación", changed: "Cambio", CANCEL: "Cancelada" },
    intro: {
      first: (name: string) => `Hola, ${name}: marketing y ventas se reúnen cada semana, y contamos contigo.`,
      changed: (name: string) => `Hola, ${name}: la reunión semanal de marketing y ventas ha cambiado.`,
      CANCEL: (name: string) => `Hola, ${name}: ya no hace falta que vengas a la reunión semanal.`,
    },
    when: (when: string) =>
      `La primera: ${when}. Después, cada semana a la misma hora. Cada reunión repasa la semana anterior, de lunes a domingo.`,
    answer: "Responde a la invitación en tu programa de correo; si no la muestra, abre el archivo adjunto.",
    file: { REQUEST: "reunion-semanal.ics", CANCEL: "reunion-semanal-cancelada.ics" },
  },
  en: {
    subject: { first: "Invitation", changed: "Changed", CANCEL: "Cancelled" },
    intro: {
      first: (name: string) => `Hi ${name}, marketing and sales meet every week, and we are counting on you.`,
      changed: (name: string) => `Hi ${name}, the weekly marketing and sales meeting has changed.`,
      CANCEL: (name: string) => `Hi ${name}, you no longer need to come to the weekly meeting.`,
    },
    when: (when: string) =>
      `The first one: ${when}. Then every week at the same time. Each meeting reviews the week before, Monday to Sunday.`,
    answer: "Reply to the invitation in your e-mail program; if it does not show one, open the attached file.",
    file: { REQUEST: "weekly-meeting.ics", CANCEL: "weekly-meeting-cancelled.ics" },
  },
} as const satisfies Record<Language, unknown>;

const isInvitedFirst = ({ invitation, reader }: InvitationFile): boolean =>
  invitation.sequence === 0 || invitation.added.includes(reader.email);

/** Invites a person to the meeting, or notifies them of a change or a cancellation. */
export const invitationMail = (mail: InvitationFile): Mail => {
  const { invitation, method, reader, agreement, boardUrl } = mail;
  const { language } = reader;
  const say = words[language];
  const kind = method === "CANCEL" ? method : isInvitedFirst(mail) ? "first" : "changed";
  const summary = summaryOfMeeting(language);
  const when = say.when(sayWhen(invitation.start, readerIn(language, agreement)));
  return colleagueMail({
    to: reader,
    agreement,
    subject: `${say.subject[kind]}: ${summary}`,
    title: summary,
    blocks: [
      { is: "paragraph", text: say.intro[kind](firstNameOf(reader)) },
      ...(method === "CANCEL"
        ? []
        : [{ is: "notice", text: when } as const, { is: "paragraph", text: say.answer } as const]),
      { is: "link", label: language === "es" ? "Abrir el tablero" : "Open the board", url: boardUrl },
    ],
    invitation: { method, name: say.file[method], content: invitationFile(mail) },
  });
};
