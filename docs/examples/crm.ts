/**
 * Asks Smarketing's signed API. Needs nothing but Node:
 *
 *     SMARKETING_API=https://… SMARKETING_KEY=… SMARKETING_SECRET=… npx tsx docs/examples/crm.ts GET '/sla?weeks=8'
 */
import { createHash, createHmac } from "node:crypto";
import { pathToFileURL } from "node:url";

export interface Key {
  readonly id: string;
  readonly secret: string;
}

/** The headers by which a request is known to be yours. `path` is what you send, with its query; `body` its very text. */
export const signatureHeaders = (
  { id, secret }: Key,
  method: string,
  path: string,
  body = "",
  seconds = Math.floor(Date.now() / 1000),
): Record<string, string> => {
  const hash = createHash("sha256").update(body).digest("hex");
  const signature = createHmac("sha256", secret).update([seconds, method, path, hash].join("\n")).digest("hex");
  return {
    "x-smarketing-key": id,
    "x-smarketing-timestamp": String(seconds),
    "x-smarketing-signature": `v2=${signature}`,
  };
};

/** Sent again with the same headers, a request gets the response that it got; signed anew, it is looked at anew. */
export const ask = (api: string, key: Key, method: "GET" | "POST", path: string, body?: string): Promise<Response> =>
  fetch(api + path, {
    method,
    headers: { "content-type": "application/json", ...signatureHeaders(key, method, path, body) },
    ...(body !== undefined && { body }),
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { SMARKETING_API: api = "", SMARKETING_KEY: id = "", SMARKETING_SECRET: secret = "" } = process.env;
  const [, , method, path = "", body] = process.argv;
  const response = await ask(api, { id, secret }, method === "POST" ? "POST" : "GET", path, body);
  console.log(await response.text());
  if (!response.ok) process.exitCode = 1;
}
