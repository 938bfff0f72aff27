import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { limits } from "../../contract/limits.ts";
import { droppable } from "../../contract/start-light.ts";
import { dayMillis } from "../working-time/zone.ts";
import { addressHash } from "./suppression.ts";

/** A mail that asked the owner of an address to confirm a form. */
const AskSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** Names the question: the same question again is not another one. */
    of: z.string(),
    at: z.string(),
  }),
);
export type Ask = z.infer<typeof AskSchema>;

/** All that an address was ever asked, whatever leads it was asked as. */
export const AskedAddressSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    version: z.int(),
    asks: z.array(AskSchema),
    /** Forms that it was told of without being asked anything. */
    tellings: z.optional(z.array(AskSchema)),
  }),
);
export type AskedAddress = z.infer<typeof AskedAddressSchema>;

/** Names the mailbox behind an address: what stands behind a plus is the same person's. */
export const mailboxHash = (email: string): string => {
  const at = email.lastIndexOf("@");
  const [mailbox = ""] = email.slice(0, at).toLowerCase().split("+");
  return addressHash(`mailbox:${mailbox || email.slice(0, at)}${email.slice(at)}`);
};

/**
 * It must not say whose question it is: it outlives the lead.
 * @param step the mail's step: what is asked
 */
export const askName = (leadId: string, cycle: number, step: string): string =>
  createHash("sha256")
    .update(JSON.stringify([leadId, cycle, step]))
    .digest("base64url")
    .slice(0, 22);

/**
 * From when on the owner may be asked this: a question that was begun is ended; another one only when the last is a week
 * old, and never more than three in all. Anyone can name the address of a stranger in a form, as often as they like.
 * @returns now or later; `undefined`: never
 */
export const askableFrom = (asks: readonly Ask[], of: string, now: string): string | undefined => {
  if (asks.some((ask) => ask.of === of)) return now;
  if (asks.length >= limits.confirmationsPerAddress) return undefined;
  const rested = asks.map(({ at }) => Date.parse(at) + limits.daysBetweenConfirmations * dayMillis);
  return new Date(Math.max(Date.parse(now), ...rested)).toISOString();
};

/**
 * Whether the owner, who never confirmed anything, may be told of this form: only when no mail has asked them or told them of
 * another in a week, and three times in all. A question does not wait for that: its answer may be what must not wait.
 */
export const mayTell = (
  { asks, tellings = [] }: Pick<AskedAddress, "asks" | "tellings">,
  of: string,
  now: string,
): boolean => {
  if (tellings.some((telling) => telling.of === of)) return true;
  if (tellings.length >= limits.confirmationsPerAddress) return false;
  const since = Date.parse(now) - limits.daysBetweenConfirmations * dayMillis;
  return [...asks, ...tellings].every(({ at }) => Date.parse(at) <= since);
};

export const mayAsk = (asks: readonly Ask[], of: string, now: string): boolean => askableFrom(asks, of, now) === now;
