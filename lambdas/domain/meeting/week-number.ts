/** `48` of `2026-W48`. */
export const weekNumber = (week: string): number => Number(week.slice(-2));
