import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { keyIdOf, type SigningKey } from "../../reference/reference.ts";

/**
 * What a step of the sign-in hands to the page for the next one: the page carries it and can neither read it nor make
 * another. A purpose has a key of its own, so that what is sealed for one step opens no other.
 */
export const seal = (key: SigningKey, purpose: string, value: unknown): string => {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, sealingKey(key, purpose), iv);
  const hidden = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  return `${key.keyId}.${Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString("base64url")}`;
};

/** What is in it; `undefined` when none of these keys has sealed it for this purpose. */
export const unseal = (keys: readonly SigningKey[], purpose: string, sealed: string): unknown => {
  const key = keys.find(({ keyId }) => keyId === keyIdOf(sealed));
  const bytes = Buffer.from(sealed.slice(sealed.indexOf(".") + 1), "base64url");
  if (key === undefined || bytes.length <= ivBytes + tagBytes) return undefined;
  const decipher = createDecipheriv(algorithm, sealingKey(key, purpose), bytes.subarray(0, ivBytes));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return JSON.parse(opened.toString("utf8"));
  } catch {
    return undefined;
  }
};

const algorithm = "aes-256-gcm";
const [ivBytes, tagBytes] = [12, 16];

const sealingKey = ({ secret }: SigningKey, purpose: string): Buffer =>
  createHmac("sha256", secret).update(`seal ${purpose}`).digest();
