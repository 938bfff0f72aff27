import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Decrypt, Encrypt } from "../../lambdas/adapters/kms-cipher.ts";
import type { EncryptionContext } from "../../lambdas/contract/secrets.ts";

const key = randomBytes(32);
const [ivBytes, tagBytes] = [12, 16];
const bound = ({ purpose, of }: EncryptionContext): Buffer => Buffer.from(`${purpose}\n${of}`);

/** A key of KMS that lives as long as the process, bound to contexts as KMS's are. */
export const cipherTwin = {
  encrypt: async (secret, context) => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(bound(context));
    const text = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64");
  },
  decrypt: async (ciphertext, context) => {
    const bytes = Buffer.from(ciphertext, "base64");
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivBytes)).setAAD(bound(context));
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString();
  },
} as const satisfies { readonly encrypt: Encrypt; readonly decrypt: Decrypt };
