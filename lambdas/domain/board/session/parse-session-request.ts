import type * as z from "zod/mini";
import {
  boardPaths,
  CodeBodySchema,
  EnrolBodySchema,
  NewPasswordBodySchema,
  RecoveryBodySchema,
  SignInBodySchema,
  TicketBodySchema,
} from "../../../contract/board.ts";
import { limits } from "../../../contract/limits.ts";
import { fieldErrorsOf, type HttpRequest, type HttpResponse, headerOf, problem } from "../../http/http.ts";

/** A request about a session. */
export type SessionRequest =
  | { readonly asks: "sign-in"; readonly user: string; readonly password: string; readonly enrols: boolean }
  | { readonly asks: "code"; readonly session: string; readonly code: string; readonly enrols: boolean }
  | {
      readonly asks: "recovery";
      readonly user: string;
      readonly password: string;
      readonly code: string;
      readonly enrols: boolean;
    }
  | { readonly asks: "factor"; readonly ticket: string }
  | { readonly asks: "enrol"; readonly ticket: string; readonly code: string }
  | { readonly asks: "password"; readonly password: string; readonly session: string }
  | { readonly asks: "refresh" }
  | { readonly asks: "sign-out" }
  | { readonly asks: "everywhere" };

export type SessionReading =
  | { readonly ok: true; readonly of: SessionRequest }
  | { readonly ok: false; readonly response: HttpResponse };

/** `publicUrl`: where people reach the board. */
export const parseSessionRequest = (request: HttpRequest, publicUrl: string): SessionReading => {
  if (!isFromBoard(request, publicUrl)) return refuse(wrongOrigin);
  const asked = `${request.method} ${belowSession(request.path)}`;
  if (asked === "DELETE ") return { ok: true, of: { asks: "sign-out" } };
  if (!isJson(request)) return refuse(notJson);
  switch (asked) {
    case "POST ":
      return body(request, SignInBodySchema, (read) => ({ asks: "sign-in", ...read }));
    case "POST /password":
      return body(request, NewPasswordBodySchema, (read) => ({ asks: "password", ...read }));
    case "POST /code":
      return body(request, CodeBodySchema, (read) => ({ asks: "code", ...read }));
    case "POST /recovery":
      return body(request, RecoveryBodySchema, (read) => ({ asks: "recovery", ...read }));
    case "POST /factor":
      return body(request, TicketBodySchema, (read) => ({ asks: "factor", ...read }));
    case "POST /enrol":
      return body(request, EnrolBodySchema, (read) => ({ asks: "enrol", ...read }));
    case "POST /refresh":
      return { ok: true, of: { asks: "refresh" } };
    case "POST /everywhere":
      return { ok: true, of: { asks: "everywhere" } };
    default:
      return refuse(problem(404, "Not found", "The session endpoints are in the API's description, /openapi.json."));
  }
};

const belowSession = (path: string): string => path.slice(path.indexOf(boardPaths.session) + boardPaths.session.length);

const refuse = (response: HttpResponse): SessionReading => ({ ok: false, response });

const body = <S extends z.ZodMiniType>(
  request: HttpRequest,
  schema: S,
  asking: (read: z.output<S>) => SessionRequest,
): SessionReading => {
  const read = readBody(request, schema);
  return read.ok ? { ok: true, of: asking(read.of) } : read;
};

const wrongOrigin = problem(403, "Wrong origin", "Sessions can be requested by the board only, not by other pages.");
const notJson = problem(415, "Not JSON", "Send the body as application/json.");
const isJson = (request: HttpRequest): boolean =>
  /^application\/json(;|$)/i.test(headerOf(request, "content-type") ?? "");

/** The body of a post from the board, by its schema. */
export const readPost = <S extends z.ZodMiniType>(
  request: HttpRequest,
  publicUrl: string,
  schema: S,
): BodyReading<S> => {
  if (!isFromBoard(request, publicUrl)) return { ok: false, response: wrongOrigin };
  return isJson(request) ? readBody(request, schema) : { ok: false, response: notJson };
};

type BodyReading<S extends z.ZodMiniType> =
  | { readonly ok: true; readonly of: z.output<S> }
  | { readonly ok: false; readonly response: HttpResponse };

const readBody = <S extends z.ZodMiniType>(request: HttpRequest, schema: S): BodyReading<S> => {
  const read = schema.safeParse(request.body.length > limits.signInBytes ? undefined : jsonOf(request.body));
  if (read.success) return { ok: true, of: read.data };
  const errors = fieldErrorsOf(read.error);
  const response = problem(400, "Invalid session request", "Some fields are missing or invalid.", errors);
  return { ok: false, response };
};

const jsonOf = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

/**
 * Whether a request that carries the cookie comes from the board itself. A browser always says where a post comes from,
 * by `Sec-Fetch-Site`, or by `Origin` if it is old; what says neither is no browser, and has no cookie but its own.
 */
export const isFromBoard = (request: HttpRequest, publicUrl: string): boolean => {
  const site = headerOf(request, "sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const origin = headerOf(request, "origin");
  return origin === undefined || origin === new URL(publicUrl).origin;
};
