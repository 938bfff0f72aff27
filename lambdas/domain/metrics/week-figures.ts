import type { Agreement } from "../../contract/agreement.ts";
import type { SlaOfWeek } from "../../contract/api.ts";
import type { WeekFigures } from "../../contract/board.ts";
import { currenciesOf } from "../money/money.ts";
import { wonAmounts } from "./amounts.ts";
import { noCounters, of, type PeriodCounters } from "./period-counters.ts";
import { slices } from "./slices.ts";
import { spanOfWeek } from "./week.ts";

/** Both sides of a week, from the company's counters and the SLA that comes of them. */
export const weekFigures = (read: PeriodCounters, sla: SlaOfWeek, agreement: Agreement): WeekFigures => {
  const counters = read.slices.get(slices.all) ?? noCounters;
  const { week, state, marketing, sales } = sla;
  const { from, to } = spanOfWeek(week, agreement.terms.company.timeZone);
  return {
    week,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    state,
    leads: of("leads", counters),
    mqls: marketing.mqls,
    promisedMqls: marketing.promised,
    ...(marketing.forecast !== undefined && { forecast: marketing.forecast }),
    accepted: marketing.accepted,
    rejected: marketing.rejected,
    acceptanceRate: marketing.acceptanceRate,
    leastAcceptanceRate: marketing.leastAcceptanceRate,
    followedUp: sales.followedUp,
    inTime: sales.inTime,
    breached: sales.breached,
    shareInTime: sales.share,
    won: of("outcome:won", counters),
    lost: of("outcome:lost", counters),
    amounts: wonAmounts([counters], currenciesOf(agreement)),
  };
};
