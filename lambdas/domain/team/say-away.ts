import type { Bilingual, Language } from "../../contract/stages.ts";
import { dayMillis } from "../working-time/zone.ts";
import type { Away } from "./availability.ts";

/** As a sentence: `Luis está fuera hasta el lunes 30`, the day on which they work again. `today` is their own. */
export const sayAway = (name: string, { from, back, left }: Away, today: string): Bilingual => {
  const day = (date: string) => ({ es: dayIn("es", date, today), en: dayIn("en", date, today) });
  if (left && from !== undefined && from <= today)
    return { es: `${name} ya no está en el equipo`, en: `${name} has left the team` };
  if (from !== undefined && from > today) {
    const { es, en } = day(from);
    return left
      ? { es: `${name} deja el equipo antes del ${es}`, en: `${name} leaves the team before ${en}` }
      : {
          es: `${name} se ausenta desde el ${es}, antes del plazo`,
          en: `${name} is away from ${en}, before the deadline`,
        };
  }
  if (back === undefined)
    return { es: `${name} está fuera y ya no vuelve`, en: `${name} is away and does not come back` };
  const { es, en } = day(back);
  return from === undefined
    ? { es: `${name} empieza el ${es}`, en: `${name} starts on ${en}` }
    : { es: `${name} está fuera hasta el ${es}`, en: `${name} is away until ${en}` };
};

const locales = { es: "es-ES", en: "en-GB" } as const satisfies Record<Language, string>;

/** Within a few weeks the day of the month is enough. */
const fewDays = 25;

const dayIn = (language: Language, date: string, today: string): string => {
  const said = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone: "UTC" }).format(Date.parse(date));
  const near = Date.parse(date) - Date.parse(today) < fewDays * dayMillis;
  return `${said({ weekday: "long" })} ${said(near ? { day: "numeric" } : { day: "numeric", month: "long" })}`;
};
