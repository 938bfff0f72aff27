import ICAL from "ical.js";
import type { Bilingual, Language } from "../../lambdas/contract/stages.ts";
import { sayWhen } from "../../lambdas/domain/text/when.ts";

/** An invitation, or one that is called off, in a sentence. */
export interface CalendarNote {
  /** `REQUEST`, `CANCEL`. */
  readonly method: string;
  /** `lunes 30 de noviembre, 09:30 (hora de Madrid), cada semana`. */
  readonly says: Bilingual;
}

/** What the calendar file asks for; `undefined` when it is neither invitation nor cancellation, or cannot be read. */
export const calendarNoteOf = (file: string): CalendarNote | undefined => {
  try {
    const calendar = new ICAL.Component(ICAL.parse(file));
    const method = String(calendar.getFirstPropertyValue("method"));
    const event = calendar.getFirstSubcomponent("vevent");
    if (event === null || (method !== "REQUEST" && method !== "CANCEL")) return undefined;
    const { startDate } = new ICAL.Event(event);
    const rule = event.getFirstPropertyValue("rrule");
    const say = (language: Language): string =>
      [
        sayWhen(startDate.toJSDate().toISOString(), { language, timeZone: startDate.zone?.tzid ?? "UTC" }),
        ...(rule instanceof ICAL.Recur ? [sayHowOften(rule, language)] : []),
      ].join(", ");
    return { method, says: { es: say("es"), en: say("en") } };
  } catch {
    return undefined;
  }
};

const units: Record<string, Record<Language, readonly [one: string, many: string]>> = {
  DAILY: { es: ["día", "días"], en: ["day", "days"] },
  WEEKLY: { es: ["semana", "semanas"], en: ["week", "weeks"] },
  MONTHLY: { es: ["mes", "meses"], en: ["month", "months"] },
  YEARLY: { es: ["año", "años"], en: ["year", "years"] },
};

/** A frequency that has no word here is said as the file writes it. */
const sayHowOften = (rule: ICAL.Recur, language: Language): string => {
  const [one, many] = units[rule.freq]?.[language] ?? [rule.toString(), rule.toString()];
  const every = { es: "cada", en: "every" }[language];
  return rule.interval > 1 ? `${every} ${rule.interval} ${many}` : `${every} ${one}`;
};
