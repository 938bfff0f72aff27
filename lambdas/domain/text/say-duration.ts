import type { Language } from "../../contract/stages.ts";
import type { Duration } from "../../contract/time.ts";

const spanish: Record<string, string> = {
  second: "segundo",
  minute: "minuto",
  hour: "hora",
  day: "día",
};

/** A duration of the agreement in words: `2 working days` is `2 días laborables`. */
export const sayDuration = (duration: Duration, language: Language): string => {
  if (language === "en") return duration;
  const words = duration.split(" ");
  const plural = words[0] === "1" ? "" : "s";
  const unit = words.at(-1)?.replace(/s$/, "") ?? "";
  const working = words.length === 3 ? ` laborable${plural}` : "";
  return `${words[0]?.replace(".", ",")} ${spanish[unit] ?? unit}${plural}${working}`;
};

const units = [
  { unit: "day", length: 86_400 },
  { unit: "hour", length: 3600 },
  { unit: "minute", length: 60 },
  { unit: "second", length: 1 },
] as const;

/** How long something took, in its two largest units: `12 días y 3 horas`, `5 minutes`. */
export const sayElapsed = (from: string, to: string, language: Language): string =>
  new Intl.ListFormat(language).format(
    lengthParts(Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000)), language),
  );

/** A length of so many seconds in its two largest units, for a list: none of them is zero, unless all is. */
export const lengthParts = (seconds: number, language: Language): string[] => {
  const first = units.findIndex(({ length }) => seconds >= length);
  if (first === -1) return [counted(0, "second", language)];
  return units.slice(first, first + 2).flatMap(({ unit, length }, i) => {
    const within = i === 0 ? seconds : seconds % (units[first]?.length ?? 1);
    const count = Math.floor(within / length);
    return count > 0 ? [counted(count, unit, language)] : [];
  });
};

export const counted = (count: number, unit: (typeof units)[number]["unit"], language: Language): string =>
  new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);
