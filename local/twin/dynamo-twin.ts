import {
  ConditionalCheckFailedException,
  type DynamoDBClientConfig,
  InternalServerError,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionConflictException,
  TransactionInProgressException,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { type DynamoTable, tableClient } from "../../lambdas/adapters/dynamo-table.ts";
import { tableIndexes } from "../../lambdas/contract/table.ts";
import { assertNever } from "../../lambdas/domain/assert-never.ts";
import { type Attributes, holds, updated } from "./expressions.ts";

export type { Attributes };

/** One change, as the table's stream tells it. */
export interface TwinChange {
  readonly id: string;
  readonly before: Attributes | undefined;
  readonly after: Attributes | undefined;
}

export interface Twin extends DynamoTable {
  /** Every item, in the order of the keys. */
  readonly items: () => Attributes[];
  /** The same, as they come: at once. */
  readonly each: () => Iterable<Attributes>;
  /** The changes since this was last asked. */
  readonly takeChanges: () => TwinChange[];
}

/**
 * A table in memory behind the real client, in the place of its network: the adapters run on it as they are. It
 * isolates perfectly, and answers at once. The suites of the adapters run on it beside the emulators.
 * @param before is awaited before each request is carried out: who waits there decides the order of things
 * @param faultOf what goes wrong with the next request, as the SDK and the program see it
 * @param config of the client; with `cacheMiddleware` requests cost less, and whoever adds middleware later is not heard
 */
export const dynamoTwin = (
  before: (request: TwinRequest) => Promise<void> = async () => {},
  faultOf: (operation: string) => TableFault | undefined = () => undefined,
  config: DynamoDBClientConfig = {},
): Twin => {
  const store = new Store();
  const client = tableClient({
    region: "us-east-1",
    credentials: { accessKeyId: "twin", secretAccessKey: "twin" },
    ...config,
  });
  client.middlewareStack.add(
    (_next, { commandName = "" }) =>
      async ({ input }) => {
        // What it touches is worked out for those only who ask.
        await before({
          writes: !/^(Get|BatchGet|Query|Scan)/.test(commandName),
          get touches() {
            return touchedBy(commandName, input);
          },
        });
        const carryOut = () => store.answer(commandName, input);
        const answer = met(faultOf(commandName), commandName, input, carryOut);
        return { output: { $metadata: {}, ...answer }, response: {} };
      },
    { step: "initialize", priority: "low" },
  );
  return {
    client,
    tableName: "twin",
    items: () => [...store.all()],
    each: () => store.each(),
    takeChanges: () => store.takeChanges(),
  };
};

/** `times`: so often in a row. The SDK repeats a request, but not a transaction that was cancelled. */
export type TableFault =
  | { readonly kind: "throttled" | "conflict" | "unreachable"; readonly times: number }
  | { readonly kind: "answer-lost" | "answer-lost-repeated" }
  /** Of a transaction: the repeats of one whose answer was lost find it in progress, so often. */
  | { readonly kind: "in-progress"; readonly times: number };

/** So often the SDK sends a request, as `tableClient` has it. */
const sdkAttempts = 5;

/**
 * The answer to a request that a fault meets, as the real client would give it.
 * @throws what reaches the program after the SDK has repeated the request as often as it does
 */
const met = (fault: TableFault | undefined, operation: string, asked: unknown, carryOut: () => object): object => {
  switch (fault?.kind) {
    case undefined:
      return carryOut();
    case "answer-lost":
      outcomeOf(carryOut);
      outcomeOf(carryOut);
      throw Object.assign(new Error("the table's answer was lost"), { name: "TimeoutError" });
    case "answer-lost-repeated":
      outcomeOf(carryOut);
      return carryOut();
    case "in-progress":
      outcomeOf(carryOut);
      if (fault.times >= sdkAttempts - 1)
        throw new TransactionInProgressException({ message: "the twin's table: in progress", $metadata: {} });
      return carryOut();
    case "throttled":
    case "conflict":
    case "unreachable": {
      const error = refusalOf(fault.kind, operation, asked);
      if (error instanceof TransactionCanceledException || fault.times >= sdkAttempts) throw error;
      return carryOut();
    }
    default:
      return assertNever(fault);
  }
};

/** What was thrown is lost as well as what was answered. */
const outcomeOf = (carryOut: () => object): object => {
  try {
    return carryOut();
  } catch (error) {
    return Object(error);
  }
};

const refusalOf = (kind: "throttled" | "conflict" | "unreachable", operation: string, asked: unknown): Error => {
  const message = `the twin's table: ${kind}`;
  const about = { message, $metadata: {} };
  if (kind === "unreachable") return new InternalServerError(about);
  if (operation === "TransactWriteItemsCommand") {
    const [, ...others] = TransactionSchema.parse(asked).TransactItems;
    const Code = kind === "throttled" ? "ThrottlingError" : "TransactionConflict";
    return new TransactionCanceledException({
      ...about,
      CancellationReasons: [{ Code }, ...others.map(() => ({ Code: "None" }))],
    });
  }
  // Only writes meet transactions.
  const isWrite = /^(Put|Update|Delete)Item/.test(operation);
  return kind === "conflict" && isWrite
    ? new TransactionConflictException(about)
    : new ProvisionedThroughputExceededException(about);
};

/** What a request reads or writes; `sk` is missing when it may be any of the partition. */
export interface TwinRequest {
  readonly writes: boolean;
  readonly touches: readonly { readonly pk: string; readonly sk?: string }[];
}

const touchedBy = (operation: string, asked: unknown): TwinRequest["touches"] => {
  if (operation === "QueryCommand") {
    const { IndexName, ExpressionAttributeValues: values } = QuerySchema.parse(asked);
    return [{ pk: IndexName === undefined ? (values[":pk"]?.S ?? "*") : "*" }];
  }
  if (operation === "TransactWriteItemsCommand")
    return TransactionSchema.parse(asked).TransactItems.map((write) => textKey(keyOf(write)));
  if (/^(Scan|Batch)/.test(operation)) return [{ pk: "*" }];
  const { Key, Item } = z
    .object({ Key: z.optional(AttributesSchema), Item: z.optional(AttributesSchema) })
    .parse(asked);
  return [textKey(Key ?? Item ?? {})];
};

const textKey = (key: Attributes) => ({ pk: textOf(key, "pk"), sk: textOf(key, "sk") });

const AttributesSchema = z.custom<Attributes>((value) => typeof value === "object" && value !== null);
const expression = {
  ConditionExpression: z.optional(z.string()),
  ExpressionAttributeNames: z._default(z.record(z.string(), z.string()), {}),
  ExpressionAttributeValues: z._default(AttributesSchema, {}),
};
const PutSchema = z.object({ ...expression, Item: AttributesSchema });
/** The engines refuse a key with more than that. */
const TwinKeySchema = z.strictObject({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) });
const KeyedSchema = z.object({ ...expression, Key: TwinKeySchema });
const UpdateSchema = z.object({
  ...expression,
  Key: TwinKeySchema,
  UpdateExpression: z.string(),
  ReturnValues: z.optional(z.literal("ALL_NEW")),
});
const WriteSchema = z.object({
  Put: z.optional(PutSchema),
  Update: z.optional(UpdateSchema),
  Delete: z.optional(KeyedSchema),
  ConditionCheck: z.optional(KeyedSchema),
});
type Write = z.infer<typeof WriteSchema>;
const TransactionSchema = z.object({
  TransactItems: z.array(WriteSchema).check(z.maxLength(100)),
  ClientRequestToken: z.optional(z.string()),
});
const QuerySchema = z.object({
  IndexName: z.optional(z.enum(tableIndexes)),
  KeyConditionExpression: z.string(),
  ...expression,
  ScanIndexForward: z._default(z.boolean(), true),
  Limit: z._default(z.int(), 1000),
  ExclusiveStartKey: z.optional(AttributesSchema),
});
const ScanSchema = z.object({
  ...expression,
  FilterExpression: z.optional(z.string()),
  ExclusiveStartKey: z.optional(AttributesSchema),
});
type Scan = z.infer<typeof ScanSchema>;
/** So many items are looked at a page: few, so that much can happen between two. */
const scanPage = 20;
const BatchSchema = z.object({
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(AttributesSchema) })),
});

