import { createHash, randomInt } from "node:crypto";
import * as z from "zod/mini";
import type { Role } from "../../../contract/board.ts";
import { limits } from "../../../contract/limits.ts";
import { droppable } from "../../../contract/start-light.ts";

/** A user's second factor as we keep it: Cognito has the secret, and checks its codes. */
export const SecondFactorSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    version: z.int(),
    since: z.string(),
    /** Hashes of the recovery codes that are left. */
    codes: z.array(z.string()),
    /** The last code that was used, and by which request: the same request again has used it already. */
    used: z.optional(z.object({ code: z.string(), by: z.string() })),
  }),
);
export type SecondFactor = z.infer<typeof SecondFactorSchema>;

/** Who sees and changes all leads needs one, where the deployment asks for it; a rep may have one. */
export const needsFactor = (role: Role | undefined): boolean => role !== undefined && role !== "rep";

/** Letters and digits that nobody takes for one another: almost five bits each. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const [groups, groupLength] = [3, 5];

/** Fifteen letters in threes of five: too many to be tried, even by who has their hashes. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: limits.recoveryCodes }, () =>
    Array.from({ length: groups }, () =>
      Array.from({ length: groupLength }, () => alphabet.charAt(randomInt(alphabet.length))).join(""),
    ).join("-"),
  );

/** However it was typed. */
export const hashOfCode = (user: string, typed: string): string =>
  createHash("sha256")
    .update(`recovery code of ${user}: ${typed.toLowerCase().replace(/[^a-z0-9]/g, "")}`)
    .digest("base64url");

/** @returns `undefined` when it is none of those that are left */
export const withoutCode = (factor: SecondFactor, code: string, by: string): SecondFactor | undefined => {
  if (!factor.codes.includes(code)) return undefined;
  const codes = factor.codes.filter((each) => each !== code);
  return { ...factor, version: factor.version + 1, codes, used: { code, by } };
};

/** What an authenticator reads from a QR code. */
export const keyUriOf = (user: string, secret: string): string =>
  `otpauth://totp/Smarketing:${encodeURIComponent(user)}?secret=${secret}&issuer=Smarketing`;
