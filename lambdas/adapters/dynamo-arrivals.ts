import { paginateQuery, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { lifetimes, limits } from "../contract/limits.ts";
import { sourceKinds } from "../contract/sources.ts";
import { droppable } from "../contract/start-light.ts";
import { keys, tableIndexes, unreadPartition } from "../contract/table.ts";
import { type UnreadReason, unreadReasons } from "../domain/source/unread.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { untilWritten } from "./contention.ts";
import {
  type DynamoTable,
  isNew,
  type NamedWrite,
  put,
  readItem,
  readPage,
  remove,
  toItem,
  transact,
  update,
} from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";
import { type BodyStore, readBody, storeBody } from "./s3-bodies.ts";

const ArrivalSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    arrivalId: z.string(),
    sourceId: z.string(),
    /** As it was then: what the tool sends does not change with the agreement. */
    kind: z.enum(sourceKinds),
    at: z.string(),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    bytes: z.int(),
    correlationId: z.string(),
    /** How often it was asked to be read, and which of these is done. */
    turn: z.int(),
    readTurn: z.optional(z.int()),
    /** When it was last asked for again. */
    askedAt: z.optional(z.string()),
    because: z.optional(z.enum(unreadReasons)),
    /** What the reason is about: a status, or a field's name; nothing that a person has written. */
    detail: z.optional(z.string()),
    expiresAt: z.int(),
  }),
);

/** What a form tool has sent. */
export type Arrival = z.infer<typeof ArrivalSchema>;

export type NewArrival = Omit<Arrival, "turn" | "readTurn" | "askedAt" | "because" | "detail" | "bytes" | "expiresAt">;

const expiryOf = (at: string): number => epochSeconds(at, elapsedMillis(lifetimes.arrival));

/** Keeps what a form tool has sent, whole, before anybody reads it: one transaction, after the bucket if it is large. */
export const storeArrival = async (
  table: DynamoTable,
  bodies: BodyStore,
  arrival: NewArrival,
  body: Uint8Array,
): Promise<void> => {
  const { arrivalId, at } = arrival;
  const expiresAt = expiryOf(at);
  const isLarge = body.byteLength > limits.arrivalItemBytes;
  const kept = isLarge ? { key: await storeBody(bodies, arrivalId, body) } : { body };
  await transact(table, [
    put(
      table,
      "arrival",
      {
        ...keys.arrival(arrivalId),
        ...arrival,
        bytes: body.byteLength,
        turn: 1,
        expiresAt,
      },
      isNew,
    ),
    put(table, "body", { ...keys.arrivalBody(arrivalId), ...kept, expiresAt }, isNew),
  ]);
};

/** @returns `undefined` when it was erased, or its time is over */
export const readArrival = async (table: DynamoTable, arrivalId: string): Promise<Arrival | undefined> => {
  const item = await readItem(table, keys.arrival(arrivalId));
  return item === undefined ? undefined : ArrivalSchema.parse(item);
};

const BodySchema = /* @__PURE__ */ droppable(() =>
  z.object({ body: z.optional(z.instanceof(Uint8Array)), key: z.optional(z.instanceof(Uint8Array)) }),
);

type KeptBody = z.infer<typeof BodySchema>;

/** The bytes as they came, or the key of those that are in the bucket; `undefined` when they are no longer there. */
export const readKeptBody = async (table: DynamoTable, arrivalId: string): Promise<KeptBody | undefined> => {
  const item = await readItem(table, keys.arrivalBody(arrivalId));
  return item === undefined ? undefined : BodySchema.parse(item);
};

/** The bytes as they came; `undefined` when they are no longer there. */
export const readArrivalBody = async (
  table: DynamoTable,
  bodies: BodyStore,
  arrivalId: string,
): Promise<Uint8Array | undefined> => {
  const { body, key } = (await readKeptBody(table, arrivalId)) ?? {};
  return key === undefined ? body : readBody(bodies, arrivalId, key);
};

/**
 * Where the addresses are that it names, for an erasure to find: before anything else is done with it.
 * @param noted those of which that is known already
 */
