import type { Consent } from "../lead/lead.ts";
import { type Consenting, standing } from "../nurture/standing-consents.ts";
import type { Submission } from "./submission.ts";

/** The proof of consents: the newest so many are more than anybody will ask for. */
const mostConsents = 50;

/**
 * What was agreed to once the form's own consents are added, each once. A consent given after the unsubscribing ends
 * it; one from before, told again by some system, does not. Of consents to `purpose` (nurture mails) the unsubscribing
 * has ended the older ones for good.
 */
export const consentsAfter = (known: Consenting, { consents: newer }: Submission, purpose: string): Consenting => {
  const { unsubscribedAt } = known;
  const told = newer
    .filter((consent) => !known.consents.some((other) => isSame(consent, other)))
    .map((consent) => ({ ...consent, confirmedAt: confirmedBefore(known, consent) }));
  const all = [...known.consents, ...told];
  const agreesAgain = unsubscribedAt !== undefined && standing(newer, purpose, unsubscribedAt).length > 0;
  return agreesAgain
    ? { consents: bounded(all.map((consent) => endedBy(unsubscribedAt, consent, purpose))), unsubscribedAt: undefined }
    : { consents: bounded(all), unsubscribedAt };
};

const bounded = (consents: readonly Consent[]): Consent[] => consents.slice(-mostConsents);

const isSame = (one: Consent, other: Consent): boolean =>
  one.purpose === other.purpose && one.textVersion === other.textVersion && one.at === other.at;

/** Whoever reads the address has confirmed this purpose before, and has not unsubscribed since. */
const confirmedBefore = ({ consents, unsubscribedAt }: Consenting, { purpose }: Consent): string | undefined =>
  unsubscribedAt === undefined
    ? standing(consents, purpose, undefined).find(({ confirmedAt }) => confirmedAt !== undefined)?.confirmedAt
    : undefined;

const endedBy = (unsubscribedAt: string, consent: Consent, purpose: string): Consent =>
  consent.purpose === purpose && consent.withdrawnAt === undefined && consent.at <= unsubscribedAt
    ? { ...consent, withdrawnAt: unsubscribedAt }
    : consent;
