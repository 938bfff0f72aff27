import type { Agreement } from "../../contract/agreement.ts";
import type { LeadStory } from "../../contract/board.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { leadFacts, messageOf } from "../page/lead-facts.ts";

/** The lead's facts, in reading order. */
export const factsOf = (lead: Lead, agreement: Agreement): LeadStory["facts"] => {
  const [es, en] = [leadFacts(lead, "es", agreement, "lead"), leadFacts(lead, "en", agreement, "lead")];
  const message = messageOf(lead);
  return [
    ...es.map(({ label, value }, i) => ({
      label: { es: label, en: en[i]?.label ?? label },
      ...inWords(lead, value, en[i]?.value),
    })),
    ...(message === "" ? [] : [{ label: { es: "Qué nos ha escrito", en: "What they wrote to us" }, value: message }]),
  ];
};

/** What is worded differently comes in both languages as well: pages opened before the last deployment know `value` alone. */
const inWords = ({ language }: Lead, es: string, en = es): Pick<LeadStory["facts"][number], "value" | "said"> => ({
  value: language === "es" ? es : en,
  ...(es !== en && { said: { es, en } }),
});