export const noteMailboxes = async (
  table: DynamoTable,
  { arrivalId, at }: Arrival,
  mailboxes: readonly string[],
  noted: ReadonlySet<string> = new Set(),
): Promise<void> => {
  const item = { arrivalId, expiresAt: expiryOf(at) };
  const writes = mailboxes
    .filter((mailbox) => !noted.has(mailbox))
    .map((mailbox) => put(table, mailbox, { ...keys.arrivalOf(mailbox, arrivalId), ...item }));
  for (let from = 0; from < writes.length; from += mostInTransaction)
    await transact(table, writes.slice(from, from + mostInTransaction));
};

/** DynamoDB's own bound. */
const mostInTransaction = 100;

/** What became of an arrival when it was read. */
export interface Reading {
  /** Forms that were taken in, those that a repeat brought again not counted. */
  readonly accepted: number;
  /** Forms that seem to be a machine's, or are beyond a limit: a colleague decides. */
  readonly aside: number;
  readonly tests: number;
  readonly engagements: number;
  /** Why not all of it could be read. */
  readonly because?: UnreadReason | undefined;
  readonly detail?: string | undefined;
}

/** Ends a turn of reading, once: counts it for its source, and lists what could not be read. */
export const endReading = (table: DynamoTable, arrival: Arrival, { because, detail, ...counted }: Reading) =>
  untilWritten(async () => {
    const { arrivalId, sourceId, at, turn } = arrival;
    const now = await readArrival(table, arrivalId);
    if (now === undefined || (now.readTurn ?? 0) >= turn) return true;
    const isListed = because !== undefined;
    const set = [
      "readTurn = :turn",
      ...(isListed ? ["because = :because", "attentionPartition = :p", "attentionAt = :at"] : []),
    ];
    const gone = isListed ? [] : ["because", "attentionPartition", "attentionAt"];
    const removed = [...gone, ...(detail === undefined ? ["detail"] : [])];
    if (detail !== undefined) set.push("detail = :detail");
    const outcome = await transact(table, [
      update(
        table,
        "arrival",
        keys.arrival(arrivalId),
        `SET ${set.join(", ")}${removed.length > 0 ? ` REMOVE ${removed.join(", ")}` : ""}`,
        {
          that: "turn = :turn AND (attribute_not_exists(readTurn) OR readTurn < :turn)",
          values: {
            ":turn": turn,
            // What is asked for again, and again cannot be read, stands behind what was not: `readUnread` comes to an end.
            ...(isListed && { ":because": because, ":p": unreadPartition(sourceId), ":at": now.askedAt ?? at }),
            ...(detail !== undefined && { ":detail": detail }),
          },
        },
      ),
      countForSource(table, arrival, { ...(turn === 1 && { received: 1 }), ...counted }),
    ]);
    return outcome.done || undefined;
  });

const countForSource = (
  table: DynamoTable,
  { arrivalId, sourceId, at, turn }: Arrival,
  amounts: Readonly<Record<string, number>>,
): NamedWrite => {
  const counts = Object.entries(amounts).filter(([, by]) => by > 0);
  const add = counts.length === 0 ? "" : ` ADD ${counts.map((_, i) => `#${i} :${i}`).join(", ")}`;
  // Not by one that is read again.
  const newest = turn === 1 ? { ":at": at, ":arrival": arrivalId } : undefined;
  const set = `SET expiresAt = :forget${newest === undefined ? "" : ", lastAt = :at, lastArrival = :arrival"}`;
  return update(table, "source's day", keys.sourceDay(sourceId, at.slice(0, 10)), `${set}${add}`, {
    names: Object.fromEntries(counts.map(([name], i) => [`#${i}`, name])),
    values: {
      ...newest,
      ":forget": epochSeconds(at, elapsedMillis(lifetimes.sourceDay)),
      ...Object.fromEntries(counts.map(([, by], i) => [`:${i}`, by])),
    },
  });
};

/** A request that its source's tool has not sent, as far as its signature says: all that is kept of it. */
export const countRefused = async (table: DynamoTable, sourceId: string, at: string): Promise<void> => {
  await table.client.send(
    new UpdateItemCommand({
      TableName: table.tableName,
      Key: toItem(keys.sourceDay(sourceId, at.slice(0, 10))),
      UpdateExpression: "SET expiresAt = :forget ADD refused :one",
      ExpressionAttributeValues: toItem({
        ":forget": epochSeconds(at, elapsedMillis(lifetimes.sourceDay)),
        ":one": 1,
      }),
    }),
  );
};

