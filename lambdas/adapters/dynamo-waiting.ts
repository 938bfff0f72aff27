import { keys } from "../contract/table.ts";
import { type Queued, QueuedSchema } from "../domain/hand-off/queue.ts";
import {
  type DynamoTable,
  type Item,
  type NamedWrite,
  readBeginningWith,
  readUpTo,
  rewrite,
  type Whole,
} from "./dynamo-table.ts";

/**
 * Takes or renews the lead's place in the queue. `moved`: it waited at another rank before, whose
 * place `moveWrites` releases; its waiting time goes on.
 */
export const queueUp = (table: DynamoTable, queued: Queued, moved: boolean): NamedWrite =>
  rewrite(table, "queued", keys.queued(queued.rank, queued.leadId), { ...whole(queued), moved: moved || undefined });

const whole = ({ lane, segment, companyOwner, ...queued }: Queued): Whole<Queued> => ({
  ...queued,
  lane,
  segment,
  companyOwner,
});

/** The queue from its head, in order, at most this many. */
export const readQueue = (table: DynamoTable, most: number): Promise<Queued[]> => readHead(table, most, "pk = :pk");

/** The leads ahead of this one, from the head, at most this many. */
export const readQueueAhead = (
  table: DynamoTable,
  { rank, leadId }: Pick<Queued, "rank" | "leadId">,
  most: number,
): Promise<Queued[]> => readHead(table, most, "pk = :pk AND sk < :behind", { ":behind": keys.queued(rank, leadId).sk });

/** How many MQLs wait for a rep at this moment. */
export const countWaiting = async (table: DynamoTable): Promise<number> =>
  (await readBeginningWith(table, { ...keys.queued("", ""), sk: "QUEUED#" })).length;

const readHead = async (table: DynamoTable, most: number, condition: string, values: Item = {}): Promise<Queued[]> => {
  const { items } = await readUpTo(table, most, condition, { ":pk": keys.queued("", "").pk, ...values });
  return items.map((item) => QueuedSchema.parse(item));
};
