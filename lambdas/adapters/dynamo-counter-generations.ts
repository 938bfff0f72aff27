import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import { firstGenerations, type Generations } from "../domain/metrics/generations.ts";
import { type Condition, type DynamoTable, readItem, rewrite, transact, type Whole } from "./dynamo-table.ts";

const GenerationSchema = z.object({ generation: z.int(), from: z.string() });
const GenerationsSchema = z.object({ current: GenerationSchema, building: z.optional(GenerationSchema) });

export const readGenerations = async (table: DynamoTable): Promise<Generations> => {
  const item = await readItem(table, keys.counterGeneration());
  return item === undefined ? firstGenerations : GenerationsSchema.parse(item);
};

/**
 * How long a counting function relies on what it has read; a recount starts, and deletes, with more delay than that.
 */
export const knownForMillis = 5_000;

/** Reads the generations every few seconds, and not for each fact. */
export const knownGenerations = (table: DynamoTable, now: () => string): (() => Promise<Generations>) => {
  let known: { readonly until: number; readonly generations: Generations } | undefined;
  return async () => {
    const at = Date.parse(now());
    if (known === undefined || at >= known.until)
      known = { until: at + knownForMillis, generations: await readGenerations(table) };
    return known.generations;
  };
};

/** @returns whether it was written; false when another recount came first. */
export const changeGenerations = async (
  table: DynamoTable,
  read: Generations,
  { current, building }: Generations,
): Promise<boolean> => {
  const next: Whole<Generations> = { current, building };
  return (await transact(table, [rewrite(table, "generations", keys.counterGeneration(), next, isStill(read))])).done;
};

const isStill = ({ current, building }: Generations): Condition => {
  const isCurrent =
    current.from === "" ? "(attribute_not_exists(pk) OR #current.#from = :from)" : "#current.#from = :from";
  const names = { "#current": "current", "#building": "building", "#from": "from" };
  if (building === undefined)
    return { that: `${isCurrent} AND attribute_not_exists(#building)`, names, values: { ":from": current.from } };
  const values = { ":from": current.from, ":building": building.from };
  return { that: `${isCurrent} AND #building.#from = :building`, names, values };
};
