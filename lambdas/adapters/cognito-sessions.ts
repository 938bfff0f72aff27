import {
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminUserGlobalSignOutCommand,
  AssociateSoftwareTokenCommand,
  type AuthenticationResultType,
  CognitoIdentityProviderClient,
  RevokeTokenCommand,
  VerifySoftwareTokenCommand,
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
export const cognitoSessions = (pool: UserPool): Sessions => {
  const { client, userPoolId: UserPoolId, clientId: ClientId } = pool;
  return {
    nameOf: async (typed) => {
      try {
        const { Username } = await client.send(new AdminGetUserCommand({ UserPoolId, Username: typed }));
        return Username?.toLowerCase();
      } catch (error) {
        if (error instanceof Error && noSuchName.has(error.name)) return undefined;
        throw error;
      }
    },
    signIn: (user, password) => passwordSignIn(pool, user, password),
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
    answerCode: (session, code) =>
      orRefused(async () => {
        const [USERNAME, Session] = partsOf(session);
        const SOFTWARE_TOKEN_MFA_CODE = digitsOf(code);
        if (SOFTWARE_TOKEN_MFA_CODE === undefined) return { is: "refused" };
        const ChallengeResponses = { USERNAME, SOFTWARE_TOKEN_MFA_CODE };
        const challenge = { ChallengeName: "SOFTWARE_TOKEN_MFA", ChallengeResponses, Session } as const;
        return signedIn(
          await client.send(new AdminRespondToAuthChallengeCommand({ UserPoolId, ClientId, ...challenge })),
        );
      }),
    askForFactor: async (user, password) => {
      if (!(await preferFactor(pool, user, true))) return { is: "refused" };
      return passwordSignIn(pool, user, password);
    },
    pastFactor: async (user, password) => {
      await preferFactor(pool, user, false);
      // Whatever comes of it: who has a factor by our table and is not asked for it does not get in meanwhile.
      const outcome = await passwordSignIn(pool, user, password);
      return { outcome, isFactorBack: await preferFactor(pool, user, true) };
    },
    newSecret: async (AccessToken) => {
      const { SecretCode } = await client.send(new AssociateSoftwareTokenCommand({ AccessToken }));
      return z.string().parse(SecretCode);
    },
    isFirstCode: async (AccessToken, code) => {
      const UserCode = digitsOf(code);
      if (UserCode === undefined) return false;
      const outcome = await orRefused(async () => {
        const { Status } = await client.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
        return { is: Status === "SUCCESS" ? "proved" : "refused" } as const;
      });
      return outcome.is === "proved";
    },
    turnFactorOn: async (user) => {
      await preferFactor(pool, user, true);
    },
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
  };
};

const passwordSignIn = (
  { client, userPoolId: UserPoolId, clientId: ClientId }: UserPool,
  USERNAME: string,
  PASSWORD: string,
): Promise<SignInOutcome> =>
  orRefused(async () => {
    const AuthParameters = { USERNAME, PASSWORD };
    const AuthFlow = "ADMIN_USER_PASSWORD_AUTH";
    return signedIn(
      await client.send(new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow, AuthParameters })),
    );
  });

/** @returns false when Cognito has no secret of the user's that was ever proved */
const preferFactor = async (
  { client, userPoolId: UserPoolId }: UserPool,
  Username: string,
  isUsed: boolean,
): Promise<boolean> => {
  const SoftwareTokenMfaSettings = { Enabled: isUsed, PreferredMfa: isUsed };
  try {
    await client.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, SoftwareTokenMfaSettings }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "InvalidParameterException") return false;
    throw error;
  }
};

/** The six digits of a code, which authenticators show in two groups; Cognito takes nothing else for one. */
const digitsOf = (typed: string): string | undefined => /^\d{6}$/.exec(typed.replace(/\s/g, ""))?.[0];

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

/** Our pool has no other challenges than the first sign-in's and the second factor's. */
const signedIn = ({ AuthenticationResult, ChallengeName, ChallengeParameters, Session }: Signing): SignInOutcome => {
  if (ChallengeName === "NEW_PASSWORD_REQUIRED")
    return { is: "new-password-needed", session: `${ChallengeParameters?.USER_ID_FOR_SRP}:${Session}` };
  if (ChallengeName === "SOFTWARE_TOKEN_MFA") {
    const user = z.string().parse(ChallengeParameters?.USER_ID_FOR_SRP);
    return { is: "code-needed", user: user.toLowerCase(), session: `${user}:${Session}` };
  }
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
  EnableSoftwareTokenMFAException: { is: "refused" },
  SoftwareTokenMFANotFoundException: { is: "refused" },
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
