import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import type { Lead, LeadIn } from "../lead/lead.ts";
import { choiceField, noteField, optionField, typedIn } from "../page/form.ts";
import { html, type Markup, page } from "../page/index.ts";
import { nameOf } from "../page/lead-facts.ts";
import { leadSummary } from "../page/lead-summary.ts";
import { readerOf, sayWhen } from "../page/when.ts";
import type { AnswerReading } from "./read-answer.ts";

/** A lead that a rep has still to answer. */
export type Unanswered = LeadIn<"assigned"> | LeadIn<"handed-off">;

/** For which cycle of the lead, and for whom, the link in the mail was made. */
export interface Addressee {
  readonly cycle: number;
  readonly ownerId?: string | undefined;
}

/** Is it still this rep whom the lead waits for? */
export const awaitsAnswer = (lead: Lead, { cycle, ownerId }: Addressee): lead is Unanswered =>
  (lead.stage === "assigned" || lead.stage === "handed-off") &&
  lead.cycle === cycle &&
  lead.followUp.ownerId === ownerId;

/** What stands in the form: chosen by the mail's button, or typed in a post that could not be taken. */
export interface TypedAnswer {
  readonly answer?: string | undefined;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
}

export const typedAnswer = (form: URLSearchParams): TypedAnswer => ({
  answer: typedIn(form, "answer"),
  reason: typedIn(form, "reason"),
  note: typedIn(form, "note"),
});

export interface AnswerForm {
  readonly lead: Unanswered;
  readonly agreement: Agreement;
  readonly language: Language;
  readonly gateReasons: readonly Bilingual[];
  readonly typed: TypedAnswer;
  readonly problem?: Extract<AnswerReading, { ok: false }>["problem"];
  readonly now: string;
}

const words = {
  es: {
    before: (when: string) => `Responde antes del ${when}.`,
    late: (when: string) => `El plazo terminó el ${when}. Tu respuesta sigue contando.`,
    legend: "¿Qué haces con este lead?",
    accept: "Lo acepto",
    acceptMeans: "Me pongo en contacto y cuento después qué ha pasado.",
    reject: "Lo rechazo",
    rejectMeans: "Digo por qué, para que marketing sepa qué cambiar.",
    reason: "Motivo del rechazo",
    none: "Elige un motivo",
    send: "Confirmar",
    problems: {
      "choice-missing": "Elige si lo aceptas o lo rechazas.",
      "reason-missing": "Elige el motivo del rechazo.",
      "reason-unknown": "Ese motivo ya no está en el acuerdo: elige otro.",
    },
  },
  en: {
    before: (when: string) => `Answer before ${when}.`,
    late: (when: string) => `Time was up on ${when}. Your answer still counts.`,
    legend: "What do you do with this lead?",
    accept: "I accept it",
    acceptMeans: "I get in touch, and say later what became of it.",
    reject: "I reject it",
    rejectMeans: "I say why, so that marketing knows what to change.",
    reason: "Reason for rejecting it",
    none: "Choose a reason",
    send: "Confirm",
    problems: {
      "choice-missing": "Choose whether you accept or reject it.",
      "reason-missing": "Choose the reason for rejecting it.",
      "reason-unknown": "That reason is no longer in the agreement: choose another.",
    },
  },
} as const;

/** Where a rep accepts or rejects a lead; the form comes first, what is known of the lead below it. */
export const answerPage = (form: AnswerForm): string => {
  const { lead, agreement, language, gateReasons, now } = form;
  const say = words[language];
  const { dueAt } = lead.followUp;
  const when = sayWhen(dueAt, readerOf(lead.followUp, language, agreement));
  const body = html`<p class="deadline">${now < dueAt ? say.before(when) : say.late(when)}</p>
${formOf(form)}
${leadSummary(lead, gateReasons, language)}`;
  return page({ language, title: nameOf(lead), company: agreement.terms.company.name, body });
};

const formOf = ({ language, typed, problem, agreement }: AnswerForm): Markup => {
  const say = words[language];
  return html`<form method="post">
${choiceField({
  name: "answer",
  legend: say.legend,
  choices: [
    { value: "accept", label: say.accept, hint: say.acceptMeans },
    { value: "reject", label: say.reject, hint: say.rejectMeans },
  ],
  chosen: typed.answer,
  wrong: problem === "choice-missing" ? say.problems[problem] : undefined,
})}${optionField({
  name: "reason",
  label: say.reason,
  none: say.none,
  options: agreement.terms.sla.sales.rejectReasons.map(({ id, label }) => ({ value: id, label: label[language] })),
  value: typed.reason ?? "",
  wrong: problem === "reason-missing" || problem === "reason-unknown" ? say.problems[problem] : undefined,
  only: "reject",
})}${noteField({
  language,
  value: typed.note ?? "",
  tooLong: problem === "note-too-long",
})}<button>${say.send}</button>
</form>`;
};
