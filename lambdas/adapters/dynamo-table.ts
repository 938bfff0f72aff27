import { randomUUID } from "node:crypto";
import {
  type AttributeValue,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { giveWay, LeadContentionError } from "./contention.ts";

/** The single table, and the client that reaches it. */
export interface DynamoTable {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

export type Item = Record<string, unknown>;
export type Key = { readonly pk: string; readonly sk: string };

export const openTable = (tableName: string): DynamoTable => ({ client: tableClient({}), tableName });

/** With pauses of up to 0.5, 1, 2 and 4 s between them, by the SDK's own rule for throttling. */
const requestAttempts = 5;

/**
 * A client that repeats what passes by itself. A plain write that meets a running transaction on its item is refused
 * with `TransactionConflictException`, which the SDK does not repeat by itself; here it counts as throttling.
 */
export const tableClient = (config: DynamoDBClientConfig): DynamoDBClient => {
  const client = new DynamoDBClient({ maxAttempts: requestAttempts, ...config });
  client.middlewareStack.add(
    (next) => async (request) => {
      try {
        return await next(request);
      } catch (error) {
        if (error instanceof TransactionConflictException) Object.assign(error, { $retryable: { throttling: true } });
        throw error;
      }
    },
    // Within the SDK's own repeating, which has a high priority.
    { name: "conflictsPass", step: "finalizeRequest", priority: "low" },
  );
  return client;
};

export const toItem = (value: Item): Record<string, AttributeValue> => marshall(value, { removeUndefinedValues: true });

/** Strongly consistent: decisions must see every write. */
export const readItem = async (table: DynamoTable, key: Key): Promise<Item | undefined> => {
  const { Item: item } = await table.client.send(
    new GetItemCommand({ TableName: table.tableName, Key: toItem(key), ConsistentRead: true }),
  );
  return item === undefined ? undefined : unmarshall(item);
};

/** One page of a query: its limit bounds what is read. */
export const readPage = async (
  table: DynamoTable,
  question: Omit<QueryCommandInput, "TableName" | "ExpressionAttributeValues"> & { readonly Limit: number },
  values: Item,
): Promise<Item[]> => {
  const query = { TableName: table.tableName, ...question, ExpressionAttributeValues: toItem(values) };
  const { Items: items = [] } = await table.client.send(new QueryCommand(query));
  return items.map((item) => unmarshall(item));
};

/** All items of the lead whose sort key begins with this, in key order, over all pages. */
export const readBeginningWith = async (table: DynamoTable, { pk, sk }: Key): Promise<Item[]> => {
  // DynamoDB takes no empty text for a key, not even as a beginning.
  const condition = sk === "" ? "pk = :pk" : "pk = :pk AND begins_with(sk, :sk)";
  const values = { ":pk": pk, ...(sk !== "" && { ":sk": sk }) };
  return (await readUpTo(table, Number.POSITIVE_INFINITY, condition, values)).items;
};

/** The first items that the condition on the keys finds, in key order, at most this many, over all pages. */
export const readUpTo = async (
  table: DynamoTable,
  most: number,
  condition: string,
  values: Item,
): Promise<{ readonly items: Item[]; readonly isCut: boolean }> => {
  const items: Item[] = [];
  let from: QueryCommandInput["ExclusiveStartKey"];
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.tableName,
        KeyConditionExpression: condition,
        ExpressionAttributeValues: toItem(values),
        ConsistentRead: true,
        Limit: Number.isFinite(most) ? most - items.length : undefined,
        ExclusiveStartKey: from,
      }),
    );
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
    from = page.LastEvaluatedKey;
  } while (from !== undefined && items.length < most);
  return { items, isCut: from !== undefined };
};

/** One write of a transaction, under the name by which its failed condition is reported. */
export type NamedWrite = { readonly name: string; readonly write: TransactWriteItem };

export type TransactionOutcome =
  | { readonly done: true }
  /** Names of the writes whose condition did not hold. */
  | { readonly done: false; readonly refused: readonly string[] };

/** So often a transaction is tried that others, or a busy table, stand in the way of: 2 s on average, at most 4. */
const transactionAttempts = 10;
const longestPauseMillis = 1000;

/**
 * All or nothing. A condition that does not hold is a result, not an error. Nothing was done, and nothing refused, when
 * another transaction was writing at the same moment or the table was too busy: then it is tried again. Its token makes
 * the SDK's repeat of a transaction whose answer was lost the same one, which succeeds without a second effect.
 * @throws LeadContentionError when it cannot be carried out now
 */
export const transact = async (table: DynamoTable, writes: readonly NamedWrite[]): Promise<TransactionOutcome> => {
  const command = new TransactWriteItemsCommand({
    TransactItems: writes.map(({ write }) => write),
    ClientRequestToken: randomUUID(),
  });
  for (let tries = 0; tries < transactionAttempts; tries++) {
    const codes = await cancelled(table, command);
    if (codes === undefined) return { done: true };
    const refused = writes.filter((_, i) => codes[i] === "ConditionalCheckFailed").map(({ name }) => name);
    if (refused.length > 0) return { done: false, refused };
    await giveWay(tries, longestPauseMillis);
  }
  throw new LeadContentionError(`a transaction found the table busy ${transactionAttempts} times`);
};

