import type { Agreement } from "../../../contract/agreement.ts";
import type { Figures, PackProposal } from "../../../contract/board.ts";
import { intervalOfRate } from "../../metrics/interval.ts";
import { bilingual } from "../../text/bilingual.ts";
import { plural } from "../../text/plural.ts";
import { sayNumber } from "../../text/say-number.ts";
import { gateStep } from "./gate-step.ts";
import { sayInterval } from "./say-interval.ts";

/** How many new leads the team takes in a week, as of now. */
export type WeeklyCapacity = number;

const weeksLookedAt = 4;
const leastWeeks = 3;

/**
 * What marketing brings, beyond chance, and what it promised, against what sales can take. A promise and those who wait
 * are counted in full: no chance is in them.
 */
export const capacityProposals = (
  figures: Pick<Figures, "weeks" | "waiting">,
  { terms }: Agreement,
  capacity: WeeklyCapacity,
): PackProposal[] => {
  const { qualifiedPerWeek } = terms.sla.marketing;
  const past = figures.weeks.filter(({ state }) => state === "past").slice(-weeksLookedAt);
  const mqls = past.reduce((sum, week) => sum + week.mqls, 0);
  const isMore = past.length >= leastWeeks && intervalOfRate(mqls, past.length).from > capacity;
  return [
    ...(isMore ? [moreThanFits(mqls, past.length, capacity, terms)] : []),
    ...(qualifiedPerWeek > capacity ? [promisedMoreThanFits(qualifiedPerWeek, capacity)] : []),
    ...(figures.waiting > 0 ? [someWait(figures.waiting)] : []),
  ];
};

const moreThanFits = (mqls: number, weeks: number, capacity: number, terms: Agreement["terms"]): PackProposal => {
  const interval = intervalOfRate(mqls, weeks);
  const [apart, step] = [sayInterval(interval, "number"), gateStep("leastFit", "more", terms)];
  return {
    says: bilingual((language) => ({
      es: `Llegan ${sayNumber(mqls / weeks, language, 1)} MQL por semana (media de ${weeks} semanas, ${sayNumber(mqls, language)} MQL; ${apart.es}) y la capacidad de ventas es de ${sayNumber(capacity, language)}. ¿Más capacidad o criterios de MQL más exigentes?${step === undefined ? "" : ` ${step.words.es}`}`,
      en: `${sayNumber(mqls / weeks, language, 1)} MQLs arrive per week (average of ${weeks} weeks, ${sayNumber(mqls, language)} MQLs; ${apart.en}), and sales has capacity for ${sayNumber(capacity, language)}. More capacity, or a stricter MQL gate?${step === undefined ? "" : ` ${step.words.en}`}`,
    })),
    cases: mqls,
    interval: { of: "per-week", ...interval },
    ...(step !== undefined && { change: step.change }),
  };
};

const promisedMoreThanFits = (promised: number, capacity: number): PackProposal => ({
  says: bilingual((language) => ({
    es: `El acuerdo promete ${sayNumber(promised, language)} MQL por semana y la capacidad del equipo es de ${sayNumber(capacity, language)}: las dos cifras no encajan. ¿Prometemos los que caben?`,
    en: `The agreement promises ${sayNumber(promised, language)} MQLs per week and the team has capacity for only ${sayNumber(capacity, language)}: the two numbers do not fit together. Promise as many as fit?`,
  })),
  change: [{ path: ["sla", "marketing", "qualifiedPerWeek"], value: Math.max(0, Math.floor(capacity)) }],
});

const someWait = (waiting: number): PackProposal => ({
  says: bilingual((language) => ({
    es: plural(waiting, language, {
      one: "Ahora hay # MQL sin comercial asignado. ¿Quién puede llevar más esta semana?",
      other: "Ahora hay # MQL sin comercial asignado. ¿Quién puede llevar más esta semana?",
    }),
    en: plural(waiting, language, {
      one: "# MQL has no rep yet. Who can take more this week?",
      other: "# MQLs have no rep yet. Who can take more this week?",
    }),
  })),
  cases: waiting,
});
