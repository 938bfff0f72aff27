import type { Agreement } from "../../contract/agreement.ts";
import type { Consent, Lead } from "../lead/lead.ts";
import { startNextCycle } from "../lead/move.ts";
import { dueInStage } from "../lead/next-due.ts";
import { endedBy, standingConsents } from "./standing-consents.ts";

/** A link of an earlier release names no consent: it was mailed for all valid ones. */
const isOf =
  (consentAt: string | undefined) =>
  ({ at }: Pick<Consent, "at">): boolean =>
    consentAt === undefined || at === consentAt;

/**
 * What a link that confirms a consent finds: `ended` when the lead unsubscribed after the consent that it was sent for,
 * `undeliverable` when the address is suppressed permanently.
 */
export type Confirmable = "open" | "confirmed" | "ended" | "undeliverable";

/** @param consentAt when the consent that the link was sent for was given; any valid one when left out */
export const confirmable = (lead: Lead, agreement: Agreement, consentAt?: string): Confirmable => {
  if (lead.undeliverable !== undefined) return "undeliverable";
  const consents = standingConsents(lead, agreement).filter(isOf(consentAt));
  if (consents.length === 0) return "ended";
  return consents.every(({ confirmedAt }) => confirmedAt !== undefined) ? "confirmed" : "open";
};

/**
 * The lead after the owner of the address has confirmed the consent that the link was mailed for: it lifts an earlier
 * unsubscribe, which has ended the older consents for good. It is a sign of life: a dormant lead wakes.
 */
export const confirmed = (lead: Lead, agreement: Agreement, now: string, consentAt?: string): Lead => {
  const { consentPurpose } = agreement.terms.nurture;
  const { unsubscribedAt } = lead;
  const asked = standingConsents(lead, agreement).filter(isOf(consentAt));
  const open = new Set(asked.filter(({ confirmedAt }) => confirmedAt === undefined));
  const consents = lead.consents
    .map((consent) => (open.has(consent) ? { ...consent, confirmedAt: now } : consent))
    .map((consent) => (unsubscribedAt === undefined ? consent : endedBy(unsubscribedAt, consent, consentPurpose)));
  const heard = open.size === 0 ? lead : { ...lead, consents, unsubscribedAt: undefined };
  return lead.stage === "dormant" && open.size > 0
    ? startNextCycle(heard, "consent-confirmed", now, dueInStage("captured", agreement, now))
    : heard;
};
