import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { oneLine } from "../../domain/text/plain-text.ts";
import { factList } from "./facts.ts";
import { html, type Markup } from "./html.ts";
import { leadFacts, messageOf } from "./lead-facts.ts";

const words = {
  es: { who: "Quién es", message: "Qué nos ha escrito", reasons: "Por qué se ha cualificado" },
  en: { who: "Who they are", message: "What they wrote to us", reasons: "Why they qualified" },
} as const;

/** Who the lead is, what it wrote and why it qualified, for the rep who has it. */
export const leadSummary = (
  lead: Lead,
  reasons: readonly Bilingual[],
  language: Language,
  agreement?: Pick<Agreement, "terms">,
): Markup => {
  const say = words[language];
  const message = messageOf(lead);
  return html`<h2>${say.who}</h2>
${factList(leadFacts(lead, language, agreement, "lead"))}
${
  message !== "" &&
  html`<h2>${say.message}</h2>
<blockquote>${message}</blockquote>`
}
${
  reasons.length > 0 &&
  html`<h2>${say.reasons}</h2>
<ul>${reasons.map((reason) => html`<li>${oneLine(reason[language], 400)}</li>`)}</ul>`
}
`;
};