const BatchWriteSchema = z.object({
  RequestItems: z.record(
    z.string(),
    z
      .array(
        z.object({
          PutRequest: z.optional(z.object({ Item: AttributesSchema })),
          DeleteRequest: z.optional(z.object({ Key: AttributesSchema })),
        }),
      )
      .check(z.maxLength(25)),
  ),
});

const sortKeys = {
  table: "sk",
  byStage: "nextDueAt",
  byOwner: "nextDueAt",
  board: "columnAt",
  ownerBoard: "columnAt",
  search: "searchKey",
  attention: "attentionAt",
} as const;
const partitionKeys = {
  byStage: "stagePartition",
  byOwner: "ownerPartition",
  board: "columnPartition",
  ownerBoard: "ownerColumn",
  search: "searchPartition",
  attention: "attentionPartition",
} as const;

const allIndexes = Object.values(tableIndexes);
const indexKeys = [...Object.values(partitionKeys), ...Object.values(sortKeys)];

/** What an index has of one of its partitions, by the keys of the items. */
type IndexPartition = Map<string, Attributes>;

/** Items are never changed, but replaced by others: whoever has read one keeps it as it was. */
class Store {
  private readonly partitions = new Map<string, Map<string, Attributes>>();
  private readonly indexes = new Map<string, IndexPartition>();
  /** Tokens of the transactions that were carried out: the same one again has no second effect. */
  private readonly carriedOutOnce = new Set<string>();
  private changes: TwinChange[] = [];
  private count = 0;
  /** All items in the order of the keys, until the next one is written. */
  private inOrder: readonly Attributes[] | undefined;

