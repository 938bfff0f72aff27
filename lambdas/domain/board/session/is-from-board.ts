import { type HttpRequest, headerOf } from "../../http/index.ts";

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
