import type { Agreement } from "../../contract/agreement.ts";
import type { Consent, Lead } from "../lead/lead.ts";

/** The fields of a lead that say whether it agrees to our mails. */
export type Consenting = Pick<Lead, "consents" | "unsubscribedAt" | "declinedAt">;

/** When our mails were ended last, by an unsubscribe or by a form's no; `undefined` when nothing ends them now. */
export const endedAt = ({ unsubscribedAt, declinedAt }: Consenting): string | undefined =>
  [unsubscribedAt, declinedAt]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);

/** The valid consents to nurture mails: given after any unsubscribe or no, in the order in which they arrived. */
export const standingConsents = (lead: Consenting, agreement: Agreement): Consent[] =>
  standing(lead.consents, agreement.terms.nurture.consentPurpose, endedAt(lead));

/** The same for any purpose. */
export const standing = (consents: readonly Consent[], purpose: string, ended: string | undefined): Consent[] =>
  consents.filter(
    (consent) =>
      consent.purpose === purpose && consent.withdrawnAt === undefined && (ended === undefined || consent.at > ended),
  );

/** The valid consent to nurture mails that was given at this time. */
export const consentGivenAt = (lead: Consenting, agreement: Agreement, at: string): Consent | undefined =>
  standingConsents(lead, agreement).find((consent) => consent.at === at);

/** An unsubscribe has ended the older consents to this purpose for good, whatever a form repeats. */
export const endedBy = (unsubscribedAt: string, consent: Consent, purpose: string): Consent =>
  consent.purpose === purpose && consent.withdrawnAt === undefined && consent.at <= unsubscribedAt
    ? { ...consent, withdrawnAt: unsubscribedAt }
    : consent;

/**
 * The consent to be confirmed: the first valid one, so that a repetition on later forms does not ask
 * again. `undefined` when there is none, or one is confirmed already.
 */
export const consentToConfirm = (lead: Consenting, agreement: Agreement): Consent | undefined => {
  const consents = standingConsents(lead, agreement);
  return consents.some(({ confirmedAt }) => confirmedAt !== undefined) ? undefined : consents[0];
};
