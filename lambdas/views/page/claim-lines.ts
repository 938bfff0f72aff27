import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { openClaims } from "../../domain/lead/claims.ts";
import type { Claim, Lead } from "../../domain/lead/lead.ts";
import { readAs } from "../../domain/lead/read-as.ts";
import { readerIn, sayDay } from "../../domain/text/when.ts";
import { withinSentence } from "../../domain/text/within-sentence.ts";
import { labelledValue } from "./lead-facts.ts";

const words = {
  es: (day: string, fact: string) => `El ${day} un formulario decía: ${fact}`,
  en: (day: string, fact: string) => `On ${day} a form said: ${fact}`,
} as const;

/** What later forms said otherwise and nobody has decided on, each in a sentence. */
export const claimLines = (
  lead: Pick<Lead, "claims" | "contact">,
  language: Language,
  agreement: Agreement,
): string[] => openClaims(lead).map((claim) => sayClaim(claim, lead, language, agreement));

/** `On 29 Nov 2026 a form said: phone 666 600 600`. */
export const sayClaim = (claim: Claim, lead: Described, language: Language, agreement: Agreement): string =>
  words[language](sayDay(claim.at, readerIn(language, agreement)), sayValue(claim, lead, language, agreement));

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
