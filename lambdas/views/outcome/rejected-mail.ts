import type { Agreement } from "../../contract/agreement.ts";
import { limits } from "../../contract/limits.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { reasonLabel } from "../../domain/outcome/reason-label.ts";
import { reasonsToRecycle, recycledBy } from "../../domain/outcome/recycle-rules.ts";
import { someLines } from "../../domain/text/plain-text.ts";
import { readerIn, sayLongDay, sayWhen } from "../../domain/text/when.ts";
import { type Block, section } from "../mail/block.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import { leadFacts, nameOf } from "../page/lead-facts.ts";

/** A lead that sales rejected, returned or lost, as stored. */
export interface TurnedDown {
  readonly kind: "rejected" | "recycled" | "lost";
  readonly at: string;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  /** Name of the author. */
  readonly by: string;
  /** It had been reported as won. */
  readonly corrects: boolean;
}

export interface RejectedMail {
  readonly lead: Lead;
  readonly fact: TurnedDown;
  /** Why it passed the gate in that cycle, with the values. */
  readonly gateReasons: readonly Bilingual[];
  readonly agreement: Agreement;
}

const words = {
  es: {
    subject: {
      rejected: (who: string, why: string) => `Ventas ha rechazado a ${who}${why}`,
      recycled: (who: string, why: string) => `Ventas ha devuelto a ${who}${why}`,
      lost: (who: string, why: string) => `Perdido: ${who}${why}`,
    },
    title: {
      rejected: "Ventas ha rechazado un lead",
      recycled: "Ventas ha devuelto un lead",
      lost: "Un lead se ha perdido",
    },
    intro: (name: string, by: string, when: string) =>
      `Hola, ${name}: lo registró ${by} el ${when}. Lo que ventas observa en cada lead ayuda a elegir mejor los siguientes.`,
    corrected: "Es una corrección: antes constaba como ganado.",
    why: (label: string) => `Motivo: ${label}`,
    noWhy: "Sin motivo indicado",
    note: "En sus palabras",
    reasons: "Por qué se había cualificado",
    now: "Qué pasa ahora",
    rests: (day: string) =>
      `Queda en pausa hasta el ${day}: no recibe correos ni vuelve a ventas, salvo por la vía rápida.`,
    back: "Vuelve a maduración y no llegará a ventas hasta que haga algo nuevo.",
    programme: (label: string) => `Después recibe primero el programa «${label}».`,
    disqualified: "Queda descartado: no volverá a ventas salvo que dé un motivo nuevo.",
    lostNow: "El ciclo queda cerrado. Si vuelve a dar señales de interés, empieza otro.",
    who: "Quién es",
  },
  en: {
    subject: {
      rejected: (who: string, why: string) => `Sales rejected ${who}${why}`,
      recycled: (who: string, why: string) => `Sales returned ${who}${why}`,
      lost: (who: string, why: string) => `Lost: ${who}${why}`,
    },
    title: {
      rejected: "Sales rejected a lead",
      recycled: "Sales returned a lead",
      lost: "A lead was lost",
    },
    intro: (name: string, by: string, when: string) =>
      `Hi ${name}, ${by} recorded this on ${when}. What sales sees in each lead helps us choose the next ones better.`,
    corrected: "This is a correction: it was recorded as won before.",
    why: (label: string) => `Reason: ${label}`,
    noWhy: "No reason given",
    note: "In their words",
    reasons: "Why they had qualified",
    now: "What happens now",
    rests: (day: string) =>
      `The lead is in cool-down until ${day}: they get no e-mails and do not come back to sales, except by the fast lane.`,
    back: "The lead is nurtured again and will not reach sales until they do something new.",
    programme: (label: string) => `After that, they get the “${label}” programme first.`,
    disqualified: "The lead is disqualified: they will not reach sales again unless something new speaks for them.",
    lostNow: "The cycle is closed. If the lead shows interest again, a new one begins.",
    who: "Who they are",
  },
} as const;

/** Notifies marketing that sales rejected a lead, why, why it had passed the gate, and what happens now. */
export const rejectedMail = ({ lead, fact, gateReasons, agreement }: RejectedMail): Mail => {
  const { marketing } = agreement.terms.team;
  const { language } = marketing;
  const say = words[language];
  const label = reasonLabel(fact, agreement)?.[language];
  const when = sayWhen(fact.at, readerIn(language, agreement));
  return colleagueMail({
    to: marketing,
    agreement,
    subject: say.subject[fact.kind](nameOf(lead), label === undefined ? "" : `: ${label}`),
    title: say.title[fact.kind],
    blocks: [
      { is: "notice", text: label === undefined ? say.noWhy : say.why(label) },
      { is: "paragraph", text: say.intro(firstNameOf(marketing), fact.by, when) },
      ...(fact.corrects ? [{ is: "paragraph", text: say.corrected } as const] : []),
      ...noteQuoted(fact.note, say.note),
      ...section(
        say.reasons,
        gateReasons.map((reason) => reason[language]),
      ),
      ...section(say.now, whatNow(fact, agreement, language)),
      { is: "heading", text: say.who },
      { is: "facts", facts: leadFacts(lead, language, agreement) },
    ],
  });
};

const noteQuoted = (note: string | undefined, heading: string): Block[] =>
  note === undefined
    ? []
    : [
        { is: "heading", text: heading },
        { is: "quote", text: someLines(note, limits.noteCharacters) },
      ];

/** From the agreement, not from the lead, which may have moved on since. */
const whatNow = (fact: TurnedDown, agreement: Agreement, language: Language): string[] => {
  const say = words[language];
  if (fact.kind === "lost") return [say.lostNow];
  const { reason = "" } = fact;
  if (!reasonsToRecycle(agreement).some(({ id }) => id === reason)) return [say.disqualified];
  const { coolUntil, programme } = recycledBy(`${fact.kind}:${reason}`, agreement, fact.at);
  const agreed = agreement.terms.nurture.programmes.find(({ id }) => id === programme);
  return [
    coolUntil === undefined ? say.back : say.rests(sayLongDay(coolUntil, readerIn(language, agreement))),
    ...(agreed === undefined ? [] : [say.programme(agreed.label[language])]),
  ];
};
