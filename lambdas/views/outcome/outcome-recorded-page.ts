import type { Agreement } from "../../contract/agreement.ts";
import { limits } from "../../contract/limits.ts";
import type { Language } from "../../contract/stages.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { moneyOf } from "../../domain/money/money.ts";
import type { OutcomeProblem } from "../../domain/outcome/parse-outcome.ts";
import { reasonLabel } from "../../domain/outcome/reason-label.ts";
import type { StoredOutcome } from "../../domain/outcome/stored-outcome.ts";
import { someLines } from "../../domain/text/plain-text.ts";
import { sayAmount, sayMoney } from "../../domain/text/say-money.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { html, type Markup, page } from "../page/index.ts";
import { nameOf } from "../page/lead-facts.ts";
import { outcomeFields, type TypedOutcome } from "./outcome-fields.ts";

export interface RecordedOutcomeView {
  readonly lead: Lead;
  readonly agreement: Agreement;
  readonly language: Language;
  /** The newest outcome. Missing when the lead moved on without this reader. */
  readonly stored: StoredOutcome | undefined;
  /** An outcome was sent just now and refused. */
  readonly refused: boolean;
  /** It can still be corrected here. */
  readonly mayCorrect: boolean;
  /** A refused correction, and why. */
  readonly typed?: TypedOutcome;
  readonly problem?: OutcomeProblem;
}

const words = {
  es: {
    first: "Esto no se ha registrado: ya constaba otro resultado. Si no es correcto, corrígelo abajo.",
    firstAndLast: "Esto no se ha registrado: ya constaba otro resultado y cuenta el primero.",
    over: "Esto no se ha registrado: el lead ya no esperaba tu respuesta.",
    won: "Lead ganado: ¡enhorabuena!",
    lost: "Lead perdido",
    recycled: "El lead vuelve a marketing",
    thanks: (who: string, when: string) => `${who}: registrado el ${when}. Gracias.`,
    corrected: "Es una corrección: el resultado anterior sigue en la historia.",
    amount: (amount: string) => `Importe: ${amount}`,
    reason: (label: string) => `Motivo: ${label}.`,
    correct: "Corregir",
    legend: "¿Cuál es el resultado correcto?",
    send: "Guardar la corrección",
    ask: (name: string, email: string) =>
      html`¿Te has equivocado? El lead ya está con marketing: escribe a ${name} (<a href="mailto:${email}">${email}</a>).`,
    movedOn: "Este lead ya no espera tu respuesta",
    movedOnBody: (when: string) => `Su situación cambió el ${when}. No tienes que hacer nada.`,
  },
  en: {
    first: "This was not recorded: another outcome was already on record. If that one is wrong, correct it below.",
    firstAndLast: "This was not recorded: another outcome was already on record, and the first one counts.",
    over: "This was not recorded: the lead was no longer waiting for your answer.",
    won: "Lead won: congratulations!",
    lost: "Lead lost",
    recycled: "The lead returns to marketing",
    thanks: (who: string, when: string) => `${who}: recorded on ${when}. Thank you.`,
    corrected: "This is a correction: the previous outcome stays in the story.",
    amount: (amount: string) => `Amount: ${amount}`,
    reason: (label: string) => `Reason: ${label}.`,
    correct: "Correct",
    legend: "What is the correct outcome?",
    send: "Save the correction",
    ask: (name: string, email: string) =>
      html`Was this a mistake? The lead is with marketing now: write to ${name} (<a href="mailto:${email}">${email}</a>).`,
    movedOn: "This lead is no longer waiting for your answer",
    movedOnBody: (when: string) => `Their situation changed on ${when}. There is nothing for you to do.`,
  },
} as const;

/** The page after an outcome: how the deal ended, with the form to correct it, or that the lead moved on. */
export const outcomeRecordedPage = (view: RecordedOutcomeView): string => {
  const { stored, refused, language, agreement, mayCorrect } = view;
  const say = words[language];
  const complaint = stored === undefined ? say.over : mayCorrect ? say.first : say.firstAndLast;
  return page({
    language,
    title: titleOf(stored, language),
    company: agreement.terms.company.name,
    body: html`${refused && html`<p class="wrong" role="alert">${complaint}</p>`}${bodyOf(view)}`,
  });
};

const titleOf = (stored: StoredOutcome | undefined, language: Language): string => {
  const say = words[language];
  return stored?.kind === "won" || stored?.kind === "lost" || stored?.kind === "recycled"
    ? say[stored.kind]
    : say.movedOn;
};

const bodyOf = (view: RecordedOutcomeView): Markup => {
  const { lead, stored, language, agreement } = view;
  const say = words[language];
  const when = (at: string) => sayWhen(at, readerIn(language, agreement));
  if (stored === undefined) return html`<p>${say.movedOnBody(when(lead.stageSince))}</p>`;
  const label = reasonLabel(stored, agreement)?.[language];
  const money = moneyOf(stored, agreement);
  return html`<p>${say.thanks(nameOf(lead), when(stored.at))}</p>${
    stored.corrects !== undefined && html`<p>${say.corrected}</p>`
  }${money !== undefined && html`<p>${say.amount(sayMoney(money, language))}</p>`}${
    label !== undefined && html`<p>${say.reason(label)}</p>`
  }${stored.note !== undefined && html`<blockquote>${someLines(stored.note, limits.noteCharacters)}</blockquote>`}${wayToCorrect(view, stored)}`;
};

/** Closed until it is wanted; it names what it corrects, so that two corrections at once are not both taken. */
const wayToCorrect = (view: RecordedOutcomeView, stored: StoredOutcome): Markup => {
  const { agreement, language, mayCorrect, problem } = view;
  const say = words[language];
  const { marketing } = agreement.terms.team;
  if (stored.kind === "recycled") return html`<p>${say.ask(marketing.name, marketing.email)}</p>`;
  if (!mayCorrect) return html``;
  const typed = view.typed ?? asTyped(stored, agreement, language);
  return html`<details${problem !== undefined && html` open`}>
<summary>${say.correct}</summary>
<form method="post">
<input type="hidden" name="corrects" value="${stored.at}">
${outcomeFields({ legend: say.legend, kinds: ["won", "lost"], agreement, language, typed, problem })}<button>${say.send}</button>
</form>
</details>`;
};

const asTyped = (stored: StoredOutcome, agreement: Agreement, language: Language): TypedOutcome => {
  const money = moneyOf(stored, agreement);
  return {
    outcome: stored.kind,
    amount: money === undefined ? "" : sayAmount(money, language),
    currency: money?.currency,
    lostReason: stored.reason,
    note: stored.note,
  };
};
