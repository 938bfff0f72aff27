import type { Figures, WeekFigures } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { bilingual } from "../../domain/text/bilingual.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayAmount, sayNumber, sayShare } from "../../domain/text/say-number.ts";

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
    bestSource(bySource),
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
        es: `Ventas aceptó ${yes} de ${yes + no} (${sayShare(acceptanceRate, language)}); lo acordado es el ${sayShare(leastAcceptanceRate, language)} como mínimo.`,
        en: `Sales accepted ${yes} of ${yes + no} (${sayShare(acceptanceRate, language)}); at least ${sayShare(leastAcceptanceRate, language)} was agreed.`,
      }));

const allInTime = ({ inTime, breached }: WeekFigures): Bilingual | undefined =>
  inTime === 0 || breached > 0
    ? undefined
    : bilingual((language) => ({
        es: plural(inTime, language, {
          one: "Ventas atendió en plazo el único lead cuyo plazo vencía.",
          other: "Ventas atendió en plazo los # leads cuyo plazo vencía: ni un incumplimiento.",
        }),
        en: plural(inTime, language, {
          one: "Sales followed up the only lead that was due on time.",
          other: "Sales followed up all # leads on time: no deadline was missed.",
        }),
      }));

const deals = ({ won, amount }: WeekFigures): Bilingual | undefined =>
  won === 0
    ? undefined
    : bilingual((language) => ({
        es: `${plural(won, language, { one: "Un cliente nuevo", other: "# clientes nuevos" })}${amount > 0 ? `, por ${sayAmount(amount, language)}` : ""}.`,
        en: `${plural(won, language, { one: "One new customer", other: "# new customers" })}${amount > 0 ? `, worth ${sayAmount(amount, language)}` : ""}.`,
      }));

/** Two wins may be chance, but they are wins. */
const leastWins = 2;

const bestSource = (rows: Figures["bySource"]): Bilingual | undefined => {
  const best = [...rows].sort((one, other) => other.won - one.won)[0];
  if (best === undefined || best.won < leastWins) return undefined;
  return bilingual((language) => ({
    es: `El origen que más clientes aporta es ${best.label.es}: ${sayNumber(best.won, language)} de ${sayNumber(best.leads, language)} leads.`,
    en: `The source that brings the most customers is ${best.label.en}: ${sayNumber(best.won, language)} of ${sayNumber(best.leads, language)} leads.`,
  }));
};

const goalReached = ({ won, target }: Figures["goal"]): Bilingual | undefined =>
  target === 0 || won < target
    ? undefined
    : bilingual((language) => ({
        es: `Objetivo del trimestre alcanzado: ${sayNumber(won, language)} de ${sayNumber(target, language)} clientes.`,
        en: `The quarter's goal is reached: ${sayNumber(won, language)} of ${sayNumber(target, language)} customers.`,
      }));
