import { measure } from "../../../../lambdas/agreement/capacity-check/capacity-check.ts";
import {
  type CapacityModel,
  capacityModelOf,
  capacityOf,
  usualAssumptions,
  withCapacity,
} from "../../../../lambdas/agreement/capacity-check/model.ts";
import { remediesFor } from "../../../../lambdas/agreement/capacity-check/remedies.ts";
import { isTrial } from "../../../../lambdas/agreement/capacity-check/report.ts";
import { checkAgreement } from "../../../../lambdas/agreement/check-agreement.ts";
import { countryZones } from "../../../../lambdas/agreement/country-zones.ts";
import type { AgreementTerms } from "../../../../lambdas/contract/agreement.ts";
import { weekOf } from "../../../../lambdas/domain/metrics/week.ts";

/** What is moved: MQLs a week, new leads a week that the team takes, and minutes that one lead takes. */
export interface FitKnobs {
  readonly arrivals: number;
  readonly capacity: number;
  readonly minutes: number;
}

/** Hours a week; waits in seconds of working time; shares from 0 to 1. */
export interface FitFigures {
  readonly arrivals: number;
  readonly needed: number;
  readonly has: number;
  readonly wait: number;
  readonly waitP90: number;
  readonly broken: number;
  readonly overflow: number;
  readonly isSufficient: boolean;
}

export type Fit =
  | { readonly is: "bad" | "trial" }
  | { readonly is: "model"; readonly model: CapacityModel; readonly knobs: FitKnobs };

/** A quarter, a few times over: `agreement:capacity` takes longer, and is no quicker to answer a slider. */
const assumed = { ...usualAssumptions, weeks: 13, runs: 3 } as const;

const hourMillis = 3_600_000;
const minuteMillis = 60_000;

/**
 * The team, hours and promises of an agreement, ready to be asked; and where its knobs stand. Public holidays are left
 * out: the library that knows them is larger than the page. Those of the agreement's own count.
 * @param now instant, whose week is the first
 */
export const fitOf = (text: string, now: string): Fit => {
  const checked = checkAgreement(text, "");
  if (!checked.ok) return { is: "bad" };
  const { terms } = checked;
  const agreement = { version: "", ...ownHolidays(terms), zones: countryZones, terms };
  if (isTrial({ agreement })) return { is: "trial" };
  const arrivals = terms.sla.marketing.qualifiedPerWeek;
  const firstWeek = weekOf(now, terms.company.timeZone);
  const model = capacityModelOf(agreement, { ...assumed, arrivalsPerWeek: arrivals, firstWeek });
  const minutes = Math.round(workOf(model) / minuteMillis);
  return { is: "model", model, knobs: { arrivals, capacity: capacityOf(model), minutes } };
};

const ownHolidays = ({ company, team }: AgreementTerms) => ({
  holidays: company.holidays?.also ?? [],
  holidaysOfReps: Object.fromEntries(
    team.reps.flatMap(({ id, holidays }) => (holidays?.also === undefined ? [] : [[id, holidays.also]])),
  ),
});

/** Milliseconds that a lead takes, by whom it goes to. */
const workOf = ({ reps }: Pick<CapacityModel, "reps">): number => {
  const capacity = capacityOf({ reps });
  const sum = reps.reduce((all, { work, rep }) => all + work * rep.capacity.newPerWeek, 0);
  return capacity === 0 ? 0 : sum / capacity;
};

/** The model with its knobs elsewhere; what the team is like stays. */
const turned = (model: CapacityModel, { arrivals, capacity, minutes }: FitKnobs): CapacityModel => {
  const { reps, ...others } = capacity === capacityOf(model) ? model : withCapacity(model, capacity);
  const usual = workOf(model);
  const factor = usual === 0 ? 1 : (minutes * minuteMillis) / usual;
  const asked = reps.map((each, i) => ({ ...each, work: (model.reps[i]?.work ?? each.work) * factor }));
  return { ...others, reps: asked, assumptions: { ...model.assumptions, arrivalsPerWeek: arrivals } };
};

export const figuresAt = (base: CapacityModel, knobs: FitKnobs): FitFigures => {
  const model = turned(base, knobs);
  const { forRep, breachShare, overflowShare, isSufficient } = measure(model);
  return {
    arrivals: knobs.arrivals,
    needed: (knobs.arrivals * workOf(model)) / hourMillis,
    has: hoursOf(model),
    wait: forRep.mean / 1000,
    waitP90: forRep.p90 / 1000,
    broken: breachShare,
    overflow: overflowShare,
    isSufficient,
  };
};

/** Working hours of the whole team in a week. */
const hoursOf = ({ reps, counted, end, assumptions }: CapacityModel): number =>
  reps.reduce((sum, { timetable }) => sum + timetable.workAt(end) - timetable.workAt(counted), 0) /
  assumptions.weeks /
  hourMillis;

/** Paces on both sides of what is asked, for a picture. */
export const pacesAround = ({ arrivals, capacity }: FitKnobs): number[] => {
  const most = Math.max(arrivals, capacity) * 1.25;
  const step = Math.max(1, Math.round(most / 8));
  const paces = Array.from({ length: Math.ceil(most / step) }, (_, i) => (i + 1) * step);
  return [...new Set([...paces, arrivals])].filter((pace) => pace > 0).sort((one, other) => one - other);
};

/** The most MQLs a week that this team can follow up as agreed. */
export const paceThatFits = (base: CapacityModel, knobs: FitKnobs, { isSufficient }: FitFigures): number => {
  const model = turned(base, knobs);
  return remediesFor(model, { ...measure(model), isSufficient }).mostArrivals;
};
