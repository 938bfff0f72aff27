import type { Agreement } from "../../contract/agreement.ts";
import { limits } from "../../contract/limits.ts";
import { assertNever } from "../../domain/assert-never.ts";
import type { StoredAnswer } from "../../domain/follow-up/answer.ts";
import type { Settled } from "../../domain/follow-up/settled.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { colleagueOf, type Owner, ownerWhoLeft } from "../../domain/team/owner.ts";
import { someLines } from "../../domain/text/plain-text.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { html, type Markup, page } from "../page/index.ts";
import { nameOf } from "../page/lead-facts.ts";
import { leadSummary } from "../page/lead-summary.ts";

export interface AnsweredView {
  readonly lead: Lead;
  readonly agreement: Agreement;
  /** Who looks at it. */
  readonly reader: Pick<Owner, "id" | "language" | "timeZone">;
  /** `put-off`: they go on waiting, until then. */
  readonly settled: Settled | { readonly is: "put-off"; readonly answer: StoredAnswer; readonly dueAt: string };
  /** An answer was sent just now and came too late. */
  readonly refused: boolean;
}

/** The page after an answer: what was stored, or what happened to the lead instead. */
export const answeredPage = (view: AnsweredView): string => {
  const { settled, refused, reader, agreement } = view;
  const say = answeredWords[reader.language];
  const complaint = settled.is === "answered" ? say.first : say.over;
  const { title, body } = tellingOf(view);
  return page({
    language: reader.language,
    title,
    company: agreement.terms.company.name,
    body: html`${refused && html`<p class="wrong" role="alert">${complaint}</p>`}${body}`,
  });
};

interface Telling {
  readonly title: string;
  readonly body: Markup;
}

const tellingOf = (view: AnsweredView): Telling => {
  const { settled, lead, reader } = view;
  const say = answeredWords[reader.language];
  switch (settled.is) {
    case "answered":
      return settled.answer.kind === "accepted"
        ? { title: say.accepted, body: acceptance(view, settled.answer) }
        : { title: say.rejected, body: rejection(view, settled.answer) };
    case "put-off": {
      const title = settled.answer.kind === "snoozed" ? say.snoozed : say.extended;
      return { title, body: html`<p>${say.newDeadline(nameOf(lead), when(view, settled.dueAt))}</p>` };
    }
    case "passed-on":
      return {
        title: say.passedOn(calledBy(settled.ownerId, view)),
        body: html`<p>${say.passedOnBody(nameOf(lead))}</p>`,
      };
    case "returned":
      return {
        title: say.returned,
        body: html`<p>${say.returnedBody(settled.at && when(view, settled.at))}</p>`,
      };
    case "moved-on":
      return { title: say.movedOn, body: html`<p>${say.movedOnBody(when(view, settled.at))}</p>` };
    default:
      return assertNever(settled);
  }
};

/** By the reader's own clocks. */
const when = ({ reader, agreement }: AnsweredView, at: string): string =>
  sayWhen(at, { ...readerIn(reader.language, agreement), ...(reader.timeZone && { timeZone: reader.timeZone }) });

const calledBy = (id: string, { agreement }: AnsweredView): string =>
  (colleagueOf(id, agreement) ?? ownerWhoLeft(id, agreement)).name;

/** The colleague's name, when the reader did not answer. */
const othersName = (view: AnsweredView, { by, ownerId }: StoredAnswer): string | undefined => {
  const who = by ?? ownerId;
  return who === view.reader.id ? undefined : calledBy(who, view);
};

const acceptance = (view: AnsweredView, answer: StoredAnswer): Markup => {
  const { lead, reader, agreement } = view;
  const say = answeredWords[reader.language];
  const interval = sayDuration(agreement.terms.sla.sales.askOutcomeAfter, reader.language);
  const { meetingAt, note } = answer;
  const next = html`<p>${say.next(interval)}</p>${leadSummary(lead, [], reader.language, agreement)}`;
  return html`<p>${say.acceptedBody(nameOf(lead), when(view, answer.at), othersName(view, answer))}</p>
${meetingAt !== undefined && html`<p>${say.meeting(when(view, meetingAt))}</p>`}${quoted(note)}${
  lead.stage === "accepted" && next
}`;
};

