import { cognitoSessions, openUserPool } from "../adapters/cognito-sessions.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { bindAtStart, environmentOf } from "../adapters/lambda-runtime.ts";
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
  signedOut,
  signInResponse,
  withoutSession,
} from "../domain/board/session/session-response.ts";
import { fromApiEvent } from "../domain/http/http.ts";
import { respond } from "../http/respond.ts";

export interface SessionDependencies {
  readonly sessions: Sessions;
  /** Where people reach the board. */
  readonly publicUrl: string;
}

/** `POST /board/session`, `…/password`, `…/refresh` and `DELETE /board/session`: sign-in and sign-out of the board. */
export const session = (deps: SessionDependencies) =>
  respond(async (event, correlationId): Promise<ResponseWithCookies> => {
    const reading = parseSessionRequest(fromApiEvent(event), deps.publicUrl);
    if (!reading.ok) return reading.response;
    const response = await answer(deps, reading.of, refreshTokenIn(event, deps.publicUrl));
    const code = `session-${reading.of.asks}`;
    log.info("Session request answered", { code, status: response.statusCode, correlationId });
    if (reading.of.asks === "sign-in" && response.statusCode === 401) countOne(metricNames.signInRefused);
    return response;
  });

const answer = async (
  { sessions, publicUrl }: SessionDependencies,
  request: SessionRequest,
  refreshToken: string | undefined,
): Promise<ResponseWithCookies> => {
  switch (request.asks) {
    case "sign-in":
      return signInResponse(await sessions.signIn(request.user, request.password), publicUrl);
    case "password": {
      const { session, password } = request;
      if (!isStrongPassword(password)) return signInResponse({ is: "weak-password" }, publicUrl);
      return signInResponse(await sessions.setPassword(session, password), publicUrl);
    }
    case "refresh":
      if (refreshToken === undefined) return withoutSession;
      return refreshResponse(await sessions.refresh(refreshToken), publicUrl);
    case "sign-out":
      if (refreshToken !== undefined) await sessions.revoke(refreshToken);
      return signedOut(publicUrl);
    default:
      return assertNever(request);
  }
};

const dependencies = (): SessionDependencies => {
  const { USER_POOL_ID, USER_POOL_CLIENT_ID, PUBLIC_URL } = environmentOf(environments.session);
  return { sessions: cognitoSessions(openUserPool(USER_POOL_ID, USER_POOL_CLIENT_ID)), publicUrl: PUBLIC_URL };
};

export const handler = bindAtStart(() => session(dependencies()));
