import type { Agreement } from "../../contract/agreement.ts";
import type { Lead } from "../lead/lead.ts";
import { type Consenting, endedAt, standingConsents } from "./standing-consents.ts";

/** `unconfirmed`: the lead agreed, and has not confirmed yet that the address is theirs. */
type MayMail = "yes" | "unconfirmed" | "no";

/**
 * Whether content may go to this lead. Decided here only; the claim of a mail just checks that nothing has changed
 * since.
 */
export const mayMail = (lead: Consenting & Pick<Lead, "undeliverable">, agreement: Agreement): MayMail => {
  const consents = standingConsents(lead, agreement);
  if (lead.undeliverable !== undefined || consents.length === 0) return "no";
  // Who has unsubscribed or said no must have confirmed that it is them who agree again, whatever the agreement asks for.
  if (endedAt(lead) !== undefined) return "unconfirmed";
  if (!agreement.terms.nurture.doubleOptIn) return "yes";
  return consents.some(({ confirmedAt }) => confirmedAt !== undefined) ? "yes" : "unconfirmed";
};
