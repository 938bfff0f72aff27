import { createHmac, timingSafeEqual } from "node:crypto";

/** What a signature vouches for. `path` is as it was sent, with its query; `timestamp` in Unix seconds. */
export interface Signed {
  readonly timestamp: string;
  readonly method: string;
  readonly path: string;
  readonly body: Uint8Array;
}

const scheme = "v1=";

/** The value of `x-smarketing-signature`: `v1=` and the HMAC-SHA256 of `timestamp.METHOD.path.body` in hex. */
export const signatureOf = (secret: string, { timestamp, method, path, body }: Signed): string =>
  `${scheme}${createHmac("sha256", secret).update(`${timestamp}.${method}.${path}.`).update(body).digest("hex")}`;

/** Takes the same time whatever was given. */
export const isSignatureOf = (given: string, secret: string, signed: Signed): boolean => {
  const [bytes, expected] = [Buffer.from(given), Buffer.from(signatureOf(secret, signed))];
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
};
