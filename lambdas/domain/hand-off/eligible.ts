import type { Agreement, Rep } from "../../contract/agreement.ts";
import type { Lead } from "../lead/lead.ts";
import { alike } from "../score/alike.ts";
import { factOf } from "../score/fact.ts";
import { matchOf } from "../score/match.ts";
import { isWithUs } from "../team/availability.ts";
import type { RepNow } from "../team/rep-now.ts";

/** The criteria by which reps are eligible, in the order in which they are dropped when no one fits. */
const concerns = ["industry", "segment", "territory", "language"] as const;
export type Concern = (typeof concerns)[number];

type Described = Pick<Lead, "contact" | "email" | "language" | "segment">;

interface Eligible {
  /** The eligible reps, whether or not they have room; those who speak the lead's language first. */
  readonly reps: readonly RepNow[];
  /** The criteria that were dropped because no one would have been left. */
  readonly givenUp: readonly Concern[];
}

/**
 * The reps who can take such a lead. When no one fits, criteria are dropped one after the other, the least important
 * first: no lead is unassignable for ever. Reps who fit but for the language cover
 * while no speaker has room, so they are eligible too.
 *
 * A fact that the lead does not have excludes no one: without a country it is in every territory.
 */
export const eligibleFor = (
  lead: Described,
  team: readonly RepNow[],
  agreement: Agreement,
  now: string,
  exclude: readonly string[] = [],
): Eligible => {
  const others = team.filter(({ rep }) => !exclude.includes(rep.id));
  const staff = others.filter(({ rep }) => takesLeads(rep) && isWithUs(rep, agreement, now));
  for (const kept of leftBy(concerns.slice(0, -1))) {
    const fitting = staff.filter(({ rep }) => kept.every((concern) => fits[concern](rep, lead)));
    if (fitting.some(({ rep }) => fits.language(rep, lead))) return { reps: fitting, givenUp: withoutOf(kept) };
  }
  for (const kept of leftBy(concerns.slice(0, -1))) {
    const fitting = staff.filter(({ rep }) => kept.every((concern) => fits[concern](rep, lead)));
    if (fitting.length > 0) return { reps: fitting, givenUp: [...withoutOf(kept), "language"] };
  }
  return { reps: [], givenUp: [] };
};

const leftBy = (all: readonly Concern[]): Concern[][] => [...all, undefined].map((_, given) => all.slice(given));

const withoutOf = (kept: readonly Concern[]): Concern[] =>
  concerns.filter((concern) => concern !== "language" && !kept.includes(concern));

/** A capacity of zero means a pause without end. */
const takesLeads = ({ capacity }: Rep): boolean => capacity.newPerWeek > 0 && capacity.openAtMost > 0;

const fits: Record<Concern, (rep: Rep, lead: Described) => boolean> = {
  language: ({ speaks }, { language }) => speaks.includes(language),
  territory: ({ territories }, lead) => {
    const [country, region] = [factOf(lead, "country"), alike(lead.contact.region ?? "")];
    if (territories === undefined || country === undefined) return true;
    return territories.some(
      (each) =>
        each.country === country &&
        (each.regions === undefined || region === "" || each.regions.some((name) => alike(name) === region)),
    );
  },
  segment: ({ segments }, { segment }) =>
    segments === undefined || (segment !== undefined && segments.includes(segment)),
  industry: ({ industries }, lead) => {
    const industry = factOf(lead, "industry");
    return (
      industries === undefined || industry === undefined || matchOf({ contains: industries }, industry) !== undefined
    );
  },
};
