import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { KeyScope } from "../../contract/api.ts";
import { lifetimes, limits } from "../../contract/limits.ts";
import { elapsedMillis } from "../working-time/duration.ts";
import { type HttpRequest, type HttpResponse, headerOf, problem } from "./http.ts";

/** What a signature vouches for. `path` is as it was sent, with its query; `timestamp` in Unix seconds. */
export interface Signed {
  readonly timestamp: string;
  readonly method: string;
  readonly path: string;
  readonly body: Uint8Array;
}

/** The ways to sign. */
const schemes = {
  /** The first one: where the path ends and the body begins is not said. Refused from a day of the agreement on. */
  v1: ({ timestamp, method, path, body }: Signed) =>
    Buffer.concat([Buffer.from(`${timestamp}.${method}.${path}.`), body]),
  /** Four lines: the timestamp, the method, the path with its query, the SHA-256 of the body in hex. */
  v2: ({ timestamp, method, path, body }: Signed) =>
    [timestamp, method, path, createHash("sha256").update(body).digest("hex")].join("\n"),
} as const;
type Scheme = keyof typeof schemes;

/** The value of `x-smarketing-signature`: the scheme, and the HMAC-SHA256 of its text in hex. */
export const signatureOf = (secret: string, signed: Signed, scheme: Scheme = "v2"): string =>
  `${scheme}=${createHmac("sha256", secret).update(schemes[scheme](signed)).digest("hex")}`;

const schemeOf = (signature: string): Scheme => (signature.startsWith("v1=") ? "v1" : "v2");

/** Whether it is signed as was usual at first, on a day on which that is no longer enough. */
export const isOutdated = (signature: string, until: string | undefined, now: string): boolean =>
  schemeOf(signature) === "v1" && until !== undefined && now.slice(0, 10) > until;

/** Constant time, so that a comparison reveals nothing. */
export const isSignatureOf = (given: string, secret: string, signed: Signed): boolean => {
  const [bytes, expected] = [Buffer.from(given), Buffer.from(signatureOf(secret, signed, schemeOf(given)))];
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
};

export const signedHeaders = {
  key: "x-smarketing-key",
  timestamp: "x-smarketing-timestamp",
  signature: "x-smarketing-signature",
} as const;

export const windowSeconds = elapsedMillis(lifetimes.signature) / 1000;

/** As sent in the headers; not verified yet. */
interface SentSignature {
  readonly keyId: string;
  readonly timestamp: string;
  readonly signature: string;
}

export type SignatureProblem =
  | "headers-missing"
  | "timestamp-unreadable"
  | "out-of-window"
  | "outdated"
  | "key-unknown"
  | "key-expired"
  | "wrong";

type SignatureReading =
  | { readonly ok: true; readonly given: SentSignature }
  | { readonly ok: false; readonly problem: SignatureProblem };

/** Parses who has signed and when, and checks that it is recent enough. */
export const parseSignature = (request: HttpRequest, now: string): SignatureReading => {
  const keyId = headerOf(request, signedHeaders.key);
  const timestamp = headerOf(request, signedHeaders.timestamp);
  const signature = headerOf(request, signedHeaders.signature);
  if (!keyId || !timestamp || !signature) return { ok: false, problem: "headers-missing" };
  if (!/^\d{10}$/.test(timestamp)) return { ok: false, problem: "timestamp-unreadable" };
  const off = Math.abs(Date.parse(now) / 1000 - Number(timestamp));
  if (off > windowSeconds) return { ok: false, problem: "out-of-window" };
  // No id is longer; a longer one must not become a key of the table.
  if (keyId.length > longestKeyId) return { ok: false, problem: "key-unknown" };
  return { ok: true, given: { keyId, timestamp, signature } };
};

const longestKeyId = 100;

const { key, timestamp, signature } = signedHeaders;

const details: Record<SignatureProblem, string> = {
  "headers-missing": `Sign the request: send the headers ${key}, ${timestamp} and ${signature}.`,
  "timestamp-unreadable": `Send ${timestamp} as Unix time in whole seconds, such as 1774000000.`,
  "out-of-window": `${timestamp} is more than ${windowSeconds / 60} minutes away from our clock: sign the request again with the current time, and check the sender's clock.`,
  "key-unknown": `${key} is not the ID of a key in use: use one that "npm run keys -- api list" shows.`,
  "key-expired": `The key has expired: make one with "npm run keys -- api add", and sign with that.`,
  outdated: `Signatures that begin with "v1=" are no longer taken: sign as "v2=", see docs/signing.md.`,
  wrong: `${signature} does not match: it must be "v2=" and the hex HMAC-SHA256, with the key's secret, of four lines: timestamp, METHOD, path with query, and the hex SHA-256 of the exact bytes of the body; no line end after the last.`,
};

/** Why a signed request was refused, and how to fix that. */
export const unsigned = (fault: SignatureProblem): HttpResponse =>
  problem(401, "Not signed by a known key", details[fault]);

/** The key is known, and not meant for this. */
export const outOfScope = (scope: KeyScope): HttpResponse =>
  problem(
    403,
    "The key may not do this",
    `Use a key with the scope "${scope}": npm run keys -- api add --scopes ${scope}.`,
  );

export const tooLong = (): HttpResponse =>
  problem(413, "Body too large", `Send at most ${limits.signedRequestBytes / 1024} KiB in one request.`);

export const notJson = (): HttpResponse =>
  problem(400, "Body is not JSON", "Send the body as one JSON object in UTF-8.");

/** Requests that other systems sign. */
