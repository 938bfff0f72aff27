import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import type { Worked } from "../../domain/lead/lead.ts";
import { outcomesOf } from "../../domain/outcome/apply-outcome.ts";
import type { OutcomeProblem } from "../../domain/outcome/parse-outcome.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { type Reader, readerIn, sayDay } from "../../domain/text/when.ts";
import { html, type Markup, page } from "../page/index.ts";
import { nameOf } from "../page/lead-facts.ts";
import { leadSummary } from "../page/lead-summary.ts";
import { outcomeFields, type TypedOutcome } from "./outcome-fields.ts";

export interface OutcomeForm {
  readonly lead: Worked;
  readonly agreement: Agreement;
  readonly language: Language;
  readonly typed: TypedOutcome;
  readonly problem?: OutcomeProblem;
  /** The form just sent: `taken` moved the deal forward, `further-already` did not, since the deal is past that stage. */
  readonly sent?: "taken" | "further-already";
}

const words = {
  es: {
    taken: (stage: string, interval: string) =>
      `Registrado: ahora está en «${stage}». Te volveremos a preguntar dentro de ${interval}; este enlace es válido hasta que se cierre la venta.`,
    "further-already": (stage: string) => `Esto no se ha registrado: el lead ya está en «${stage}».`,
    accepted: (day: string) => `Aceptado el ${day}.`,
    stands: (stage: string, since: string) => `En «${stage}» desde el ${since}.`,
    limit: (day: string) => `El tiempo acordado para esta etapa termina el ${day}.`,
    over: (day: string) => `El tiempo acordado para esta etapa terminó el ${day}.`,
    legend: "¿Qué ha pasado con este lead?",
    send: "Confirmar",
  },
  en: {
    taken: (stage: string, interval: string) =>
      `Recorded: the lead is now in “${stage}”. We will ask you again in ${interval}; this link is valid until the deal is closed.`,
    "further-already": (stage: string) => `This was not recorded: the lead is already in “${stage}”.`,
    accepted: (day: string) => `Accepted on ${day}.`,
    stands: (stage: string, since: string) => `In “${stage}” since ${since}.`,
    limit: (day: string) => `The time limit agreed for this stage is ${day}.`,
    over: (day: string) => `The time limit agreed for this stage passed on ${day}.`,
    legend: "What happened with this lead?",
    send: "Confirm",
  },
} as const;

/** The page where the owner reports an outcome; the present stage comes first. */
export const outcomePage = (form: OutcomeForm): string => {
  const { lead, agreement, language, typed, problem } = form;
  const say = words[language];
  const body = html`${sentNotice(form)}<p>${standing(form, readerIn(language, agreement))}</p>
<form method="post">
${outcomeFields({ legend: say.legend, kinds: outcomesOf(lead.stage), agreement, language, typed, problem })}<button>${say.send}</button>
</form>
${leadSummary(lead, [], language, agreement)}`;
  return page({ language, title: nameOf(lead), company: agreement.terms.company.name, body });
};

const stageOf = ({ lead, agreement, language }: OutcomeForm): string =>
  agreement.terms.stages[lead.stage].label[language];

const sentNotice = (form: OutcomeForm): Markup => {
  const { sent, agreement, language } = form;
  const say = words[language];
  if (sent === undefined) return html``;
  if (sent === "further-already")
    return html`<p class="wrong" role="alert">${say[sent](stageOf(form))}</p>
`;
  const interval = sayDuration(agreement.terms.sla.sales.askOutcomeAfter, language);
  return html`<p class="deadline" role="status">${say.taken(stageOf(form), interval)}</p>
`;
};

const standing = (form: OutcomeForm, reader: Reader): string => {
  const { acceptedAt, stage, stageSince, limitAt, limitTold } = form.lead;
  const say = words[form.language];
  return [
    say.accepted(sayDay(acceptedAt, reader)),
    ...(stage === "accepted" ? [] : [say.stands(stageOf(form), sayDay(stageSince, reader))]),
    (limitTold ? say.over : say.limit)(sayDay(limitAt, reader)),
  ].join(" ");
};
