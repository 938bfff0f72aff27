import { type HttpRequest, headerOf } from "../request.ts";

export const signedHeaders = {
  key: "x-smarketing-key",
  timestamp: "x-smarketing-timestamp",
  signature: "x-smarketing-signature",
} as const;

/** Seconds that a sender's clock may differ from ours, with the time on the way. */
export const windowSeconds = 5 * 60;

/** As it stands in the headers; nothing is proved yet. */
export interface GivenSignature {
  readonly keyId: string;
  readonly timestamp: string;
  readonly signature: string;
}

export type SignatureProblem = "headers-missing" | "timestamp-unreadable" | "out-of-window" | "key-unknown" | "wrong";

export type SignatureReading =
  | { readonly ok: true; readonly given: GivenSignature }
  | { readonly ok: false; readonly problem: SignatureProblem };

/** Reads who has signed and when, and whether that is recent enough to be looked at. */
export const readSignature = (request: HttpRequest, now: string): SignatureReading => {
  const keyId = headerOf(request, signedHeaders.key);
  const timestamp = headerOf(request, signedHeaders.timestamp);
  const signature = headerOf(request, signedHeaders.signature);
  if (!keyId || !timestamp || !signature) return { ok: false, problem: "headers-missing" };
  if (!/^\d{10}$/.test(timestamp)) return { ok: false, problem: "timestamp-unreadable" };
  const off = Math.abs(Date.parse(now) / 1000 - Number(timestamp));
  if (off > windowSeconds) return { ok: false, problem: "out-of-window" };
  // Nobody's id is longer; what is must not become a key of the table.
  if (keyId.length > longestKeyId) return { ok: false, problem: "key-unknown" };
  return { ok: true, given: { keyId, timestamp, signature } };
};

const longestKeyId = 100;
