import type { SlaOfWeek } from "../../contract/api.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";

/** Of a week before the start, when nothing was promised. */
export const beforeStart: Bilingual = {
  es: "Esta semana es anterior al comienzo: no había acuerdo en vigor ni leads.",
  en: "This week is before the start: no agreement was in force, and there were no leads.",
};

const words = {
  es: {
    mqls: (mqls: string, promised: string) => `Marketing lleva ${mqls} MQL; ha prometido ${promised}`,
    mqlsPast: (mqls: string, promised: string) => `Marketing entregó ${mqls} MQL; había prometido ${promised}`,
    forecast: (forecast: string) => `; a este ritmo acabará la semana con unos ${forecast}`,
    accepted: (accepted: string, all: string, rate: string, least: string) =>
      `Ventas ha aceptado ${accepted} de los ${all} leads sobre los que ha decidido (${rate}); lo acordado es el ${least} como mínimo.`,
    undecided: "Ventas no ha aceptado ni rechazado ningún lead.",
    onTime: (onTime: string, all: string, share: string) =>
      `Plazos de respuesta cumplidos por ventas: ${onTime} de ${all} (${share}).`,
    noneDue: "Todavía no se ha cumplido ni incumplido ningún plazo de respuesta.",
    noneDuePast: "No venció ningún plazo de respuesta.",
    openPastDue: (count: number) =>
      plural(count, "es", {
        one: "Un lead sigue sin respuesta fuera de plazo.",
        other: "# leads siguen sin respuesta fuera de plazo.",
      }),
    reassigned: (count: number) =>
      plural(count, "es", { one: "Un lead pasó a otra persona.", other: "# leads pasaron a otra persona." }),
    givenBack: (count: number) =>
      plural(count, "es", { one: "Un lead volvió a marketing.", other: "# leads volvieron a marketing." }),
  },
  en: {
    mqls: (mqls: string, promised: string) => `MQLs from marketing so far: ${mqls}, against ${promised} promised`,
    mqlsPast: (mqls: string, promised: string) => `MQLs from marketing: ${mqls}, against ${promised} promised`,
    forecast: (forecast: string) => `; at this pace the week will end with about ${forecast}`,
    accepted: (accepted: string, all: string, rate: string, least: string) =>
      `Sales accepted ${accepted} of the ${all} leads that it decided on (${rate}); at least ${least} was agreed.`,
    undecided: "Sales has not accepted or rejected any leads.",
    onTime: (onTime: string, all: string, share: string) =>
      `Follow-up deadlines met by sales: ${onTime} of ${all} (${share}).`,
    noneDue: "No follow-up deadline has been met or missed yet.",
    noneDuePast: "No follow-up deadline fell due.",
    openPastDue: (count: number) =>
      plural(count, "en", {
        one: "One lead is overdue and still has no answer.",
        other: "# leads are overdue and still have no answer.",
      }),
    reassigned: (count: number) =>
      plural(count, "en", { one: "One lead went to somebody else.", other: "# leads went to somebody else." }),
    givenBack: (count: number) =>
      plural(count, "en", { one: "One lead returned to marketing.", other: "# leads returned to marketing." }),
  },
} as const satisfies Record<Language, unknown>;

/** The figures of a week in sentences. */
export const slaSentences = (facts: SlaOfWeek): Bilingual[] => {
  const [spanish, english] = [sentencesIn("es", facts), sentencesIn("en", facts)];
  return spanish.map((es, i) => ({ es, en: english[i] ?? es }));
};

const sentencesIn = (language: Language, { state, marketing, sales, kept }: SlaOfWeek): string[] => {
  const say = words[language];
  if (kept.marketing === "no-figures") return [beforeStart[language]];
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
      : [say.onTime(count(sales.inTime), count(due), sayShare(sales.share, language))]),
    ...(sales.openPastDue > 0 ? [say.openPastDue(sales.openPastDue)] : []),
    ...(sales.reassigned > 0 ? [say.reassigned(sales.reassigned)] : []),
    ...(sales.givenBack > 0 ? [say.givenBack(sales.givenBack)] : []),
  ];
};
