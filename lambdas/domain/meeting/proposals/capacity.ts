import type { Agreement } from "../../../contract/agreement.ts";
import type { Figures } from "../../../contract/board.ts";
import type { Bilingual } from "../../../contract/stages.ts";
import { bilingual } from "../../text/bilingual.ts";
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
    es: `Llegan ${sayNumber(usual, language, 1)} MQL por semana (media de ${weeks}) y ventas puede con ${sayNumber(capacity, language)}: no caben. ¿Más capacidad, o un filtro más exigente?`,
    en: `${sayNumber(usual, language, 1)} MQLs come in a week (average of ${weeks}), and sales can take ${sayNumber(capacity, language)}: they do not fit. More capacity, or a stricter gate?`,
  }));

const promisedMoreThanFits = (promised: number, capacity: number): Bilingual =>
  bilingual((language) => ({
    es: `El acuerdo promete ${sayNumber(promised, language)} MQL por semana y el equipo solo puede con ${sayNumber(capacity, language)}: las dos cifras no casan.`,
    en: `The agreement promises ${sayNumber(promised, language)} MQLs a week and the team can take only ${sayNumber(capacity, language)}: the two numbers do not fit together.`,
  }));

const someWait = (waiting: number): Bilingual =>
  bilingual((language) => ({
    es: `Ahora ${waiting === 1 ? "espera un MQL" : `esperan ${sayNumber(waiting, language)} MQL`} a que alguien de ventas tenga sitio. ¿Quién puede llevar más esta semana?`,
    en: `${waiting === 1 ? "One MQL waits" : `${sayNumber(waiting, language)} MQLs wait`} for room in sales now. Who can take more this week?`,
  }));
