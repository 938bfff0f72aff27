import { createHash } from "node:crypto";
import * as z from "zod/mini";
import type { FieldErrorSchema, Problem } from "../../contract/api.ts";
import type { ReadOnly } from "../../contract/read-only.ts";
import { droppable } from "../../contract/start-light.ts";

/** Requests and responses of the API, as values. */

/** A request as the API passes it on: names of headers in lower case, the body as the bytes that were sent. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Uint8Array;
  /** The address that it came from, as the gateway saw it, or the front: no header that a client can set. */
  readonly sender?: string | undefined;
}

/** What we need of API Gateway's HTTP API payload, version 2.0. */
const ApiEventSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    rawPath: z.string(),
    rawQueryString: z.optional(z.string()),
    headers: z.optional(z.record(z.string(), z.string())),
    requestContext: z.object({ http: z.object({ method: z.string(), sourceIp: z.optional(z.string()) }) }),
    body: z.nullish(z.string()),
    isBase64Encoded: z.optional(z.boolean()),
  }),
);

/** @throws when the event is not from an HTTP API: never because of what a client sent. */
export const fromApiEvent = (event: unknown): HttpRequest => {
  const { rawPath, rawQueryString, headers = {}, requestContext, body, isBase64Encoded } = ApiEventSchema.parse(event);
  return {
    method: requestContext.http.method.toUpperCase(),
    path: rawPath,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    query: new URLSearchParams(rawQueryString ?? ""),
    body: Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf8"),
    sender: requestContext.http.sourceIp,
  };
};

/** A header's value; `undefined` when the request does not carry it. */
export const headerOf = ({ headers }: Pick<HttpRequest, "headers">, name: string): string | undefined =>
  Object.hasOwn(headers, name) ? headers[name] : undefined;

/** The form of an `Idempotency-Key`: visible characters of ASCII. */
export const idempotencyKeyForm = /^[\x21-\x7e]{1,255}$/;

/** A response in the shape that an HTTP API takes from a function. */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body is bytes. */
  readonly isBase64Encoded?: true;
}

/**
 * On every response: no guessing of the content type, from now on no connection that others may read or change, and nothing
 * runs or is framed where a browser shows it as a page. Pages have a policy of their own.
 */
export const guarded = {
  "x-content-type-options": "nosniff",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "content-security-policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
} as const;

/** On every response of the API: no caching, either. */
export const always = { ...guarded, "cache-control": "no-store" } as const;

/**
 * Pages bring their styles along, fetch nothing, run nothing but the one script, which may report back to where it came
 * from, and post only to where they came from.
 */
const policyOf = ({ script, formTargets = [], framedBy = [] }: PageNeeds): string =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `form-action ${["'self'", ...formTargets].join(" ")}`,
    "base-uri 'none'",
    `frame-ancestors ${framedBy.length === 0 ? "'none'" : framedBy.join(" ")}`,
    ...(script === undefined
      ? []
      : [`script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`, "connect-src 'self'"]),
  ].join("; ");

/** What a page may do beyond showing itself. */
interface PageNeeds {
  /** The one script that it runs. */
  readonly script?: string | undefined;
  /** Origins to which the response to its form may lead on: browsers hold redirects to `form-action`, too. */
  readonly formTargets?: readonly string[] | undefined;
  /** Origins that may show it in a frame: a form in a frame gets its response there, too. */
  readonly framedBy?: readonly string[] | undefined;
}

export const json = (statusCode: number, value: unknown): HttpResponse => ({
  statusCode,
  headers: { ...always, "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify(value),
});

/**
 * A page for a person. Its address may hold a reference: no referrer gives it away and no search engine lists it.
 */
export const html = (statusCode: number, page: string, needs: PageNeeds = {}): HttpResponse => ({
  statusCode,
  headers: {
    ...always,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policyOf(needs),
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
  },
  body: page,
});

/**
 * After a post: show this address instead, with a `GET`. It shows nothing itself and says nothing of frames: some browsers hold
 * a redirect in a frame to what it says, and a form in a frame of the agreement's sites would go nowhere.
 */
export const seeOther = (location: string): HttpResponse => ({
  statusCode: 303,
  headers: {
    ...always,
    "content-security-policy": "default-src 'none'",
    location,
    "referrer-policy": "no-referrer",
  },
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
  body: JSON.stringify({ type: "about:blank", title, status, detail, errors } satisfies Problem),
});

/** What is wrong with one field of a request, for programs. */
export type FieldError = ReadOnly<z.infer<typeof FieldErrorSchema>>;

/** @param known the names of the known fields, for the message about an unknown one */
export const fieldErrorsOf = ({ issues }: Pick<z.core.$ZodError, "issues">, known = ""): FieldError[] =>
  issues.map(({ path, code, message }) => ({
    field: path.map(String).join(".") || "body",
    detail: code === "unrecognized_keys" ? `unknown field; expected only: ${known}` : message,
  }));

/** In one line, for logs and dead letters. */
export const sayFieldErrors = (errors: readonly FieldError[]): string =>
  errors.map(({ field, detail }) => `${field}: ${detail}`).join("; ");
