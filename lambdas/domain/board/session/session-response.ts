import * as z from "zod/mini";
import { boardPaths, type SessionReply } from "../../../contract/board.ts";
import { lifetimes } from "../../../contract/limits.ts";
import { droppable } from "../../../contract/start-light.ts";
import { assertNever } from "../../assert-never.ts";
import { always, type HttpResponse, json, problem } from "../../http/http.ts";
import { elapsedMillis } from "../../working-time/duration.ts";
import { leastPasswordLength } from "./password-rules.ts";

/** An HTTP API makes a header of each cookie. */
export type ResponseWithCookies = HttpResponse & { readonly cookies?: readonly string[] };

const answer = (value: SessionReply): HttpResponse => json(200, value);

/** The same response for an unknown user, a wrong password, and too many attempts. */
const refused = problem(
  401,
  "Not signed in",
  "Wrong user name or password. After several failed attempts, wait a few minutes before the next one.",
);

const retryAfter = (seconds: number, { headers, ...rest }: HttpResponse): HttpResponse => ({
  ...rest,
  headers: { ...headers, "retry-after": String(seconds) },
});

const tooMany = retryAfter(5, problem(429, "Too many requests", "Too many sign-ins at the moment. Try again shortly."));

/** To a caller after failed tries, whether there is such a user or not. */
const waitFirst = (seconds: number): HttpResponse =>
  retryAfter(
    seconds,
    problem(429, "Too many failed sign-ins", `After several failed sign-ins, wait ${seconds} s before the next one.`),
  );

const passwordNeeds = `${leastPasswordLength} characters, with a lower-case letter, an upper-case letter, a digit and a symbol such as "!"`;

export const weakPassword = problem(422, "Password too weak", `A password needs ${passwordNeeds}.`, [
  { field: "password", detail: passwordNeeds },
]);

export const signInResponse = (outcome: SignInStep, publicUrl: string): ResponseWithCookies => {
  switch (outcome.is) {
    case "signed-in": {
      const { accessToken, expiresInSeconds, refreshToken, recoveryCodes } = outcome;
      const cookies = [sessionCookie(refreshToken, publicUrl)];
      return { ...answer({ is: "signed-in", accessToken, expiresInSeconds, recoveryCodes }), cookies };
    }
    case "new-password-needed":
    case "code-needed":
      return answer({ is: outcome.is, session: outcome.session });
    case "recovery-needed":
    case "factor-needed":
    case "factor-secret":
      return answer(outcome);
    case "wait":
      return waitFirst(outcome.seconds);
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

/** A caller without a session gets the same response. */
export const withoutSession = over;

export const signedOut = (publicUrl: string): ResponseWithCookies => ({
  statusCode: 204,
  headers: always,
  body: "",
  cookies: [noCookie(publicUrl)],
});

/** Some browsers do not send a `Secure` cookie over plain http, not even to this machine. */
const isLoopback = (publicUrl: string): boolean => {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
};

/** By the prefix, browsers take it over a secure connection only: nobody on the way can plant another session. */
const cookieName = (publicUrl: string): string => `${isLoopback(publicUrl) ? "" : "__Secure-"}smarketing-session`;

/** Scripts cannot read it, other sites cannot make the browser send it, and it goes to the session's path only. */
const cookie = (value: string, seconds: number, publicUrl: string): string =>
  [
    `${cookieName(publicUrl)}=${value}`,
    `Max-Age=${seconds}`,
    `Path=${boardPaths.session}`,
    "HttpOnly",
    ...(isLoopback(publicUrl) ? [] : ["Secure"]),
    "SameSite=Strict",
  ].join("; ");

export const sessionCookie = (refreshToken: string, publicUrl: string): string =>
  cookie(refreshToken, elapsedMillis(lifetimes.session) / 1000, publicUrl);

export const noCookie = (publicUrl: string): string => cookie("", 0, publicUrl);

/** An HTTP API moves cookies from the headers to a list of their own; not every emulator does. */
const EventSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    cookies: z.optional(z.array(z.string())),
    headers: z.optional(z.record(z.string(), z.string())),
  }),
);

/** The form of Cognito's tokens; anything else is not our cookie. */
const tokenForm = /^[\w.=-]+$/;

/** The refresh token in the request's cookie. */
export const refreshTokenIn = (event: unknown, publicUrl: string): string | undefined => {
  const name = `${cookieName(publicUrl)}=`;
  const { cookies = [], headers = {} } = EventSchema.parse(event);
  const header = Object.entries(headers).find(([header]) => header.toLowerCase() === "cookie")?.[1] ?? "";
  const value = [...cookies, ...header.split(";")]
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(name))
    ?.slice(name.length);
  return value !== undefined && tokenForm.test(value) ? value : undefined;
};

export interface SignedIn {
  readonly is: "signed-in";
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

/** The directory's result of a sign-in. Wrong user, wrong password and an expired session look the same. */
export type SignInOutcome =
  | SignedIn
  | { readonly is: "new-password-needed"; readonly session: string }
  /** The password was right; the user has a second factor. */
  | { readonly is: "code-needed"; readonly user: string; readonly session: string }
  | { readonly is: "refused" }
  /** The directory rejects the new password. */
  | { readonly is: "weak-password" }
  /** The directory is throttled, and accepts nothing for a moment. */
  | { readonly is: "too-many" };

/** What a step of the sign-in leads to. */
export type SignInStep =
  | Exclude<SignInOutcome, SignedIn>
  | (SignedIn & { readonly recoveryCodes?: readonly string[] })
  /** The user has a second factor that the directory has lost. */
  | { readonly is: "recovery-needed" }
  | { readonly is: "factor-needed"; readonly ticket: string }
  | { readonly is: "factor-secret"; readonly secret: string; readonly uri: string }
  /** After failed tries. */
  | { readonly is: "wait"; readonly seconds: number };

export type RefreshOutcome =
  | { readonly is: "refreshed"; readonly accessToken: string; readonly expiresInSeconds: number }
  | { readonly is: "refused" }
  | { readonly is: "too-many" };

/** The directory of users, as the board's sign-in needs it. */
export interface Sessions {
  /** The one name of a user who typed this, which may be an e-mail address; `undefined` when there is none. */
  nameOf(typed: string): Promise<string | undefined>;
  signIn(user: string, password: string): Promise<SignInOutcome>;
  /** At the first sign-in, with the session that it returned, which also identifies the user. */
  setPassword(session: string, password: string): Promise<SignInOutcome>;
  /** The second factor's code, for the session that asked for it. */
  answerCode(session: string, code: string): Promise<SignInOutcome>;
  /** Signs in once more, after saying again that the user has a second factor. */
  askForFactor(user: string, password: string): Promise<SignInOutcome>;
  /** Signs in without the second factor, which the user has again afterwards if there is still a secret. */
  pastFactor(
    user: string,
    password: string,
  ): Promise<{ readonly outcome: SignInOutcome; readonly isFactorBack: boolean }>;
  /** A new secret for the token's user; the one before is lost. */
  newSecret(accessToken: string): Promise<string>;
  /** Whether this is a code of the new secret, which it proves. */
  isFirstCode(accessToken: string, code: string): Promise<boolean>;
  /** The user is asked for a code from now on. */
  turnFactorOn(user: string): Promise<void>;
  refresh(refreshToken: string): Promise<RefreshOutcome>;
  /** Ends all sessions of the user; access tokens that are out live for five minutes at most. */
  revokeAll(user: string): Promise<void>;
  /** Revokes this token and what was made from it. An unknown one is not an error. */
  revoke(refreshToken: string): Promise<void>;
}
