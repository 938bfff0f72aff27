import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { droppable } from "../../contract/start-light.ts";
import type { Lead } from "../lead/lead.ts";

/** An address that gets no content from us. It is known by its hash only and outlives the lead. */
export const SuppressionSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    reason: z.enum(["unsubscribed", "bounced", "complained"]),
    /** ISO 8601. */
    at: z.string(),
    /** Set when a newer consent lifted an `unsubscribed`; the others are permanent. */
    liftedAt: z.optional(z.string()),
  }),
);
export type Suppression = z.infer<typeof SuppressionSchema>;

/** The suppression if it holds; one that a newer consent has lifted does not. */
export const inForce = (suppression: Suppression | undefined): Suppression | undefined => {
  if (suppression === undefined || isForEver(suppression)) return suppression;
  const { at, liftedAt } = suppression;
  return liftedAt !== undefined && liftedAt > at ? undefined : suppression;
};

export const isForEver = ({ reason }: Suppression): boolean => reason !== "unsubscribed";

/** The lead agrees to our mails again, so the suppression no longer holds. */
export const isLifted = (suppression: Suppression | undefined, { unsubscribedAt }: Lead): boolean =>
  inForce(suppression)?.reason === "unsubscribed" && unsubscribedAt === undefined;

/**
 * When the person unsubscribed, if a newer consent has lifted that since: for a new lead of the address, too, it has ended
 * the consents that are older, which a form may repeat.
 */
export const liftedUnsubscribe = (suppression: Suppression | undefined): string | undefined =>
  suppression?.reason === "unsubscribed" && inForce(suppression) === undefined ? suppression.at : undefined;

/** The initial fields of a new lead with a suppressed address. */
export const suppressedFacts = (suppression: Suppression | undefined) => {
  const held = inForce(suppression);
  if (held === undefined) return {};
  const { reason, at } = held;
  return reason === "unsubscribed" ? { unsubscribedAt: at } : { undeliverable: { because: reason, at } };
};

/**
 * Names a normalised e-mail address without holding it: SHA-256 of `smarketing:` and the address. It hides the address
 * from readers of the table, not from those who have or guess the address: recognising a known address is its purpose.
 * So it cannot be salted by anything that the lead knew.
 */
export const addressHash = (email: string): string => createHash("sha256").update(`smarketing:${email}`).digest("hex");
