import * as z from "zod/mini";
import { boardPaths, type SessionReply } from "../../../contract/board.ts";
import { assertNever } from "../../assert-never.ts";
import { type HttpResponse, json, problem } from "../../http/http.ts";
import { leastPasswordLength } from "./password-rules.ts";

/** An HTTP API makes a header of each cookie. */
export type ResponseWithCookies = HttpResponse & { readonly cookies?: readonly string[] };

const answer = (value: SessionReply): HttpResponse => json(200, value);

/** The same for whoever is unknown, for a wrong password, and for one who has tried too often. */
const refused = problem(
  401,
  "Not signed in",
  "Wrong user name or password. After several failed attempts, wait a few minutes before the next one.",
);

const tooMany: HttpResponse = (({ headers, ...rest }) => ({ ...rest, headers: { ...headers, "retry-after": "5" } }))(
  problem(429, "Too many requests", "Too many sign-ins at the moment. Try again shortly."),
);

const passwordNeeds = `${leastPasswordLength} characters, with a lower-case letter, an upper-case letter, a digit and a symbol such as "!"`;

const weakPassword = problem(422, "Password too weak", `A password needs ${passwordNeeds}.`, [
  { field: "password", detail: passwordNeeds },
]);

export const signInResponse = (outcome: SignInOutcome, publicUrl: string): ResponseWithCookies => {
  switch (outcome.is) {
    case "signed-in": {
      const { accessToken, expiresInSeconds, refreshToken } = outcome;
      const cookies = [sessionCookie(refreshToken, publicUrl)];
      return { ...answer({ is: "signed-in", accessToken, expiresInSeconds }), cookies };
    }
    case "new-password-needed":
      return answer({ is: outcome.is, session: outcome.session });
    case "refused":
      return refused;
    case "weak-password":
      return weakPassword;
    case "too-many":
      return tooMany;
    default:
      return assertNever(outcome);
  }
};

/** A refresh that is refused ends the session: the cookie goes. */
export const refreshResponse = (outcome: RefreshOutcome, publicUrl: string): ResponseWithCookies => {
  switch (outcome.is) {
    case "refreshed":
      return answer({
        is: "signed-in",
        accessToken: outcome.accessToken,
        expiresInSeconds: outcome.expiresInSeconds,
      });
    case "refused":
      return { ...over, cookies: [noCookie(publicUrl)] };
    case "too-many":
      return tooMany;
    default:
      return assertNever(outcome);
  }
};

const over = problem(401, "Not signed in", "The session has expired. Sign in again.");

/** Whoever never signed in has nothing to lose. */
export const withoutSession = over;

export const signedOut = (publicUrl: string): ResponseWithCookies => ({
  statusCode: 204,
  headers: { "cache-control": "no-store" },
  body: "",
  cookies: [noCookie(publicUrl)],
});

const cookieName = "smarketing-session";

/** As long as the refresh token lives. */
const livesSeconds = 12 * 60 * 60;

/** Browsers keep a `Secure` cookie of plain http to themselves, but for this machine some of them only. */
const isLoopback = (publicUrl: string): boolean => {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
};

/** No script reads it, no other site makes a browser send it, and no other address than the session's gets it. */
const cookie = (value: string, seconds: number, publicUrl: string): string =>
  [
    `${cookieName}=${value}`,
    `Max-Age=${seconds}`,
    `Path=${boardPaths.session}`,
    "HttpOnly",
    ...(isLoopback(publicUrl) ? [] : ["Secure"]),
    "SameSite=Strict",
  ].join("; ");

export const sessionCookie = (refreshToken: string, publicUrl: string): string =>
  cookie(refreshToken, livesSeconds, publicUrl);

export const noCookie = (publicUrl: string): string => cookie("", 0, publicUrl);

/** An HTTP API takes cookies out of the headers and into a list of their own; not every emulator does. */
const EventSchema = z.object({
  cookies: z.optional(z.array(z.string())),
  headers: z.optional(z.record(z.string(), z.string())),
});

/** What Cognito takes for a token at all; anything else is no cookie of ours. */
const tokenForm = /^[\w.=-]+$/;

/** The refresh token in the request's cookie. */
export const refreshTokenIn = (event: unknown): string | undefined => {
  const { cookies = [], headers = {} } = EventSchema.parse(event);
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === "cookie")?.[1] ?? "";
  const value = [...cookies, ...header.split(";")]
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
  return value !== undefined && tokenForm.test(value) ? value : undefined;
};

/** What a directory of users says to somebody who signs in. Wrong user, wrong password and a session that is over look the same. */
export type SignInOutcome =
  | {
      readonly is: "signed-in";
      readonly accessToken: string;
      readonly refreshToken: string;
      readonly expiresInSeconds: number;
    }
  | { readonly is: "new-password-needed"; readonly session: string }
  | { readonly is: "refused" }
  /** The new password is not one that the directory takes. */
  | { readonly is: "weak-password" }
  /** It is asked too much, and takes nothing for a moment. */
  | { readonly is: "too-many" };

export type RefreshOutcome =
  | { readonly is: "refreshed"; readonly accessToken: string; readonly expiresInSeconds: number }
  | { readonly is: "refused" }
  | { readonly is: "too-many" };

/** The directory of users, as the board's sign-in needs it. */
export interface Sessions {
  signIn(user: string, password: string): Promise<SignInOutcome>;
  /** At the first sign-in, with the session that it gave: that says whose it is, too. */
  setPassword(session: string, password: string): Promise<SignInOutcome>;
  refresh(refreshToken: string): Promise<RefreshOutcome>;
  /** Neither this token nor what came from it is taken any more. An unknown one is no error. */
  revoke(refreshToken: string): Promise<void>;
}
