import type { Agreement } from "../../contract/agreement.ts";
import type { LeadStory } from "../../contract/board.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { leadFacts, messageOf } from "../page/lead-facts.ts";

/** The lead's facts, in reading order; values as a page in Spanish shows them. */
export const factsOf = (lead: Lead, agreement: Agreement): LeadStory["facts"] => {
  const [es, en] = [leadFacts(lead, "es", agreement, "lead"), leadFacts(lead, "en", agreement, "lead")];
  const message = messageOf(lead);
  return [
    ...es.map(({ label, value }, i) => ({
      label: { es: label, en: en[i]?.label ?? label },
      value: valueIn(lead, value, en[i]?.value),
    })),
    ...(message === "" ? [] : [{ label: { es: "Qué nos ha escrito", en: "What they wrote to us" }, value: message }]),
  ];
};

/** A value that is worded differently in both languages is shown in the lead's own. */
const valueIn = ({ language }: Lead, es: string, en = es): string => (language === "es" ? es : en);
