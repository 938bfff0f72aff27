import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { bindAtStart, fileBeside } from "../adapters/lambda-runtime.ts";
import { referencePath } from "../contract/api.ts";
import { fromApiEvent, type HttpRequest, type HttpResponse, headerOf } from "../domain/http/http.ts";
import { respond } from "../http/respond.ts";

/**
 * `GET /smarketing.js`: the script for web sites; `GET /openapi.json`: what this API is. Both say nothing of anybody, and
 * the function may do nothing but serve them.
 */
export const getScript = (script: Buffer, reference: Buffer) => {
  const [served, described] = [
    fileOf(script, "text/javascript; charset=utf-8"),
    fileOf(reference, "application/json; charset=utf-8"),
  ];
  return respond(async (event) => {
    const request = fromApiEvent(event);
    return scriptResponse(request, request.path.endsWith(referencePath) ? described : served);
  });
};

const fileOf = (content: Buffer, type: string): SiteScript => ({
  type,
  text: content.toString(),
  gzip: gzipSync(content, { level: 9 }).toString("base64"),
  etag: `"${createHash("sha256").update(content).digest("base64url").slice(0, 16)}"`,
});

export const handler = bindAtStart(() => getScript(fileBeside("smarketing.js"), fileBeside("openapi.json")));

/** A file that anybody may have, in both forms in which it goes out. */
interface SiteScript {
  /** Content type. */
  readonly type: string;
  readonly text: string;
  /** Base64. */
  readonly gzip: string;
  /** Changes with the content; in quotation marks. */
  readonly etag: string;
}

/** Browsers ask again after an hour, and get it only when it has changed. Any site may use it. */
const scriptResponse = (request: HttpRequest, { type, text, gzip, etag }: SiteScript): HttpResponse => {
  const headers = {
    "cache-control": "public, max-age=3600",
    "cross-origin-resource-policy": "cross-origin",
    etag,
    vary: "accept-encoding",
  };
  if (headerOf(request, "if-none-match")?.includes(etag)) return { statusCode: 304, headers, body: "" };
  const described = {
    ...headers,
    "content-type": type,
    "x-content-type-options": "nosniff",
  };
  return /\bgzip\b/i.test(headerOf(request, "accept-encoding") ?? "")
    ? {
        statusCode: 200,
        headers: { ...described, "content-encoding": "gzip" },
        body: gzip,
        isBase64Encoded: true,
      }
    : { statusCode: 200, headers: described, body: text };
};
