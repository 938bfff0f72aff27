import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import type { UnconfirmedForm } from "../../domain/lead/lead.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { labelOf } from "../hand-off/engagement-lines.ts";

const words = {
  es: (when: string, asked: string) => (asked === "" ? `${when}: no pedía nada` : `${when}: «${asked}»`),
  en: (when: string, asked: string) => (asked === "" ? `${when}: asked for nothing` : `${when}: “${asked}”`),
} as const;

/** `Monday 30 November, 10:30 (Madrid time): “Demo requested”`. */
export const sayUnconfirmed = (
  { at, kinds }: Omit<UnconfirmedForm, "submissionId">,
  language: Language,
  agreement: Agreement,
): string => {
  const asked = kinds.filter((kind) => kind !== "form-submitted").map((kind) => labelOf(kind, { language }, agreement));
  const when = sayWhen(at, readerIn(language, agreement));
  return words[language](when.charAt(0).toUpperCase() + when.slice(1), asked.join(", "));
};
