import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { BoardUsers } from "../../lambdas/adapters/cognito-users.ts";
import { type DynamoTable, openTable } from "../../lambdas/adapters/dynamo-table.ts";
import { defaultEnvironment, stackNameOf } from "../../lambdas/contract/deployed-environment.ts";
import { CommandError, UsageError } from "./errors.ts";
import { textOfFile } from "./files.ts";

/** Of the pipeline on this machine. */
const LocalSchema = z.object({
  awsEndpoint: z.url(),
  stepFunctionsEndpoint: z.optional(z.url()),
  stack: z.looseObject({ Environment: z.optional(z.string()) }),
});

/** What `cdk deploy --outputs-file` wrote: the outputs of each stack by its name. */
const StacksSchema = z.record(z.string(), z.record(z.string(), z.string()));

const local = { region: "us-east-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

/** The file with its outputs, and which environment's of the file. */
export interface WithOutputs {
  readonly outputs: string;
  readonly environment?: string | undefined;
}

/**
 * The outputs of a stack that runs, and how its services are reached: with the credentials and the region that are set,
 * or on this machine, where any credentials will do. Step Functions has an address of its own there.
 * @throws {CommandError} when the file is not there, has not these outputs, or not this environment
 */
export const deployedStack = <T>(of: WithOutputs, StackSchema: z.ZodMiniType<T>, outputs: string) => {
  const { outputs: file } = of;
  const text = textOfFile(
    file,
    "the file with the stack's outputs (--outputs)",
    `\`npx cdk deploy --outputs-file ${file}\` writes it; on this machine \`npm start\` does`,
  );
  try {
    const read = z.union([LocalSchema, StacksSchema]).parse(JSON.parse(text));
    const here = LocalSchema.safeParse(read).data;
    if (here === undefined)
      return { stack: StackSchema.parse(stackIn(StacksSchema.parse(read), of)), reach: {}, reachJourneys: {} };
    const { awsEndpoint, stepFunctionsEndpoint = awsEndpoint } = here;
    return {
      stack: StackSchema.parse(stackHere(here.stack, of)),
      reach: { ...local, endpoint: awsEndpoint },
      reachJourneys: { ...local, endpoint: stepFunctionsEndpoint },
    };
  } catch (cause) {
    if (cause instanceof CommandError) throw cause;
    throw new CommandError(
      `${file} is no file with the stack's ${outputs} (--outputs): .local/outputs.json is one, and what cdk deploy --outputs-file wrote.`,
      { cause },
    );
  }
};

/** Nobody means the pipeline on this machine who names another environment. */
const stackHere = (stack: z.infer<typeof LocalSchema>["stack"], { outputs: file, environment }: WithOutputs) => {
  const { Environment: is = defaultEnvironment } = stack;
  if (environment === undefined || environment === is) return stack;
  throw new CommandError(
    `${file} is of the pipeline on this machine, which is ${is}: leave out --environment ${environment}, or give --outputs the file that cdk deploy --outputs-file wrote for it.`,
  );
};

const stackIn = (stacks: z.infer<typeof StacksSchema>, { outputs: file, environment }: WithOutputs) => {
  const asked = environment ?? defaultEnvironment;
  const stack = stacks[stackNameOf(asked)];
  if (stack !== undefined) return stack;
  const known = Object.entries(stacks).flatMap(([name, { Environment = defaultEnvironment }]) =>
    name === stackNameOf(Environment) ? [Environment] : [],
  );
  // A file of something else: the caller says what it should be.
  if (known.length === 0) throw new Error(`${file} has no stack of this pipeline`);
  throw new CommandError(
    `${file} has no outputs of the environment ${asked}${environment === undefined ? ", which is meant when --environment names none" : ""}; it has ${known.join(", ")}: give --environment ${known.join(" or ")}, or the file of ${asked}'s deployment.`,
  );
};

const TableSchema = z.object({ TableName: z.string(), ApiUrl: z.url() });

/** The table of the pipeline whose outputs are in this file, and the address under which people reach it. @throws as above */
export const deployedPipeline = (of: WithOutputs): { readonly table: DynamoTable; readonly publicUrl: string } => {
  const { stack, reach } = deployedStack(of, TableSchema, "outputs TableName and ApiUrl");
  return { table: { client: new DynamoDBClient(reach), tableName: stack.TableName }, publicUrl: stack.ApiUrl };
};

/** Either of these says which deployment is meant; a file of outputs may have several environments. */
export interface Deployment {
  readonly outputs?: string | undefined;
  readonly environment?: string | undefined;
  readonly table?: string | undefined;
}
export const eitherDeployment = { oneOf: [["outputs"], ["table"]] } as const;

/**
 * The file with the outputs and the environment that is meant; `undefined` when the deployment was named otherwise.
 * @throws {UsageError} when an environment was named and no file to find it in
 */
export const outputsIn = ({ outputs, environment }: Deployment): WithOutputs | undefined => {
  if (outputs !== undefined) return { outputs, environment };
  if (environment === undefined) return undefined;
  throw new UsageError(
    `--environment ${environment} says which stack of a file is meant: give the file with --outputs, or leave it out.`,
  );
};

/** The table by a file with its outputs, or by name. @throws as above */
export const deployedTable = (deployment: Deployment): DynamoTable => {
  const of = outputsIn(deployment);
  return of === undefined ? openTable(deployment.table ?? "") : deployedPipeline(of).table;
};

/** The outputs with the ARNs of the keys of KMS. */
export type SecretsKeyOutput = "ApiKeySecretsKeyArn" | "SourceSecretsKeyArn";

/** The key of KMS that encrypts the secrets of other systems' keys, or of sources: its ARN. @throws as above */
export const deployedSecretsKey = (
  of: Deployment & { readonly "kms-key"?: string | undefined },
  output: SecretsKeyOutput,
): string => {
  const { "kms-key": named } = of;
  const file = outputsIn(of);
  if (file === undefined || named !== undefined) return named ?? "";
  return deployedStack(file, z.record(z.string(), z.string()), `output ${output}`).stack[output] ?? "";
};

/** Under which address people and tools reach the pipeline; `undefined` where only the table was named. @throws as above */
export const deployedAddress = (deployment: Deployment): string | undefined => {
  const of = outputsIn(deployment);
  return of === undefined ? undefined : deployedPipeline(of).publicUrl;
};

const UsersSchema = z.object({ UserPoolId: z.string(), BoardUrl: z.url(), TableName: z.string() });

export interface DeployedUsers {
  readonly users: BoardUsers;
  /** Unknown when only the pool was named. */
  readonly boardUrl?: string;
  /** Has the users' second factors; unknown when only the pool was named. */
  readonly table?: DynamoTable;
}

/** The board's users by their pool, with the credentials and the region that are set. */
export const usersOfPool = (userPoolId: string): DeployedUsers => ({
  users: { client: new CognitoIdentityProviderClient({}), userPoolId },
});

/** The users of the board whose outputs are in this file. @throws as above */
export const deployedUsers = (of: WithOutputs): DeployedUsers => {
  const { stack, reach } = deployedStack(of, UsersSchema, "outputs UserPoolId, BoardUrl and TableName");
  const client = new CognitoIdentityProviderClient(reach);
  const table = { client: new DynamoDBClient(reach), tableName: stack.TableName };
  return { users: { client, userPoolId: stack.UserPoolId }, boardUrl: stack.BoardUrl, table };
};
