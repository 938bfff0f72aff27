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
  type SignInStep,
  signedOut,
  signInResponse,
  withoutSession,
} from "../domain/board/session/session-response.ts";
import { ownerOfToken } from "../domain/board/session/token-owner.ts";
import { fromApiEvent } from "../domain/http/http.ts";
import { respond } from "../http/respond.ts";
import { recordAccess } from "./access-trail.ts";
import { enrol, newSecret } from "./enrolment.ts";
import { enterCode, recover, type SignInDependencies, setPassword, signIn } from "./sign-in-steps.ts";

export interface SessionDependencies extends SignInDependencies {
  /** Where people reach the board. */
  readonly publicUrl: string;
}

/** `/board/session` and the steps below it: sign-in and sign-out of the board. */
export const session = (deps: SessionDependencies) =>
  respond(async (event, correlationId): Promise<ResponseWithCookies> => {
    const reading = parseSessionRequest(fromApiEvent(event), deps.publicUrl);
    if (!reading.ok) return reading.response;
    const { sender } = fromApiEvent(event);
    const caller = { refreshToken: refreshTokenIn(event, deps.publicUrl), sender, correlationId };
    const response = await answer(deps, reading.of, caller);
    const { asks } = reading.of;
    log.info("Session request answered", { code: `session-${asks}`, status: response.statusCode, correlationId });
    if (triesSecrets.has(asks) && [401, 429].includes(response.statusCode)) countOne(metricNames.signInRefused);
    return response;
  });

const triesSecrets: ReadonlySet<SessionRequest["asks"]> = new Set(["sign-in", "code", "recovery"]);

interface Caller {
  readonly refreshToken: string | undefined;
  readonly sender: string | undefined;
  readonly correlationId: string;
}

const answer = async (
  deps: SessionDependencies,
  request: SessionRequest,
  caller: Caller,
): Promise<ResponseWithCookies> => {
  const { sessions, publicUrl } = deps;
  switch (request.asks) {
    case "refresh":
      if (caller.refreshToken === undefined) return withoutSession;
      return refreshResponse(await sessions.refresh(caller.refreshToken), publicUrl);
    case "everywhere":
      return endAll(deps, caller.refreshToken);
    case "sign-out":
      if (caller.refreshToken !== undefined) await sessions.revoke(caller.refreshToken);
      return signedOut(publicUrl);
    default:
      return signInResponse(await step(deps, request, caller), publicUrl);
  }
};

const step = async (
  deps: SessionDependencies,
  request: Exclude<SessionRequest, { asks: "refresh" | "everywhere" | "sign-out" }>,
  { sender, correlationId }: Caller,
): Promise<SignInStep> => {
  switch (request.asks) {
    case "sign-in":
      return signIn(deps, request, sender);
    case "password":
      return isStrongPassword(request.password) ? setPassword(deps, request) : { is: "weak-password" };
    case "code":
      return enterCode(deps, request, sender);
    case "recovery":
      return recover(deps, request, sender, correlationId);
    case "factor":
      return newSecret(deps, request.ticket);
    case "enrol":
      return enrol(deps, request);
    default:
      return assertNever(request);
  }
};

const endAll = async (deps: SessionDependencies, refreshToken: string | undefined): Promise<ResponseWithCookies> => {
  if (refreshToken === undefined) return withoutSession;
  const outcome = await deps.sessions.refresh(refreshToken);
  if (outcome.is !== "refreshed") return refreshResponse(outcome, deps.publicUrl);
  const owner = ownerOfToken(outcome.accessToken);
  await recordAccess(deps, owner, "everywhere");
  await deps.sessions.revokeAll(owner.user);
  return signedOut(deps.publicUrl);
};

const dependencies = (): SessionDependencies => {
  const { TABLE_NAME, USER_POOL_ID, USER_POOL_CLIENT_ID, PUBLIC_URL, SECOND_FACTOR } = environmentOf(
    environments.session,
  );
  const table = openTable(TABLE_NAME);
  return {
    table,
    keyring: signingKeys(table),
    now: clock,
    sessions: cognitoSessions(openUserPool(USER_POOL_ID, USER_POOL_CLIENT_ID)),
    publicUrl: PUBLIC_URL,
    secondFactor: SECOND_FACTOR,
  };
};

export const handler = bindAtStart(() => session(dependencies()));
