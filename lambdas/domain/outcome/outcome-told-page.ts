import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { longestNote } from "../follow-up/read-note.ts";
import type { Lead } from "../lead/lead.ts";
import { html, page } from "../page/index.ts";
import { nameOf } from "../page/lead-facts.ts";
import { someLines } from "../page/plain-text.ts";
import { readerIn, sayWhen } from "../page/when.ts";
import type { Outcome } from "./read-outcome.ts";

/** What became of the lead, as it was recorded. */
export interface ToldOutcome {
  readonly kind: Outcome["kind"];
  readonly at: string;
  readonly amount?: number | undefined;
  readonly note?: string | undefined;
}

/** A recorded fact as an outcome; nothing when there is none. @throws when its kind is not one of an outcome. */
export const toldBy = (
  fact: (Omit<ToldOutcome, "kind"> & { readonly kind: string }) | undefined,
): ToldOutcome | undefined => {
  if (fact === undefined) return undefined;
  const kind = outcomeKinds.find((each) => each === fact.kind);
  if (kind === undefined) throw new Error(`no outcome is called ${fact.kind}`);
  return { ...fact, kind };
};

const outcomeKinds = ["won", "lost", "recycled"] as const satisfies readonly Outcome["kind"][];

export interface ToldView {
  readonly lead: Lead;
  readonly agreement: Agreement;
  readonly language: Language;
  /** Missing: the lead has gone on without this rep's word. */
  readonly told: ToldOutcome | undefined;
  /** Something was sent just now that could not be taken any more. */
  readonly refused: boolean;
}

const words = {
  es: {
    first: "Esto no se ha registrado: ya constaba otro final, y cuenta el primero.",
    over: "Esto no se ha registrado: el lead ya no esperaba tu respuesta.",
    won: "Lead ganado: ¡enhorabuena!",
    lost: "Lead perdido",
    recycled: "El lead vuelve a marketing",
    thanks: (who: string, when: string) => `${who}: registrado el ${when}. Gracias por contarlo.`,
    amount: (amount: string) => `Importe: ${amount}`,
    movedOn: "Este lead ya no espera tu respuesta",
    movedOnBody: (when: string) => `Su situación cambió el ${when}. No tienes que hacer nada.`,
  },
  en: {
    first: "This was not recorded: another ending stood there already, and the first one counts.",
    over: "This was not recorded: the lead was no longer waiting for your answer.",
    won: "Lead won: congratulations!",
    lost: "Lead lost",
    recycled: "The lead goes back to marketing",
    thanks: (who: string, when: string) => `${who}: recorded on ${when}. Thank you for telling us.`,
    amount: (amount: string) => `Amount: ${amount}`,
    movedOn: "This lead no longer waits for your answer",
    movedOnBody: (when: string) => `Its situation changed on ${when}. There is nothing for you to do.`,
  },
} as const;

/** Shows what was recorded, or that the lead has gone on. */
export const outcomeToldPage = (view: ToldView): string => {
  const { told, refused, language, agreement } = view;
  const say = words[language];
  const complaint = told === undefined ? say.over : say.first;
  return page({
    language,
    title: told === undefined ? say.movedOn : say[told.kind],
    company: agreement.terms.company.name,
    body: html`${refused && html`<p class="wrong" role="alert">${complaint}</p>`}${bodyOf(view)}`,
  });
};

const bodyOf = ({ lead, told, language, agreement }: ToldView) => {
  const say = words[language];
  const when = (at: string) => sayWhen(at, readerIn(language, agreement));
  if (told === undefined) return html`<p>${say.movedOnBody(when(lead.stageSince))}</p>`;
  return html`<p>${say.thanks(nameOf(lead), when(told.at))}</p>${
    told.amount !== undefined && html`<p>${say.amount(sayAmount(told.amount, language))}</p>`
  }${told.note !== undefined && html`<blockquote>${someLines(told.note, longestNote)}</blockquote>`}`;
};

/** With cents only where there are some: `12.500`, `12.500,50`. */
const sayAmount = (amount: number, language: Language): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2 }).format(amount);
