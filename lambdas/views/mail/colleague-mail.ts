import type { Agreement, Manager, Rep } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Language } from "../../contract/stages.ts";
import { type Block, paragraphs } from "./block.ts";
import { composeMail } from "./compose-mail.ts";
import { termsUsed, wordsOf } from "./glossary.ts";

/** A colleague who gets mails about leads. */
export type Colleague = Pick<Rep | Manager, "name" | "email" | "language">;

export interface ColleagueMail extends Pick<Mail, "attachments" | "pictures" | "invitation"> {
  readonly to: Colleague;
  readonly agreement: Agreement;
  readonly subject: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly replyTo?: string;
}

const words = {
  es: {
    why: (company: string) => `Recibes este correo por el acuerdo entre marketing y ventas de ${company}.`,
    harmless: "Los enlaces solo abren una página: nada cambia hasta que confirmes en ella.",
    personal: "Contiene datos personales: no lo reenvíes fuera de la empresa.",
    glossary: "Qué significan aquí estas palabras:",
  },
  en: {
    why: (company: string) => `You receive this e-mail under the agreement between marketing and sales at ${company}.`,
    harmless: "The links only open a page: nothing changes until you confirm there.",
    personal: "It contains personal data: please do not forward it outside the company.",
    glossary: "What these words mean here:",
  },
} as const;

/**
 * A mail to one of the team, in their language, with the small print that all of these share, which ends with what
 * the agreement means by those of its words that the mail uses.
 */
export const colleagueMail = ({ to, agreement, ...content }: ColleagueMail): Mail => {
  const say = words[to.language];
  const company = agreement.terms.company.name;
  return composeMail({
    ...content,
    to: { name: to.name, email: to.email },
    language: to.language,
    company,
    footer: [
      ...paragraphs(say.harmless, `${say.why(company)} ${say.personal}`),
      ...explained(content, to.language, agreement),
    ],
  });
};

type Content = Pick<ColleagueMail, "title" | "blocks">;

const explained = ({ title, blocks }: Content, language: Language, { terms }: Agreement): Block[] => {
  const used = termsUsed(terms.glossary, language, [title, ...wordsOf(blocks)]);
  if (used.length === 0) return [];
  const items = used.map(({ term, meaning }) => `${term[language]}: ${meaning[language]}`);
  return [...paragraphs(words[language].glossary), { is: "list", items }];
};

/** What a colleague is called in a greeting. */
export const firstNameOf = ({ name }: Pick<Colleague, "name">): string => name.trim().split(/\s+/)[0] ?? name;
