import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { bindAtStart, fileBeside } from "../adapters/lambda-runtime.ts";
import { fromApiEvent, type HttpRequest, type HttpResponse, headerOf } from "../domain/http/http.ts";
import { respond } from "../http/answering.ts";

/** `GET /smarketing.js`: the script for web sites. */
export const getScript = (content: Buffer) => {
  const script: SiteScript = {
    text: content.toString(),
    gzip: gzipSync(content, { level: 9 }).toString("base64"),
    etag: `"${createHash("sha256").update(content).digest("base64url").slice(0, 16)}"`,
  };
  return respond(async (event) => scriptResponse(fromApiEvent(event), script));
};

export const handler = bindAtStart(() => getScript(fileBeside("smarketing.js")));

/** The script for web sites, in both of its encodings. */
interface SiteScript {
  readonly text: string;
  /** Base64. */
  readonly gzip: string;
  /** Changes with the content; in quotation marks. */
  readonly etag: string;
}

/** Browsers ask again after an hour, and get it only when it has changed. Any site may run it. */
const scriptResponse = (request: HttpRequest, { text, gzip, etag }: SiteScript): HttpResponse => {
  const headers = {
    "cache-control": "public, max-age=3600",
    "cross-origin-resource-policy": "cross-origin",
    etag,
    vary: "accept-encoding",
  };
  if (headerOf(request, "if-none-match")?.includes(etag)) return { statusCode: 304, headers, body: "" };
  const described = {
    ...headers,
    "content-type": "text/javascript; charset=utf-8",
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
