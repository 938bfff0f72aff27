import { createHash } from "node:crypto";
import type { FieldError } from "./field-error.ts";

/** An answer in the shape that an HTTP API takes from a function. */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body is bytes. */
  readonly isBase64Encoded?: true;
}

/** On every answer: nothing is kept by caches, and nobody guesses at the type. */
const always = { "cache-control": "no-store", "x-content-type-options": "nosniff" } as const;

/** Pages bring their styles along, fetch nothing, run nothing, and post only to where they came from. */
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The policy for a page that runs this one script, which may report back to where it came from. */
const policyWith = (script: string): string =>
  `${pagePolicy}; script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'; connect-src 'self'`;

export const json = (statusCode: number, value: unknown): HttpResponse => ({
  statusCode,
  headers: { ...always, "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify(value),
});

/** A page for a person, with the one script that it may run. Its address may hold a reference: no referrer gives it away and no search engine lists it. */
export const html = (statusCode: number, page: string, script?: string): HttpResponse => ({
  statusCode,
  headers: {
    ...always,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": script === undefined ? pagePolicy : policyWith(script),
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
  },
  body: page,
});

/** After a post: show this address instead, with a `GET`. */
export const seeOther = (location: string): HttpResponse => ({
  statusCode: 303,
  headers: { ...always, location, "referrer-policy": "no-referrer" },
  body: "",
});

/** An error for programs, by RFC 9457; `errors` has one entry a field. */
export const problem = (
  status: number,
  title: string,
  detail: string,
  errors?: readonly FieldError[],
): HttpResponse => ({
  statusCode: status,
  headers: { ...always, "content-type": "application/problem+json; charset=utf-8" },
  body: JSON.stringify({ type: "about:blank", title, status, detail, errors }),
});
