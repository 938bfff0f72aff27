import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { assertNever } from "../assert-never.ts";
import type { Lead } from "../lead/lead.ts";
import { html, type Markup, page } from "../page/index.ts";
import { nameOf } from "../page/lead-facts.ts";
import { leadSummary } from "../page/lead-summary.ts";
import { someLines } from "../page/plain-text.ts";
import { sayDuration } from "../page/say-duration.ts";
import { readerIn, sayWhen } from "../page/when.ts";
import type { Addressee } from "./answer-page.ts";
import { longestNote } from "./read-note.ts";

/** An answer as it was recorded. */
export interface GivenAnswer {
  readonly kind: string;
  readonly at: string;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
}

/** Why a lead does not wait for this rep's answer. */
export type Settled =
  | { readonly is: "answered"; readonly answer: GivenAnswer }
  /** Nobody answered in all the agreed time. */
  | { readonly is: "given-back"; readonly at: string | undefined }
  /** Somebody else has it, or its cycle ended otherwise. */
  | { readonly is: "moved-on"; readonly at: string };

/** What happened to the lead that the link was made for; `given`: the answer to this very hand-off, if there is one. */
export const settledBy = (lead: Lead, { cycle }: Addressee, given: GivenAnswer | undefined): Settled => {
  if (given !== undefined) return { is: "answered", answer: given };
  if (lead.cycle === cycle) return { is: "moved-on", at: lead.stageSince };
  return { is: "given-back", at: lead.cycle === cycle + 1 ? lead.givenBackAt : undefined };
};

export interface AnsweredView {
  readonly lead: Lead;
  readonly agreement: Agreement;
  readonly language: Language;
  readonly settled: Settled;
  /** An answer was sent just now that could not be taken any more. */
  readonly refused: boolean;
}

const words = {
  es: {
    first: "Esta respuesta no se ha registrado: ya había otra, y cuenta la primera.",
    over: "Esta respuesta no se ha registrado: el lead ya no la esperaba.",
    accepted: "Lead aceptado",
    acceptedBody: (who: string, when: string) => `${who}: aceptado el ${when}.`,
    next: (interval: string) => `Ahora toca hablar. Dentro de ${interval} te preguntaremos qué ha pasado.`,
    rejected: "Lead rechazado",
    rejectedBody: (who: string, when: string) => `${who}: rechazado el ${when}.`,
    reason: (label: string) => `Motivo: ${label}.`,
    recycle: "Vuelve a marketing, que seguirá en contacto hasta que sea su momento.",
    disqualify: "Queda descartado: no volverá a llegar a ventas si no da un motivo nuevo.",
    givenBack: "El lead ha vuelto a marketing",
    givenBackBody: (when: string | undefined) =>
      `Nadie respondió en el plazo y, según el acuerdo, volvió a marketing${when === undefined ? "" : ` el ${when}`}.`,
    movedOn: "Este lead ya no espera tu respuesta",
    movedOnBody: (when: string) => `Su situación cambió el ${when}. No tienes que hacer nada.`,
  },
  en: {
    first: "This answer was not recorded: there was another already, and the first one counts.",
    over: "This answer was not recorded: the lead was no longer waiting for it.",
    accepted: "Lead accepted",
    acceptedBody: (who: string, when: string) => `${who}: accepted on ${when}.`,
    next: (interval: string) => `Time to talk. In ${interval} we will ask you what became of it.`,
    rejected: "Lead rejected",
    rejectedBody: (who: string, when: string) => `${who}: rejected on ${when}.`,
    reason: (label: string) => `Reason: ${label}.`,
    recycle: "It goes back to marketing, who will keep in touch until the time is right.",
    disqualify: "It is ruled out: it will not reach sales again unless something new speaks for it.",
    givenBack: "The lead has gone back to marketing",
    givenBackBody: (when: string | undefined) =>
      `Nobody answered in time and, as agreed, it went back to marketing${when === undefined ? "" : ` on ${when}`}.`,
    movedOn: "This lead no longer waits for your answer",
    movedOnBody: (when: string) => `Its situation changed on ${when}. There is nothing for you to do.`,
  },
} as const;

/** Shows what was recorded, or what happened to the lead instead. */
export const answeredPage = (view: AnsweredView): string => {
  const { settled, refused, language, agreement } = view;
  const say = words[language];
  const complaint = settled.is === "answered" ? say.first : say.over;
  const { title, body } = tellingOf(view);
  return page({
    language,
    title,
    company: agreement.terms.company.name,
    body: html`${refused && html`<p class="wrong" role="alert">${complaint}</p>`}${body}`,
  });
};

const tellingOf = (view: AnsweredView): { title: string; body: Markup } => {
  const { settled, language, agreement } = view;
  const say = words[language];
  const when = (at: string) => sayWhen(at, readerIn(language, agreement));
  switch (settled.is) {
    case "answered":
      return settled.answer.kind === "accepted"
        ? { title: say.accepted, body: acceptance(view, settled.answer) }
        : { title: say.rejected, body: rejection(view, settled.answer) };
    case "given-back":
      return { title: say.givenBack, body: html`<p>${say.givenBackBody(settled.at && when(settled.at))}</p>` };
    case "moved-on":
      return { title: say.movedOn, body: html`<p>${say.movedOnBody(when(settled.at))}</p>` };
    default:
      return assertNever(settled);
  }
};

const acceptance = ({ lead, language, agreement }: AnsweredView, { at, note }: GivenAnswer): Markup => {
  const say = words[language];
  const interval = sayDuration(agreement.terms.sla.sales.askOutcomeAfter, language);
  return html`<p>${say.acceptedBody(nameOf(lead), sayWhen(at, readerIn(language, agreement)))}</p>
${quoted(note)}${lead.stage === "accepted" && html`<p>${say.next(interval)}</p>${leadSummary(lead, [], language)}`}`;
};

const rejection = ({ lead, language, agreement }: AnsweredView, { at, note, reason }: GivenAnswer): Markup => {
  const say = words[language];
  const agreed = agreement.terms.sla.sales.rejectReasons.find(({ id }) => id === reason);
  return html`<p>${say.rejectedBody(nameOf(lead), sayWhen(at, readerIn(language, agreement)))}</p>
${agreed !== undefined && html`<p>${say.reason(agreed.label[language])}</p>`}${quoted(note)}${
  agreed !== undefined && html`<p>${say[agreed.leadsTo]}</p>`
}`;
};

const quoted = (note: string | undefined): Markup =>
  note === undefined ? html`` : html`<blockquote>${someLines(note, longestNote)}</blockquote>`;
