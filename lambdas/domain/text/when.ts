import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import type { FollowUp } from "../lead/lead.ts";
import { locales } from "./say-number.ts";

/** Who reads a time: in which language, and by which clock. */
export interface Reader {
  readonly language: Language;
  /** IANA name, such as `Europe/Madrid`. */
  readonly timeZone: string;
  /** Seconds matter to them. */
  readonly toTheSecond?: boolean;
}

export const readerIn = (language: Language, { terms }: Agreement): Reader => ({
  language,
  timeZone: terms.company.timeZone,
});

/** A colleague reads by the clocks of their own zone, where they have one. */
export const readerFor = ({ language, timeZone }: Reading, agreement: Agreement): Reader => ({
  ...readerIn(language, agreement),
  ...(timeZone !== undefined && { timeZone }),
});

interface Reading {
  readonly language: Language;
  readonly timeZone?: string | undefined;
}

/** The reader of a follow-up's times: when all of it lasts minutes, times have seconds. */
export const readerOf = (followUp: FollowUp, colleague: Reading, agreement: Agreement): Reader => ({
  ...readerFor(colleague, agreement),
  toTheSecond: Date.parse(followUp.dueAt) - Date.parse(followUp.assignedAt) < shortFollowUpMillis,
});

const shortFollowUpMillis = 10 * 60_000;

/** In words, with the zone: `martes 24 de noviembre, 18:00 (hora de Madrid)`. */
export const sayWhen = (instant: string, reader: Reader): string => {
  // `Intl` puts a comma after the weekday, which Spanish does not use in a sentence.
  const day = formatted(instant, reader, { weekday: "long", day: "numeric", month: "long" }).replace(",", "");
  return `${day}, ${timeOf(instant, reader)} (${zoneOf(reader)})`;
};

/** Short and with the year, for lists: `24 nov 2026, 18:00`. */
export const sayBriefly = (instant: string, reader: Reader): string =>
  `${sayDay(instant, reader)}, ${timeOf(instant, reader)}`;

/**
 * What a tool writes for machines, as people read it: `mié 25 nov 2026, 10:00, hora de Madrid`. Any other text is left as it
 * came, also a time of which nobody knows the zone.
 */
export const sayInstantIn = (text: string, reader: Reader): string => {
  if (!instant.test(text) || Number.isNaN(Date.parse(text))) return text;
  const options = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
  const day = formatted(text, reader, options).replace(",", "");
  return `${day}, ${timeOf(text, reader)}, ${zoneOf(reader)}`;
};
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** The day only: `24 nov 2026`. */
export const sayDay = (instant: string, reader: Reader): string =>
  formatted(instant, reader, { day: "numeric", month: "short", year: "numeric" });

/** The day with its name: `lunes 30 nov`, and with the year, where it is another one than now. */
export const sayWeekday = (instant: string, reader: Reader, now: string): string => {
  const day = { weekday: "long", day: "numeric", month: "short" } as const;
  const yearOf = (at: string): string => formatted(at, reader, { year: "numeric" });
  const year = yearOf(instant) === yearOf(now) ? {} : ({ year: "numeric" } as const);
  return formatted(instant, reader, { ...day, ...year }).replace(",", "");
};

/** The day only, in a sentence: `24 de noviembre de 2026`. */
export const sayLongDay = (instant: string, reader: Reader): string =>
  formatted(instant, reader, { day: "numeric", month: "long", year: "numeric" });

/** From a day to a day, in a sentence: `16–22 de noviembre`. */
export const saySpan = (from: string, to: string, { language, timeZone }: Reader): string =>
  new Intl.DateTimeFormat(locales[language], { day: "numeric", month: "long", timeZone }).formatRange(
    new Date(from),
    new Date(to),
  );

/** How far away from now, in the largest unit that fits: `dentro de 4 horas`, `2 days ago`. */
export const sayDistance = (instant: string, now: string, { language }: Pick<Reader, "language">): string => {
  const seconds = Math.trunc((Date.parse(instant) - Date.parse(now)) / 1000);
  const { unit, length } = units.find((each) => Math.abs(seconds) >= each.length) ?? { unit: "second", length: 1 };
  return new Intl.RelativeTimeFormat(locales[language]).format(Math.trunc(seconds / length), unit);
};

const units = [
  { unit: "day", length: 86_400 },
  { unit: "hour", length: 3600 },
  { unit: "minute", length: 60 },
] as const;

/** By the clock: `18:00`. */
export const timeOf = (instant: string, reader: Reader): string =>
  formatted(instant, reader, {
    hour: "2-digit",
    minute: "2-digit",
    ...(reader.toTheSecond && { second: "2-digit" }),
    hourCycle: "h23",
  });

const formatted = (instant: string, { language, timeZone }: Reader, options: Intl.DateTimeFormatOptions): string => {
  const name = JSON.stringify([language, timeZone, options]);
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone });
  formats.set(name, format);
  return format.format(new Date(instant));
};

/** A format takes far longer to make than to use, and a page uses a few of them many times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Zones are named after a city, in English; these are the ones that Spanish calls otherwise. */
const spanishNames: Record<string, string> = {
  "Atlantic/Canary": "Canarias",
  "Europe/London": "Londres",
  "Europe/Lisbon": "Lisboa",
  "Europe/Paris": "París",
  "Europe/Berlin": "Berlín",
  "Europe/Rome": "Roma",
  "America/New_York": "Nueva York",
  "America/Mexico_City": "Ciudad de México",
};

/** Whose clocks: `hora de Madrid`, `Madrid time`. */
export const zoneOf = ({ language, timeZone }: Reader): string => {
  const city = (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
  if (city === "UTC") return "UTC";
  return language === "es" ? `hora de ${spanishNames[timeZone] ?? city}` : `${city} time`;
};
