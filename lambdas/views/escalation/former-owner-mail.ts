import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Unanswered } from "../../domain/lead/lead.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import { nameOf } from "../page/lead-facts.ts";

export interface Reassigned {
  readonly lead: Unanswered;
  /** Who had the lead just before. */
  readonly former: Colleague & { readonly timeZone?: string | undefined };
  /** The new owner. */
  readonly owner: Colleague;
  readonly agreement: Agreement;
}

const words = {
  es: {
    title: (owner: string, who: string) => `${owner} se encarga ahora de ${who}`,
    intro: (former: string, owner: string, who: string, when: string) =>
      `Hola, ${former}: desde el ${when}, ${owner} se encarga de ${who}.`,
    why: {
      breach: "El plazo venció sin respuesta y, según el acuerdo, el lead pasa a otra persona.",
      away: "Estás fuera y el lead no podía esperar a que volvieras.",
      byHand: "Lo ha decidido alguien del equipo.",
    },
    nothing: "No tienes que hacer nada: los enlaces que recibiste sobre este lead ya no tienen efecto.",
    tell: (owner: string) => `Si sabes algo que ayude, responde a este correo: le llegará a ${owner}.`,
  },
  en: {
    title: (owner: string, who: string) => `${owner} is now looking after ${who}`,
    intro: (former: string, owner: string, who: string, when: string) =>
      `Hi ${former}, since ${when} ${owner} has been looking after ${who}.`,
    why: {
      breach: "The deadline passed without an answer and, as agreed, the lead goes to somebody else.",
      away: "You are away, and the lead could not wait until your return.",
      byHand: "Somebody on the team decided so.",
    },
    nothing: "There is nothing for you to do: the links you received for this lead no longer have any effect.",
    tell: (owner: string) =>
      `If you know something that could help, reply to this e-mail: your reply goes to ${owner}.`,
  },
} as const;

/** Notifies the former owner of the new one, and why. A reply goes to the new owner. */
export const formerOwnerMail = ({ lead, former, owner, agreement }: Reassigned): Mail => {
  const say = words[former.language];
  const [who, name] = [nameOf(lead), firstNameOf(owner)];
  const reader = { ...readerIn(former.language, agreement), ...(former.timeZone && { timeZone: former.timeZone }) };
  const since = sayWhen(lead.followUp.assignedAt, reader);
  return colleagueMail({
    to: former,
    replyTo: owner.email,
    agreement,
    subject: say.title(name, who),
    title: say.title(name, who),
    blocks: [
      { is: "paragraph", text: say.intro(firstNameOf(former), owner.name, who, since) },
      { is: "paragraph", text: say.why[whyOf(lead)] },
      { is: "notice", text: say.nothing },
      { is: "paragraph", text: say.tell(name) },
    ],
  });
};

/** The lead's last move has the reason only while it waits for its hand-off. */
const whyOf = ({ because }: Unanswered): keyof (typeof words)["es"]["why"] => {
  if (because === "reassigned:breach") return "breach";
  return because === "reassigned:away" ? "away" : "byHand";
};
