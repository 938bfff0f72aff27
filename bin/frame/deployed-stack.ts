import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { BoardUsers } from "../../lambdas/adapters/cognito-users.ts";
import { type DynamoTable, openTable } from "../../lambdas/adapters/dynamo-table.ts";
import { CommandError } from "./errors.ts";
import { textOfFile } from "./files.ts";

/** Of the pipeline on this machine, or of `cdk deploy --outputs-file`. */
const OutputsSchema = z.union([
  z.object({ awsEndpoint: z.url(), stepFunctionsEndpoint: z.optional(z.url()), stack: z.unknown() }),
  z.object({ Smarketing: z.unknown() }),
]);

const local = { region: "us-east-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

/**
 * The outputs of a stack that runs, and how its services are reached: with the credentials and the region that are set,
 * or on this machine, where any credentials will do. Step Functions has an address of its own there.
 * @throws {CommandError} when the file is not there, or has not these outputs
 */
export const deployedStack = <T>(file: string, StackSchema: z.ZodMiniType<T>, outputs: string) => {
  const text = textOfFile(
    file,
    "the file with the stack's outputs (--outputs)",
    `\`npx cdk deploy --outputs-file ${file}\` writes it; on this machine \`npm start\` does`,
  );
  try {
    const read = OutputsSchema.parse(JSON.parse(text));
    if ("Smarketing" in read) return { stack: StackSchema.parse(read.Smarketing), reach: {}, reachJourneys: {} };
    const { awsEndpoint, stepFunctionsEndpoint = awsEndpoint } = read;
    return {
      stack: StackSchema.parse(read.stack),
      reach: { ...local, endpoint: awsEndpoint },
      reachJourneys: { ...local, endpoint: stepFunctionsEndpoint },
    };
  } catch (cause) {
    throw new CommandError(
      `${file} is no file with the stack's ${outputs} (--outputs): .local/outputs.json is one, and what cdk deploy --outputs-file wrote.`,
      { cause },
    );
  }
};

const TableSchema = z.object({ TableName: z.string(), ApiUrl: z.url() });

/** The table of the pipeline whose outputs are in this file, and the address under which people reach it. @throws as above */
export const deployedPipeline = (outputs: string): { readonly table: DynamoTable; readonly publicUrl: string } => {
  const { stack, reach } = deployedStack(outputs, TableSchema, "outputs TableName and ApiUrl");
  return { table: { client: new DynamoDBClient(reach), tableName: stack.TableName }, publicUrl: stack.ApiUrl };
};

/** Either of these says which deployment is meant. */
export interface Deployment {
  readonly outputs?: string | undefined;
  readonly table?: string | undefined;
}
export const eitherDeployment = { oneOf: [["outputs"], ["table"]] } as const;

/** The table by a file with its outputs, or by name. @throws as above */
export const deployedTable = ({ outputs, table = "" }: Deployment): DynamoTable =>
  outputs === undefined ? openTable(table) : deployedPipeline(outputs).table;

const UsersSchema = z.object({ UserPoolId: z.string(), BoardUrl: z.url() });

export interface DeployedUsers {
  readonly users: BoardUsers;
  /** Unknown when only the pool was named. */
  readonly boardUrl?: string;
}

/** The board's users by their pool, with the credentials and the region that are set. */
export const usersOfPool = (userPoolId: string): DeployedUsers => ({
  users: { client: new CognitoIdentityProviderClient({}), userPoolId },
});

/** The users of the board whose outputs are in this file. @throws as above */
export const deployedUsers = (outputs: string): DeployedUsers => {
  const { stack, reach } = deployedStack(outputs, UsersSchema, "outputs UserPoolId and BoardUrl");
  const client = new CognitoIdentityProviderClient(reach);
  return { users: { client, userPoolId: stack.UserPoolId }, boardUrl: stack.BoardUrl };
};
