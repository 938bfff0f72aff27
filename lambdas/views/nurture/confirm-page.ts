import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { assertNever } from "../../domain/assert-never.ts";
import type { Differing } from "../../domain/lead/claims.ts";
import type { Confirmable } from "../../domain/nurture/confirm.ts";
import type { Markup } from "../page/html.ts";
import { html, page } from "../page/index.ts";
import { labelledValue } from "../page/lead-facts.ts";

const words = {
  es: {
    title: "¿Quiere recibir nuestros correos?",
    question: (company: string) => `Al confirmar, ${company} podrá enviarle contenidos a esta dirección.`,
    ignore: "Si no lo ha pedido usted, cierre esta página: no le enviaremos nada.",
    differs:
      "Ese formulario también decía lo siguiente, que no coincide con lo que sabíamos. Marque solo lo que sea correcto:",
    button: "Sí, quiero recibirlos",
    doneTitle: "Confirmado",
    done: (company: string) => `Gracias. ${company} le enviará contenidos a esta dirección.`,
    wayOut: "En cada correo encontrará un enlace para darse de baja.",
    endedTitle: "Este enlace ya no es válido",
    ended:
      "Después de enviarle este enlace, esta dirección se dio de baja de nuestros correos, y cuenta la última decisión.",
    changedMind: "Si quiere recibirlos, basta con volver a aceptarlos en cualquiera de nuestros formularios.",
    undeliverable: (company: string) =>
      `${company} ya no envía correos a esta dirección, porque los anteriores se devolvieron o se marcaron como no deseados.`,
  },
  en: {
    title: "Would you like our e-mails?",
    question: (company: string) => `Once you confirm, ${company} may send content to this address.`,
    ignore: "If you did not request this, close this page: we will not send you anything.",
    differs: "That form also said the following, which differs from what we knew. Tick only what is correct:",
    button: "Yes, send them to me",
    doneTitle: "Confirmed",
    done: (company: string) => `Thank you. ${company} will send content to this address.`,
    wayOut: "Every e-mail has a link to unsubscribe.",
    endedTitle: "This link is no longer valid",
    ended: "After this link was sent, this address was unsubscribed from our e-mails, and the latest choice counts.",
    changedMind: "If you would like to receive them, simply agree again in any of our forms.",
    undeliverable: (company: string) =>
      `${company} no longer sends e-mails to this address, because earlier ones were returned or marked as spam.`,
  },
} as const;

interface Shown {
  readonly language: Language;
  readonly company: string;
}

interface Asked {
  readonly language: Language;
  readonly agreement: Agreement;
  /** What the form said that differs from what is known. */
  readonly differs: readonly Differing[];
}

/** Asks before it confirms (mail scanners open links too), or shows the present state. */
export const confirmPage = (found: Confirmable, { language, agreement, differs }: Asked): string => {
  const say = words[language];
  const company = agreement.terms.company.name;
  switch (found) {
    case "open": {
      const button = html`<form method="post">${choices(differs, language, agreement)}<button>${say.button}</button></form>`;
      const body = html`<p>${say.question(company)}</p><p>${say.ignore}</p>${button}`;
      return page({ language, company, title: say.title, body });
    }
    case "confirmed":
      return messagePage(say.doneTitle, [say.done(company), say.wayOut], { language, company });
    case "ended":
      return messagePage(say.endedTitle, [say.ended, say.changedMind], { language, company });
    case "undeliverable":
      return messagePage(say.endedTitle, [say.undeliverable(company)], { language, company });
    default:
      return assertNever(found);
  }
};

/** Nothing is ticked: whoever only wants our mails confirms no value that a stranger has sent. */
const choices = (differs: readonly Differing[], language: Language, agreement: Agreement): Markup =>
  differs.length === 0
    ? html``
    : html`<fieldset>
<legend>${words[language].differs}</legend>
${differs.map(({ field, value }) => {
  const { label, shown } = labelledValue(field, value, language, agreement);
  return html`<label class="choice"><input type="checkbox" name="fact" value="${field}"> <span>${label}<small>${shown}</small></span></label>
`;
})}</fieldset>
`;

const messagePage = (title: string, sentences: readonly string[], { language, company }: Shown): string =>
  page({ language, company, title, body: html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}` });
