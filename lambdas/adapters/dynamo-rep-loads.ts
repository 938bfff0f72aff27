import * as z from "zod/mini";
import type { Rep } from "../contract/agreement.ts";
import { keys } from "../contract/table.ts";
import { type LeadTable, type NamedWrite, readItem, update } from "./dynamo-table.ts";

const LoadSchema = z.object({ openLeads: z.int() });

/** How many unanswered leads each of these reps holds. */
export const readLoads = async (table: LeadTable, reps: readonly Rep[]): Promise<Record<string, number>> => {
  const items = await Promise.all(reps.map(({ id }) => readItem(table, keys.rep(id))));
  return Object.fromEntries(
    reps.map(({ id }, i) => [id, items[i] === undefined ? 0 : LoadSchema.parse(items[i]).openLeads]),
  );
};

/** Part of the assignment: refused when the rep has meanwhile taken as many as the agreement allows. */
export const takeLead = (table: LeadTable, rep: Rep): NamedWrite =>
  update(table, "load", keys.rep(rep.id), "ADD openLeads :one", {
    that: "attribute_not_exists(openLeads) OR openLeads < :capacity",
    values: { ":one": 1, ":capacity": rep.capacity },
  });

/** Part of the answer: the rep has room for the next lead. */
export const releaseLead = (table: LeadTable, repId: string): NamedWrite =>
  update(table, "load", keys.rep(repId), "ADD openLeads :less", { values: { ":less": -1 } });
