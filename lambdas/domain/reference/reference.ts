/**
 * A reference is what others get instead of an id or a task token: `<key id>.<random part>.<signature>`, in
 * characters that are safe in a URL. The signature lets forged ones be refused without a read.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

export type SigningKey = { readonly keyId: string; readonly secret: Uint8Array };

/** Bytes of the signature that are used: 128 bits, out of reach of guessing and short enough for a mail. */
const signatureBytes = 16;

export const signReference = (referenceId: string, key: SigningKey): string =>
  `${key.keyId}.${referenceId}.${signatureOf(referenceId, key).toString("base64url")}`;

/** Which key the reference says it is signed with; not verified here. */
export const keyIdOf = (reference: string): string => reference.split(".", 1)[0] ?? "";

/** The reference's id when one of our keys signed it. */
export const verifyReference = (reference: string, keys: readonly SigningKey[]): string | undefined => {
  const [keyId, referenceId, signature, ...rest] = reference.split(".");
  const key = keys.find((candidate) => candidate.keyId === keyId);
  if (key === undefined || referenceId === undefined || signature === undefined || rest.length > 0) return undefined;
  // Compared as text: several texts decode to the same bytes, and only one of them is what we signed.
  const given = Buffer.from(signature);
  const expected = Buffer.from(signatureOf(referenceId, key).toString("base64url"));
  return given.length === expected.length && timingSafeEqual(given, expected) ? referenceId : undefined;
};

/** The same purpose always gets the same reference, so that a mail made again has the same links. */
export const derivedReferenceId = (purpose: readonly (string | number)[], key: SigningKey): string =>
  signatureOf(JSON.stringify(purpose), key).toString("base64url");

const signatureOf = (text: string, key: SigningKey): Buffer =>
  createHmac("sha256", key.secret).update(text).digest().subarray(0, signatureBytes);
