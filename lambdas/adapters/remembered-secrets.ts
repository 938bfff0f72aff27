import { lifetimes } from "../contract/limits.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import type { Decrypt } from "./kms-cipher.ts";

/**
 * Decrypts each ciphertext once in some minutes, however many ask at once: a burst of requests costs one call. A failure is
 * not remembered. What is retired has no ciphertext any more, so remembering delays no retirement.
 * @param now milliseconds
 */
export const remembering = (decrypt: Decrypt, now: () => number = Date.now): Decrypt => {
  const known = new Map<string, { readonly secret: Promise<string>; readonly until: number }>();
  return async (ciphertext, context) => {
    for (const [each, { until }] of known) if (until <= now()) known.delete(each);
    const name = JSON.stringify([ciphertext, context.purpose, context.of]);
    const found = known.get(name);
    if (found !== undefined) return found.secret;
    const secret = decrypt(ciphertext, context);
    known.set(name, { secret, until: now() + elapsedMillis(lifetimes.decryptedSecret) });
    secret.catch(() => known.delete(name));
    return secret;
  };
};