const count = () => z._default(z.int(), 0);
const DaySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    sk: z.string(),
    lastAt: z.optional(z.string()),
    /** The one that came then. */
    lastArrival: z.optional(z.string()),
    received: count(),
    accepted: count(),
    aside: count(),
    tests: count(),
    engagements: count(),
    refused: count(),
  }),
);
/** What came by a source on one day (in UTC). */
export type SourceDay = z.infer<typeof DaySchema>;

/** The newest days on which something came by a source, at most so many. */
export const readSourceDays = async (table: DynamoTable, sourceId: string, most: number): Promise<SourceDay[]> => {
  const { pk, sk } = keys.sourceDay(sourceId, "");
  const question = {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
    ScanIndexForward: false,
    Limit: most,
  };
  return (await readPage(table, question, { ":pk": pk, ":sk": sk })).map((item) => DaySchema.parse(item));
};

const ListedSchema = /* @__PURE__ */ droppable(() => z.object({ pk: z.string() }));

interface Which {
  readonly most: number;
  readonly until: string;
  readonly newestFirst?: boolean;
}

/** What could not be read of a source's, the oldest first unless it is said otherwise, at most so many. */
export const readUnread = async (table: DynamoTable, sourceId: string, which: Which): Promise<readonly Arrival[]> =>
  (await readSomeUnread(table, sourceId, which)).arrivals;

/** The same, and whether there is more. */
export const readSomeUnread = async (
  table: DynamoTable,
  sourceId: string,
  { most, until, newestFirst = false }: Which,
): Promise<{ readonly arrivals: readonly Arrival[]; readonly isMore: boolean }> => {
  const question = { ...unreadUntil, ScanIndexForward: !newestFirst, Limit: most + 1 };
  const listed = await readPage(table, question, { ":partition": unreadPartition(sourceId), ":until": until });
  const found = await Promise.all(
    listed
      .slice(0, most)
      .map((item) => readArrival(table, ListedSchema.parse(item).pk.slice(keys.arrival("").pk.length))),
  );
  // The index may still list what was asked for again a moment ago.
  const arrivals = found.flatMap((arrival) => (arrival?.because === undefined ? [] : [arrival]));
  return { arrivals, isMore: listed.length > most };
};

const unreadUntil = {
  IndexName: tableIndexes.attention,
  KeyConditionExpression: "attentionPartition = :partition AND attentionAt <= :until",
};

/** Beyond this many nobody counts. */
const mostCounted = 10_000;

/** How much of a source's could not be read. */
export const countUnread = async (table: DynamoTable, sourceId: string, until: string): Promise<number> => {
  const values = toItem({ ":partition": unreadPartition(sourceId), ":until": until });
  const query = {
    TableName: table.tableName,
    ...unreadUntil,
    ExpressionAttributeValues: values,
    Select: "COUNT",
  } as const;
  let counted = 0;
  for await (const { Count: count = 0 } of paginateQuery({ client: table.client }, query)) {
    counted += count;
    if (counted >= mostCounted) break;
  }
  return counted;
};

/** Asks for it to be read again: the stream does the rest. @returns false when somebody else has, or it is gone */
export const askAgain = async (table: DynamoTable, arrivalId: string, now: string): Promise<boolean> => {
  const arrival = await readArrival(table, arrivalId);
  if (arrival === undefined || arrival.readTurn !== arrival.turn) return false;
  const { done } = await transact(table, [
    update(
      table,
      "arrival",
      keys.arrival(arrivalId),
      "SET turn = :next, askedAt = :now REMOVE because, detail, attentionPartition, attentionAt",
      { that: "turn = :turn", values: { ":turn": arrival.turn, ":next": arrival.turn + 1, ":now": now } },
    ),
  ]);
  return done;
};

/** Drops what could not be read. @returns false when it has been read meanwhile, or is gone */
export const dropUnread = async (table: DynamoTable, arrivalId: string): Promise<boolean> => {
  const { done } = await transact(table, [
    remove(table, "body", keys.arrivalBody(arrivalId)),
    remove(table, "arrival", keys.arrival(arrivalId), { that: "attribute_exists(because)" }),
  ]);
  return done;
};
