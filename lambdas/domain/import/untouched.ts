import type { KeptBecause } from "../../contract/imports.ts";
import { isConfirmed } from "../lead/claims.ts";
import { isUnanswered, isWorked, type Lead } from "../lead/lead.ts";
import { isEnded } from "../outcome/apply-outcome.ts";

/** What is kept of a lead, by the beginnings of its sort keys. */
export interface KeptOfLead {
  readonly lead: Lead;
  /** Ids of all its forms, and of what it did. */
  readonly submissionIds: readonly string[];
  readonly engagementIds: readonly string[];
}

/**
 * Why a lead that an import has added stays when the import is undone: somebody has done something with it since, they
 * themselves or a colleague. What the system did by itself (scores, the gate, the place in the queue, mails of nurture)
 * keeps nobody. `undefined`: it may go.
 */
export const keptFor = (
  { lead, submissionIds, engagementIds }: KeptOfLead,
  ownForm: string,
): KeptBecause | undefined => {
  if (isUnanswered(lead) || isWorked(lead) || isEnded(lead) || lead.cycle > 1) return "sales";
  if (submissionIds.some((id) => id !== ownForm)) return "form";
  if (engagementIds.some((id) => !id.startsWith(`${ownForm}.`))) return "engaged";
  if (lead.consents.some(({ confirmedAt }) => confirmedAt !== undefined)) return "engaged";
  if (lead.unsubscribedAt !== undefined && lead.unsubscribedAt > lead.createdAt) return "engaged";
  if (lead.override !== undefined || lead.claims?.some(({ dismissedAt }) => dismissedAt !== undefined))
    return "colleague";
  const facts = Object.values(lead.facts ?? {}).flat();
  if (facts.some(isConfirmed)) return "colleague";
  return lead.exportAsked === undefined ? undefined : "colleague";
};
