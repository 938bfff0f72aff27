import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Undecided } from "../../domain/escalation/nobody-answered.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { sayList } from "../../domain/text/say-names.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import { leadAddress } from "../meeting/board-address.ts";
import { leadFacts, messageOf, nameOf } from "../page/lead-facts.ts";

export interface NobodyAnsweredMail {
  readonly lead: Undecided;
  /** Marketing, or the sales director. */
  readonly recipient: Colleague;
  readonly agreement: Agreement;
  /** Where people reach the board. */
  readonly publicUrl: string;
}

const words = {
  es: {
    title: (who: string) => `Nadie de ventas ha respondido a ${who}`,
    decide:
      "Hay que decidir: que se le vuelva a llamar, que lo lleve otra persona, que siga en maduración o cerrarlo. Está en «Atención» hasta que alguien lo decida.",
    intro: (name: string, who: string, when: string) =>
      `Hola, ${name}: ${who} ha pasado por todos los avisos del acuerdo sin que nadie respondiera, y el ${when} ha vuelto a marketing. El silencio ha sido nuestro, no suyo.`,
    open: "Decidir en el tablero",
    facts: "Qué ha pasado",
    owners: "Lo ha tenido",
    since: "Esperaba desde el",
    who: "Quién es",
    message: "Qué nos había escrito",
  },
  en: {
    title: (who: string) => `Nobody in sales has answered ${who}`,
    decide:
      "Somebody has to decide: call again, give the lead to another rep, keep nurturing, or close. The lead is listed under Attention until then.",
    intro: (name: string, who: string, when: string) =>
      `Hi ${name}, ${who} went through every notice of the agreement without an answer, and returned to marketing on ${when}. The silence was ours, not theirs.`,
    open: "Decide on the board",
    facts: "What happened",
    owners: "Who had the lead",
    since: "Waiting since",
    who: "Who they are",
    message: "What they had written to us",
  },
} as const;

/** Tells marketing and the sales director that sales has let a lead down, and that they have to decide. */
export const nobodyAnsweredMail = ({ lead, recipient, agreement, publicUrl }: NobodyAnsweredMail): Mail => {
  const { language } = recipient;
  const { at, since, owners } = lead.nobodyAnswered;
  const [say, who, reader] = [words[language], nameOf(lead), readerIn(language, agreement)];
  const names = sayList(
    [...new Set(owners)].map((id) => nameOfPerson(id, agreement)),
    language,
  );
  const message = messageOf(lead);
  return colleagueMail({
    to: recipient,
    agreement,
    subject: say.title(who),
    title: say.title(who),
    blocks: [
      { is: "notice", text: say.decide },
      { is: "paragraph", text: say.intro(firstNameOf(recipient), who, sayWhen(at, reader)) },
      { is: "button", label: say.open, url: leadAddress(publicUrl, lead.leadId) },
      { is: "heading", text: say.facts },
      {
        is: "facts",
        facts: [
          { label: say.owners, value: names },
          { label: say.since, value: sayWhen(since, reader) },
        ],
      },
      { is: "heading", text: say.who },
      { is: "facts", facts: leadFacts(lead, language, agreement) },
      ...(message === ""
        ? []
        : [{ is: "heading", text: say.message } as const, { is: "quote", text: message } as const]),
    ],
  });
};
