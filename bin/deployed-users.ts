import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import * as z from "zod/mini";
import type { BoardUsers } from "../lambdas/adapters/cognito-users.ts";
import { deployedStack } from "./deployed-stack.ts";

const StackSchema = z.object({ UserPoolId: z.string(), BoardUrl: z.url() });

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
 * The users of the board whose outputs are in this file.
 * @throws {MendableError} with a sentence when the file is none with outputs.
 */
export const deployedUsers = (outputs: string): DeployedUsers => {
  const { stack, reach } = deployedStack(outputs, StackSchema, "outputs UserPoolId and BoardUrl");
  const client = new CognitoIdentityProviderClient(reach);
  return { users: { client, userPoolId: stack.UserPoolId }, boardUrl: stack.BoardUrl };
};
