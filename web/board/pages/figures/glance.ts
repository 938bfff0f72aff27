import type { Figures, Tone, WeekFigures } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { sayNumber, sayShare } from "../../../../lambdas/domain/text/say-number.ts";

/** One promise of the week: the number, how far it is on a bar, and what that means. */
export interface Glance {
  readonly id: "mqls" | "in-time" | "acceptance" | "goal";
  readonly title: Bilingual;
  readonly value: Bilingual;
  readonly of?: Bilingual;
  /** All from 0 to 1 of the bar's length. `likely`: where it will be if it goes on so. `mark`: what was promised. */
  readonly bar: { readonly value: number; readonly likely?: number; readonly mark: number };
  readonly sentence: Bilingual;
  readonly tone: Tone;
}

/** A week, past or current, at a glance, and how far its quarter is at that time. */
export const glanceOf = (week: WeekFigures, goal: Figures["goal"], now: string): Glance[] => [
  mqls(week),
  inTime(week),
  acceptance(week),
  goalOf(goal, now),
];

const both = (say: (language: "es" | "en") => string): Bilingual => ({ es: say("es"), en: say("en") });
const number = (value: number): Bilingual => both((language) => sayNumber(value, language));
const share = (value: number): Bilingual => both((language) => sayShare(value, language));
const none = { es: "–", en: "–" } as const;

const mqls = (week: WeekFigures): Glance => {
  const { mqls: have, promisedMqls: promised, forecast } = week;
  const top = Math.max(have, promised, forecast ?? 0, 1);
  return {
    id: "mqls",
    title: { es: "MQL de marketing", en: "Marketing’s MQLs" },
    value: number(have),
    of: both((l) => (l === "es" ? `de ${sayNumber(promised, l)}` : `of ${sayNumber(promised, l)}`)),
    bar: { value: have / top, mark: promised / top, ...(forecast !== undefined && { likely: forecast / top }) },
    sentence: mqlSentence(week),
    tone: have >= promised || (forecast ?? 0) >= promised ? "good" : week.state === "past" ? "bad" : "warn",
  };
};

const mqlSentence = ({ mqls: have, promisedMqls: promised, forecast, state }: WeekFigures): Bilingual => {
  if (have >= promised) return { es: "Marketing ha llegado a lo prometido.", en: "Marketing has reached its promise." };
  const missing = promised - have;
  if (state === "past") {
    return {
      es: missing === 1 ? "Faltó 1 para lo prometido." : `Faltaron ${missing} para lo prometido.`,
      en: `${missing} short of the promise.`,
    };
  }
  if (forecast === undefined) {
    return { es: "Todavía es pronto para una previsión.", en: "It is too early for a forecast." };
  }
  const [es, en] = [sayNumber(forecast, "es"), sayNumber(forecast, "en")];
  return forecast >= promised
    ? {
        es: `A este ritmo se cumple: unos ${es} al acabar la semana.`,
        en: `On course: about ${en} by the end of the week.`,
      }
    : {
        es: `A este ritmo no se llega: unos ${es} al acabar la semana.`,
        en: `Not on course: about ${en} by the end of the week.`,
      };
};

const inTime = ({ inTime: kept, breached, shareInTime, state }: WeekFigures): Glance => {
  const due = kept + breached;
  return {
    id: "in-time",
    title: { es: "Seguidos a tiempo por ventas", en: "Followed up in time by sales" },
    value: shareInTime === null ? none : share(shareInTime),
    bar: { value: shareInTime ?? 0, mark: 1 },
    sentence:
      due === 0
        ? state === "past"
          ? { es: "No venció ningún plazo.", en: "No deadline fell due." }
          : { es: "Aún no ha vencido ni se ha cumplido ningún plazo.", en: "No deadline has been kept or missed yet." }
        : {
            es: `${kept} de ${due} plazos cumplidos; ${breached === 0 ? "ninguno" : breached} fuera de plazo.`,
            en: `${kept} of ${due} deadlines kept; ${breached === 0 ? "none" : breached} missed.`,
          },
    tone: due === 0 ? "plain" : breached === 0 ? "good" : "bad",
  };
};

const acceptance = ({ accepted, rejected, acceptanceRate: rate, leastAcceptanceRate: least }: WeekFigures): Glance => ({
  id: "acceptance",
  title: { es: "Aceptados por ventas", en: "Accepted by sales" },
  value: rate === null ? none : share(rate),
  bar: { value: rate ?? 0, mark: least },
  sentence:
    rate === null
      ? {
          es: `Ventas no ha decidido ninguno; lo acordado es el ${sayShare(least, "es")} como mínimo.`,
          en: `Sales has not decided on any; at least ${sayShare(least, "en")} was agreed.`,
        }
      : {
          es: `${accepted} de ${accepted + rejected}; lo acordado es el ${sayShare(least, "es")} como mínimo.`,
          en: `${accepted} of ${accepted + rejected}; at least ${sayShare(least, "en")} was agreed.`,
        },
  tone: rate === null ? "plain" : rate >= least ? "good" : "bad",
});

const dayMillis = 86_400_000;

/** The mark stands where the goal would be if it came evenly over the quarter. */
const goalOf = ({ from, to, won, target }: Figures["goal"], asOf: string): Glance => {
  const [start, end, now] = [Date.parse(from), Date.parse(to), Date.parse(asOf)];
  const over = Math.min(1, Math.max(0, (now - start) / (end - start)));
  const [missing, days] = [Math.max(0, target - won), Math.max(0, Math.ceil((end - now) / dayMillis))];
  const top = Math.max(won, target, 1);
  return {
    id: "goal",
    title: { es: "Ventas ganadas del trimestre", en: "Deals won this quarter" },
    value: number(won),
    of: both((l) => (l === "es" ? `de ${sayNumber(target, l)}` : `of ${sayNumber(target, l)}`)),
    bar: { value: won / top, mark: (target * over) / top },
    sentence:
      missing === 0
        ? { es: "El objetivo del trimestre está conseguido.", en: "The quarter’s goal is reached." }
        : {
            es: `${missing === 1 ? "Falta 1" : `Faltan ${missing}`} y ${days === 1 ? "queda 1 día" : `quedan ${days} días`}.`,
            en: `${missing} to go, with ${days === 1 ? "1 day" : `${days} days`} left.`,
          },
    tone: won >= target * over ? "good" : "warn",
  };
};
