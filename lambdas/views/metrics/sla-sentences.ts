import type { SlaOfWeek } from "../../contract/api.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";

const words = {
  es: {
    none: "De esta semana no hay cifras.",
    mqls: (mqls: string, promised: string) => `Marketing lleva ${mqls} de los ${promised} MQL prometidos`,
    mqlsPast: (mqls: string, promised: string) => `Marketing entregó ${mqls} de los ${promised} MQL prometidos`,
    forecast: (forecast: string) => `; a este ritmo acabará la semana con unos ${forecast}`,
    accepted: (accepted: string, all: string, rate: string, least: string) =>
      `Ventas ha aceptado ${accepted} de ${all} (${rate}); lo acordado es el ${least} como mínimo.`,
    undecided: "Ventas no ha aceptado ni rechazado ningún lead.",
    inTime: (inTime: string, all: string, share: string) =>
      `De ${all} plazos de seguimiento, ventas ha cumplido ${inTime} (${share}).`,
    noneDue: "Aún no ha vencido ni se ha cumplido ningún plazo de seguimiento.",
    noneDuePast: "No venció ningún plazo de seguimiento.",
    openPastDue: (count: number) =>
      count === 1
        ? "Un lead sigue sin respuesta fuera de plazo."
        : `${count} leads siguen sin respuesta fuera de plazo.`,
    reassigned: (count: number) =>
      count === 1 ? "Un lead pasó a otra persona." : `${count} leads pasaron a otra persona.`,
    givenBack: (count: number) =>
      count === 1 ? "Un lead volvió a marketing." : `${count} leads volvieron a marketing.`,
  },
  en: {
    none: "There are no figures for this week.",
    mqls: (mqls: string, promised: string) => `Marketing has ${mqls} of the ${promised} MQLs it promised`,
    mqlsPast: (mqls: string, promised: string) => `Marketing delivered ${mqls} of the ${promised} MQLs it promised`,
    forecast: (forecast: string) => `; at this pace the week ends with about ${forecast}`,
    accepted: (accepted: string, all: string, rate: string, least: string) =>
      `Sales accepted ${accepted} of ${all} (${rate}); at least ${least} was agreed.`,
    undecided: "Sales has neither accepted nor rejected any lead.",
    inTime: (inTime: string, all: string, share: string) =>
      `Of ${all} follow-up deadlines, sales kept ${inTime} (${share}).`,
    noneDue: "No follow-up deadline has been kept or missed yet.",
    noneDuePast: "No follow-up deadline fell due.",
    openPastDue: (count: number) =>
      count === 1
        ? "One lead is past its deadline and still has no answer."
        : `${count} leads are past their deadline and still have no answer.`,
    reassigned: (count: number) =>
      count === 1 ? "One lead went to somebody else." : `${count} leads went to somebody else.`,
    givenBack: (count: number) =>
      count === 1 ? "One lead went back to marketing." : `${count} leads went back to marketing.`,
  },
} as const satisfies Record<Language, unknown>;

/** The figures of a week in sentences. */
export const slaSentences = (facts: SlaOfWeek): Bilingual[] => {
  const [spanish, english] = [sentencesIn("es", facts), sentencesIn("en", facts)];
  return spanish.map((es, i) => ({ es, en: english[i] ?? es }));
};

const sentencesIn = (language: Language, { state, marketing, sales, kept }: SlaOfWeek): string[] => {
  const say = words[language];
  if (kept.marketing === "no-figures") return [say.none];
  const count = (value: number): string => sayNumber(value, language);
  const mqls = (state === "past" ? say.mqlsPast : say.mqls)(count(marketing.mqls), count(marketing.promised));
  const forecast = marketing.forecast === undefined ? "" : say.forecast(count(marketing.forecast));
  const due = sales.inTime + sales.breached;
  return [
    `${mqls}${forecast}.`,
    marketing.acceptanceRate === null
      ? say.undecided
      : say.accepted(
          count(marketing.accepted),
          count(marketing.accepted + marketing.rejected),
          sayShare(marketing.acceptanceRate, language),
          sayShare(marketing.leastAcceptanceRate, language),
        ),
    ...(sales.share === null
      ? [state === "past" ? say.noneDuePast : say.noneDue]
      : [say.inTime(count(sales.inTime), count(due), sayShare(sales.share, language))]),
    ...(sales.openPastDue > 0 ? [say.openPastDue(sales.openPastDue)] : []),
    ...(sales.reassigned > 0 ? [say.reassigned(sales.reassigned)] : []),
    ...(sales.givenBack > 0 ? [say.givenBack(sales.givenBack)] : []),
  ];
};
