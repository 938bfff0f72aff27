import type { Agreement } from "../../contract/agreement.ts";
import { mailSimulator } from "../../contract/smoke.ts";
import { planFollowUp } from "../follow-up/plan-follow-up.ts";
import type { Lead } from "../lead/lead.ts";
import { alike } from "../score/alike.ts";
import { type Facts, factOf } from "../score/fact.ts";
import { matchOf } from "../score/match.ts";
import { type Away, awayBefore } from "../team/availability.ts";
import type { RepNow } from "../team/rep-now.ts";
import { domainForPeople } from "../text/address-for-people.ts";
import { isNoCompany } from "../text/placeholder.ts";

/** What a rep would be to a lead now. */
export interface Prospect {
  readonly repNow: RepNow;
  /** When the follow-up would be due with this rep. It takes some milliseconds to work out, and is seldom needed. */
  readonly dueAt: () => string;
  readonly away: Away | undefined;
  /** Places that leads ahead in the queue will take. */
  readonly promised: number;
}

type Clocked = Pick<Lead, "lane" | "segment">;
/** Of each rep, how many of the free places belong to leads ahead in the queue. */
export type Promised = ReadonlyMap<string, number>;
type Outlook = (repNow: RepNow, lead: Clocked, promised?: Promised) => Prospect;

/**
 * Works out each rep's deadline once for each kind of lead: in a long queue the same question comes again and again.
 */
export const outlookOf = (agreement: Agreement, now: string): Outlook => {
  const known = new Map<string, Pick<Prospect, "dueAt" | "away">>();
  return (repNow, lead, promised) => {
    const question = JSON.stringify([repNow.rep.id, lead.lane, lead.segment]);
    const answer = known.get(question) ?? clockOf(repNow, lead, agreement, now);
    known.set(question, answer);
    return { ...answer, repNow, promised: promised?.get(repNow.rep.id) ?? 0 };
  };
};

const clockOf = ({ rep }: RepNow, lead: Clocked, agreement: Agreement, now: string) => {
  let known: string | undefined;
  const dueAt = () => {
    known ??= planFollowUp(rep, lead, now, agreement).dueAt;
    return known;
  };
  return { dueAt, away: awayBefore(rep, agreement, now, dueAt) };
};

export const hasRoom = ({ repNow: { rep, open, newThisWeek, newAtMost }, promised }: Prospect): boolean =>
  open + promised < rep.capacity.openAtMost && newThisWeek + promised < newAtMost;

export const isFree = (prospect: Prospect): boolean => prospect.away === undefined && hasRoom(prospect);

/** By how many new leads this week the rep counts when leads are shared out. */
export const shareOf = ({ repNow: { rep, newAtMost } }: Prospect): number => newAtMost * (rep.weight ?? 1);

/** The part of the rep's weekly share that would be used up with one lead more; 1 is all of it. */
export const pressureOn = (prospect: Prospect): number =>
  (prospect.repNow.newThisWeek + prospect.promised + 1) / shareOf(prospect);

/**
 * By what colleagues of one company are known as such: the domain of their address, unless it is one that says nothing
 * of a company, else the company's name without case and accents; `undefined` when there is neither.
 */
export const companyOf = (
  { email, contact }: Pick<Lead, "email" | "contact">,
  { terms }: Pick<Agreement, "terms">,
): string | undefined => {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  const personal = [...terms.company.personalMail, mailSimulator].some((each) => isSameDomain(each, domain));
  if (domain !== "" && !personal) return domain;
  const { company = "" } = contact;
  return isNoCompany(company) ? undefined : alike(company);
};

/** In ASCII or as people write it. */
const isSameDomain = (one: string, other: string): boolean =>
  domainForPeople(one.toLowerCase()) === domainForPeople(other.toLowerCase());

/** Id of the agreement's first segment whose test the lead passes; `undefined` when it passes none. */
export const segmentOf = (lead: Facts, { terms }: Pick<Agreement, "terms">): string | undefined =>
  terms.segments.find(
    ({ field, test }) => matchOf(test, factOf(lead, field), field, terms.fields, lead.today) !== undefined,
  )?.id;
