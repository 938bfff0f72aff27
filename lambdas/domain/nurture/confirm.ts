import type { Agreement } from "../../contract/agreement.ts";
import type { Lead } from "../lead/lead.ts";
import { startNextCycle } from "../lead/move.ts";
import { dueInStage } from "../lead/next-due.ts";
import { standingConsents } from "./standing-consents.ts";

/**
 * What a link that confirms a consent finds: `ended` when the lead unsubscribed after the consent that it was sent for,
 * `undeliverable` when the address is suppressed permanently.
 */
export type Confirmable = "open" | "confirmed" | "ended" | "undeliverable";

/** @param consentAt when the consent that the link was sent for was given; any valid one when left out */
export const confirmable = (lead: Lead, agreement: Agreement, consentAt?: string): Confirmable => {
  if (lead.undeliverable !== undefined) return "undeliverable";
  const consents = standingConsents(lead, agreement);
  if (!consents.some(({ at }) => consentAt === undefined || at === consentAt)) return "ended";
  return consents.every(({ confirmedAt }) => confirmedAt !== undefined) ? "confirmed" : "open";
};

/**
 * The lead after the owner of the address has confirmed: all valid consents, since they say the same. It is a sign of
 * life: a dormant lead wakes.
 */
export const confirmed = (lead: Lead, agreement: Agreement, now: string): Lead => {
  const open = new Set(standingConsents(lead, agreement).filter(({ confirmedAt }) => confirmedAt === undefined));
  const consents = lead.consents.map((consent) => (open.has(consent) ? { ...consent, confirmedAt: now } : consent));
  const heard = { ...lead, consents };
  return lead.stage === "dormant" && open.size > 0
    ? startNextCycle(heard, "consent-confirmed", now, dueInStage("captured", agreement, now))
    : heard;
};
