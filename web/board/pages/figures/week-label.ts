import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { weekNumber } from "../../../../lambdas/domain/meeting/week-number.ts";

/** What an ISO week is called in a heading: its number, without the year. */
export const weekLabel = (week: string): Bilingual => {
  const number = weekNumber(week);
  return { es: `S${number}`, en: `W${number}` };
};
