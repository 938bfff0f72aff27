import { createHash } from "node:crypto";
import type { Lead } from "../lead/lead.ts";
import { isFree, type Prospect, pressureOn, shareOf } from "./prospect.ts";

/** What the choice of a rep needs of a lead: ids and codes only, since it is stored in the queue. */
interface Wish extends Pick<Lead, "leadId" | "language" | "lane" | "segment"> {
  /** The rep who has this lead's company. */
  readonly companyOwner?: string | undefined;
  /** The rep who has added the lead and wants it. */
  readonly wantedBy?: string | undefined;
}

export interface Picked {
  readonly prospect: Prospect;
  /**
   * `company`: has the lead's company already; `wish`: has added the lead; `soonest`: among those who can follow up first; `room`: the least
   * pressure.
   */
  readonly by: "company" | "wish" | "soonest" | "room";
  /**
   * The most leads that the rep may have had this week before this one. Beyond it someone else is under less pressure:
   * with it as a condition of the write, many leads at once are shared out as if they had come one by one.
   */
  readonly newBelow: number;
}

/**
 * The rep for the lead among those who could take it; `undefined` when none is free.
 *
 * 1. Those who speak the lead's language, if any of them is free.
 * 2. In the fast lane: those whose deadline comes within an hour of the earliest.
 * 3. The rep who has the lead's company already.
 * 4. The rep who has added it by hand and wants it.
 * 5. The least pressure: `(leads this week + 1) / (leads a week by capacity × weight)`. So every rep gets, of all
 *    leads, the share that capacity and weight give, and is never a whole lead behind it.
 * 6. Ties are broken by a hash of the lead: the same lead always chooses the same rep, and over many leads all get
 *    their share.
 */
export const pickRep = (wish: Wish, prospects: readonly Prospect[]): Picked | undefined => {
  const free = prospects.filter(isFree);
  const speaking = free.filter(({ repNow: { rep } }) => rep.speaks.includes(wish.language));
  const candidates = speaking.length > 0 ? speaking : free;
  const able = wish.lane === "fast" ? soonest(candidates) : candidates;
  for (const [by, id] of [["company", wish.companyOwner] as const, ["wish", wish.wantedBy] as const]) {
    const theirs = able.find(({ repNow }) => repNow.rep.id === id);
    if (theirs !== undefined) return { prospect: theirs, by, newBelow: theirs.repNow.newAtMost };
  }
  const prospect = leastPressed(able, wish.leadId);
  if (prospect === undefined) return undefined;
  const by = able.length < candidates.length ? "soonest" : "room";
  return { prospect, by, newBelow: newBelow(prospect, able) };
};

const hourMillis = 3_600_000;

const soonest = (candidates: readonly Prospect[]): Prospect[] => {
  const dueAt = (each: Prospect) => Date.parse(each.dueAt());
  const earliest = Math.min(...candidates.map(dueAt));
  return candidates.filter((each) => dueAt(each) - earliest <= hourMillis);
};

/** Lots are drawn among equals only: a hash takes longer than all else here. */
export const leastPressed = (prospects: readonly Prospect[], leadId: string): Prospect | undefined => {
  const least = Math.min(...prospects.map(pressureOn));
  const [first, ...others] = prospects.filter((each) => pressureOn(each) === least);
  if (first === undefined || others.length === 0) return first;
  const drawn = [first, ...others].map((prospect) => ({ prospect, lot: lot(leadId, prospect) }));
  return drawn.reduce((lowest, other) => (other.lot.compare(lowest.lot) < 0 ? other : lowest)).prospect;
};

const lot = (leadId: string, { repNow }: Prospect): Buffer =>
  createHash("sha256").update(`${leadId} ${repNow.rep.id}`).digest();

const newBelow = (chosen: Prospect, able: readonly Prospect[]): number => {
  const next = Math.min(...able.filter((each) => each !== chosen).map(pressureOn));
  const { newAtMost, newThisWeek } = chosen.repNow;
  // A small margin, so that a product such as 0.1 × 3 does not fall short of its whole number.
  const bound = Math.floor(next * shareOf(chosen) - chosen.promised + 1e-9);
  return Math.min(newAtMost, Math.max(newThisWeek + 1, bound));
};
