import { firstInForceSince } from "../adapters/dynamo-agreement-versions.ts";
import { readPeriods } from "../adapters/dynamo-counters.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { countWaiting } from "../adapters/dynamo-waiting.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { Figures } from "../contract/board.ts";
import { quarterAfter, quarterOf, quarterOfWeek, weekOf, weeksUpTo } from "../domain/metrics/week.ts";
import { figuresOf } from "../views/metrics/figures.ts";

/**
 * All figures of this many weeks, ending with the current one: a query per week, however many leads there are.
 * The caller bounds `weeks`.
 */
export const readFigures = async (
  table: DynamoTable,
  agreement: Agreement,
  now: string,
  weeks: number,
): Promise<Figures> => {
  const { timeZone } = agreement.terms.company;
  return readAll(table, agreement, now, weeksUpTo(weekOf(now, timeZone), weeks), quarterOf(now, timeZone));
};

/**
 * The same, ending with a week that may be over: the figures of a pack, which know nothing of what came after it.
 * @param about the current week or the one before
 */
export const readFiguresAbout = (
  table: DynamoTable,
  agreement: Agreement,
  now: string,
  { about, weeks }: { readonly about: string; readonly weeks: number },
): Promise<Figures> => readAll(table, agreement, now, weeksUpTo(about, weeks), quarterOfWeek(about));

const readAll = async (
  table: DynamoTable,
  agreement: Agreement,
  now: string,
  weeks: readonly string[],
  quarter: string,
): Promise<Figures> => {
  const current = weekOf(now, agreement.terms.company.timeZone);
  const later = weeks.at(-1) === current ? [] : [current, quarterAfter(quarter)];
  const [read, waiting, inForceSince] = await Promise.all([
    readPeriods(table, [quarter, ...later, ...weeks]),
    countWaiting(table),
    firstInForceSince(table),
  ]);
  const of = (period: string | undefined) => read.find((each) => each.period === period);
  const counted = {
    quarter: of(quarter) ?? { period: quarter, slices: new Map() },
    weekAfter: of(later[0]),
    next: of(later[1]),
  };
  return figuresOf({ weeks: read.slice(1 + later.length), quarter: counted, waiting, inForceSince }, agreement, now);
};
