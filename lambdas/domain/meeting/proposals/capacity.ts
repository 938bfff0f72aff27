import type { Agreement } from "../../../contract/agreement.ts";
import type { Figures } from "../../../contract/board.ts";
import type { Bilingual } from "../../../contract/stages.ts";
import { bilingual } from "../../text/bilingual.ts";
import { plural } from "../../text/plural.ts";
import { sayNumber } from "../../text/say-number.ts";

/** How many new leads the team takes in a week, as of now. */
export type WeeklyCapacity = number;

const weeksLookedAt = 4;
const leastWeeks = 3;

/** What marketing brings, and what it promised, against what sales can take. */
export const capacityProposals = (
  figures: Pick<Figures, "weeks" | "waiting">,
  { terms }: Agreement,
  capacity: WeeklyCapacity,
): Bilingual[] => {
  const { qualifiedPerWeek } = terms.sla.marketing;
  const past = figures.weeks.filter(({ state }) => state === "past").slice(-weeksLookedAt);
  const usual = past.reduce((sum, { mqls }) => sum + mqls, 0) / Math.max(past.length, 1);
  return [
    ...(past.length >= leastWeeks && usual > capacity ? [moreThanFits(usual, past.length, capacity)] : []),
    ...(qualifiedPerWeek > capacity ? [promisedMoreThanFits(qualifiedPerWeek, capacity)] : []),
    ...(figures.waiting > 0 ? [someWait(figures.waiting)] : []),
  ];
};

const moreThanFits = (usual: number, weeks: number, capacity: number): Bilingual =>
  bilingual((language) => ({
    es: `Llegan ${sayNumber(usual, language, 1)} MQL por semana (media de ${weeks} semanas) y la capacidad de ventas es de ${sayNumber(capacity, language)}. ¿Más capacidad o criterios de MQL más exigentes?`,
    en: `${sayNumber(usual, language, 1)} MQLs arrive per week (average of ${weeks} weeks), and sales has capacity for ${sayNumber(capacity, language)}. More capacity, or a stricter MQL gate?`,
  }));

const promisedMoreThanFits = (promised: number, capacity: number): Bilingual =>
  bilingual((language) => ({
    es: `El acuerdo promete ${sayNumber(promised, language)} MQL por semana y la capacidad del equipo es de ${sayNumber(capacity, language)}: las dos cifras no encajan.`,
    en: `The agreement promises ${sayNumber(promised, language)} MQLs per week and the team has capacity for only ${sayNumber(capacity, language)}: the two numbers do not fit together.`,
  }));

const someWait = (waiting: number): Bilingual =>
  bilingual((language) => ({
    es: plural(waiting, language, {
      one: "Ahora hay # MQL sin comercial asignado. ¿Quién puede llevar más esta semana?",
      other: "Ahora hay # MQL sin comercial asignado. ¿Quién puede llevar más esta semana?",
    }),
    en: plural(waiting, language, {
      one: "# MQL has no rep yet. Who can take more this week?",
      other: "# MQLs have no rep yet. Who can take more this week?",
    }),
  }));
