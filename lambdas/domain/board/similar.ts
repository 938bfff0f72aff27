import { createHash } from "node:crypto";
import type { SameBy, SimilarLead } from "../../contract/board-by-hand.ts";
import type { Lead } from "../lead/lead.ts";
import { ownerIn } from "../lead/move-fact.ts";
import { addressForPeople } from "../text/address-for-people.ts";
import { isNoCompany, isPlaceholder } from "../text/placeholder.ts";
import { type BoardUser, maySee } from "./board-user.ts";

/** Two leads, whichever comes first: says nothing of either once one of them is erased. */
export const pairOf = (one: string, other: string): string =>
  createHash("sha256").update([one, other].sort().join(" ")).digest("base64url").slice(0, 22);

/** How many pairs are kept with a lead; of the oldest the question comes back. */
const mostPairs = 50;

/** The lead once a colleague has said that the other is somebody else. */
export const notSameAs = (lead: Lead, other: Pick<Lead, "leadId">): Lead => {
  const pair = pairOf(lead.leadId, other.leadId);
  const pairs = (lead.notSame ?? []).filter((each) => each !== pair);
  return { ...lead, notSame: [...pairs, pair].slice(-mostPairs) };
};

export const isCalledOther = ({ leadId, notSame = [] }: Pick<Lead, "leadId" | "notSame">, other: string): boolean =>
  notSame.includes(pairOf(leadId, other));

/** Name and company by which somebody may be known twice; without both there is nothing to compare. */
export const personIn = ({
  name = "",
  company = "",
}: Pick<Lead["contact"], "name" | "company">): { readonly name: string; readonly company: string } | undefined =>
  name.trim() === "" || company.trim() === "" || isPlaceholder(name, "name") || isNoCompany(company)
    ? undefined
    : { name, company };

/**
 * What a colleague learns of a lead who may be the same person. Who may not see the lead is told that there is one and who
 * to ask, and nothing that they have not typed themselves.
 */
export const similarLead = (user: BoardUser, lead: Lead, by: readonly SameBy[]): SimilarLead => {
  const ownerId = ownerIn(lead);
  const common = { by: [...by], ...(ownerId !== undefined && { ownerId }) };
  if (!maySee(user, lead)) return common;
  const { leadId, contact, email, stage } = lead;
  return { ...common, leadId, name: contact.name, company: contact.company, email: addressForPeople(email), stage };
};
