import * as z from "zod/mini";
import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { recordStep } from "../adapters/dynamo-trail.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement } from "../contract/agreement.ts";
import { boardPaths } from "../contract/board.ts";
import { environments } from "../contract/environment.ts";
import { limits } from "../contract/limits.ts";
import { type BoardUser, boardUserOf } from "../domain/board/board-user.ts";
import { trailStepOf } from "../domain/board/trail.ts";
import {
  fromApiEvent,
  type HttpRequest,
  type HttpResponse,
  headerOf,
  idempotencyKeyForm,
  problem,
} from "../domain/http/http.ts";
import { type ApiHandler, respond } from "../http/respond.ts";

export interface BoardDependencies {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
}

export const boardDependencies = () => {
  const table = openTable(environmentOf(environments.table).TABLE_NAME);
  return (agreement: Agreement): BoardDependencies => ({ table, agreement, now: clock });
};

/** A request by a signed-in user. */
export interface BoardRequest {
  readonly user: BoardUser;
  /** The path below the API's address, such as `["leads", "<id>"]`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** The body; `undefined` of a `GET`. */
  readonly json: unknown;
  /** The sender's own name for the request: a repeat has the same. */
  readonly idempotencyKey?: string | undefined;
  readonly correlationId: string;
  /** When the user signed in, with all that it takes: a refreshed session keeps it. */
  readonly signedInAt?: string | undefined;
}

/**
 * The frame of both functions of the board's API. The gateway has checked the token; here the claims become a user with
 * one role. A user without one gets a 403, a body that is not JSON a 400, and an error of `act` becomes a 503.
 */
export const boardRequest = (
  deps: BoardDependencies,
  act: (request: BoardRequest) => Promise<HttpResponse>,
  mostBytes: number = limits.boardRequestBytes,
): ApiHandler =>
  respond(async (event, correlationId) => {
    const claims = claimsIn(event);
    const user = boardUserOf(claims, deps.agreement);
    if (user === undefined) {
      log.warn("A user without a role called the board API", { code: "board-without-role", correlationId });
      return problem(403, "No role", "The signed-in user has no role on the board, or is not in the agreement.");
    }
    const request = fromApiEvent(event);
    const path = pathBelow(request.path);
    if (path === undefined) return notFound();
    const body = jsonIn(request, mostBytes);
    if (!body.ok) {
      const most = mostBytes.toLocaleString("en");
      return problem(400, "Invalid request", `The body must be JSON in UTF-8, of at most ${most} bytes.`);
    }
    const idempotencyKey = headerOf(request, "idempotency-key");
    if (idempotencyKey !== undefined && !idempotencyKeyForm.test(idempotencyKey))
      return problem(400, "Invalid request", "Idempotency-Key must be 1 to 255 visible ASCII characters.");
    const asked = { user, path, query: request.query, json: body.json, idempotencyKey, correlationId };
    const response = await act({ ...asked, signedInAt: signedInAt(claims) });
    const step = trailStepOf({ user, method: request.method, path, status: response.statusCode }, deps.now());
    // Before the response: what cannot be recorded is not shown. An action that was carried out is not repeated.
    if (step !== undefined) await recordStep(deps.table, step);
    return response;
  });

export const notFound = (): HttpResponse =>
  problem(404, "Not found", "It does not exist, or you do not have access to it.");
export const forbidden = (): HttpResponse => problem(403, "Not allowed", "Your role does not allow this.");

const EventSchema = z.object({
  requestContext: z.object({ authorizer: z.object({ jwt: z.object({ claims: z.unknown() }) }) }),
});

const claimsIn = (event: unknown): unknown => EventSchema.safeParse(event).data?.requestContext.authorizer.jwt.claims;

/** In whole seconds; an HTTP API writes every claim as text. */
const AuthTimeSchema = z.object({ auth_time: z.coerce.number().check(z.int(), z.gte(0)) });

const signedInAt = (claims: unknown): string | undefined => {
  const read = AuthTimeSchema.safeParse(claims);
  return read.success ? new Date(read.data.auth_time * 1000).toISOString() : undefined;
};

const pathBelow = (path: string): string[] | undefined => {
  const prefix = `${boardPaths.api}/`;
  const at = path.indexOf(prefix);
  if (at < 0) return undefined;
  try {
    return path
      .slice(at + prefix.length)
      .split("/")
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
};

type Body = { readonly ok: true; readonly json: unknown } | { readonly ok: false };

const jsonIn = ({ method, body }: HttpRequest, mostBytes: number): Body => {
  if (method === "GET" || body.length === 0) return { ok: true, json: undefined };
  if (body.length > mostBytes) return { ok: false };
  try {
    return { ok: true, json: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) };
  } catch {
    return { ok: false };
  }
};
