import type { Figures, WeekFigures } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { quarterLabel } from "../../domain/metrics/goal.ts";
import { bilingual } from "../../domain/text/bilingual.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayMoneys } from "../../domain/text/say-money.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";

/** What went well in the week, with its numbers; empty when nothing did. */
export const whatWorked = (
  { weeks, bySource, goal }: Pick<Figures, "weeks" | "bySource" | "goal">,
  about: string,
): Bilingual[] => {
  const week = weeks.find((each) => each.week === about);
  if (week === undefined) return [];
  return [
    promiseReached(week),
    accepted(week),
    allInTime(week),
    deals(week),
    bestSource(bySource, weeks.length),
    goalReached(goal),
  ].flatMap((sentence) => sentence ?? []);
};

const promiseReached = ({ mqls, promisedMqls }: WeekFigures): Bilingual | undefined =>
  promisedMqls === 0 || mqls < promisedMqls
    ? undefined
    : bilingual((language) => ({
        es: `Marketing cumplió: ${sayNumber(mqls, language)} MQL; había prometido ${sayNumber(promisedMqls, language)}.`,
        en: `Marketing kept its promise: ${plural(mqls, language, { one: "# MQL", other: "# MQLs" })}, against ${sayNumber(promisedMqls, language)} promised.`,
      }));

const accepted = ({ acceptanceRate, leastAcceptanceRate, accepted: yes, rejected: no }: WeekFigures) =>
  acceptanceRate === null || acceptanceRate < leastAcceptanceRate
    ? undefined
    : bilingual((language) => ({
        es: `Ventas aceptó ${yes} de los ${yes + no} leads sobre los que decidió (${sayShare(acceptanceRate, language)}); lo acordado es el ${sayShare(leastAcceptanceRate, language)} como mínimo.`,
        en: `Sales accepted ${yes} of the ${yes + no} leads that it decided on (${sayShare(acceptanceRate, language)}); at least ${sayShare(leastAcceptanceRate, language)} was agreed.`,
      }));

const allInTime = ({ inTime, breached }: WeekFigures): Bilingual | undefined =>
  inTime === 0 || breached > 0
    ? undefined
    : bilingual((language) => ({
        es: plural(inTime, language, {
          one: "Ventas atendió en plazo un lead, y ningún plazo venció sin respuesta.",
          other: "Ventas atendió en plazo # leads, y ningún plazo venció sin respuesta.",
        }),
        en: plural(inTime, language, {
          one: "Sales answered one lead on time, and no deadline was missed.",
          other: "Sales answered # leads on time, and no deadline was missed.",
        }),
      }));

const deals = ({ won, amounts }: WeekFigures): Bilingual | undefined =>
  won === 0
    ? undefined
    : bilingual((language) => ({
        es: `${plural(won, language, { one: "Un cliente nuevo", other: "# clientes nuevos" })}${amounts.length > 0 ? `, por ${sayMoneys(amounts, language)}` : ""}.`,
        en: `${plural(won, language, { one: "One new customer", other: "# new customers" })}${amounts.length > 0 ? `, worth ${sayMoneys(amounts, language)}` : ""}.`,
      }));

/** Two wins may be chance, but they are wins. */
const leastWins = 2;

/** Of all deals won in these weeks: a deal won now was captured long before, and is no share of what is captured now. */
const bestSource = (rows: Figures["bySource"], weeks: number): Bilingual | undefined => {
  const [best, second] = rows.filter(({ id }) => id !== "other").toSorted((one, other) => other.won - one.won);
  if (best === undefined || best.won < leastWins || best.won === second?.won) return undefined;
  const all = rows.reduce((sum, { won }) => sum + won, 0);
  return bilingual((language) => ({
    es: `En las ${weeks} últimas semanas, el origen que más clientes aporta es ${best.label.es}: ${sayNumber(best.won, language)} de los ${sayNumber(all, language)} ganados.`,
    en: `Over the last ${weeks} weeks, ${best.label.en} brought the most customers: ${sayNumber(best.won, language)} of the ${sayNumber(all, language)} won.`,
  }));
};

const goalReached = ({ quarter, won, target }: Figures["goal"]): Bilingual | undefined => {
  if (target === 0 || won < target) return undefined;
  const when = quarterLabel(quarter);
  return bilingual((language) => ({
    es: `Objetivo alcanzado en ${when.es}: ${sayNumber(won, language)} ventas ganadas; el objetivo eran ${sayNumber(target, language)}.`,
    en: `The goal for ${when.en} is reached: ${sayNumber(won, language)} deals won, against a goal of ${sayNumber(target, language)}.`,
  }));
};
