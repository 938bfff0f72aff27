import { isDay } from "../working-time/day.ts";
import { instantOf } from "../working-time/zone.ts";

/** ISO 8601, a day or an instant. */
const isoForm = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Epoch seconds of today have ten digits, epoch milliseconds thirteen. */
const leastMillis = 100_000_000_000;
const latest = Date.UTC(9999, 11, 31);

/**
 * The instant, from ISO 8601 or the epoch's seconds or milliseconds, in ISO 8601 UTC; `undefined` for anything else, and for
 * a day that no calendar has.
 * @param timeZone IANA name: by its clocks is a time, or a day, that names no zone; without one that is no instant
 */
export const parseInstant = (value: unknown, timeZone?: string): string | undefined => {
  const millis =
    typeof value === "number" ? fromEpoch(value) : typeof value === "string" ? fromText(value.trim(), timeZone) : NaN;
  return millis >= 0 && millis < latest ? new Date(millis).toISOString() : undefined;
};

const fromEpoch = (figure: number): number => (figure < leastMillis ? figure * 1000 : figure);

const fromText = (text: string, timeZone: string | undefined): number => {
  if (/^\d{9,14}$/.test(text)) return fromEpoch(Number(text));
  const [, day = "", time = "00:00", zone] = isoForm.exec(text) ?? [];
  if (!isDay(day)) return NaN;
  if (zone !== undefined) return Date.parse(`${day}T${time}${zone}`);
  const clocks = Date.parse(`${day}T${time}Z`);
  return timeZone === undefined || Number.isNaN(clocks) ? NaN : instantOf(clocks, timeZone);
};
