import type { Role } from "../../../contract/board.ts";
import { always, type HttpResponse, problem } from "../../http/http.ts";

/** The directory of users, as a forgotten password needs it. */
export interface Passwords {
  /** By name or by address; `undefined` when there is no such user, or none that a mail may go to. */
  find(typed: string): Promise<{ readonly user: string; readonly email: string } | undefined>;
  roleOf(user: string): Promise<Role | undefined>;
  /** Another password from now on; all sessions end. A second factor stays. */
  replace(user: string, password: string): Promise<void>;
}

/** Whether there is such a user or not. */
export const linkAsked: HttpResponse = { statusCode: 202, headers: always, body: "" };

export const passwordReplaced: HttpResponse = { statusCode: 204, headers: always, body: "" };

export const linkOver = problem(
  404,
  "The link is no longer valid",
  "It works once, for thirty minutes. Ask for another one on the sign-in page.",
);

/** To a network that asks for too many links. */
export const tooManyAsked = (seconds: number): HttpResponse => {
  const response = problem(
    429,
    "Too many requests",
    "Too many links were asked for from this network. Try again later.",
  );
  return { ...response, headers: { ...response.headers, "retry-after": String(seconds) } };
};
