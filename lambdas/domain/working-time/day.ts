/** Whether the calendar has this day (`2026-02-30` is none): `Date` would take it for one of the next month. */
export const isDay = (text: string): boolean => {
  const millis = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(text);
};
