import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { lifetimes, limits } from "../contract/limits.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import type { Counted, Counter, Counts } from "../domain/capture/form-limits.ts";
import {
  type AskedAddress,
  AskedAddressSchema,
  mailboxHash,
  mayAsk,
  mayTell,
} from "../domain/nurture/asked-address.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { dayMillis } from "../domain/working-time/zone.ts";
import { untilWritten } from "./contention.ts";
import {
  type DynamoTable,
  type Item,
  isAtVersion,
  type Key,
  type NamedWrite,
  readItem,
  rewrite,
  toItem,
  transact,
  update,
} from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

/** All that the mailbox behind an address was ever asked to confirm. */
export const readAskedAddress = async (table: DynamoTable, email: string): Promise<AskedAddress> => {
  const item = await readItem(table, keys.limit("ASKED", mailboxHash(email), "ASKED"));
  return item === undefined ? { version: 0, asks: [] } : AskedAddressSchema.parse(item);
};

/**
 * Notes that the mailbox is about to be asked this, if it may be: before the mail, so that no crash makes it two.
 * @returns false when it may not be asked
 */
export const noteAsk = (table: DynamoTable, email: string, of: string, at: string): Promise<boolean> =>
  noted(table, email, ({ asks, ...others }) => {
    if (!mayAsk(asks, of, at)) return undefined;
    return asks.some((ask) => ask.of === of) ? "noted" : { ...others, asks: [...asks, { of, at }] };
  });

/** The same of a form that its owner is told of, and not asked about. */
export const noteTelling = (table: DynamoTable, email: string, of: string, at: string): Promise<boolean> =>
  noted(table, email, ({ tellings = [], ...others }) => {
    if (!mayTell({ ...others, tellings }, of, at)) return undefined;
    return tellings.some((one) => one.of === of) ? "noted" : { ...others, tellings: [...tellings, { of, at }] };
  });

/** @param note what is kept of the mailbox then; `undefined` when it may not be written to */
const noted = (
  table: DynamoTable,
  email: string,
  note: (known: AskedAddress) => AskedAddress | "noted" | undefined,
): Promise<boolean> =>
  untilWritten(async () => {
    const known = await readAskedAddress(table, email);
    const next = note(known);
    if (next === undefined || next === "noted") return next === "noted";
    const { version } = known;
    const key = keys.limit("ASKED", mailboxHash(email), "ASKED");
    const fresh = { tellings: undefined, ...next, version: version + 1 };
    return (
      (await transact(table, [rewrite<AskedAddress>(table, "asked", key, fresh, isAtVersion(version))])).done ||
      undefined
    );
  });

const DaysMailsSchema = /* @__PURE__ */ droppable(() => z.object({ version: z.int(), mails: z.array(z.string()) }));
type DaysMails = z.infer<typeof DaysMailsSchema> & { readonly expiresAt: number };

/**
 * Notes that a mail is about to go to a mailbox whose owner never said that the address is theirs; the same mail again is
 * not another one.
 * @returns false when as many as may went to it on this day (in UTC)
 */
export const noteMail = (table: DynamoTable, email: string, name: string, at: string): Promise<boolean> =>
  untilWritten(async () => {
    const key = keys.limit("STRANGER", mailboxHash(email), at.slice(0, 10));
    const item = await readItem(table, key);
    const { version, mails } = item === undefined ? { version: 0, mails: [] } : DaysMailsSchema.parse(item);
    if (mails.includes(name)) return true;
    if (mails.length >= limits.mailsPerStrangerAndDay) return false;
    const expiresAt = epochSeconds(at, 2 * dayMillis);
    const next = { version: version + 1, mails: [...mails, name], expiresAt };
    return (
      (await transact(table, [rewrite<DaysMails>(table, "mails", key, next, isAtVersion(version))])).done || undefined
    );
  });

/**
 * Adds to a counter that is forgotten after its span, in one write that no other stands in the way of.
 * @returns what it counts now
 */
export const countUp = async (table: DynamoTable, key: Key, by: number, forgetAt: number): Promise<number> =>
  Number((await add(table, key, { count: by }, forgetAt)).count);

/** @returns all that the item counts now */
const add = async (table: DynamoTable, key: Key, amounts: Record<string, number>, forgetAt: number): Promise<Item> => {
  const names = Object.keys(amounts);
  const { Attributes: counted = {} } = await table.client.send(
    new UpdateItemCommand({
      TableName: table.tableName,
      Key: toItem(key),
      UpdateExpression: `SET expiresAt = :forget ADD ${names.map((_, i) => `#${i} :${i}`).join(", ")}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#${i}`, name])),
      ExpressionAttributeValues: toItem({
        ":forget": Math.ceil(forgetAt / 1000),
        ...Object.fromEntries(names.map((name, i) => [`:${i}`, amounts[name]])),
      }),
      ReturnValues: "ALL_NEW",
    }),
  );
  return unmarshall(counted);
};

/** The item of one day, with a count of each hour. It is of no use after that day. */
const formCounter = ({ of, sender }: Counter, at: string) => ({
  key: keys.limit(of.toUpperCase(), sender, at.slice(0, 10)),
  hour: `h${at.slice(11, 13)}`,
  forgetAt: Date.parse(at) + elapsedMillis(lifetimes.formCount),
});

/** Counts one form, in one write. @returns how many there were before it */
export const countForm = async (table: DynamoTable, counter: Counter, at: string): Promise<Counted> => {
  const { key, hour, forgetAt } = formCounter(counter, at);
  const counted = countedIn(await add(table, key, { day: 1, [hour]: 1 }, forgetAt), hour);
  return { hour: counted.hour - 1, day: counted.day - 1 };
};

const countedIn = (item: Item, hour: string): Counted => ({
  hour: Number(item[hour] ?? 0),
  day: Number(item.day ?? 0),
});

/** How many forms each of these has had in the running hour and day. */
export const readFormCounts = async (table: DynamoTable, counters: readonly Counter[], at: string): Promise<Counts> => {
  const counts = await Promise.all(
    counters.map(async (counter): Promise<[Counter["of"], Counted]> => {
      const { key, hour } = formCounter(counter, at);
      return [counter.of, countedIn((await readItem(table, key)) ?? {}, hour)];
    }),
  );
  return Object.fromEntries(counts);
};

/** One more of the day's places in the fast lane, with the move that it is for; `none` when all are taken. */
export const takeLanePlace = async (table: DynamoTable, most: number, at: string): Promise<NamedWrite | "none"> => {
  const key = keys.limit("FAST-LANE", "all", at.slice(0, 10));
  const taken = await readItem(table, key);
  if (Number(taken?.day ?? 0) >= most) return "none";
  return update(table, "place", key, "SET expiresAt = :forget ADD #day :one", {
    that: "attribute_not_exists(#day) OR #day < :most",
    names: { "#day": "day" },
    values: {
      ":forget": epochSeconds(at, elapsedMillis(lifetimes.formCount)),
      ":one": 1,
      ":most": most,
    },
  });
};
