import type { Bilingual } from "../../contract/stages.ts";

/** `48` of `2026-W48`. */
export const weekNumber = (week: string): number => Number(week.slice(-2));

/** What an ISO week is called in a heading or on an axis: its number, without the year. */
export const weekLabel = (week: string): Bilingual => {
  const number = weekNumber(week);
  return { es: `S${number}`, en: `W${number}` };
};
