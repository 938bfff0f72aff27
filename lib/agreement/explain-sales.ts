import type { AgreementTerms, RejectReason } from "../../lambdas/contract/agreement.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { type Duration, readDuration } from "../../lambdas/contract/time.ts";
import { item, type Section } from "./explain-layout.ts";
import { quoted, sayEvery, sayList, sayShare, sayTime } from "./explain-words.ts";

const words = {
  es: {
    heading: "Qué promete ventas",
    answer: "Respuesta",
    followUp: (time: string) => `cada MQL queda aceptado o rechazado, con su motivo, en ${time}.`,
    remindAt: (share: string) => `Al ${share} del plazo, quien lo lleva recibe un aviso.`,
    ladder: "Si el plazo vence, y contando desde entonces",
    step: (when: string, whom: string) => `${when} se entera ${whom}`,
    give: (when: string) => `${when} el lead vuelve a marketing`,
    atOnce: "al momento",
    after: (time: string) => `al cabo de ${time}`,
    to: { manager: "su responsable", director: "la dirección comercial" },
    room: "Capacidad",
    roomIs: (time: string) =>
      `nadie recibe más leads de los que puede atender; si no hay hueco, se reintenta cada ${time}.`,
    outcome: "Después",
    outcomeIs: (time: string) =>
      `cada ${time} ventas dice qué ha sido del lead aceptado, hasta que se gana o se pierde.`,
    reasons: "Motivos de rechazo",
    leadsTo: {
      recycle: (reasons: string) => `vuelve a marketing, en otro ciclo, por ${reasons}`,
      disqualify: (reasons: string) => `se descarta para siempre por ${reasons}`,
    },
  },
  en: {
    heading: "What sales promises",
    answer: "Answer",
    followUp: (time: string) => `every MQL is accepted, or rejected with a reason, within ${time}.`,
    remindAt: (share: string) => `The rep is reminded when ${share} of that time has passed.`,
    ladder: "When the time is up, and counting from then",
    step: (when: string, whom: string) => `${when} ${whom} hears of it`,
    give: (when: string) => `${when} the lead goes back to marketing`,
    atOnce: "at once",
    after: (time: string) => `after ${time}`,
    to: { manager: "the rep's manager", director: "the sales director" },
    room: "Capacity",
    roomIs: (time: string) =>
      `nobody is handed more leads than they can take; when nobody has room, we look again every ${time}.`,
    outcome: "Afterwards",
    outcomeIs: (time: string) => `every ${time} sales says what became of the accepted lead, until it is won or lost.`,
    reasons: "Reasons to reject",
    leadsTo: {
      recycle: (reasons: string) => `back to marketing, in a new cycle, for ${reasons}`,
      disqualify: (reasons: string) => `disqualified for good for ${reasons}`,
    },
  },
} as const;

export const explainSales = ({ sla }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const { sales } = sla;
  const later = (after: Duration): string =>
    readDuration(after).amount === 0 ? say.atOnce : say.after(sayTime(after, language));
  const steps = sales.escalation.map(({ after, to }) => say.step(later(after), say.to[to]));
  const answer = `${say.followUp(sayTime(sales.followUp, language))} ${say.remindAt(sayShare(sales.remindAt, language))}`;
  return {
    heading: say.heading,
    lines: [
      [
        item(say.answer, answer),
        item(say.ladder, `${[...steps, say.give(later(sales.giveBackAfter))].join("; ")}.`),
        item(say.reasons, `${reasonsOf(sales.rejectReasons, language)}.`),
        item(say.room, say.roomIs(sayEvery(sales.capacityRetry, language))),
        item(say.outcome, say.outcomeIs(sayEvery(sales.askOutcomeAfter, language))),
      ].join(" "),
    ],
  };
};

const reasonsOf = (reasons: readonly RejectReason[], language: Language): string =>
  (["recycle", "disqualify"] as const)
    .flatMap((leadsTo) => {
      const labels = reasons.filter((reason) => reason.leadsTo === leadsTo).map(({ label }) => label[language]);
      const told = sayList(
        labels.map((label) => quoted(label, language)),
        language,
        "or",
      );
      return labels.length === 0 ? [] : [words[language].leadsTo[leadsTo](told)];
    })
    .join("; ");