  answer(operation: string, body: unknown): object {
    switch (operation) {
      case "GetItemCommand": {
        const item = this.read(KeyedSchema.parse(body).Key);
        return item === undefined ? {} : { Item: item };
      }
      case "BatchGetItemCommand":
        return this.batch(body);
      case "BatchWriteItemCommand":
        return this.batchWrite(body);
      case "QueryCommand":
        return this.query(QuerySchema.parse(body));
      case "ScanCommand":
        return this.scan(ScanSchema.parse(body));
      case "PutItemCommand":
        return this.single({ Put: PutSchema.parse(body) });
      case "UpdateItemCommand":
        return this.single({ Update: UpdateSchema.parse(body) });
      case "DeleteItemCommand":
        return this.single({ Delete: KeyedSchema.parse(body) });
      case "TransactWriteItemsCommand":
        return this.transactOnce(TransactionSchema.parse(body));
      default:
        throw new Error(`the twin does not know ${operation}`);
    }
  }

  all(): readonly Attributes[] {
    this.inOrder ??= [...this.each()].sort(inOrderOf(["pk", "sk"]));
    return this.inOrder;
  }

  *each(): Generator<Attributes> {
    for (const items of this.partitions.values()) yield* items.values();
  }

  takeChanges(): TwinChange[] {
    const taken = this.changes;
    this.changes = [];
    return taken;
  }

  private single(write: Write): object {
    if (!this.allows(write))
      throw new ConditionalCheckFailedException({ message: "The conditional request failed", $metadata: {} });
    this.carryOut(write);
    return write.Update?.ReturnValues === undefined ? {} : { Attributes: this.read(keyOf(write)) };
  }

