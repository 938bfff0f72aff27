import type { SessionAnswer } from "../../../contract/board.ts";
import { assertNever } from "../../assert-never.ts";
import { type HttpResponse, json, problem } from "../../http/index.ts";
import { noCookie, sessionCookie } from "./cookie.ts";
import { leastPasswordLength } from "./password-rules.ts";
import type { RefreshOutcome, SignInOutcome } from "./sessions.ts";

/** An HTTP API makes a header of each cookie. */
export type SessionResponse = HttpResponse & { readonly cookies?: readonly string[] };

const answer = (value: SessionAnswer): HttpResponse => json(200, value);

/** The same for whoever is unknown, for a wrong password, and for one who has tried too often. */
const refused = problem(
  401,
  "Not signed in",
  "User or password is wrong. After several tries in a row, wait a few minutes before the next one.",
);

const tooMany: HttpResponse = (({ headers, ...rest }) => ({ ...rest, headers: { ...headers, "retry-after": "5" } }))(
  problem(429, "Too many requests", "So many are signing in just now that some have to wait. Try again in a moment."),
);

const passwordNeeds = `${leastPasswordLength} characters, with a lower-case letter, a capital, a digit and a sign such as "!"`;

const weakPassword = problem(422, "Password too weak", `A password needs ${passwordNeeds}.`, [
  { field: "password", detail: passwordNeeds },
]);

export const signInAnswer = (outcome: SignInOutcome, publicUrl: string): SessionResponse => {
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
export const refreshAnswer = (outcome: RefreshOutcome, publicUrl: string): SessionResponse => {
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

const over = problem(401, "Not signed in", "The session is over. Sign in again.");

/** Whoever never signed in has nothing to lose. */
export const withoutSession = over;

export const signedOut = (publicUrl: string): SessionResponse => ({
  statusCode: 204,
  headers: { "cache-control": "no-store" },
  body: "",
  cookies: [noCookie(publicUrl)],
});
