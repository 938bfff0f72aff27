import { readPeriods } from "../adapters/dynamo-counters.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { countWaiting } from "../adapters/dynamo-waiting.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { Figures } from "../contract/board.ts";
import { quarterOf, weekOf, weeksUpTo } from "../domain/metrics/week.ts";
import { figuresOf } from "../views/metrics/figures.ts";

/**
 * All figures of this many weeks, ending with the given one: a query per week, however many leads there are.
 * The caller bounds `weeks`.
 */
export const readFigures = async (
  table: DynamoTable,
  agreement: Agreement,
  now: string,
  weeks: number,
): Promise<Figures> => {
  const { timeZone } = agreement.terms.company;
  const periods = [...weeksUpTo(weekOf(now, timeZone), weeks), quarterOf(now, timeZone)];
  const [read, waiting] = await Promise.all([readPeriods(table, periods), countWaiting(table)]);
  const quarter = read.at(-1) ?? { period: quarterOf(now, timeZone), slices: new Map() };
  return figuresOf({ weeks: read.slice(0, -1), quarter, waiting }, agreement, now);
};
