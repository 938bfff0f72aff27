import { cognitoSessions, openUserPool } from "../adapters/cognito-sessions.ts";
import { signingKeys } from "../adapters/dynamo-signing-keys.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { bindAtStart, clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { environments } from "../contract/environment.ts";
import { metricNames } from "../contract/metrics.ts";
import { assertNever } from "../domain/assert-never.ts";
import { parseSessionRequest, type SessionRequest } from "../domain/board/session/parse-session-request.ts";
import { isStrongPassword } from "../domain/board/session/password-rules.ts";
import {
  type ResponseWithCookies,
  refreshResponse,
  refreshTokenIn,
  type Sessions,
  type SignInOutcome,
  signedOut,
  signInResponse,
  waitFirst,
  withoutSession,
} from "../domain/board/session/session-response.ts";
import { ownerOfToken } from "../domain/board/session/token-owner.ts";
import { fromApiEvent } from "../domain/http/http.ts";
import { respond } from "../http/respond.ts";
import { recordAccess } from "./access-trail.ts";
import { type GuardDependencies, guardedTry, type Verdict } from "./guarded-try.ts";

export interface SessionDependencies extends GuardDependencies {
  readonly sessions: Sessions;
  /** Where people reach the board. */
  readonly publicUrl: string;
}

/** `/board/session` and the steps below it: sign-in and sign-out of the board. */
export const session = (deps: SessionDependencies) =>
  respond(async (event, correlationId): Promise<ResponseWithCookies> => {
    const reading = parseSessionRequest(fromApiEvent(event), deps.publicUrl);
    if (!reading.ok) return reading.response;
    const { sender } = fromApiEvent(event);
    const response = await answer(deps, reading.of, { refreshToken: refreshTokenIn(event, deps.publicUrl), sender });
    const code = `session-${reading.of.asks}`;
    log.info("Session request answered", { code, status: response.statusCode, correlationId });
    if (reading.of.asks === "sign-in" && [401, 429].includes(response.statusCode)) countOne(metricNames.signInRefused);
    return response;
  });

interface Caller {
  readonly refreshToken: string | undefined;
  readonly sender: string | undefined;
}

const answer = async (
  deps: SessionDependencies,
  request: SessionRequest,
  { refreshToken, sender }: Caller,
): Promise<ResponseWithCookies> => {
  const { sessions, publicUrl } = deps;
  switch (request.asks) {
    case "sign-in": {
      const { user, password } = request;
      // By name and by address it is the same user, whose failed tries count together.
      const name = (await sessions.nameOf(user)) ?? user.toLowerCase();
      const tried = await guardedTry(deps, { user: name, sender }, () => sessions.signIn(user, password), judge);
      return tried.is === "wait" ? waitFirst(tried.seconds) : signInResponse(tried.outcome, publicUrl);
    }
    case "password": {
      const { session, password } = request;
      if (!isStrongPassword(password)) return signInResponse({ is: "weak-password" }, publicUrl);
      return signInResponse(await sessions.setPassword(session, password), publicUrl);
    }
    case "refresh":
      if (refreshToken === undefined) return withoutSession;
      return refreshResponse(await sessions.refresh(refreshToken), publicUrl);
    case "everywhere": {
      if (refreshToken === undefined) return withoutSession;
      const outcome = await sessions.refresh(refreshToken);
      if (outcome.is !== "refreshed") return refreshResponse(outcome, publicUrl);
      const owner = ownerOfToken(outcome.accessToken);
      await recordAccess(deps, owner, "everywhere");
      await sessions.revokeAll(owner.user);
      return signedOut(publicUrl);
    }
    case "sign-out":
      if (refreshToken !== undefined) await sessions.revoke(refreshToken);
      return signedOut(publicUrl);
    default:
      return assertNever(request);
  }
};

const judge = ({ is }: SignInOutcome): Verdict => {
  switch (is) {
    case "signed-in":
      return "passed";
    case "refused":
      return "failed";
    case "new-password-needed":
    case "weak-password":
    case "too-many":
      return "neither";
    default:
      return assertNever(is);
  }
};

const dependencies = (): SessionDependencies => {
  const { TABLE_NAME, USER_POOL_ID, USER_POOL_CLIENT_ID, PUBLIC_URL } = environmentOf(environments.session);
  const table = openTable(TABLE_NAME);
  return {
    table,
    keyring: signingKeys(table),
    now: clock,
    sessions: cognitoSessions(openUserPool(USER_POOL_ID, USER_POOL_CLIENT_ID)),
    publicUrl: PUBLIC_URL,
  };
};

export const handler = bindAtStart(() => session(dependencies()));
