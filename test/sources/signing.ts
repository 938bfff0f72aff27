import { createHash, createHmac } from "node:crypto";
import type { SourceKindId } from "../../lambdas/contract/sources.ts";
import type { ToolRequest } from "../../lambdas/domain/source/kind.ts";

/** Headers by which a tool signs, written from its documentation and not from our code; `millis` is when it does. */
export type Sign = (request: ToolRequest, secret: string, millis: number) => Record<string, string>;

const base64url = (text: string): string => Buffer.from(text).toString("base64url");
const hex = (hash: string, secret: string, ...signed: (string | Uint8Array)[]): string =>
  signed.reduce((made, part) => made.update(part), createHmac(hash, secret)).digest("hex");
const stamped = (name: string, body: Uint8Array, secret: string, millis: number): string => {
  const time = Math.floor(millis / 1000);
  return `t=${time},${name}=${hex("sha256", secret, `${time}.`, body)}`;
};

/** Each tool that signs, and for how many minutes a signature of it is valid; always without a number. */
export const signing: readonly [kind: SourceKindId, minutesValid: number | undefined, sign: Sign][] = [
  [
    "typeform",
    undefined,
    ({ body }, secret) => ({
      "typeform-signature": `sha256=${createHmac("sha256", secret).update(body).digest("base64")}`,
    }),
  ],
  [
    "tally",
    undefined,
    ({ body }, secret) => ({ "tally-signature": createHmac("sha256", secret).update(body).digest("base64") }),
  ],
  [
    "meta-lead-ads",
    undefined,
    ({ body }, secret) => ({
      "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
    }),
  ],
  [
    "linkedin-lead-gen",
    undefined,
    ({ body }, secret) => ({
      "x-li-signature": createHmac("sha256", secret).update("hmacsha256=").update(body).digest("hex"),
    }),
  ],
  [
    "hubspot",
    5,
    ({ url, body }, secret, millis) => ({
      "x-hubspot-request-timestamp": String(millis),
      "x-hubspot-signature-v3": createHmac("sha256", secret)
        .update(`POST${url}`)
        .update(body)
        .update(String(millis))
        .digest("base64"),
    }),
  ],
  [
    "webflow",
    5,
    ({ body }, secret, millis) => ({
      "x-webflow-timestamp": String(millis),
      "x-webflow-signature": createHmac("sha256", secret).update(`${millis}:`).update(body).digest("hex"),
    }),
  ],
  [
    "calendly",
    3,
    ({ body }, secret, millis) => {
      const time = Math.floor(millis / 1000);
      const signature = createHmac("sha256", secret).update(`${time}.`).update(body).digest("hex");
      return { "calendly-webhook-signature": `t=${time},v1=${signature}` };
    },
  ],
  ["wpforms", 5, ({ body }, secret, millis) => ({ "x-wpforms-webhook-signature": stamped("v", body, secret, millis) })],
  ["formspree", 5, ({ body }, secret, millis) => ({ "formspree-signature": stamped("v1", body, secret, millis) })],
  [
    "netlify",
    undefined,
    ({ body }, secret) => {
      const sha256 = createHash("sha256").update(body).digest("hex");
      const signed = `${base64url('{"typ":"JWT","alg":"HS256"}')}.${base64url(JSON.stringify({ iss: "netlify", sha256 }))}`;
      return { "x-webhook-signature": `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}` };
    },
  ],
  [
    "mautic",
    undefined,
    ({ body }, secret) => ({ "webhook-signature": createHmac("sha256", secret).update(body).digest("base64") }),
  ],
  ["segment", undefined, ({ body }, secret) => ({ "x-segment-signature": hex("sha1", secret, body) })],
];
