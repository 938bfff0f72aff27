import { changeGenerations, knownForMillis, readGenerations } from "../adapters/dynamo-counter-generations.ts";
import { readPeriodsOf } from "../adapters/dynamo-counters.ts";
import { addCounts, generationOf, removeGeneration, removeItems, scanFacts } from "../adapters/dynamo-recount.ts";
import type { DynamoTable, Item } from "../adapters/dynamo-table.ts";
import { Tally } from "../domain/metrics/changes.ts";
import { factIn, isUncounted, writtenAt } from "../domain/metrics/fact.ts";
import type { Generation, Generations } from "../domain/metrics/generations.ts";
import { type Difference, differencesOf, of, sliceOver } from "../domain/metrics/period-counters.ts";
import { slices } from "../domain/metrics/slices.ts";
import { quarterOf, weekOf, weeksBetween } from "../domain/metrics/week.ts";

export interface RecountDependencies {
  readonly table: DynamoTable;
  readonly timeZone: string;
  readonly now: () => string;
  readonly pause: (millis: number) => Promise<void>;
  /** Reports progress. */
  readonly say: (line: string) => void;
}

export interface Recounted {
  readonly generation: number;
  readonly facts: number;
  /** Items that should be facts and could not be parsed. */
  readonly unreadable: number;
  readonly differences: readonly Difference[];
}

/** Another recount has begun meanwhile: that one counts. */
export class RecountOvertakenError extends Error {
  override readonly name = "RecountOvertaken";
}

/** Each attempt was in vain; nothing has changed. */
export class RecountInVainError extends Error {
  override readonly name = "RecountInVain";
}

/** By then every counting function knows the new generation: they read the generations every few seconds. */
const leadMillis = 30_000;
/** By then all writes from before have arrived: no function that counts runs longer than a minute. */
const settleMillis = 60_000;

/** How often it is restarted; the reasons are rare. */
const mostAttempts = 5;

/**
 * Recounts all facts while the live counting goes on: it counts what was written from an agreed instant on into both
 * generations, this counts what was written before; then the new generation is shown. A recount
 * that died left an unfinished generation, which the next recount deletes.
 * @throws RecountOvertaken, RecountInVain
 */
export const recount = async (deps: RecountDependencies): Promise<Recounted> => {
  for (let attempts = 0; attempts < mostAttempts; attempts++) {
    const done = await attempt(deps);
    if (typeof done === "object") return done;
    deps.say(`${inVain[done]}: it begins again.`);
  }
  throw new RecountInVainError(`the recount was begun ${mostAttempts} times, and each time in vain`);
};

/**
 * `late`: the new generation was announced so late that writes from its instant on may have been counted without
 * it. `erased`: an erasure moved facts during the scan, and no scan sees such a move as a whole.
 */
type InVain = "late" | "erased";

const inVain: Record<InVain, string> = {
  late: "The table took too long to answer",
  erased: "Somebody was erased meanwhile, and may have been counted twice or not at all",
};

const attempt = async (deps: RecountDependencies): Promise<Recounted | InVain> => {
  const { table, now, pause, say } = deps;
  const before = await readGenerations(table);
  const building = begunAfter(before, now());
  const during = { current: before.current, building };
  await change(table, before, during);
  if (Date.parse(now()) + knownForMillis >= Date.parse(building.from)) return "late";
  say(`Generation ${building.generation} is being counted; what is written from ${building.from} on is counted live.`);
  await pause(Date.parse(building.from) + settleMillis - Date.parse(now()));
  const { tally, unreadable, periods, leftOver } = await countAll(deps, during);
  await pause(leadMillis);
  if (await hasErased(deps, building)) return "erased";
  await addCounts(table, building.generation, tally.changes, tally.stages);
  const differences = await compare(table, during, periods);
  await change(table, during, { current: building });
  say(`Generation ${building.generation} is looked at from now on; ${before.current.generation} is taken away.`);
  await pause(leadMillis);
  await removeItems(table, leftOver);
  await removeGeneration(table, before.current.generation, periods);
  return { generation: building.generation, facts: tally.facts, unreadable, differences };
};

/** Whether an erasure was counted since the recount began: the live counting adds it to the new generation. */
const hasErased = async ({ table, timeZone, now }: RecountDependencies, { generation, from }: Generation) => {
  const read = await readPeriodsOf(table, generation, weeksBetween(from, now(), timeZone));
  return of("erased", sliceOver(read, slices.all)) > 0;
};

const begunAfter = ({ current, building }: Generations, at: string): Generation => ({
  generation: Math.max(current.generation, building?.generation ?? 0) + 1,
  from: new Date(Date.parse(at) + leadMillis).toISOString(),
});

const change = async (table: DynamoTable, read: Generations, next: Generations): Promise<void> => {
  if (!(await changeGenerations(table, read, next)))
    throw new RecountOvertakenError("another recount has begun meanwhile; this one has changed nothing");
};

interface During extends Generations {
  readonly building: Generation;
}

const countAll = async ({ table, timeZone, now, say }: RecountDependencies, { current, building }: During) => {
  const tally = new Tally(timeZone);
  const [leftOver, periods]: [Item[], Set<string>] = [
    [],
    new Set([weekOf(now(), timeZone), quarterOf(now(), timeZone)]),
  ];
  let [pages, unreadable] = [0, 0];
  for await (const page of scanFacts(table)) {
    for (const item of page) {
      const generation = generationOf(String(item.pk));
      if (generation === undefined) unreadable += countOne(tally, item, building.from) ? 0 : 1;
      else if (generation === current.generation) periods.add(String(item.pk).split("#")[2] ?? "");
      else if (generation !== building.generation) leftOver.push({ pk: item.pk, sk: item.sk });
    }
    if (++pages % 100 === 0) say(`${pages} pages read, ${tally.facts} facts counted.`);
  }
  for (const { period } of tally.changes) periods.add(period);
  periods.delete("");
  say(`${pages} pages read, ${tally.facts} facts counted.`);
  return { tally, unreadable, leftOver, periods: [...periods].sort() };
};

/** @returns false for an item that should be a fact and cannot be parsed. */
const countOne = (tally: Tally, item: Item, before: string): boolean => {
  try {
    const fact = isUncounted(item) ? undefined : factIn(item);
    if (fact !== undefined && writtenAt(fact) < before) tally.count(fact);
    return true;
  } catch {
    return false;
  }
};

const compare = async (table: DynamoTable, { current, building }: During, periods: readonly string[]) => {
  const [was, is] = await Promise.all(
    [current, building].map(({ generation }) => readPeriodsOf(table, generation, periods)),
  );
  return (is ?? []).flatMap((after, i) =>
    differencesOf(was?.[i] ?? { period: after.period, slices: new Map() }, after),
  );
};
