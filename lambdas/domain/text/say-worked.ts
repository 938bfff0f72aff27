import type { Language } from "../../contract/stages.ts";
import { type WorkingCalendar, type WorkingLength, workBetween, workingLength } from "../working-time/calendar.ts";
import { plural } from "./plural.ts";
import { counted, lengthParts, sayElapsed } from "./say-duration.ts";

const words = {
  es: {
    time: "de tiempo laborable",
    days: { one: "# día laborable", other: "# días laborables" },
    both: (work: string, plain: string) => `${work} (${plain} de tiempo natural)`,
  },
  en: {
    time: "of working time",
    days: { one: "# working day", other: "# working days" },
    both: (work: string, plain: string) => `${work} (${plain} by the clock)`,
  },
} as const satisfies Record<Language, unknown>;

/**
 * How long something took beside a promise in working time, with both lengths named: `40 minutos de tiempo laborable (3
 * días y 22 horas de tiempo natural)`. Only one of them where every minute is worked, or none ever.
 * @param calendar of whose promise it is
 */
export const sayWorked = (from: string, to: string, language: Language, calendar: WorkingCalendar): string => {
  const [plain, work] = [sayElapsed(from, to, language), workingLength(from, to, calendar)];
  if (work === undefined) return plain;
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const isAllWorked = start >= end || workBetween(start, end, calendar) === end - start;
  return isAllWorked ? plain : words[language].both(sayLength(work, language), plain);
};

/** In working days and the largest unit of what is beyond them, as the agreement's promises are. */
const sayLength = ({ days, rest }: WorkingLength, language: Language): string => {
  const [seconds, say] = [Math.round(rest / 1000), words[language]];
  const list = (parts: readonly string[]) => new Intl.ListFormat(language).format(parts);
  if (days > 0)
    return list([
      plural(days, language, say.days),
      ...(seconds < 60 ? [] : lengthParts(seconds, language).slice(0, 1)),
    ]);
  return `${seconds === 0 ? counted(0, "minute", language) : list(lengthParts(seconds, language))} ${say.time}`;
};
