import { createHmac, timingSafeEqual } from "node:crypto";

export const hmac = (
  hash: "sha256" | "sha1",
  secret: string,
  signed: Uint8Array | string,
  encoding: "hex" | "base64" | "base64url",
): string => createHmac(hash, secret).update(signed).digest(encoding);

/** Constant time, so that a comparison reveals nothing but lengths. */
export const isSame = (given: string, expected: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** Whether an instant (milliseconds) is further away from now than a signature may be. */
export const isOld = (millis: number, now: string, mostMillis: number): boolean =>
  !(Math.abs(Date.parse(now) - millis) <= mostMillis);
