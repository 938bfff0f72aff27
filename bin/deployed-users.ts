import { readFileSync } from "node:fs";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import * as z from "zod/mini";
import type { BoardUsers } from "../lambdas/adapters/cognito-users.ts";

const StackSchema = z.object({ UserPoolId: z.string(), BoardUrl: z.url() });
/** The outputs of the pipeline on this machine, or of `cdk deploy --outputs-file`. */
const OutputsSchema = z.union([
  z.object({ awsEndpoint: z.url(), stack: StackSchema }),
  z.object({ Smarketing: StackSchema }),
]);

export interface DeployedUsers {
  readonly users: BoardUsers;
  /** Unknown when only the pool was named. */
  readonly boardUrl?: string;
}

/** The board's users by their pool, with the credentials and the region that are set. */
export const usersOfPool = (userPoolId: string): DeployedUsers => ({
  users: { client: new CognitoIdentityProviderClient({}), userPoolId },
});

/**
 * The users of the board whose outputs are in this file. On this machine any credentials will do.
 * @throws with a sentence when the file is none with outputs.
 */
export const deployedUsers = (outputs: string): DeployedUsers => {
  const read = outputsIn(outputs);
  if ("Smarketing" in read) return { ...usersOfPool(read.Smarketing.UserPoolId), boardUrl: read.Smarketing.BoardUrl };
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new CognitoIdentityProviderClient({ endpoint: read.awsEndpoint, region: "us-east-1", credentials });
  return { users: { client, userPoolId: read.stack.UserPoolId }, boardUrl: read.stack.BoardUrl };
};

const outputsIn = (file: string): z.infer<typeof OutputsSchema> => {
  try {
    return OutputsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(`${file} is no file with the stack's outputs UserPoolId and BoardUrl.`, { cause });
  }
};
