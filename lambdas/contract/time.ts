import * as z from "zod/mini";

/**
 * A length of time as people write it: `2 working days`, `15 working minutes`, `7 days`, `10 seconds`.
 * Working units count only inside working hours; `days` are 24 hours.
 */
export const DurationSchema = z
  .string()
  .check(z.regex(/^\d+(\.\d+)? (working )?(second|minute|hour|day)s?$/, "such as `2 working days` or `15 minutes`"));
export type Duration = z.infer<typeof DurationSchema>;

export const WeekdaySchema = z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);
export type Weekday = z.infer<typeof WeekdaySchema>;

/** For each day the spans that are worked, e.g. `["09:00-14:00", "15:30-18:30"]`; a day left out is free. `24:00` ends a day. */
export const WorkingHoursSchema = z.partialRecord(
  WeekdaySchema,
  z.array(
    z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "such as 09:00-14:00")),
  ),
);
export type WorkingHours = z.infer<typeof WorkingHoursSchema>;
