import {
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminUserGlobalSignOutCommand,
  type AuthenticationResultType,
  CognitoIdentityProviderClient,
  RevokeTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import * as z from "zod/mini";
import type { RefreshOutcome, Sessions, SignInOutcome } from "../domain/board/session/session-response.ts";

interface UserPool {
  readonly client: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  readonly clientId: string;
}

export const openUserPool = (userPoolId: string, clientId: string): UserPool => ({
  client: new CognitoIdentityProviderClient({}),
  userPoolId,
  clientId,
});

/**
 * Sessions of a Cognito user pool, by the calls that need IAM permission: passwords can only be tried through our
 * function.
 */
export const cognitoSessions = ({ client, userPoolId: UserPoolId, clientId: ClientId }: UserPool): Sessions => ({
  nameOf: async (typed) => {
    try {
      const { Username } = await client.send(new AdminGetUserCommand({ UserPoolId, Username: typed }));
      return Username?.toLowerCase();
    } catch (error) {
      if (error instanceof Error && noSuchName.has(error.name)) return undefined;
      throw error;
    }
  },
  signIn: (USERNAME, PASSWORD) =>
    orRefused(async () => {
      const AuthParameters = { USERNAME, PASSWORD };
      const AuthFlow = "ADMIN_USER_PASSWORD_AUTH";
      return signedIn(
        await client.send(new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow, AuthParameters })),
      );
    }),
  setPassword: (session, NEW_PASSWORD) =>
    orRefused(async () => {
      const [USERNAME, Session] = partsOf(session);
      if (USERNAME === "" || Session.length < leastSessionLength) return { is: "refused" };
      const ChallengeResponses = { USERNAME, NEW_PASSWORD };
      const challenge = { ChallengeName: "NEW_PASSWORD_REQUIRED", ChallengeResponses, Session } as const;
      return signedIn(
        await client.send(new AdminRespondToAuthChallengeCommand({ UserPoolId, ClientId, ...challenge })),
      );
    }),
  refresh: async (REFRESH_TOKEN) => {
    const outcome = await orRefused(async (): Promise<RefreshOutcome> => {
      const AuthParameters = { REFRESH_TOKEN };
      const AuthFlow = "REFRESH_TOKEN_AUTH";
      const { AuthenticationResult } = await client.send(
        new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow, AuthParameters }),
      );
      const { AccessToken: accessToken, ExpiresIn: expiresInSeconds } = TokensSchema.parse(AuthenticationResult);
      return { is: "refreshed", accessToken, expiresInSeconds };
    });
    return outcome.is === "weak-password" ? { is: "refused" } : outcome;
  },
  revokeAll: async (Username) => {
    await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username }));
  },
  revoke: async (Token) => {
    await orRefused(async () => {
      await client.send(new RevokeTokenCommand({ ClientId, Token }));
      return { is: "refused" };
    });
  },
});

/** The second: a text that can be nobody's name. */
const noSuchName: ReadonlySet<string> = new Set(["UserNotFoundException", "InvalidParameterException"]);

const TokensSchema = z.object({ AccessToken: z.string(), ExpiresIn: z.int() });
const FirstTokensSchema = z.extend(TokensSchema, { RefreshToken: z.string() });

interface Signing {
  readonly AuthenticationResult?: AuthenticationResultType | undefined;
  readonly ChallengeName?: string | undefined;
  readonly ChallengeParameters?: Readonly<Record<string, string>> | undefined;
  readonly Session?: string | undefined;
}

/** Our pool has no other challenge than the first sign-in's. */
const signedIn = ({ AuthenticationResult, ChallengeName, ChallengeParameters, Session }: Signing): SignInOutcome => {
  if (ChallengeName === "NEW_PASSWORD_REQUIRED")
    return { is: "new-password-needed", session: `${ChallengeParameters?.USER_ID_FOR_SRP}:${Session}` };
  const { AccessToken, ExpiresIn, RefreshToken } = FirstTokensSchema.parse(AuthenticationResult);
  return { is: "signed-in", accessToken: AccessToken, refreshToken: RefreshToken, expiresInSeconds: ExpiresIn };
};

/** Cognito reports a shorter one as an invalid request; it is in fact an invented session. */
const leastSessionLength = 20;

/** Cognito's own session, after the name by which it knows the user: it may be an e-mail address that was typed. */
const partsOf = (session: string): [string, string] => {
  const at = session.indexOf(":");
  return [session.slice(0, at), session.slice(at + 1)];
};

type Refusal = { readonly is: "refused" } | { readonly is: "weak-password" } | { readonly is: "too-many" };

/** What Cognito's errors mean; every other one (`TooManyRequestsException`: the account's quota, too) is an internal error. */
const refusals: Readonly<Record<string, Refusal>> = {
  NotAuthorizedException: { is: "refused" },
  UserNotFoundException: { is: "refused" },
  UserNotConfirmedException: { is: "refused" },
  PasswordResetRequiredException: { is: "refused" },
  CodeMismatchException: { is: "refused" },
  ExpiredCodeException: { is: "refused" },
  UnsupportedTokenTypeException: { is: "refused" },
  UnauthorizedException: { is: "refused" },
  InvalidPasswordException: { is: "weak-password" },
  PasswordHistoryPolicyViolationException: { is: "weak-password" },
  LimitExceededException: { is: "too-many" },
  TooManyFailedAttemptsException: { is: "too-many" },
};

const orRefused = async <T>(call: () => Promise<T>): Promise<T | Refusal> => {
  try {
    return await call();
  } catch (error) {
    const refusal = error instanceof Error ? refusals[error.name] : undefined;
    if (refusal === undefined) throw error;
    return refusal;
  }
};
