import type { Agreement, Rep } from "../../contract/agreement.ts";
import type { Lead } from "../lead/lead.ts";
import { alike } from "../score/alike.ts";
import { factOf } from "../score/fact.ts";
import { matchOf } from "../score/match.ts";
import { isWithUs } from "../team/availability.ts";
import type { RepNow } from "../team/rep-now.ts";

/** By what reps are told apart besides their room; in the order in which it is given up when nobody fits. */
const concerns = ["industry", "segment", "territory", "language"] as const;
export type Concern = (typeof concerns)[number];

type Described = Pick<Lead, "contact" | "email" | "language" | "segment">;

interface Eligible {
  /** Whoever could take the lead, had they room and were there; those who speak its language among them come first. */
  readonly reps: readonly RepNow[];
  /** What could not be looked at, because nobody would have been left. */
  readonly givenUp: readonly Concern[];
}

/**
 * The reps who can take such a lead. When nobody fits, concerns are given up one after the other, the least important
 * first: no lead is unassignable for ever. Of those who fit but for the language, whoever does not speak it stands in
 * while no speaker has room, so they are eligible too.
 *
 * What the lead does not tell is no obstacle: without a country it is in nobody's particular territory.
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

/** A capacity of none is a pause without an end. */
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
