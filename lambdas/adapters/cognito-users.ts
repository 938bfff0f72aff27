import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { NewUser } from "../domain/board/board-user.ts";

/** The users of the board, as operations manage them. */
export interface BoardUsers {
  readonly client: CognitoIdentityProviderClient;
  readonly userPoolId: string;
}

/** What was changed. */
export type Mended = "created" | "e-mail" | "role";

/**
 * Creates the user, or corrects the existing one. A new user has this password for the first sign-in only.
 * @returns what was changed; empty when nothing had to be.
 */
export const putUser = async (users: BoardUsers, wanted: NewUser, firstPassword: string): Promise<Mended[]> => {
  const is = await readUser(users, wanted.user);
  if (is === undefined) await createUser(users, wanted, firstPassword);
  else if (is.email !== wanted.email) await setEmail(users, wanted);
  const roles = await rolesOf(users, wanted.user);
  await setRole(users, wanted, roles);
  if (is === undefined) return ["created"];
  return [
    ...(is.email === wanted.email ? [] : ["e-mail" as const]),
    ...(roles.length === 1 && roles[0] === wanted.role ? [] : ["role" as const]),
  ];
};

/** `isPermanent`: a permanent password; otherwise the next sign-in asks for a new one. */
export const setPassword = async (
  { client, userPoolId: UserPoolId }: BoardUsers,
  Username: string,
  Password: string,
  isPermanent: boolean,
): Promise<void> => {
  await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: isPermanent }));
};

/** From the next sign-in on the user is not asked for a code; all sessions end. */
export const dropFactor = async ({ client, userPoolId: UserPoolId }: BoardUsers, Username: string): Promise<void> => {
  const SoftwareTokenMfaSettings = { Enabled: false, PreferredMfa: false };
  await client.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, SoftwareTokenMfaSettings }));
  await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username }));
};

const readUser = async (
  { client, userPoolId: UserPoolId }: BoardUsers,
  Username: string,
): Promise<{ readonly email: string | undefined } | undefined> => {
  try {
    const { UserAttributes = [] } = await client.send(new AdminGetUserCommand({ UserPoolId, Username }));
    return { email: UserAttributes.find(({ Name }) => Name === "email")?.Value };
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
};

/** The address comes from the agreement, so it counts as verified. */
const attributesOf = ({ email }: NewUser) => [
  { Name: "email", Value: email },
  { Name: "email_verified", Value: "true" },
];

/** No invitation is sent: the operator hands the password over. */
const createUser = async (
  { client, userPoolId: UserPoolId }: BoardUsers,
  wanted: NewUser,
  TemporaryPassword: string,
): Promise<void> => {
  const user = { Username: wanted.user, UserAttributes: attributesOf(wanted), TemporaryPassword };
  await client.send(new AdminCreateUserCommand({ UserPoolId, ...user, MessageAction: "SUPPRESS" }));
};

const setEmail = async ({ client, userPoolId: UserPoolId }: BoardUsers, wanted: NewUser): Promise<void> => {
  const change = { Username: wanted.user, UserAttributes: attributesOf(wanted) };
  await client.send(new AdminUpdateUserAttributesCommand({ UserPoolId, ...change }));
};

const rolesOf = async ({ client, userPoolId: UserPoolId }: BoardUsers, Username: string): Promise<string[]> => {
  const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
  return Groups.flatMap(({ GroupName }) => GroupName ?? []);
};

/** The new role first: the user is never without one, and while there are two the board refuses access. */
const setRole = async (
  { client, userPoolId: UserPoolId }: BoardUsers,
  { user: Username, role }: NewUser,
  roles: readonly string[],
): Promise<void> => {
  if (!roles.includes(role))
    await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: role }));
  for (const GroupName of roles.filter((each) => each !== role))
    await client.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName }));
};
