import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { claimLines } from "../page/claim-lines.ts";
import type { Block } from "./block.ts";

const words = {
  es: {
    heading: "Lo que dice otro formulario",
    decide:
      "No coincide con lo que sabíamos, y cualquiera puede enviar un formulario: acéptalo o descártalo en el tablero.",
  },
  en: {
    heading: "What another form says",
    decide: "It differs from what we knew, and anyone can send a form: take it over or dismiss it on the board.",
  },
} as const;

/** The claims that nobody has decided on, for the owner; nothing when there are none. */
export const claimBlocks = (
  lead: Pick<Lead, "claims" | "contact">,
  language: Language,
  agreement: Agreement,
): Block[] => {
  const items = claimLines(lead, language, agreement);
  const say = words[language];
  return items.length === 0
    ? []
    : [
        { is: "heading", text: say.heading },
        { is: "list", items },
        { is: "paragraph", text: say.decide },
      ];
};
