import type { SourceKind } from "../kind.ts";
import { answersOf, eachRecord, pageIn } from "../records.ts";

/** A plain form that a browser posts; it names its page in `referer`. */
export const html: SourceKind = {
  name: "HTML",
  pages: ["https://www.w3.org/TR/2012/WD-html5-20120329/form-submission.html"],
  proof: { by: "address" },
  headers: ["referer"],
  read: eachRecord((named, { headers }) => {
    return { what: "form", answers: answersOf(named), beside: pageIn(headers.referer) };
  }),
  steps: [
    {
      es: 'En tu página, escribe en el formulario method="post" y action="{address}".',
      en: 'On your page, write in the form method="post" and action="{address}".',
    },
    {
      es: "Da a cada campo un name que se entienda: email, name, company, message…",
      en: "Give each field a name that can be understood: email, name, company, message…",
    },
    {
      es: "Publica la página y envía el formulario una vez para probarlo. La dirección es visible para quien mire la página: cámbiala si abusan de ella.",
      en: "Publish the page and send the form once to try it. Whoever looks at the page sees the address: change it if it is abused.",
    },
  ],
};
