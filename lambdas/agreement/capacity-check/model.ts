import type { Agreement, Rep } from "../../contract/agreement.ts";
import type { Absence } from "../../contract/rep-terms.ts";
import { parseDuration } from "../../contract/time.ts";
import { spanOfWeek } from "../../domain/metrics/week.ts";
import { calendarOf, calendarOfOwner, type WorkingCalendar } from "../../domain/working-time/calendar.ts";
import { dayMillis, instantOf } from "../../domain/working-time/zone.ts";
import { type Timetable, timetableOf } from "./timetable.ts";

/** What the agreement does not say and the simulation has to assume; the report prints each of them. */
export interface Assumptions {
  /** MQLs per week on average. */
  readonly arrivalsPerWeek: number;
  /** The first week that is simulated: its holidays and absences count. */
  readonly firstWeek: string;
  /** Weeks that are counted; the warm-up weeks before, in which the team is still idle, are not. */
  readonly weeks: number;
  readonly runs: number;
  readonly seed: number;
  /** The share of leads that become MQLs in the company's working hours. */
  readonly inWorkingHours: number;
  /** The share that takes the fast lane, if there is one. */
  readonly fastLane: number;
  /** The share in segments with a deadline of their own. */
  readonly segments: number;
  /** Hours a rep is busy with a lead from taking it up; by their capacity when left out. */
  readonly hoursPerLead?: number | undefined;
}

export const usualAssumptions = {
  weeks: 26,
  runs: 20,
  seed: 1,
  inWorkingHours: 0.8,
  fastLane: 0.1,
  segments: 0.2,
} as const;

/** A rep as the simulation knows them. */
export interface ModelRep {
  readonly rep: Rep;
  /** Working milliseconds that a lead keeps them busy, on average. */
  readonly work: number;
  readonly timetable: Timetable;
  /** When no lead is assigned to them, as `awayBefore` has it: days off, before the first day and after the last. */
  readonly away: readonly { readonly from: number; readonly to: number }[];
}

export interface CapacityModel {
  readonly agreement: Agreement;
  readonly assumptions: Assumptions;
  readonly reps: readonly ModelRep[];
  /** When a rep joins or has left. */
  readonly staffChanges: readonly number[];
  readonly company: Timetable;
  /** Milliseconds since 1970. Leads arrive from `begin` to `end`; those before `counted` are not counted. */
  readonly begin: number;
  readonly counted: number;
  readonly end: number;
  /** Until then the team finishes what has arrived. */
  readonly horizon: number;
  /** Share of leads that are accepted, and milliseconds that these stay open on average. */
  readonly accepted: number;
  readonly openFor: number;
}

const warmUpWeeks = 4;
const workOffWeeks = 8;
const weekMillis = 7 * dayMillis;

/** The agreement's team, hours and promises, made ready for simulation. */
export const capacityModelOf = (agreement: Agreement, assumptions: Assumptions): CapacityModel => {
  const { terms } = agreement;
  const begin = spanOfWeek(assumptions.firstWeek, terms.company.timeZone).from;
  const counted = begin + warmUpWeeks * weekMillis;
  const end = counted + assumptions.weeks * weekMillis;
  const horizon = end + workOffWeeks * weekMillis;
  const reps = terms.team.reps.map((rep) => modelOf(rep, agreement, assumptions, { begin, horizon }));
  return {
    agreement,
    assumptions,
    reps,
    staffChanges: reps.flatMap(({ away }) =>
      away.flatMap(({ from, to }) =>
        from === Number.NEGATIVE_INFINITY ? [to] : to === Number.POSITIVE_INFINITY ? [from] : [],
      ),
    ),
    company: timetableOf(calendarOf(agreement), begin, horizon),
    begin,
    counted,
    end,
    horizon,
    accepted: terms.sla.marketing.leastAcceptanceRate,
    openFor: parseDuration(terms.sla.sales.askOutcomeAfter).millis,
  };
};

interface Period {
  readonly begin: number;
  readonly horizon: number;
}

const modelOf = (rep: Rep, agreement: Agreement, assumptions: Assumptions, { begin, horizon }: Period): ModelRep => {
  const calendar = calendarOfOwner(rep, agreement);
  const { newPerWeek, openAtMost } = rep.capacity;
  // A rep with up to 30 open leads has a thirtieth of the week for each: that is the time that following one up takes.
  const hours = assumptions.hoursPerLead;
  const work = hours === undefined ? weekOf(calendar) / Math.max(newPerWeek, openAtMost, 1) : hours * 3_600_000;
  const timetable = timetableOf(calendar, begin, horizon);
  return { rep, work, timetable, away: awayOf(rep, calendar.zone) };
};

/** Working milliseconds of a week without holidays. */
const weekOf = ({ week }: WorkingCalendar): number => week.flat().reduce((sum, { from, to }) => sum + to - from, 0);

const awayOf = ({ absences = [], starts, leaves }: Rep, zone: string) => {
  const midnight = (date: string, daysLater: number): number =>
    instantOf(Date.parse(date) + daysLater * dayMillis, zone);
  return [
    ...absences.map(({ from, to }: Absence) => ({ from: midnight(from, 0), to: midnight(to, 1) })),
    ...(starts === undefined ? [] : [{ from: Number.NEGATIVE_INFINITY, to: midnight(starts, 0) }]),
    ...(leaves === undefined ? [] : [{ from: midnight(leaves, 1), to: Number.POSITIVE_INFINITY }]),
  ];
};

/** New leads per week that the whole team can take. */
export const capacityOf = ({ reps }: Pick<CapacityModel, "reps">): number =>
  reps.reduce((sum, { rep }) => sum + rep.capacity.newPerWeek, 0);

/** The same team with more (or less) capacity: each rep has their share of it, and works faster in proportion. */
export const withCapacity = (model: CapacityModel, total: number): CapacityModel => {
  const now = capacityOf(model);
  if (now === 0) return model;
  let [given, due] = [0, 0];
  const factor = total / now;
  const reps = model.reps.map(({ rep, work, ...others }): ModelRep => {
    due += rep.capacity.newPerWeek * factor;
    const newPerWeek = Math.round(due) - given;
    given += newPerWeek;
    const capacity = { newPerWeek, openAtMost: Math.ceil(rep.capacity.openAtMost * factor) };
    return { ...others, rep: { ...rep, capacity }, work: work / factor };
  });
  return { ...model, reps };
};