/** The reason of each write when the transaction was cancelled; `undefined` when it was carried out. */
const cancelled = async (table: DynamoTable, command: TransactWriteItemsCommand): Promise<string[] | undefined> => {
  try {
    await table.client.send(command);
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? "None");
    if (!codes.some((code) => code !== "None") || codes.some((code) => !expectedCodes.has(code))) throw error;
    return codes;
  }
};

const expectedCodes = new Set([
  "None",
  "ConditionalCheckFailed",
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
]);

export const put = (table: DynamoTable, name: string, item: Item & Key, condition?: Condition): NamedWrite => ({
  name,
  write: { Put: { TableName: table.tableName, Item: toItem(item), ...expressionOf(condition) } },
});

export const update = (
  table: DynamoTable,
  name: string,
  key: Key,
  expression: string,
  condition: Condition = {},
): NamedWrite => ({
  name,
  write: {
    Update: { TableName: table.tableName, Key: toItem(key), UpdateExpression: expression, ...expressionOf(condition) },
  },
});

/** Every attribute of such an item, by name: who leaves an optional one out says so by `undefined`. */
export type Whole<T> = { readonly [K in keyof Required<T>]: T[K] | undefined };

/**
 * Writes an item that may be there again: what this release knows of it is set, or removed where it is `undefined`. What it
 * does not know stays, because a newer release may have written that. An item that is written once, under a key of its
 * own and on condition that it is new, needs only `put`; so does one that begins anew in the place of one that has ended.
 */
export const rewrite = <T extends object>(
  table: DynamoTable,
  name: string,
  key: Key,
  whole: Whole<T>,
  condition: Condition = {},
): NamedWrite => {
  const { expression, ...how } = rewriting(whole, condition);
  return update(table, name, key, expression, how);
};

/** The same, as a request of its own. */
export const rewriteAlone = async <T extends object>(
  table: DynamoTable,
  key: Key,
  whole: Whole<T>,
  condition: Condition = {},
): Promise<void> => {
  const { expression: UpdateExpression, ...how } = rewriting(whole, condition);
  const item = { TableName: table.tableName, Key: toItem(key), UpdateExpression };
  await table.client.send(new UpdateItemCommand({ ...item, ...expressionOf(how) }));
};

/** Numbers, which no condition has, stand for the attributes: many of their names are reserved words. */
const rewriting = (whole: object, condition: Condition): Condition & { readonly expression: string } => {
  const attributes: [string, unknown][] = Object.entries(whole);
  const is = (isThere: boolean): number[] =>
    attributes.flatMap(([, value], i) => ((value !== undefined) === isThere ? [i] : []));
  const sets = `SET ${is(true)
    .map((i) => `#${i} = :${i}`)
    .join(", ")}`;
  const gone = is(false).map((i) => `#${i}`);
  return {
    ...condition,
    expression: gone.length === 0 ? sets : `${sets} REMOVE ${gone.join(", ")}`,
    names: { ...condition.names, ...Object.fromEntries(attributes.map(([name], i) => [`#${i}`, name])) },
    values: { ...condition.values, ...Object.fromEntries(attributes.map(([, value], i) => [`:${i}`, value])) },
  };
};

/** Writes the item unless it exists; then it stays as it is, and the transaction succeeds. */
export const putOnce = (table: DynamoTable, name: string, key: Key, item: Item): NamedWrite => {
  const [names, values]: [Record<string, string>, Item] = [{}, {}];
  const sets = Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value], i) => {
      names[`#${i}`] = attribute;
      values[`:${i}`] = value;
      return `#${i} = if_not_exists(#${i}, :${i})`;
    });
  return update(table, name, key, `SET ${sets.join(", ")}`, { names, values });
};

/** Harmless when the item is not there, unless the condition says otherwise. */
export const remove = (table: DynamoTable, name: string, key: Key, condition?: Condition): NamedWrite => ({
  name,
  write: { Delete: { TableName: table.tableName, Key: toItem(key), ...expressionOf(condition) } },
});

export const check = (
  table: DynamoTable,
  name: string,
  key: Key,
  condition: Required<Pick<Condition, "that">> & Condition,
): NamedWrite => ({
  name,
  write: {
    ConditionCheck: {
      TableName: table.tableName,
      Key: toItem(key),
      ConditionExpression: condition.that,
      ...expressionOf({ ...condition }),
    },
  },
});

export type Condition = {
  readonly that?: string;
  readonly names?: Record<string, string>;
  readonly values?: Item;
};

const expressionOf = (condition: Condition = {}) => ({
  ...(condition.that === undefined ? {} : { ConditionExpression: condition.that }),
  ...(condition.names === undefined ? {} : { ExpressionAttributeNames: condition.names }),
  ...(condition.values === undefined ? {} : { ExpressionAttributeValues: toItem(condition.values) }),
});

export const isNew: Condition = { that: "attribute_not_exists(pk)" };

/** Nobody has written it since it was read; `version` 0: since it was found not to be there. */
export const isAtVersion = (version = 0): Condition =>
  version === 0 ? isNew : { that: "version = :version", values: { ":version": version } };
