import * as z from "zod/mini";
import { boardPaths } from "../../../contract/board.ts";

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
