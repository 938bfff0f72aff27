import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import { weekOfYear, yearOfWeek } from "temporal-polyfill/fns/ZonedDateTime";
import { detailSchemas, type Envelope } from "../../contract/events.ts";
import { metricNames } from "../../contract/metrics.ts";

/** The ISO week (`2026-W48`) that an instant falls in, in the time zone of the agreement. */
export const weekOf = (instant: string, timeZone: string): string => {
  const local = toZonedDateTimeISO(fromEpochMilliseconds(Date.parse(instant)), timeZone);
  return `${yearOfWeek(local)}-W${String(weekOfYear(local)).padStart(2, "0")}`;
};

/** What one event adds one to: a counter of the week, and a metric. */
export interface Count {
  readonly counter: string;
  readonly metric: string;
  readonly stage?: string;
}

/** The counts that an event stands for; none for most. */
export const countsOf = ({ type, data }: Envelope): Count[] => {
  if (type === "FollowUpBreached") return [{ counter: "breached", metric: metricNames.followUpBreached }];
  if (type === "LeadNeedsAttention") return [{ counter: "needs-attention", metric: metricNames.needsAttention }];
  if (type !== "LeadStageChanged") return [];
  const { to } = detailSchemas.LeadStageChanged.parse(data);
  return [{ counter: `entered:${to}`, metric: metricNames.entered, stage: to }];
};
