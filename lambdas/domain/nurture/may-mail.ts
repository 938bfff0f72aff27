import type { Agreement } from "../../contract/agreement.ts";
import type { Lead } from "../lead/lead.ts";
import { type Consenting, standingConsents } from "./standing-consents.ts";

/** `unconfirmed`: the lead agreed, and is still to confirm that the address is its own. */
export type MayMail = "yes" | "unconfirmed" | "no";

/** May content go to this lead? The only judge of it; a claim only asks once more whether anything has ended since. */
export const mayMail = (lead: Consenting & Pick<Lead, "undeliverable">, agreement: Agreement): MayMail => {
  const consents = standingConsents(lead, agreement);
  if (lead.undeliverable !== undefined || consents.length === 0) return "no";
  if (!agreement.terms.nurture.doubleOptIn) return "yes";
  return consents.some(({ confirmedAt }) => confirmedAt !== undefined) ? "yes" : "unconfirmed";
};
