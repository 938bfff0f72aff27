/** What a function asks of AWS, in the words of IAM and without anything of a person. */
import * as z from "zod/mini";
import { tableIndexes } from "../../lambdas/contract/table.ts";

/** One permission that was needed. */
export interface Call {
  /** As IAM names it, such as `dynamodb:GetItem`; each part of a transaction needs its own. */
  readonly action: string;
  /** The environment variable that names the resource, e.g. `$TABLE_NAME`; else the resource's own name. */
  readonly on: string;
  /** Of the table: the index that was asked. */
  readonly index?: string;
  /** Of the table: the partition key's first part, with the `#` that ends it: `LEAD#`, `API-KEY`. */
  readonly key?: string;
  /** Of a key of KMS: what the secret is for. */
  readonly purpose?: string;
}

/** A request as it leaves the SDK. */
export interface SdkRequest {
  /** Header `x-amz-target`, e.g. `DynamoDB_20120810.GetItem`; none for a REST service. */
  readonly target: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws for a service that this does not know: what is not understood would count as not asked for */
export const callsOf = ({ target, method, path, body }: SdkRequest, environment: Environment): Call[] => {
  const on = (name: unknown): string => variableOf(String(name), environment);
  const [service = "", operation = ""] = (target ?? "").split(".");
  const asked: unknown = target === undefined && method !== "POST" ? {} : body === "" ? {} : JSON.parse(body);
  if (service.startsWith("DynamoDB_")) return tableCalls(operation, asked, on);
  // A batch needs the permission of what it is a batch of.
  if (service === "AmazonSQS")
    return [{ action: `sqs:${operation.replace(/Batch$/, "")}`, on: on(QueueSchema.parse(asked).QueueUrl) }];
  if (service === "TrentService") {
    const { KeyId, EncryptionContext } = KmsSchema.parse(asked);
    return [{ action: `kms:${operation}`, on: on(KeyId), purpose: EncryptionContext.purpose }];
  }
  if (service === "AWSStepFunctions") return [journeyCall(operation, asked, environment)];
  if (service === "AWSCognitoIdentityProviderService") return signInCalls(operation, asked, on);
  if (service === "AWSEvents")
    return BusSchema.parse(asked).Entries.map(({ EventBusName: bus }) => ({
      action: `events:${operation}`,
      on: on(bus),
    }));
  const ours = ["ARRIVALS_BUCKET", "IMPORTS_BUCKET"].find((name) => path.startsWith(`/${environment[name]}/`));
  const onObject = method === undefined ? undefined : objectActions[method];
  if (ours !== undefined && onObject !== undefined) return [{ action: onObject, on: `$${ours}` }];
  if (method === "POST" && path.startsWith("/v2/email/outbound-emails")) return mailCalls(asked, on);
  throw new Error(`unknown request to AWS: ${target ?? `${method} ${path}`}`);
};

const objectActions: Readonly<Record<string, string>> = {
  GET: "s3:GetObject",
  PUT: "s3:PutObject",
  DELETE: "s3:DeleteObject",
};

/** The variable that holds the name: a queue is in a list of several, too. */
const variableOf = (name: string, environment: Environment): string => {
  const holds = (value: string | undefined): boolean =>
    value === name || (value?.startsWith("[") === true && value.includes(JSON.stringify(name)));
  const variable = Object.keys(environment)
    .sort()
    .find((each) => holds(environment[each]));
  return variable === undefined ? name : `$${variable}`;
};

const TextSchema = z.looseObject({ S: z.optional(z.string()) });
const ItemSchema = z.record(z.string(), z.unknown());
const PartSchema = z.object({ TableName: z.string(), Key: z.optional(ItemSchema), Item: z.optional(ItemSchema) });
const TransactionSchema = z.object({
  TransactItems: z.array(
    z.object({
      Put: z.optional(PartSchema),
      Update: z.optional(PartSchema),
      Delete: z.optional(PartSchema),
      ConditionCheck: z.optional(PartSchema),
    }),
  ),
});
const QuerySchema = z.object({
  TableName: z.string(),
  IndexName: z.optional(z.string()),
  KeyConditionExpression: z.string(),
  ExpressionAttributeNames: z._default(z.record(z.string(), z.string()), {}),
  ExpressionAttributeValues: z.record(z.string(), TextSchema),
});
const BatchSchema = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(ItemSchema) })) });
const QueueSchema = z.object({ QueueUrl: z.string() });
const BusSchema = z.object({ Entries: z.array(z.object({ EventBusName: z.string() })) });
const JourneySchema = z.object({ stateMachineArn: z.optional(z.string()), executionArn: z.optional(z.string()) });
const KmsSchema = z.object({ KeyId: z.string(), EncryptionContext: z.object({ purpose: z.string() }) });
const MailSchema = z.object({ FromEmailAddress: z.string(), ConfigurationSetName: z.string(), Content: ItemSchema });
const UserPoolSchema = z.object({ UserPoolId: z.optional(z.string()) });