  private transactOnce({ TransactItems, ClientRequestToken: token }: z.infer<typeof TransactionSchema>): object {
    if (token !== undefined && this.carriedOutOnce.has(token)) return {};
    const answer = this.transact(TransactItems);
    if (token !== undefined) this.carriedOutOnce.add(token);
    return answer;
  }

  private transact(writes: readonly Write[]): object {
    const keys = writes.map((write) => JSON.stringify(keyOf(write)));
    if (new Set(keys).size < keys.length) throw new Error("a transaction may not touch one item twice");
    const codes = writes.map((write) => (this.allows(write) ? "None" : "ConditionalCheckFailed"));
    if (codes.some((code) => code !== "None")) {
      const CancellationReasons = codes.map((Code) => ({ Code }));
      throw new TransactionCanceledException({ message: codes.join(), CancellationReasons, $metadata: {} });
    }
    for (const write of writes) this.carryOut(write);
    return {};
  }

  private allows(write: Write): boolean {
    const asked = write.Put ?? write.Update ?? write.Delete ?? write.ConditionCheck;
    if (asked?.ConditionExpression === undefined) return true;
    const item = this.read(keyOf(write)) ?? {};
    const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = asked;
    return holds(asked.ConditionExpression, { item, names, values });
  }

  private carryOut({ Put, Update, Delete }: Write): void {
    if (Put !== undefined) this.write(Put.Item, Put.Item);
    if (Delete !== undefined) this.write(Delete.Key, undefined);
    if (Update === undefined) return;
    const { UpdateExpression, ExpressionAttributeNames: names, ExpressionAttributeValues: values, Key } = Update;
    this.write(Key, updated(UpdateExpression, { item: this.read(Key) ?? Key, names, values }));
  }

  private read(key: Attributes): Attributes | undefined {
    return this.partitions.get(textOf(key, "pk"))?.get(textOf(key, "sk"));
  }

  private write(key: Attributes, after: Attributes | undefined): void {
    const [pk, sk] = [textOf(key, "pk"), textOf(key, "sk")];
    const items = this.partitions.get(pk) ?? new Map<string, Attributes>();
    this.partitions.set(pk, items);
    const before = items.get(sk);
    this.inOrder = undefined;
    if (after === undefined) items.delete(sk);
    else items.set(sk, after);
    for (const name of indexKeys) if (after?.[name]?.S === "") throw emptyKey(name);
    const place = `${pk} ${sk}`;
    for (const partition of this.indexedIn(before)) partition.delete(place);
    if (after !== undefined) for (const partition of this.indexedIn(after)) partition.set(place, after);
    this.changes.push({ id: `change-${++this.count}`, before, after });
  }

  /** The partitions of indexes in which the item is. */
  private indexedIn(item: Attributes = {}): IndexPartition[] {
    return allIndexes.flatMap((index) => {
      const name = item[partitionKeys[index]]?.S;
      return name === undefined ? [] : [this.indexed(index, name)];
    });
  }

  private indexed(index: string, name: string): IndexPartition {
    const key = `${index} ${name}`;
    const partition = this.indexes.get(key) ?? new Map<string, Attributes>();
    this.indexes.set(key, partition);
    return partition;
  }

  private query(asked: z.infer<typeof QuerySchema>) {
    const { IndexName: index, ExpressionAttributeNames: names, ExpressionAttributeValues: values } = asked;
    for (const [placeholder, { S: text }] of Object.entries(values))
      if (text === "" && asked.KeyConditionExpression.includes(placeholder)) throw emptyKey(placeholder);
    const order = inOrderOf([sortKeys[index ?? "table"], "pk", "sk"]);
    const found = this.candidates(index, values)
      .filter((item) => holds(asked.KeyConditionExpression, { item, names, values }))
      .sort(order);
    if (!asked.ScanIndexForward) found.reverse();
    const start = asked.ExclusiveStartKey;
    const isBehind = isBehindIn(order, asked.ScanIndexForward);
    const from = start === undefined ? 0 : lengthWhile(found, (item) => !isBehind(item, start));
    const page = found.slice(from, from + asked.Limit);
    const last = page.at(-1);
    const more = last !== undefined && from + asked.Limit < found.length;
    return { Items: page, Count: page.length, ...(more && { LastEvaluatedKey: positionOf(last, index) }) };
  }

