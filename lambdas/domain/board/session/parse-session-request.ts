import type * as z from "zod/mini";
import { boardPaths, NewPasswordBodySchema, SignInBodySchema } from "../../../contract/board.ts";
import { limits } from "../../../contract/limits.ts";
import { fieldErrorsOf, type HttpRequest, type HttpResponse, headerOf, problem } from "../../http/http.ts";

/** A request about a session. */
export type SessionRequest =
  | { readonly asks: "sign-in"; readonly user: string; readonly password: string }
  | { readonly asks: "password"; readonly password: string; readonly session: string }
  | { readonly asks: "refresh" }
  | { readonly asks: "sign-out" }
  | { readonly asks: "everywhere" };

export type SessionReading =
  | { readonly ok: true; readonly of: SessionRequest }
  | { readonly ok: false; readonly response: HttpResponse };

/** `publicUrl`: where people reach the board. */
export const parseSessionRequest = (request: HttpRequest, publicUrl: string): SessionReading => {
  if (!isFromBoard(request, publicUrl))
    return refuse(problem(403, "Wrong origin", "Sessions can be requested by the board only, not by other pages."));
  const asked = `${request.method} ${belowSession(request.path)}`;
  if (asked === "DELETE ") return { ok: true, of: { asks: "sign-out" } };
  if (!/^application\/json(;|$)/i.test(headerOf(request, "content-type") ?? ""))
    return refuse(problem(415, "Not JSON", "Send the body as application/json."));
  switch (asked) {
    case "POST ":
      return body(request, SignInBodySchema, (read) => ({ asks: "sign-in", ...read }));
    case "POST /password":
      return body(request, NewPasswordBodySchema, (read) => ({ asks: "password", ...read }));
    case "POST /refresh":
      return { ok: true, of: { asks: "refresh" } };
    case "POST /everywhere":
      return { ok: true, of: { asks: "everywhere" } };
    default:
      return refuse(
        problem(404, "Not found", "The session endpoints are sign-in, password, refresh, sign-out and everywhere."),
      );
  }
};

const belowSession = (path: string): string => path.slice(path.indexOf(boardPaths.session) + boardPaths.session.length);

const refuse = (response: HttpResponse): SessionReading => ({ ok: false, response });

const body = <S extends z.ZodMiniType>(
  request: HttpRequest,
  schema: S,
  asking: (read: z.output<S>) => SessionRequest,
): SessionReading => {
  const read = schema.safeParse(request.body.length > limits.signInBytes ? undefined : jsonOf(request.body));
  if (read.success) return { ok: true, of: asking(read.data) };
  return refuse(
    problem(400, "Invalid session request", "Some fields are missing or invalid.", fieldErrorsOf(read.error)),
  );
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
