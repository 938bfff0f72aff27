import {
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { RoleSchema } from "../contract/board.ts";
import type { Passwords } from "../domain/board/session/forgotten-password.ts";

/** Passwords of a Cognito user pool, as they are replaced by a link in a mail. */
export const cognitoPasswords = (UserPoolId: string): Passwords => {
  const client = new CognitoIdentityProviderClient({});
  return {
    find: async (Username) => {
      try {
        const found = await client.send(new AdminGetUserCommand({ UserPoolId, Username }));
        const attribute = (name: string) => found.UserAttributes?.find(({ Name }) => Name === name)?.Value;
        const [email, user] = [attribute("email"), found.Username?.toLowerCase()];
        const isReachable = found.Enabled !== false && attribute("email_verified") === "true";
        return user !== undefined && email !== undefined && isReachable ? { user, email } : undefined;
      } catch (error) {
        if (error instanceof Error && noSuchName.has(error.name)) return undefined;
        throw error;
      }
    },
    roleOf: async (Username) => {
      const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
      const roles = Groups.flatMap(({ GroupName }) => RoleSchema.safeParse(GroupName).data ?? []);
      return roles.length === 1 ? roles[0] : undefined;
    },
    replace: async (Username, Password) => {
      await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
      await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username }));
    },
  };
};

/** The second: a text that can be nobody's name. */
const noSuchName: ReadonlySet<string> = new Set(["UserNotFoundException", "InvalidParameterException"]);
