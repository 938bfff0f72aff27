import type { Agreement, ToldTexts } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import type { Told } from "../../domain/nurture/telling.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import type { Block } from "../mail/block.ts";

/** A page of ours that leads on to content that the lead asked for. */
export interface SentContent {
  readonly title: Bilingual;
  readonly url: string;
}

/** What is said where the agreement has no words of its own. `{by}` is the agreed time. */
const usual: Required<ToldTexts> = {
  call: {
    es: "Le llamaremos, en nuestro horario laboral, a más tardar el {by}.",
    en: "We will call you in our working hours, by {by} at the latest.",
  },
  write: {
    es: "Le escribiremos, en nuestro horario laboral, a más tardar el {by}. Si prefiere que le llamemos, responda a este correo con su teléfono.",
    en: "We will write to you in our working hours, by {by} at the latest. If you prefer a call, reply to this e-mail with your number.",
  },
  waits: {
    es: "Nos pondremos en contacto con usted en cuanto alguien del equipo pueda atenderle como es debido.",
    en: "We will get in touch as soon as somebody on our team can look after you properly.",
  },
  passedOn: {
    es: "Hemos pasado su mensaje a la persona que le atiende.",
    en: "We have passed your message on to the person who looks after you.",
  },
  notYet: {
    es: "De momento no le llamaremos. Si quiere hablar con nosotros, responda a este correo y díganos qué necesita.",
    en: "We will not call you for now. If you would like to talk to us, reply to this e-mail and tell us what you need.",
  },
  notForUs: {
    es: "Por lo que sabemos, no somos la empresa adecuada para lo que busca, así que no le llamaremos. Si cree que nos equivocamos, responda a este correo.",
    en: "From what we know, we are not the right company for what you are looking for, so we will not call. If you think that we are mistaken, please reply to this e-mail.",
  },
};

const here = {
  es: "Lo que pedía está aquí:",
  en: "What you asked for is here:",
} as const;

/** What will happen, in the agreement's words. */
export const sayTold = (told: Told, { language }: Pick<Lead, "language">, agreement: Agreement): string => {
  const { texts = {} } = agreement.terms.acknowledgement ?? {};
  const text = (texts[told.is] ?? usual[told.is])[language];
  return "by" in told ? text.replaceAll("{by}", sayWhen(told.by, readerIn(language, agreement))) : text;
};

/** What was asked for. @param is beside another button, a second one */
export const contentBlocks = (
  content: readonly SentContent[],
  { language }: Pick<Lead, "language">,
  is: "button" | "second-button",
): Block[] =>
  content.length === 0
    ? []
    : [
        { is: "paragraph", text: here[language] },
        ...content.map(({ title, url }): Block => ({ is, label: title[language], url })),
      ];