const rejection = (view: AnsweredView, answer: StoredAnswer): Markup => {
  const { lead, reader, agreement } = view;
  const say = answeredWords[reader.language];
  const agreed = agreement.terms.sla.sales.rejectReasons.find(({ id }) => id === answer.reason);
  return html`<p>${say.rejectedBody(nameOf(lead), when(view, answer.at), othersName(view, answer))}</p>
${agreed !== undefined && html`<p>${say.reason(agreed.label[reader.language], answer.tries)}</p>`}${quoted(answer.note)}${
  agreed !== undefined && html`<p>${say[agreed.leadsTo]}</p>`
}`;
};

const quoted = (note: string | undefined): Markup =>
  note === undefined ? html`` : html`<blockquote>${someLines(note, limits.noteCharacters)}</blockquote>`;

/** The words of the page after an answer. */
export const answeredWords = {
  es: {
    first: "Esta respuesta no se ha registrado: ya había otra y cuenta la primera.",
    over: "Esta respuesta no se ha registrado: el lead ya no esperaba respuesta.",
    accepted: "Lead aceptado",
    acceptedBody: (lead: string, when: string, by?: string) => `${lead}: aceptado el ${when}${by ? ` por ${by}` : ""}.`,
    meeting: (when: string) => `Reunión: ${when}.`,
    next: (interval: string) => `Ahora es el momento de hablar. Dentro de ${interval} te preguntaremos qué ha pasado.`,
    rejected: "Lead rechazado",
    rejectedBody: (lead: string, when: string, by?: string) =>
      `${lead}: rechazado el ${when}${by ? ` por ${by}` : ""}.`,
    reason: (label: string, tries?: number) =>
      `Motivo: ${label}${tries === undefined ? "" : ` (${plural(tries, "es", { one: "# intento", other: "# intentos" })})`}.`,
    recycle: "El lead vuelve a marketing, que seguirá en contacto hasta que sea su momento.",
    disqualify: "El lead queda descartado: no volverá a ventas salvo que dé un motivo nuevo.",
    snoozed: "Aplazado",
    extended: "Tienes más tiempo",
    newDeadline: (lead: string, when: string) => `${lead}: responde antes del ${when}.`,
    passedOn: (name: string) => `${name} lo lleva ahora`,
    passedOnBody: (lead: string) => `${lead} ya no espera tu respuesta. No tienes que hacer nada.`,
    returned: "El lead ha vuelto a marketing",
    returnedBody: (when: string | undefined) =>
      `Nadie respondió en plazo y, según el acuerdo, volvió a marketing${when === undefined ? "" : ` el ${when}`}.`,
    movedOn: "Este lead ya no espera tu respuesta",
    movedOnBody: (when: string) => `Su situación cambió el ${when}. No tienes que hacer nada.`,
  },
  en: {
    first: "This answer was not recorded: there already was another one, and the first one counts.",
    over: "This answer was not recorded: the lead was no longer waiting for an answer.",
    accepted: "Lead accepted",
    acceptedBody: (lead: string, when: string, by?: string) => `${lead}: accepted on ${when}${by ? ` by ${by}` : ""}.`,
    meeting: (when: string) => `Meeting: ${when}.`,
    next: (interval: string) => `Time to talk. In ${interval} we will ask you how it went.`,
    rejected: "Lead rejected",
    rejectedBody: (lead: string, when: string, by?: string) => `${lead}: rejected on ${when}${by ? ` by ${by}` : ""}.`,
    reason: (label: string, tries?: number) =>
      `Reason: ${label}${tries === undefined ? "" : ` (${plural(tries, "en", { one: "# attempt", other: "# attempts" })})`}.`,
    recycle: "The lead returns to marketing, who will keep in touch until the time is right.",
    disqualify: "The lead is disqualified: they will not reach sales again unless something new speaks for them.",
    snoozed: "Snoozed",
    extended: "You have more time",
    newDeadline: (lead: string, when: string) => `${lead}: answer before ${when}.`,
    passedOn: (name: string) => `${name} owns this lead now`,
    passedOnBody: (lead: string) => `${lead} is no longer waiting for your answer. There is nothing for you to do.`,
    returned: "The lead has returned to marketing",
    returnedBody: (when: string | undefined) =>
      `Nobody answered on time and, as agreed, the lead returned to marketing${when === undefined ? "" : ` on ${when}`}.`,
    movedOn: "This lead is no longer waiting for your answer",
    movedOnBody: (when: string) => `Their situation changed on ${when}. There is nothing for you to do.`,
  },
} as const;
