import type { Figures, Tone, WeekFigures } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { quarterLabel } from "../../../../lambdas/domain/metrics/goal.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";
import { sayNumber, sayShare } from "../../../../lambdas/domain/text/say-number.ts";

/** One promise of the week: the number, a bar of how far it is kept, and what that means. */
export interface Glance {
  readonly id: "mqls" | "in-time" | "acceptance" | "goal";
  readonly title: Bilingual;
  readonly value: Bilingual;
  readonly of?: Bilingual;
  /** Shares of the bar's length, from 0 to 1. `likely`: the forecast. `mark`: what was promised. */
  readonly bar: { readonly value: number; readonly likely?: number; readonly mark: number };
  readonly sentence: Bilingual;
  readonly tone: Tone;
}

/** A past or current week at a glance, and the quarter's goal: `now` says how much of the quarter is over. */
export const glanceOf = (week: WeekFigures, goal: Figures["goal"], now: string): Glance[] => [
  mqls(week),
  inTime(week),
  acceptance(week),
  goalOf(goal, now),
];

const both = (say: (language: "es" | "en") => string): Bilingual => ({ es: say("es"), en: say("en") });
const number = (value: number): Bilingual => both((language) => sayNumber(value, language));
const share = (value: number): Bilingual => both((language) => sayShare(value, language));
const none = { es: "Sin datos", en: "No data" } as const;

const mqls = (week: WeekFigures): Glance => {
  const { mqls: have, promisedMqls: promised, forecast } = week;
  const top = Math.max(have, promised, forecast ?? 0, 1);
  return {
    id: "mqls",
    title: { es: "MQL de marketing", en: "Marketing’s MQLs" },
    value: number(have),
    of: both((l) => (l === "es" ? `prometidos: ${sayNumber(promised, l)}` : `${sayNumber(promised, l)} promised`)),
    bar: { value: have / top, mark: promised / top, ...(forecast !== undefined && { likely: forecast / top }) },
    sentence: mqlSentence(week),
    tone: have >= promised || (forecast ?? 0) >= promised ? "good" : week.state === "past" ? "bad" : "warn",
  };
};

const mqlSentence = ({ mqls: have, promisedMqls: promised, forecast, state }: WeekFigures): Bilingual => {
  if (have >= promised) return { es: "Marketing ha cumplido lo prometido.", en: "Marketing has kept its promise." };
  const missing = promised - have;
  if (state === "past") {
    return pluralInBoth(missing, {
      es: ["Faltó # MQL para cumplir lo prometido.", "Faltaron # MQL para cumplir lo prometido."],
      en: ["# MQL short of the promise.", "# MQLs short of the promise."],
    });
  }
  if (forecast === undefined) {
    return { es: "Todavía es pronto para una previsión.", en: "It is too early for a forecast." };
  }
  const [es, en] = [sayNumber(forecast, "es"), sayNumber(forecast, "en")];
  return forecast >= promised
    ? {
        es: `A este ritmo se cumple: previsión de ${es} al acabar la semana.`,
        en: `On track: about ${en} by the end of the week.`,
      }
    : {
        es: `A este ritmo no se llega: previsión de ${es} al acabar la semana.`,
        en: `Not on track: about ${en} by the end of the week.`,
      };
};

const inTime = (week: WeekFigures): Glance => {
  const { inTime: met, breached, shareInTime } = week;
  const due = met + breached;
  return {
    id: "in-time",
    title: { es: "Atendidos en plazo por ventas", en: "Followed up on time by sales" },
    value: shareInTime === null ? none : share(shareInTime),
    bar: { value: shareInTime ?? 0, mark: 1 },
    sentence: inTimeSentence(week),
    tone: due === 0 ? "plain" : breached === 0 ? "good" : "bad",
  };
};

const inTimeSentence = ({ inTime: met, breached, state }: WeekFigures): Bilingual => {
  const due = met + breached;
  if (due === 0) {
    return state === "past"
      ? { es: "No venció ningún plazo.", en: "No deadline fell due." }
      : { es: "Todavía no se ha cumplido ni incumplido ningún plazo.", en: "No deadline has been met or missed yet." };
  }
  if (due === 1) {
    return met === 1
      ? { es: "El único plazo se cumplió.", en: "The only deadline was met." }
      : { es: "El único plazo no se cumplió.", en: "The only deadline was missed." };
  }
  const missed =
    breached === 0
      ? { es: "ninguno incumplido", en: "none missed" }
      : pluralInBoth(breached, { es: ["# incumplido", "# incumplidos"], en: ["# missed", "# missed"] });
  return {
    es: `${met} de ${due} plazos cumplidos; ${missed.es}.`,
    en: `${met} of ${due} deadlines met; ${missed.en}.`,
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
          es: `Ventas no ha decidido sobre ninguno; el acuerdo pide al menos el ${sayShare(least, "es")}.`,
          en: `Sales has not decided on any; the agreement asks for at least ${sayShare(least, "en")}.`,
        }
      : {
          es: `${accepted} de ${accepted + rejected}; el acuerdo pide al menos el ${sayShare(least, "es")}.`,
          en: `${accepted} of ${accepted + rejected}; the agreement asks for at least ${sayShare(least, "en")}.`,
        },
  tone: rate === null ? "plain" : rate >= least ? "good" : "bad",
});

const dayMillis = 86_400_000;

/** The mark stands where the goal would be if deals came evenly over the quarter. */
const goalOf = ({ quarter, from, to, won, target }: Figures["goal"], asOf: string): Glance => {
  const [start, end, now] = [Date.parse(from), Date.parse(to), Date.parse(asOf)];
  const over = Math.min(1, Math.max(0, (now - start) / (end - start)));
  const [top, when] = [Math.max(won, target, 1), quarterLabel(quarter)];
  return {
    id: "goal",
    title: { es: `Ventas ganadas en ${when.es}`, en: `Deals won in ${when.en}` },
    value: number(won),
    of: both((l) => (l === "es" ? `objetivo: ${sayNumber(target, l)}` : `goal: ${sayNumber(target, l)}`)),
    bar: { value: won / top, mark: (target * over) / top },
    sentence: goalSentence(target - won, end - now),
    tone: won >= target * over ? "good" : over === 1 ? "bad" : "warn",
  };
};

const goalSentence = (missing: number, millisLeft: number): Bilingual => {
  if (missing <= 0) return { es: "El objetivo del trimestre está conseguido.", en: "The quarter’s goal is reached." };
  if (millisLeft <= 0) {
    return pluralInBoth(missing, {
      es: ["El trimestre ha terminado: faltó #.", "El trimestre ha terminado: faltaron #."],
      en: ["The quarter is over: # short of the goal.", "The quarter is over: # short of the goal."],
    });
  }
  const toGo = pluralInBoth(missing, { es: ["Falta #", "Faltan #"], en: ["# to go", "# to go"] });
  const left = pluralInBoth(Math.ceil(millisLeft / dayMillis), {
    es: ["queda # día", "quedan # días"],
    en: ["# day left", "# days left"],
  });
  return { es: `${toGo.es} y ${left.es}.`, en: `${toGo.en}, with ${left.en}.` };
};