  /** In the order of the keys, which is one of the orders in which a scan may find things. */
  private scan({
    FilterExpression,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
    ...asked
  }: Scan) {
    const order = inOrderOf(["pk", "sk"]);
    const start = asked.ExclusiveStartKey;
    const all = this.all();
    const from = start === undefined ? 0 : lengthWhile(all, (item) => order(item, start) <= 0);
    const page = all.slice(from, from + scanPage);
    const items = page.filter(
      (item) => FilterExpression === undefined || holds(FilterExpression, { item, names, values }),
    );
    const last = page.at(-1);
    const more = last !== undefined && from + page.length < all.length;
    return { Items: items, Count: items.length, ...(more && { LastEvaluatedKey: positionOf(last, undefined) }) };
  }

  /** What the query may find: all of those partitions of the index that its values name. */
  private candidates(index: string | undefined, values: Attributes): Attributes[] {
    const named = new Set(Object.values(values).flatMap(({ S: name }) => name ?? []));
    return [...named].flatMap((name) => [
      ...((index === undefined ? this.partitions.get(name) : this.indexes.get(`${index} ${name}`))?.values() ?? []),
    ]);
  }

  private batchWrite(body: unknown) {
    const requests = Object.values(BatchWriteSchema.parse(body).RequestItems).flat();
    for (const { PutRequest: Put, DeleteRequest: Delete } of requests) {
      if (Put !== undefined) this.write(Put.Item, Put.Item);
      if (Delete !== undefined) this.write(Delete.Key, undefined);
    }
    return { UnprocessedItems: {} };
  }

  private batch(body: unknown) {
    const asked = Object.entries(BatchSchema.parse(body).RequestItems);
    return {
      Responses: Object.fromEntries(
        asked.map(([table, { Keys }]) => [
          table,
          Keys.map((key) => this.read(key)).filter((item) => item !== undefined),
        ]),
      ),
      UnprocessedKeys: {},
    };
  }
}

const keyOf = ({ Put, Update, Delete, ConditionCheck }: Write): Attributes => {
  const key = Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key ?? {};
  return { pk: { S: textOf(key, "pk") }, sk: { S: textOf(key, "sk") } };
};

const textOf = (item: Attributes, name: string): string => {
  const text = item[name]?.S;
  if (text === undefined || text === "") throw emptyKey(name);
  return text;
};

/** DynamoDB takes no empty text for a key, nor compares one with it. */
const emptyKey = (name: string): Error =>
  Object.assign(
    new Error(`The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`),
    {
      name: "ValidationException",
    },
  );

const inOrderOf = (names: readonly string[]) => (one: Attributes, other: Attributes) => {
  for (const name of names) {
    const [left, right] = [one[name]?.S ?? "", other[name]?.S ?? ""];
    if (left === right) continue;
    const order = Buffer.compare(Buffer.from(left), Buffer.from(right));
    if (order !== 0) return order;
  }
  return 0;
};

/** A query goes on behind a place, whether or not there still is anything at it. */
const isBehindIn = (order: ReturnType<typeof inOrderOf>, forward: boolean) => (item: Attributes, place: Attributes) =>
  forward ? order(item, place) > 0 : order(item, place) < 0;

const lengthWhile = <T>(all: readonly T[], holds: (one: T) => boolean): number => {
  const end = all.findIndex((one) => !holds(one));
  return end < 0 ? all.length : end;
};

const positionOf = (item: Attributes, index: keyof typeof partitionKeys | undefined): Attributes => {
  const names = ["pk", "sk", ...(index === undefined ? [] : [partitionKeys[index], sortKeys[index]])];
  return Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));
};
