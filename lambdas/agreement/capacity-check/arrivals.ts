import type { Rep } from "../../contract/agreement.ts";
import { eligibleFor } from "../../domain/hand-off/eligible.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import type { RepNow } from "../../domain/team/rep-now.ts";
import { dayMillis } from "../../domain/working-time/zone.ts";
import type { CapacityModel } from "./model.ts";
import { exponential, oneOf, poisson, type Random } from "./random.ts";

/** The part of a lead that the hand-off needs to find a rep. */
type ModelLead = Pick<Lead, "language" | "segment" | "contact" | "email" | "lane">;

/** A lead that becomes an MQL at this instant, with all that is random about them. */
export interface Arrival {
  readonly at: number;
  readonly lead: ModelLead;
  /** Leads of one kind have the same reps to choose from. */
  readonly kind: string;
  /** Multiples of the average time that the lead keeps the rep busy, and stays open. */
  readonly work: number;
  readonly openFor: number;
  readonly accepted: boolean;
}

const weekMillis = 7 * dayMillis;

/**
 * MQLs arrive as a Poisson process, most of them in the company's working hours, spread evenly over those. The leads
 * match the team: each is made for one rep, with a probability in proportion to the rep's capacity; the hand-off's own
 * rule decides who else may take them.
 */
export const arrivalsOf = (model: CapacityModel, random: Random): Arrival[] => {
  const arrivals: Arrival[] = [];
  for (let week = model.begin; week < model.end; week += weekMillis) {
    const count = poisson(model.assumptions.arrivalsPerWeek, random);
    for (let i = 0; i < count; i++) arrivals.push(arrivalIn(model, week, random));
  }
  return arrivals.toSorted((one, other) => one.at - other.at);
};

const arrivalIn = (model: CapacityModel, week: number, random: Random): Arrival => {
  const { reps, assumptions, accepted } = model;
  const at = instantIn(model, week, random);
  const wanted = oneOf(
    reps.map(({ rep }) => ({ item: rep, weight: rep.capacity.newPerWeek })),
    random,
  );
  const lead = wanted === undefined ? unwanted : leadFor(wanted, model, random);
  const isFast = random() < assumptions.fastLane && model.agreement.terms.gate.fastLane.length > 0;
  return {
    at,
    lead: isFast ? { ...lead, lane: "fast" } : lead,
    kind: [lead.language, lead.segment, lead.contact.country, lead.contact.region, lead.contact.industry].join("/"),
    work: exponential(1, random),
    openFor: exponential(1, random),
    accepted: random() < accepted,
  };
};

const instantIn = ({ company, assumptions }: CapacityModel, week: number, random: Random): number => {
  const [opens, closes] = [company.workAt(week), company.workAt(week + weekMillis)];
  const [inHours, where] = [random() < assumptions.inWorkingHours, random()];
  const anyTime = week + where * weekMillis;
  return inHours && closes > opens ? company.instantAt(opens + where * (closes - opens)) : anyTime;
};

const unwanted: ModelLead = { language: "es", contact: {}, email: "" };

/** A territory and an industry that no rep has as their own; no country has the code `ZZ`. */
const nobodys = { country: "ZZ", region: "elsewhere", industry: "zz" } as const;

const leadFor = (rep: Rep, { agreement, assumptions }: CapacityModel, random: Random): ModelLead => {
  const { languages } = agreement.terms.company;
  const spoken = rep.speaks.filter((language) => languages.includes(language));
  const ofTheirOwn = agreement.terms.sla.sales.followUpOf.map(({ segment }) => segment);
  const segments = ofTheirOwn.filter((segment) => rep.segments?.includes(segment) ?? true);
  const [which, isOfSegment] = [evenly(segments, random), random() < assumptions.segments];
  return {
    language: evenly(spoken.length > 0 ? spoken : rep.speaks, random) ?? rep.language,
    // A rep with segments gets leads of these only.
    segment: isOfSegment || which === undefined ? which : evenly(rep.segments ?? [], random),
    contact: { ...evenly(placesOf(rep), random), industry: industryOf(rep, random) },
    email: "",
  };
};

const evenly = <T>(items: readonly T[], random: Random): T | undefined =>
  oneOf(
    items.map((item) => ({ item, weight: 1 })),
    random,
  );

const placesOf = ({
  territories = [{ country: nobodys.country }],
}: Rep): Pick<Lead["contact"], "country" | "region">[] =>
  territories.flatMap(({ country, regions = [nobodys.region] }) => regions.map((region) => ({ country, region })));

const industryOf = ({ industries }: Rep, random: Random): string =>
  industries === undefined ? nobodys.industry : (evenly(industries, random) ?? nobodys.industry);

export type Eligible = (arrival: Arrival, at: number) => readonly number[];

/**
 * Indexes of the reps who may take a lead, by the hand-off's rule. Computed once per kind of lead between two days on
 * which somebody joins or leaves, since the kinds are few and repeat.
 */
export const eligibilityIn = ({ reps, staffChanges, agreement }: CapacityModel): Eligible => {
  const known = new Map<string, readonly number[]>();
  const team = reps.map(
    ({ rep }): RepNow => ({ rep, settingsVersion: 0, open: 0, newThisWeek: 0, newAtMost: rep.capacity.newPerWeek }),
  );
  return ({ lead, kind }, at) => {
    const question = `${staffChanges.filter((instant) => instant <= at).length} ${kind}`;
    const answer = known.get(question);
    if (answer !== undefined) return answer;
    const able = eligibleFor(lead, team, agreement, new Date(at).toISOString()).reps;
    const found = team.flatMap((rep, i) => (able.includes(rep) ? [i] : []));
    known.set(question, found);
    return found;
  };
};
