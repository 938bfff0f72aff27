import type { Agreement, Content } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { LeadIn } from "../../domain/lead/lead.ts";
import { readAs } from "../../domain/lead/read-as.ts";
import { standingConsents } from "../../domain/nurture/standing-consents.ts";
import { readerIn, sayDay } from "../../domain/text/when.ts";
import type { Block } from "../mail/block.ts";
import { composeMail } from "../mail/compose-mail.ts";

export interface Nurturing {
  readonly lead: LeadIn<"nurturing">;
  readonly content: Content;
  readonly agreement: Agreement;
  /** A page of ours that leads on to the content. */
  readonly contentUrl: string;
  readonly unsubscribeUrl: string;
}

const words = {
  es: {
    hello: (name?: string) => (name === undefined ? "Hola:" : `Hola, ${name}:`),
    read: "Leer más",
    why: (company: string) => `Recibe este correo porque aceptó recibir información de ${company}.`,
    whySince: (company: string, day: string) =>
      `Recibe este correo porque el ${day} aceptó recibir información de ${company}.`,
    unsubscribe: "No recibir más correos",
  },
  en: {
    hello: (name?: string) => (name === undefined ? "Hello," : `Hello ${name},`),
    read: "Read more",
    why: (company: string) => `You receive this e-mail because you agreed to receive information from ${company}.`,
    whySince: (company: string, day: string) =>
      `You receive this e-mail because on ${day} you agreed to receive information from ${company}.`,
    unsubscribe: "Unsubscribe",
  },
} as const;

/** A piece of content for a lead, in their language, with an unsubscribe link that mailboxes can offer too (RFC 8058). */
export const nurtureMail = ({ lead, content, agreement, contentUrl, unsubscribeUrl }: Nurturing): Mail => {
  const { language } = lead;
  const say = words[language];
  const name = greetingName(readAs(lead.contact, "name", lead.contact.name)?.given);
  const { company } = agreement.terms;
  return composeMail({
    to: { name: name ?? "", email: lead.email },
    language,
    company: company.name,
    subject: content.title[language],
    title: content.title[language],
    blocks: [
      // One piece, so that the inbox shows more than the greeting beside the subject.
      {
        is: "paragraph",
        text: [say.hello(name), content.text[language]].join("\n\n"),
      },
      { is: "button", label: say.read, url: contentUrl },
    ],
    footer: smallPrint(lead, agreement, unsubscribeUrl),
    headers: [
      { name: "List-Unsubscribe", value: `<${unsubscribeUrl}>` },
      { name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
    ],
  });
};

const smallPrint = (lead: LeadIn<"nurturing">, agreement: Agreement, unsubscribeUrl: string): Block[] => {
  const { company } = agreement.terms;
  const say = words[lead.language];
  const consent = standingConsents(lead, agreement).at(-1);
  const why =
    consent === undefined
      ? say.why(company.name)
      : say.whySince(company.name, sayDay(consent.at, readerIn(lead.language, agreement)));
  return [
    { is: "paragraph", text: why },
    { is: "link", label: say.unsubscribe, url: unsubscribeUrl },
    { is: "paragraph", text: `${company.name}, ${company.postalAddress}` },
  ];
};

const longestName = 30;

/**
 * The name to greet with, where it was given as such: the first word of a whole name may be part of a surname. Anyone can
 * enter another person's address and, as the name, an advertisement: only what looks like a given name is repeated in our
 * mail.
 */
const greetingName = (given = ""): string | undefined =>
  given.length <= longestName && /^\p{L}[\p{L}\p{M}'’-]+(?: \p{L}[\p{L}\p{M}'’-]+)?$/u.test(given) ? given : undefined;
