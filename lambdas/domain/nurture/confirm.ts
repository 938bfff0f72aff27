import type { Agreement } from "../../contract/agreement.ts";
import { settled } from "../escalation/nobody-answered.ts";
import type { Consent, Lead } from "../lead/lead.ts";
import { startNextCycle } from "../lead/move.ts";
import { dueInStage } from "../lead/next-due.ts";
import { withoutUnconfirmed } from "../lead/unconfirmed-forms.ts";
import { endedBy, standingConsents } from "./standing-consents.ts";

/**
 * What a link was mailed for: a form, and perhaps the consent in it that was to be confirmed, by when it was given. A link of
 * an earlier release names no form, or nothing: it was mailed for all valid consents.
 */
export interface MailedFor {
  readonly submissionId?: string | undefined;
  readonly consentAt?: string | undefined;
}

const isOf =
  ({ submissionId, consentAt }: MailedFor) =>
  (consent: Consent): boolean => {
    if (consentAt !== undefined) return consent.at === consentAt;
    return submissionId === undefined || consent.submissionId === submissionId;
  };

/**
 * What a link that confirms a form finds: `ended` when the lead unsubscribed, or a form said no, after the consent that it
 * was sent for (of a no only when it names no form: that can still be confirmed), or the form is not kept any more; `undeliverable` when the address is suppressed permanently.
 */
export type Confirmable = "open" | "confirmed" | "ended" | "undeliverable";

/** @param form what is known of the form that the link names */
export const confirmable = (
  lead: Lead,
  agreement: Agreement,
  link: MailedFor = {},
  form?: { readonly confirmedAt?: string | undefined },
): Confirmable => {
  if (isOfForm(link)) return form === undefined ? "ended" : formState(form);
  if (lead.undeliverable !== undefined) return "undeliverable";
  const consents = standingConsents(lead, agreement).filter(isOf(link));
  // Anyone can send a no: it ends the consent, and not that the owner may say whose the form is.
  const isOnlyDeclined = lead.declinedAt !== undefined && lead.unsubscribedAt === undefined;
  if (consents.length === 0) return form !== undefined && isOnlyDeclined ? formState(form) : "ended";
  return consents.every(({ confirmedAt }) => confirmedAt !== undefined) ? "confirmed" : "open";
};

const formState = ({ confirmedAt }: { readonly confirmedAt?: string | undefined }): Confirmable =>
  confirmedAt === undefined ? "open" : "confirmed";

/** The link asks whose the form is, whatever consent is in it. */
export const isOfForm = ({ submissionId, consentAt }: MailedFor): boolean =>
  submissionId !== undefined && consentAt === undefined;

/** The consents that the link confirms. */
export const openConsents = (lead: Lead, agreement: Agreement, link: MailedFor = {}): Consent[] =>
  standingConsents(lead, agreement).filter((consent) => isOf(link)(consent) && consent.confirmedAt === undefined);

/**
 * The lead after the owner of the address has confirmed what the link was mailed for. Its consent lifts an earlier
 * unsubscribe, which has ended the older consents for good, and a form's no, which has ended for good those that nobody had
 * confirmed. It is a sign of life: a dormant lead wakes.
 */
export const confirmed = (lead: Lead, agreement: Agreement, now: string, link: MailedFor = {}): Lead => {
  const { consentPurpose } = agreement.terms.nurture;
  const { unsubscribedAt, declinedAt, declined } = lead;
  const open = new Set(openConsents(lead, agreement, link));
  const consents = lead.consents
    .map((consent) => (open.has(consent) ? { ...consent, confirmedAt: now } : consent))
    .map((consent) => (unsubscribedAt === undefined ? consent : endedBy(unsubscribedAt, consent, consentPurpose)))
    .map((consent) =>
      declinedAt === undefined || consent.confirmedAt !== undefined
        ? consent
        : endedBy(declinedAt, consent, consentPurpose),
    );
  const lifted =
    declinedAt === undefined
      ? {}
      : { declinedAt: undefined, declined: declined?.map((no) => ({ ...no, liftedAt: no.liftedAt ?? now })) };
  const agreed = open.size === 0 ? lead : { ...lead, consents, unsubscribedAt: undefined, ...lifted };
  const asked = isOfForm(link) ? { ...agreed, ...settled(lead, now) } : agreed;
  const heard = link.submissionId === undefined ? asked : withoutUnconfirmed(asked, link.submissionId);
  if (lead.stage !== "dormant" || (open.size === 0 && !isOfForm(link))) return heard;
  const because = open.size > 0 ? "consent-confirmed" : "form-confirmed";
  return startNextCycle(heard, because, now, dueInStage("captured", agreement, now), {
    agreementVersion: agreement.version,
  });
};
