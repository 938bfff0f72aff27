/** Names of the IANA data base, such as `Europe/Madrid`; an offset such as `+01:00` is no place. */
const nameForm = /^[a-z][a-z0-9_+-]*(\/[a-z0-9_+-]+)*$/i;

/** The zone by the name that `Intl` prefers; `undefined` when there is none of that name. */
export const readTimeZone = (text: string): string | undefined => {
  if (!nameForm.test(text)) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};
