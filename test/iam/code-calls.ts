/**
 * What the code of a function can ask of AWS at most: whatever it is bundled from. Rare ways (races, faults, a new
 * table) are in it, which no test run may ever take; so is what another caller of the same module uses.
 */
import path from "node:path";
import { buildSync } from "esbuild";
import * as z from "zod/mini";
import { keys, partitions } from "../../lambdas/contract/table.ts";
import { bundling, handlerEntries } from "../../lib/house/bundle.ts";
import { isLike } from "./policy.ts";

export interface CodeCalls {
  readonly actions: ReadonlySet<string>;
  /** Kinds of partition of the table. */
  readonly partitions: ReadonlySet<keyof typeof partitions>;
}

/** By entry. The bundler leaves out what is not reached; names stay, so that they can be found. */
export const codeCalls = (): ReadonlyMap<string, CodeCalls> => {
  const folder = path.resolve("lambdas");
  const entryPoints = Object.fromEntries(handlerEntries().map((entry) => [entry, path.join(folder, `${entry}.ts`)]));
  const { outputFiles } = buildSync({
    ...bundling,
    minify: false,
    minifySyntax: true,
    sourcemap: false,
    entryPoints,
    outdir: folder,
    write: false,
  });
  return new Map(
    outputFiles.map(({ path: file, text }) => [
      path.relative(folder, file).replace(/\.js$/, ""),
      { actions: actionsIn(text), partitions: partitionsIn(text) },
    ]),
  );
};

/** Parts of a transaction as lambdas/adapters/dynamo-table.ts writes them. */
const transactionParts: Readonly<Record<string, string>> = {
  Put: "dynamodb:PutItem",
  Update: "dynamodb:UpdateItem",
  Delete: "dynamodb:DeleteItem",
  ConditionCheck: "dynamodb:ConditionCheckItem",
};

const commandActions: Readonly<Record<string, readonly string[]>> = {
  GetItem: ["dynamodb:GetItem"],
  BatchGetItem: ["dynamodb:BatchGetItem"],
  PutItem: ["dynamodb:PutItem"],
  UpdateItem: ["dynamodb:UpdateItem"],
  DeleteItem: ["dynamodb:DeleteItem"],
  Query: ["dynamodb:Query"],
  TransactWriteItems: [],
  SendMessage: ["sqs:SendMessage"],
  SendMessageBatch: ["sqs:SendMessage"],
  GetQueueAttributes: ["sqs:GetQueueAttributes"],
  PutEvents: ["events:PutEvents"],
  StartExecution: ["states:StartExecution"],
  DescribeExecution: ["states:DescribeExecution"],
  SendTaskSuccess: ["states:SendTaskSuccess"],
  // What it needs with attachments is not documented; raw mail needs the second.
  SendEmail: ["ses:SendEmail", "ses:SendRawEmail"],
  AdminGetUser: ["cognito-idp:AdminGetUser"],
  AdminListGroupsForUser: ["cognito-idp:AdminListGroupsForUser"],
  AdminSetUserPassword: ["cognito-idp:AdminSetUserPassword"],
  AdminInitiateAuth: ["cognito-idp:AdminInitiateAuth"],
  AdminRespondToAuthChallenge: ["cognito-idp:AdminRespondToAuthChallenge"],
  AdminUserGlobalSignOut: ["cognito-idp:AdminUserGlobalSignOut"],
  AdminSetUserMFAPreference: ["cognito-idp:AdminSetUserMFAPreference"],
  // They prove themselves by the token.
  AssociateSoftwareToken: [],
  VerifySoftwareToken: [],
  RevokeToken: [],
};

const actionsIn = (code: string): Set<string> => {
  const parts = Object.entries(transactionParts).filter(([part]) =>
    new RegExp(`\\b${part}: \\{\\s*TableName`).test(code),
  );
  const commands = [...code.matchAll(/\bnew (?:import_\w+\.)?(\w+?)Command\d*\(/g)].flatMap(([, name = ""]) => {
    const actions = commandActions[name];
    if (actions === undefined) throw new Error(`unknown command of the SDK: ${name}`);
    return actions;
  });
  // Signed by hand (lambdas/adapters/signed-call.ts).
  const ofKms = [...code.matchAll(/"TrentService\.(\w+)"/g)].map(([, name = ""]) => `kms:${name}`);
  const ofBucket = [...code.matchAll(/\bmethod: "(PUT|GET|DELETE)",\s*name\b/g)].map(
    ([, method = ""]) => bucketActions[method] ?? "",
  );
  return new Set([...parts.map(([, action]) => action), ...commands, ...ofKms, ...ofBucket]);
};

/** By the method of a call of lambdas/adapters/s3-objects.ts. */
const bucketActions: Readonly<Record<string, string>> = {
  GET: "s3:GetObject",
  PUT: "s3:PutObject",
  DELETE: "s3:DeleteObject",
};

const partitionsIn = (code: string): Set<keyof typeof partitions> =>
  new Set(
    [...code.matchAll(/\bkeys\d*\.(\w+)/g)].flatMap(([, name = ""]) => {
      const build = Object.entries(keys).find(([each]) => each === name)?.[1];
      return build === undefined ? [] : [kindOf(partitionOfKey(build))];
    }),
  );

/** A partition key that this builder makes. */
export const partitionOfKey = (build: (typeof keys)[keyof typeof keys]): string =>
  z.object({ pk: z.string() }).parse(Reflect.apply(build, undefined, ["1", "1", "1", "1"])).pk;

const kindOf = (pk: string): keyof typeof partitions => {
  const kind = partitionNames.find((name) => isLike(partitions[name], pk));
  if (kind === undefined) throw new Error(`no kind of partition is ${pk}`);
  return kind;
};

const isPartition = (name: string): name is keyof typeof partitions => name in partitions;
export const partitionNames = Object.keys(partitions).filter(isPartition);
