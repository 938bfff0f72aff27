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
    consent: {
      title: "¿Quiere recibir nuestros correos?",
      question: (company: string) => `Al confirmar, ${company} podrá enviarle contenidos a esta dirección.`,
      ignore: "Si no lo ha pedido usted, cierre esta página: no le enviaremos nada.",
      button: "Sí, quiero recibirlos",
      done: (company: string) => `Gracias. ${company} le enviará contenidos a esta dirección.`,
      ended: [
        "Después de enviarle este enlace, se nos indicó que no enviáramos más correos a esta dirección, y cuenta la última decisión.",
        "Si quiere recibirlos, basta con volver a aceptarlos en cualquiera de nuestros formularios.",
      ],
    },
    form: {
      title: "¿Envió usted este formulario?",
      question: (company: string) => `Al confirmar, ${company} sabrá que lo envió usted y atenderá lo que pedía.`,
      agrees: "Además, podrá enviarle contenidos a esta dirección.",
      agreed: "También le enviará contenidos a esta dirección.",
      ignore: "Si no lo ha enviado usted, cierre esta página: no lo tendremos en cuenta.",
      button: "Sí, lo envié yo",
      done: (company: string) => `Gracias. ${company} ya sabe que el formulario es suyo y lo atenderá.`,
      ended: ["Ya no guardamos el formulario al que se refiere.", "Si necesita algo, envíenos otro formulario."],
    },
    differs:
      "Ese formulario también decía lo siguiente, que no coincide con lo que sabíamos. Marque solo lo que sea correcto:",
    doneTitle: "Confirmado",
    wayOut: "En cada correo encontrará un enlace para darse de baja.",
    endedTitle: "Este enlace ya no es válido",
    undeliverable: (company: string) =>
      `${company} ya no envía correos a esta dirección, porque los anteriores se devolvieron o se marcaron como no deseados.`,
  },
  en: {
    consent: {
      title: "Would you like our e-mails?",
      question: (company: string) => `Once you confirm, ${company} may send content to this address.`,
      ignore: "If you did not request this, close this page: we will not send you anything.",
      button: "Yes, send them to me",
      done: (company: string) => `Thank you. ${company} will send content to this address.`,
      ended: [
        "After this link was sent, we were told to send no more e-mails to this address, and the latest choice counts.",
        "If you would like to receive them, simply agree again in any of our forms.",
      ],
    },
    form: {
      title: "Did you send this form?",
      question: (company: string) =>
        `Once you confirm, ${company} knows that it is yours and looks after your request.`,
      agrees: "It may then also send content to this address.",
      agreed: "It will also send content to this address.",
      ignore: "If you did not send it, close this page: we will disregard it.",
      button: "Yes, I sent it",
      done: (company: string) => `Thank you. ${company} now knows that the form is yours and will look after it.`,
      ended: ["We no longer keep the form that it is about.", "If you need anything, please send us another form."],
    },
    differs: "That form also said the following, which differs from what we knew. Tick only what is correct:",
    doneTitle: "Confirmed",
    wayOut: "Every e-mail has a link to unsubscribe.",
    endedTitle: "This link is no longer valid",
    undeliverable: (company: string) =>
      `${company} no longer sends e-mails to this address, because earlier ones were returned or marked as spam.`,
  },
} as const;

interface Shown {
  readonly language: Language;
  readonly company: string;
}

export interface ConfirmPage {
  readonly state: Confirmable;
  /** Whether it asks whose the form is, or whether its sender wants our mails. */
  readonly about: "form" | "consent";
  /** Confirming also agrees to our mails. */
  readonly agrees: boolean;
  readonly language: Language;
  readonly agreement: Agreement;
  /** What the form said that differs from what is known. */
  readonly differs: readonly Differing[];
}

/** Asks before it confirms (mail scanners open links too), or shows the present state. */
export const confirmPage = ({ state, about, agrees, language, agreement, differs }: ConfirmPage): string => {
  const say = words[language];
  const company = agreement.terms.company.name;
  const own = say[about];
  switch (state) {
    case "open": {
      const button = html`<form method="post">${choices(differs, language, agreement)}<button>${own.button}</button></form>`;
      const also = about === "form" && agrees ? html`<p>${say.form.agrees}</p>` : html``;
      const body = html`<p>${own.question(company)}</p>${also}<p>${own.ignore}</p>${button}`;
      return page({ language, company, title: own.title, body });
    }
    case "confirmed":
      return messagePage(say.doneTitle, [own.done(company), ...agreedTo(say, about, agrees)], { language, company });
    case "ended":
      return messagePage(say.endedTitle, own.ended, { language, company });
    case "undeliverable":
      return messagePage(say.endedTitle, [say.undeliverable(company)], { language, company });
    default:
      return assertNever(state);
  }
};

const agreedTo = (say: (typeof words)[Language], about: ConfirmPage["about"], agrees: boolean): string[] => {
  if (about === "consent") return [say.wayOut];
  return agrees ? [say.form.agreed, say.wayOut] : [];
};

/** Nothing is ticked: whoever only confirms the form, or wants our mails, confirms no value that a stranger has sent. */
const choices = (differs: readonly Differing[], language: Language, agreement: Agreement): Markup =>
  differs.length === 0
    ? html``
    : html`<fieldset>
<legend>${words[language].differs}</legend>
${differs.map(({ field, value, read }) => {
  const { label, shown } = labelledValue(field, value, language, agreement, read);
  return html`<label class="choice"><input type="checkbox" name="fact" value="${field}"> <span>${label}<small>${shown}</small></span></label>
`;
})}</fieldset>
`;

const messagePage = (title: string, sentences: readonly string[], { language, company }: Shown): string =>
  page({ language, company, title, body: html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}` });