const tableCalls = (operation: string, asked: unknown, on: (name: unknown) => string): Call[] => {
  const call = (action: string, { TableName, Key, Item }: z.infer<typeof PartSchema>): Call => {
    const table = on(TableName);
    // Only of the leads' table do permissions name partitions.
    return { action: `dynamodb:${action}`, on: table, ...(table === "$TABLE_NAME" && { key: kindOf(Key ?? Item) }) };
  };
  switch (operation) {
    case "GetItem":
    case "PutItem":
    case "UpdateItem":
    case "DeleteItem":
      return [call(operation, PartSchema.parse(asked))];
    case "TransactWriteItems":
      return TransactionSchema.parse(asked).TransactItems.flatMap(({ Put, Update, Delete, ConditionCheck }) => [
        ...(Put === undefined ? [] : [call("PutItem", Put)]),
        ...(Update === undefined ? [] : [call("UpdateItem", Update)]),
        ...(Delete === undefined ? [] : [call("DeleteItem", Delete)]),
        ...(ConditionCheck === undefined ? [] : [call("ConditionCheckItem", ConditionCheck)]),
      ]);
    case "BatchGetItem":
      return Object.entries(BatchSchema.parse(asked).RequestItems).flatMap(([TableName, { Keys }]) =>
        Keys.map((Key) => call(operation, { TableName, Key })),
      );
    case "Query": {
      const query = QuerySchema.parse(asked);
      const index = query.IndexName;
      return [
        {
          action: "dynamodb:Query",
          on: on(query.TableName),
          ...(index !== undefined && { index }),
          key: firstPart(partitionAsked(query)),
        },
      ];
    }
    default:
      throw new Error(`unknown request to DynamoDB: ${operation}`);
  }
};

/** The value that the partition key must be equal to. */
const partitionAsked = (query: z.infer<typeof QuerySchema>): string => {
  const partitionKey = query.IndexName === undefined ? "pk" : partitionKeyOf(query.IndexName);
  for (const [, name = "", value = ""] of query.KeyConditionExpression.matchAll(/(#?\w+)\s*=\s*(:\w+)/g))
    if ((query.ExpressionAttributeNames[name] ?? name) === partitionKey)
      return query.ExpressionAttributeValues[value]?.S ?? "";
  throw new Error(`the query names no partition: ${query.KeyConditionExpression}`);
};

const partitionKeys: Readonly<Record<string, string>> = {
  [tableIndexes.byStage]: "stagePartition",
  [tableIndexes.byOwner]: "ownerPartition",
  [tableIndexes.board]: "columnPartition",
  [tableIndexes.ownerBoard]: "ownerColumn",
  [tableIndexes.search]: "searchPartition",
  [tableIndexes.attention]: "attentionPartition",
};

const partitionKeyOf = (index: string): string => {
  const name = partitionKeys[index];
  if (name === undefined) throw new Error(`unknown index: ${index}`);
  return name;
};

const kindOf = (item: Record<string, unknown> = {}): string => firstPart(TextSchema.parse(item.pk).S ?? "");

/** `LEAD#8f3c…` -> `LEAD#`. */
export const firstPart = (partition: string): string => partition.replace(/#.*$/s, "#");

const journeyCall = (operation: string, asked: unknown, environment: Environment): Call => {
  const { stateMachineArn, executionArn } = JourneySchema.parse(asked);
  // A task token names no resource; an execution is one of the state machine that the function knows.
  const name = stateMachineArn ?? executionArn?.replace(":execution:", ":stateMachine:").replace(/:[^:]*$/, "");
  const on = name === undefined ? "$STATE_MACHINE_ARN" : variableOf(name, environment);
  return { action: `states:${operation}`, on };
};

/** Without a user pool the call proves itself by a token, and needs no permission. */
const signInCalls = (operation: string, asked: unknown, on: (name: unknown) => string): Call[] => {
  const { UserPoolId: userPool } = UserPoolSchema.parse(asked);
  return userPool === undefined ? [] : [{ action: `cognito-idp:${operation}`, on: on(userPool) }];
};

const mailCalls = (asked: unknown, on: (name: unknown) => string): Call[] => {
  const { FromEmailAddress: sender, ConfigurationSetName: set, Content: content } = MailSchema.parse(asked);
  const action = content.Raw === undefined ? "ses:SendEmail" : "ses:SendRawEmail";
  return [
    { action, on: on(sender) },
    { action, on: on(set) },
  ];
};

/** The same text for the same call. */
export const textOf = ({ action, on, index, key, purpose }: Call): string =>
  [
    action,
    on,
    index === undefined ? undefined : `index/${index}`,
    purpose === undefined ? undefined : `purpose/${purpose}`,
    key,
  ]
    .filter((part) => part !== undefined)
    .join(" ");
