import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import type { Addressee } from "../follow-up/answer-page.ts";
import type { Lead, LeadIn } from "../lead/lead.ts";
import { amountField, choiceField, noteField, typedIn } from "../page/form.ts";
import { html, type Markup, page } from "../page/index.ts";
import { nameOf } from "../page/lead-facts.ts";
import { leadSummary } from "../page/lead-summary.ts";
import { readerIn, sayDay } from "../page/when.ts";
import type { OutcomeReading } from "./read-outcome.ts";

/** Is it still this rep who can say what became of the lead? */
export const awaitsOutcome = (lead: Lead, { cycle, ownerId }: Addressee): lead is LeadIn<"accepted"> =>
  lead.stage === "accepted" && lead.cycle === cycle && lead.followUp.ownerId === ownerId;

/** What stands in the form: nothing, or what was typed in a post that could not be taken. */
export interface TypedOutcome {
  readonly outcome?: string | undefined;
  readonly amount?: string | undefined;
  readonly note?: string | undefined;
}

export const typedOutcome = (form: URLSearchParams): TypedOutcome => ({
  outcome: typedIn(form, "outcome"),
  amount: typedIn(form, "amount"),
  note: typedIn(form, "note"),
});

export interface OutcomeForm {
  readonly lead: LeadIn<"accepted">;
  readonly agreement: Agreement;
  readonly language: Language;
  readonly typed: TypedOutcome;
  readonly problem?: Extract<OutcomeReading, { ok: false }>["problem"];
}

const words = {
  es: {
    since: (day: string) => `Aceptado el ${day}.`,
    legend: "¿Qué ha pasado con este lead?",
    won: "Ganado",
    wonMeans: "Ha comprado.",
    lost: "Perdido",
    lostMeans: "No va a comprar.",
    recycled: "Todavía no es su momento",
    recycledMeans: "Vuelve a marketing para que siga madurando.",
    amount: "Importe (opcional)",
    amountHint: "Por ejemplo, 12.500,50",
    send: "Confirmar",
    problems: {
      "choice-missing": "Elige qué ha pasado.",
      "amount-not-a-number": "Escribe el importe con cifras, por ejemplo 12.500,50, o déjalo vacío.",
    },
  },
  en: {
    since: (day: string) => `Accepted on ${day}.`,
    legend: "What became of this lead?",
    won: "Won",
    wonMeans: "They bought.",
    lost: "Lost",
    lostMeans: "They are not going to buy.",
    recycled: "Not the right time yet",
    recycledMeans: "It goes back to marketing to be nurtured.",
    amount: "Amount (optional)",
    amountHint: "For example, 12,500.50",
    send: "Confirm",
    problems: {
      "choice-missing": "Choose what became of it.",
      "amount-not-a-number": "Write the amount in figures, such as 12,500.50, or leave it empty.",
    },
  },
} as const;

/** Where a rep says what became of a lead that they accepted. */
export const outcomePage = (form: OutcomeForm): string => {
  const { lead, agreement, language } = form;
  const accepted = sayDay(lead.acceptedAt, readerIn(language, agreement));
  const body = html`<p>${words[language].since(accepted)}</p>
${formOf(form)}
${leadSummary(lead, [], language)}`;
  return page({ language, title: nameOf(lead), company: agreement.terms.company.name, body });
};

const formOf = ({ language, typed, problem }: OutcomeForm): Markup => {
  const say = words[language];
  return html`<form method="post">
${choiceField({
  name: "outcome",
  legend: say.legend,
  choices: [
    { value: "won", label: say.won, hint: say.wonMeans },
    { value: "lost", label: say.lost, hint: say.lostMeans },
    { value: "recycled", label: say.recycled, hint: say.recycledMeans },
  ],
  chosen: typed.outcome,
  wrong: problem === "choice-missing" ? say.problems[problem] : undefined,
})}${amountField({
  name: "amount",
  label: say.amount,
  hint: say.amountHint,
  value: typed.amount ?? "",
  wrong: problem === "amount-not-a-number" ? say.problems[problem] : undefined,
  only: "won",
})}${noteField({
  language,
  value: typed.note ?? "",
  tooLong: problem === "note-too-long",
  only: "not-won",
})}<button>${say.send}</button>
</form>`;
};
