import type { Card } from "../../contract/board.ts";
import { handOffMailOf } from "../hand-off/refused-hand-off.ts";
import { isUnanswered, isWorked, type Lead } from "../lead/lead.ts";
import { ownerIn } from "../lead/move-fact.ts";
import { heldWish, unconfirmedRequest } from "../lead/unconfirmed-forms.ts";
import { alike } from "../score/alike.ts";
import { addressForPeople } from "../text/address-for-people.ts";
import { oneLine } from "../text/plain-text.ts";

/**
 * The lead as columns and lists show it; stored with the lead and in the index, so that a column needs no further read.
 */
export const cardOf = (lead: Lead): Card => {
  const { leadId, cycle, stage, contact, email, scores, source, stageSince: since, lane, demo } = lead;
  // Whoever has it in hand was told that it wrote again.
  const unconfirmedAt = ownerIn(lead) === undefined ? unconfirmedRequest(lead)?.at : undefined;
  const heldWishAt = isInProgress(lead) ? undefined : heldWish(lead)?.at;
  return {
    leadId,
    cycle,
    stage,
    name: contact.name,
    company: contact.company,
    email: addressForPeople(email),
    grade: scores?.grade,
    persona: scores?.persona,
    source,
    ownerId: ownerIn(lead),
    dueAt: dueIn(lead),
    since,
    lane,
    ...(lead.stage === "won" && { amount: lead.amount, currency: lead.currency }),
    ...(contact.own !== undefined && { own: shortened(contact.own) }),
    ...(lead.wroteAgain !== undefined && lead.wroteAgain.by === undefined && { wroteAgainAt: lead.wroteAgain.at }),
    ...(unconfirmedAt !== undefined && { unconfirmedAt }),
    ...(heldWishAt !== undefined && { heldWishAt }),
    ...(lead.needsAttention !== undefined && { needsAttention: true }),
    handOffMail: handOffMailOf(lead),
    demo,
  };
};

/** Whoever works on it, or has closed it, has answered the lead. */
const isInProgress = (lead: Lead): boolean => ownerIn(lead) !== undefined && !isUnanswered(lead);

/** In characters, of a text on a card. */
const mostOfText = 60;

const shortened = (own: NonNullable<Card["own"]>): NonNullable<Card["own"]> =>
  Object.fromEntries(
    Object.entries(own).map(([id, value]) => [id, typeof value === "string" ? oneLine(value, mostOfText) : value]),
  );

/**
 * The lead's position in its column: an open one by the instant at which its stage owes it the next thing, the
 * soonest first; an ended one by the instant at which it ended, the newest first.
 */
export const columnAt = (lead: Lead): string => dueIn(lead) ?? lead.stageSince;

const dueIn = (lead: Lead): string | undefined => {
  // No deadline runs yet.
  if (lead.stage === "assigned" && handOffMailOf(lead) !== undefined) return lead.nextDueAt;
  if (isUnanswered(lead)) return lead.followUp.dueAt;
  if (isWorked(lead)) return lead.limitAt;
  return "nextDueAt" in lead ? lead.nextDueAt : undefined;
};

/** In characters: DynamoDB takes a sort key of 1,024 bytes at most. */
const longest = 200;

/** The normalised text by which a company or an address, as people write it, is found from its first letters on. */
export const searchKeyOf = (name: string): string =>
  [...alike(addressForPeople(name.trim()))].slice(0, longest).join("");

/** Between a company and a name in the key of a lead: what follows is not typed by anybody who searches. */
const beside = "\u001f";
/** In characters, of the name in that key: together they stay below DynamoDB's bound. */
const longestName = 50;

/** By what a lead is found: the company's beginning, or the company and the name together. */
export const personKeyOf = (company: string, name: string): string => {
  const [first, second] = [searchKeyOf(company), searchKeyOf(name)];
  return first === "" ? "" : `${first}${beside}${[...second].slice(0, longestName).join("")}`;
};

/** The same test as the search by index, for a lead that was already read. */
export const beginsWith = ({ company = "", email }: Pick<Card, "company" | "email">, asked: string): boolean =>
  [company, email].some((name) => searchKeyOf(name).startsWith(searchKeyOf(asked)));
