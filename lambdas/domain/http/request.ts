import * as z from "zod/mini";

/** A request as the API passes it on: names of headers in lower case, the body as the bytes that were sent. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Uint8Array;
}

/** What we need of API Gateway's HTTP API payload, version 2.0. */
const ApiEventSchema = z.object({
  rawPath: z.string(),
  rawQueryString: z.optional(z.string()),
  headers: z.optional(z.record(z.string(), z.string())),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
  body: z.nullish(z.string()),
  isBase64Encoded: z.optional(z.boolean()),
});

/** @throws when the event is not from an HTTP API: never because of what a client sent. */
export const fromApiEvent = (event: unknown): HttpRequest => {
  const { rawPath, rawQueryString, headers = {}, requestContext, body, isBase64Encoded } = ApiEventSchema.parse(event);
  return {
    method: requestContext.http.method.toUpperCase(),
    path: rawPath,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    query: new URLSearchParams(rawQueryString ?? ""),
    body: Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf8"),
  };
};

/** A header's value; `undefined` when the request does not carry it. */
export const headerOf = ({ headers }: HttpRequest, name: string): string | undefined =>
  Object.hasOwn(headers, name) ? headers[name] : undefined;
