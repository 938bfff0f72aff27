import { limits } from "../../contract/limits.ts";
import type { Consent, Declined } from "../lead/lead.ts";

/**
 * As many consents as are kept, in their order. What the owner of the address confirmed, and what they withdrew, stays
 * whatever else is sent: the first of each confirmation and of each withdrawal is its proof. Of the others, which anyone
 * can send, the newest stay. What a colleague noted is a proof, too.
 */
export const boundedConsents = (consents: readonly Consent[]): Consent[] => {
  const proofs = new Set(consents.filter(isFirstOfItsKind));
  const others = consents.filter((consent) => !proofs.has(consent));
  const room = Math.max(0, limits.consentsPerLead - proofs.size);
  const kept = new Set(room === 0 ? [] : others.slice(-room));
  return consents.filter((consent) => proofs.has(consent) || kept.has(consent));
};

const isFirstOfItsKind = (consent: Consent, i: number, all: readonly Consent[]): boolean => {
  const { purpose, confirmedAt, withdrawnAt, by } = consent;
  if (by !== undefined) return true;
  if (confirmedAt === undefined && withdrawnAt === undefined) return false;
  return (
    all.findIndex(
      (other) => other.purpose === purpose && other.confirmedAt === confirmedAt && other.withdrawnAt === withdrawnAt,
    ) === i
  );
};

/**
 * The noes that are kept, in their order: all that a confirmation has lifted since (so many as there were confirmations),
 * of the others, which anyone can send, the one from which on no content went out, and the newest.
 */
export const boundedDeclined = (declined: readonly Declined[]): Declined[] => {
  const open = declined.filter(({ liftedAt }) => liftedAt === undefined);
  const kept = new Set([...open.slice(0, 1), ...open.slice(-(limits.declinedPerLead - 1))]);
  return declined.filter((no) => no.liftedAt !== undefined || kept.has(no));
};
