import type { Agreement } from "../../contract/agreement.ts";
import type { Consent, Lead } from "../lead/lead.ts";
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
  // Of what was said by word of mouth, only the person's own click is proof.
  const mustConfirm = ({ by }: Consent) => agreement.terms.nurture.doubleOptIn || by !== undefined;
  return consents.every((consent) => consent.confirmedAt === undefined && mustConfirm(consent)) ? "unconfirmed" : "yes";
};
