import type { Agreement } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import type { Telling } from "../../domain/nurture/telling.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { labelOf } from "../hand-off/engagement-lines.ts";
import { type Block, paragraphs } from "../mail/block.ts";
import { composeMail } from "../mail/compose-mail.ts";
import { contentBlocks, type SentContent, sayTold } from "./telling-blocks.ts";

export interface Acknowledging {
  readonly lead: Lead;
  readonly agreement: Agreement;
  readonly telling: Omit<Telling, "content">;
  readonly content: readonly SentContent[];
  readonly unsubscribeUrl: string;
}

const words = {
  es: {
    subject: (company: string) => `Su formulario en ${company}`,
    title: "Hemos recibido su formulario",
    received: (company: string, when: string) => `El ${when}, ${company} recibió un formulario con esta dirección.`,
    requested: "Qué pedía",
    ignore: "Si no lo envió usted, díganoslo respondiendo a este correo.",
    why: "Recibe este correo, una sola vez, porque se envió un formulario con su dirección.",
    unsubscribe: "No recibir más correos",
  },
  en: {
    subject: (company: string) => `Your form to ${company}`,
    title: "We have received your form",
    received: (company: string, when: string) => `On ${when}, ${company} received a form with this address.`,
    requested: "What it asked for",
    ignore: "If you did not send it, please let us know by replying to this e-mail.",
    why: "You receive this e-mail, once, because a form was sent with your address.",
    unsubscribe: "Unsubscribe",
  },
} as const;

/**
 * Tells the sender of a form what will happen, and brings what was asked for. It repeats nothing that the sender wrote, not
 * even a name: anyone can enter another person's address.
 */
export const acknowledgementMail = ({ lead, agreement, telling, content, unsubscribeUrl }: Acknowledging): Mail => {
  const { language } = lead;
  const say = words[language];
  const { company } = agreement.terms;
  return composeMail({
    to: { name: "", email: lead.email },
    language,
    company: company.name,
    subject: say.subject(company.name),
    title: say.title,
    blocks: [
      ...paragraphs(say.received(company.name, sayWhen(telling.form.at, readerIn(language, agreement)))),
      ...requestedBlocks(telling.form.kinds, lead, agreement),
      ...paragraphs(sayTold(telling.told, lead, agreement)),
      ...contentBlocks(content, lead, "button"),
      ...paragraphs(say.ignore),
    ],
    footer: [
      { is: "paragraph", text: say.why },
      { is: "link", label: say.unsubscribe, url: unsubscribeUrl },
      { is: "paragraph", text: `${company.name}, ${company.postalAddress}` },
    ],
    headers: [
      { name: "List-Unsubscribe", value: `<${unsubscribeUrl}>` },
      { name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
    ],
  });
};

/** What the form asked for, in the agreement's words. */
export const requestedBlocks = (kinds: readonly string[], lead: Lead, agreement: Agreement): Block[] => {
  const known = new Set(agreement.terms.familiarity.map(({ kind }) => kind));
  const labels = [...new Set(kinds)]
    .filter((kind) => kind !== "form-submitted" && known.has(kind))
    .map((kind) => labelOf(kind, lead, agreement));
  return labels.length === 0
    ? []
    : [{ is: "facts", facts: [{ label: words[lead.language].requested, value: labels.join(", ") }] }];
};
