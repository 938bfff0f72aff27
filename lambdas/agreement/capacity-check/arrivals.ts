import type { Rep } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { dayMillis } from "../../domain/working-time/zone.ts";
import type { FitModel } from "./model.ts";
import { exponential, oneOf, poisson, type Random } from "./random.ts";

/** A lead that becomes an MQL at this instant, and all that chance decides about it. */
export interface Arrival {
  readonly at: number;
  readonly language: Language;
  readonly lane?: "fast";
  readonly segment?: string;
  /** Indexes of the reps who could take it, had they room; who does not speak its language stands in. */
  readonly reps: readonly number[];
  readonly standIns: readonly number[];
  /** How much more than the average it keeps its rep busy, and stays in hand. */
  readonly work: number;
  readonly openFor: number;
  readonly accepted: boolean;
}

const weekMillis = 7 * dayMillis;

/**
 * MQLs come as a Poisson process: so many a week on average, most of them in the company's working hours, spread evenly
 * over those. The leads are such as the team is made for: each looks for one rep, and a rep with twice the capacity is
 * looked for twice as often; whoever else has its language, territory and segment may take it as well.
 */
export const arrivalsOf = (model: FitModel, random: Random): Arrival[] => {
  const arrivals: Arrival[] = [];
  for (let week = model.begin; week < model.end; week += weekMillis) {
    const count = poisson(model.assumptions.arrivalsPerWeek, random);
    for (let i = 0; i < count; i++) arrivals.push(arrivalIn(model, week, random));
  }
  return arrivals.toSorted((one, other) => one.at - other.at);
};

const arrivalIn = (model: FitModel, week: number, random: Random): Arrival => {
  const { reps, assumptions, accepted } = model;
  const at = instantIn(model, week, random);
  const wanted = oneOf(
    reps.map(({ rep, newPerWeek }) => ({ item: rep, weight: newPerWeek })),
    random,
  );
  const lead = wanted === undefined ? unwanted : leadFor(wanted, model, random);
  const isFast = random() < assumptions.fastLane && model.agreement.terms.gate.fastLane.length > 0;
  const able = reps.flatMap(({ rep }, i) => (mayTake(rep, lead) ? [i] : []));
  return {
    at,
    language: lead.language,
    ...(lead.segment !== undefined && { segment: lead.segment }),
    ...(isFast && { lane: "fast" }),
    reps: able.filter((i) => reps[i]?.rep.speaks.includes(lead.language)),
    standIns: able.filter((i) => !reps[i]?.rep.speaks.includes(lead.language)),
    work: exponential(1, random),
    openFor: exponential(1, random),
    accepted: random() < accepted,
  };
};

const instantIn = ({ company, assumptions }: FitModel, week: number, random: Random): number => {
  const [opens, closes] = [company.workAt(week), company.workAt(week + weekMillis)];
  const [inHours, where] = [random() < assumptions.inWorkingHours, random()];
  const anyTime = week + where * weekMillis;
  return inHours && closes > opens ? company.instantAt(opens + where * (closes - opens)) : anyTime;
};

interface ModelLead {
  readonly language: Language;
  readonly segment?: string | undefined;
  /** Country and region; `undefined` for a place that is nobody's in particular. */
  readonly place?: string | undefined;
}

const unwanted: ModelLead = { language: "es" };

const leadFor = (rep: Rep, { agreement, assumptions }: FitModel, random: Random): ModelLead => {
  const { languages } = agreement.terms.company;
  const spoken = rep.speaks.filter((language) => languages.includes(language));
  const ofTheirOwn = agreement.terms.sla.sales.followUpOf.map(({ segment }) => segment);
  const segments = ofTheirOwn.filter((segment) => rep.segments?.includes(segment) ?? true);
  const [which, isOfSegment] = [evenly(segments, random), random() < assumptions.segments];
  return {
    language: evenly(spoken.length > 0 ? spoken : rep.speaks, random) ?? rep.language,
    // A rep for some segments only gets none but theirs.
    segment: isOfSegment || which === undefined ? which : evenly(rep.segments ?? [], random),
    place: evenly(placesOf(rep), random),
  };
};

const evenly = <T>(items: readonly T[], random: Random): T | undefined =>
  oneOf(
    items.map((item) => ({ item, weight: 1 })),
    random,
  );

const placesOf = ({ territories = [] }: Rep): string[] =>
  territories.flatMap(({ country, regions }) => regions?.map((region) => `${country}/${region}`) ?? [`${country}/`]);

const mayTake = (rep: Rep, { segment, place }: ModelLead): boolean =>
  (rep.segments === undefined || (segment !== undefined && rep.segments.includes(segment))) &&
  (rep.territories === undefined || (place !== undefined && placesOf(rep).some((each) => place.startsWith(each))));
