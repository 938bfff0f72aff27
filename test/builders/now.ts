/** The fixed clock of the tests: Tuesday 10 March 2026, 10:30 in Madrid, in working hours and not a holiday. */
export const now = "2026-03-10T09:30:00.000Z";

/** The instant so many days (24 hours each, fractions and negatives welcome) after `now`. */
export const daysFromNow = (days: number): string => new Date(Date.parse(now) + days * 86_400_000).toISOString();
