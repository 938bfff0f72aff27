import * as z from "zod/mini";
import { droppable } from "./start-light.ts";

const millis = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
export type TimeUnit = keyof typeof millis;

/**
 * A length of time as people write it: `2 working days`, `15 working minutes`, `7 days`, `10 seconds`.
 * Working units count only inside working hours; `days` are 24 hours.
 */
export const DurationSchema = /* @__PURE__ */ droppable(() =>
  z
    .string()
    .check(
      z.regex(
        /^\d{1,5}(\.\d{1,6})? (working )?(second|minute|hour|day)s?$/,
        "a length of time such as `2 working days` or `15 minutes`",
      ),
    ),
);
export type Duration = z.infer<typeof DurationSchema>;

/** A length of time that counts nights and weekends too. */
export const PlainDurationSchema = /* @__PURE__ */ droppable(() =>
  z
    .string()
    .check(
      z.regex(
        /^\d{1,5}(\.\d{1,6})? (second|minute|hour|day)s?$/,
        "a length of time without working units, such as `14 days` or `15 minutes`",
      ),
    ),
);

export interface ReadDuration {
  readonly amount: number;
  readonly unit: TimeUnit;
  readonly working: boolean;
  /** The amount in milliseconds; meaningless for working days, which have no fixed length. */
  readonly millis: number;
}

/** @throws when the text is no duration. */
export const parseDuration = (duration: Duration): ReadDuration => {
  const [, amount, working, unit] = /^(\d+(?:\.\d+)?) (working )?(second|minute|hour|day)s?$/.exec(duration) ?? [];
  if (!isUnit(unit)) throw new Error(`not a length of time: ${duration}`);
  return {
    amount: Number(amount),
    unit,
    working: working !== undefined,
    millis: Math.round(Number(amount) * millis[unit]),
  };
};

const isUnit = (word: string | undefined): word is TimeUnit => word !== undefined && word in millis;

/** In the order of a calendar that begins on Sunday. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
export const WeekdaySchema = /* @__PURE__ */ droppable(() => z.enum(weekdays));
export type Weekday = z.infer<typeof WeekdaySchema>;

export const ClockTimeSchema = /* @__PURE__ */ droppable(() =>
  z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time such as 09:30")),
);

/** The working hours of each day, e.g. `["09:00-14:00", "15:30-18:30"]`; a day left out is free. `24:00` ends a day. */
export const WorkingHoursSchema = /* @__PURE__ */ droppable(() =>
  z.partialRecord(
    WeekdaySchema,
    z.array(
      z
        .string()
        .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "a span such as 09:00-14:00")),
    ),
  ),
);
export type WorkingHours = z.infer<typeof WorkingHoursSchema>;

/** A span of working hours, in milliseconds of the clock since midnight. @throws when the text is no span. */
export const parseSpan = (span: string): { readonly from: number; readonly to: number } => {
  const [, fromHour, fromMinute, toHour, toMinute] = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(span) ?? [];
  if (toMinute === undefined) throw new Error(`not a span of working hours: ${span}`);
  return { from: clock(fromHour, fromMinute), to: clock(toHour, toMinute) };
};

const clock = (hour: string | undefined, minute: string | undefined): number =>
  Number(hour) * millis.hour + Number(minute) * millis.minute;
