/** ISO 8601, a day or an instant; without a zone it is UTC. */
const isoForm = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const zoned = /(Z|[+-]\d{2}:?\d{2})$/i;

/** Epoch seconds of today have ten digits, epoch milliseconds thirteen. */
const leastMillis = 100_000_000_000;
const latest = Date.UTC(9999, 11, 31);

/**
 * The instant, from ISO 8601 or the epoch's seconds or milliseconds, in ISO 8601 UTC; `undefined` for anything else.
 */
export const parseInstant = (value: unknown): string | undefined => {
  const millis =
    typeof value === "number" ? fromEpoch(value) : typeof value === "string" ? fromText(value.trim()) : NaN;
  return millis >= 0 && millis < latest ? new Date(millis).toISOString() : undefined;
};

const fromEpoch = (figure: number): number => (figure < leastMillis ? figure * 1000 : figure);

const fromText = (text: string): number => {
  if (/^\d{9,14}$/.test(text)) return fromEpoch(Number(text));
  if (!isoForm.test(text)) return NaN;
  return Date.parse(text.length === 10 || zoned.test(text.slice(10)) ? text : `${text}Z`);
};
