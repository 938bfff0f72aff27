import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { openClaims } from "../../domain/lead/claims.ts";
import type { Claim, Lead } from "../../domain/lead/lead.ts";
import { readAs } from "../../domain/lead/read-as.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { readerIn, sayDay } from "../../domain/text/when.ts";
import { withinSentence } from "../../domain/text/within-sentence.ts";
import { labelledValue } from "./lead-facts.ts";

const words = {
  es: {
    form: (day: string, fact: string) => `El ${day} un formulario decía: ${fact}`,
    colleague: (day: string, fact: string, by: string) => `El ${day} ${by} anotó: ${fact}`,
  },
  en: {
    form: (day: string, fact: string) => `On ${day} a form said: ${fact}`,
    colleague: (day: string, fact: string, by: string) => `On ${day} ${by} noted: ${fact}`,
  },
} as const;

/** What later forms said otherwise and nobody has decided on, each in a sentence. */
export const claimLines = (
  lead: Pick<Lead, "claims" | "contact">,
  language: Language,
  agreement: Agreement,
): string[] => openClaims(lead).map((claim) => sayClaim(claim, lead, language, agreement));

/** `On 29 Nov 2026 a form said: phone 666 600 600`. */
export const sayClaim = (claim: Claim, lead: Described, language: Language, agreement: Agreement): string => {
  const day = sayDay(claim.at, readerIn(language, agreement));
  const fact = sayValue(claim, lead, language, agreement);
  return claim.by === undefined
    ? words[language].form(day, fact)
    : words[language].colleague(day, fact, nameOfPerson(claim.by, agreement));
};

type Described = Pick<Lead, "contact">;

/** `phone 666 600 600`. */
export const sayValue = (
  { field, value }: Pick<Claim, "field" | "value">,
  { contact }: Described,
  language: Language,
  agreement: Pick<Agreement, "terms">,
): string => {
  const { label, shown } = labelledValue(field, value, language, agreement, readAs(contact, field, value));
  return `${withinSentence(label)} ${shown}`;
};
