import * as z from "zod/mini";
import type { Pulse } from "../contract/board.ts";
import { StageSchema } from "../contract/stages.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { type Counters, type PeriodCounters, sourcesOf } from "../domain/metrics/period-counters.ts";
import { slices } from "../domain/metrics/slices.ts";
import { weekOf, weeksUpTo } from "../domain/metrics/week.ts";
import { readGenerations } from "./dynamo-counter-generations.ts";
import { type DynamoTable, type Item, type Key, readBeginningWith, readItem, readPage } from "./dynamo-table.ts";

const CountersSchema = /* @__PURE__ */ droppable(() => z.record(z.string(), z.number()));

const countersIn = ({ pk: _pk, sk: _sk, ...counters }: Item): Counters =>
  new Map(Object.entries(CountersSchema.parse(counters)));

/** The company's counters of each week by name, in the order asked for; empty when nothing was counted in it. */
export const readCounters = async (table: DynamoTable, weeks: readonly string[]): Promise<Counters[]> => {
  const { current } = await readGenerations(table);
  const items = weeks.map((week) => readItem(table, keys.counters(current.generation, week, slices.all)));
  return (await Promise.all(items)).map((item) => countersIn(item ?? {}));
};

/**
 * How many slices of a week are read: more than the agreement has, plus the usual sources. Whatever
 * is beyond is in the company's counters all the same.
 */
const mostSlices = 600;

/** All slices of weeks or quarters, in the order asked for, from the generation that is in force. */
export const readPeriods = async (table: DynamoTable, periods: readonly string[]): Promise<PeriodCounters[]> => {
  const { current } = await readGenerations(table);
  return readPeriodsOf(table, current.generation, periods);
};

/** The same of any generation. */
export const readPeriodsOf = (
  table: DynamoTable,
  generation: number,
  periods: readonly string[],
): Promise<PeriodCounters[]> =>
  Promise.all(periods.map((period) => readSlices(table, keys.counters(generation, period, ""), period)));

const readSlices = async (table: DynamoTable, { pk, sk }: Key, period: string): Promise<PeriodCounters> => {
  const KeyConditionExpression = sk === "" ? "pk = :pk" : "pk = :pk AND begins_with(sk, :sk)";
  const values = { ":pk": pk, ...(sk !== "" && { ":sk": sk }) };
  const items = await readPage(table, { KeyConditionExpression, Limit: mostSlices }, values);
  return { period, slices: new Map(items.map((item) => [String(item.sk), countersIn(item)])) };
};

/** How far back the choice of sources looks. */
const weeksOfSources = 8;
/** Nobody scans a longer list. */
const mostSources = 50;

/** Where most leads of the last weeks came from, those with most leads first. */
export const readSources = async (
  table: DynamoTable,
  { terms }: { readonly terms: { readonly company: { readonly timeZone: string } } },
  now: string,
): Promise<string[]> => {
  const { current } = await readGenerations(table);
  const weeks = weeksUpTo(weekOf(now, terms.company.timeZone), weeksOfSources);
  const read = weeks.map((week) => readSlices(table, keys.counters(current.generation, week, slices.source("")), week));
  return sourcesOf(await Promise.all(read)).slice(0, mostSources);
};

const StageCountSchema = /* @__PURE__ */ droppable(() =>
  z.object({ sk: StageSchema, count: z.number(), pulse: z.number() }),
);

/** How many leads are in each stage, and a pulse that differs when anything on their cards has changed. */
export const readPulse = async (table: DynamoTable): Promise<Omit<Pulse, "asOf">> => {
  const { current } = await readGenerations(table);
  const { pk } = keys.stageCount(current.generation, "");
  const items = await readBeginningWith(table, { pk, sk: "" });
  const stages = items.map((item) => {
    const { sk, count, pulse } = StageCountSchema.parse(item);
    return [sk, { count: Math.max(0, count), pulse: `${current.generation}.${pulse}` }] as const;
  });
  return { stages: Object.fromEntries(stages) };
};
