import type { Agreement } from "../../contract/agreement.ts";
import type { Consent, Lead } from "../lead/lead.ts";

/** What of a lead says whether it agrees to our mails. */
export type Consenting = Pick<Lead, "consents" | "unsubscribedAt">;

/** The consents to nurture mails that stand: given after any unsubscribing, in the order in which they were told. */
export const standingConsents = ({ consents, unsubscribedAt }: Consenting, agreement: Agreement): Consent[] =>
  standing(consents, agreement.terms.nurture.consentPurpose, unsubscribedAt);

/** The same for any purpose. */
export const standing = (
  consents: readonly Consent[],
  purpose: string,
  unsubscribedAt: string | undefined,
): Consent[] =>
  consents.filter(
    (consent) =>
      consent.purpose === purpose &&
      consent.withdrawnAt === undefined &&
      (unsubscribedAt === undefined || consent.at > unsubscribedAt),
  );

/**
 * The consent that a confirmation is asked for: the first that stands, so that what is told again on later forms asks
 * for nothing anew. `undefined`: there is none, or one is confirmed already.
 */
export const consentToConfirm = (lead: Consenting, agreement: Agreement): Consent | undefined => {
  const consents = standingConsents(lead, agreement);
  return consents.some(({ confirmedAt }) => confirmedAt !== undefined) ? undefined : consents[0];
};
