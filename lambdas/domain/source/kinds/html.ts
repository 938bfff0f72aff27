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
      es: 'En el formulario de tu página escribe method="post" y action="{address}", con el secreto de esta fuente al final de la dirección.',
      en: 'In the form on your page write method="post" and action="{address}", with the secret of this source at the end of the address.',
    },
    {
      es: "Da a cada campo un name que se reconozca: email, name, company, message…",
      en: "Give each field a name that is recognised: email, name, company, message…",
    },
    {
      es: "Publica la página y envía el formulario una vez para probarlo. Cualquiera que mire la página ve la dirección: si abusan de ella, pide otro secreto a operaciones.",
      en: "Publish the page and send the form once as a test. Anyone who looks at the page sees the address: if it is abused, ask operations for another secret.",
    },
  ],
};
