import type { Rep } from "../../contract/agreement.ts";
import { lifetimes, limits } from "../../contract/limits.ts";
import type { Absence, Capacity } from "../../contract/rep-terms.ts";
import { assertNever } from "../assert-never.ts";
import { elapsedMillis } from "../working-time/duration.ts";
import { dayMillis } from "../working-time/zone.ts";
import type { RepSettings } from "./rep-now.ts";

/** One change of a rep. A field left out of a capacity, or no last day, means: as agreed. */
export type RepStep =
  | { readonly set: "absences"; readonly absences: readonly Absence[] }
  | { readonly set: "absence-added"; readonly absence: Absence }
  | { readonly set: "absence-removed"; readonly absence: Absence }
  | { readonly set: "capacity"; readonly capacity: Partial<Capacity> }
  | { readonly set: "leaves"; readonly leaves: string | undefined };

/** The changes of one rep, applied together or not at all. */
export interface RepChange {
  readonly repId: string;
  readonly steps: readonly RepStep[];
}

export type RepChangeProblem =
  | "dates-reversed"
  | "absence-over"
  | "absence-too-long"
  | "absences-too-many"
  | "absence-unknown"
  | "leaves-before-start";

export type ChangedRep =
  | { readonly ok: true; readonly settings: RepSettings }
  | { readonly ok: false; readonly problem: RepChangeProblem };

/** Who changes a rep, when, and which day it is where the rep works. */
export interface ChangeContext {
  readonly rep: Pick<Rep, "starts">;
  readonly today: string;
  readonly by: string;
  readonly at: string;
}

const nothingYet = { version: 0, absences: [] };

/** The rep's settings after the change, one version on. */
export const applyRepChange = (
  read: RepSettings | undefined,
  steps: readonly RepStep[],
  context: ChangeContext,
): ChangedRep => {
  const { by, at } = context;
  let settings: RepSettings = { ...(read ?? nothingYet), by, at };
  for (const step of steps) {
    const next = after(settings, step, context);
    if (typeof next === "string") return { ok: false, problem: next };
    settings = next;
  }
  return { ok: true, settings: { ...settings, version: (read?.version ?? 0) + 1 } };
};

/** Whether two settings are equal apart from author and time. */
export const saySame = (one: RepSettings | undefined, other: RepSettings | undefined): boolean =>
  said(one) === said(other);

const said = ({ absences, capacity, leaves }: Partial<RepSettings> = {}): string =>
  JSON.stringify([inOrder(absences ?? []), capacity?.newPerWeek, capacity?.openAtMost, leaves]);

const after = (settings: RepSettings, step: RepStep, context: ChangeContext): RepSettings | RepChangeProblem => {
  switch (step.set) {
    case "absences":
      return withAbsences(settings, step.absences);
    case "absence-added":
      return step.absence.to < context.today
        ? "absence-over"
        : withAbsences(settings, [...remembered(settings.absences, context.today), step.absence]);
    case "absence-removed":
      return withoutAbsence(settings, step.absence, context.today);
    case "capacity":
      return { ...settings, capacity: Object.keys(step.capacity).length === 0 ? undefined : step.capacity };
    case "leaves":
      return step.leaves !== undefined && step.leaves < (context.rep.starts ?? "")
        ? "leaves-before-start"
        : { ...settings, leaves: step.leaves };
    default:
      return assertNever(step);
  }
};

const withAbsences = (settings: RepSettings, absences: readonly Absence[]): RepSettings | RepChangeProblem => {
  if (absences.some(({ from, to }) => to < from)) return "dates-reversed";
  if (absences.some((absence) => daysOf(absence) > limits.absenceDays)) return "absence-too-long";
  if (absences.length > limits.absencesPerRep) return "absences-too-many";
  return { ...settings, absences: inOrder(absences) };
};

/** An early return cuts a running absence short at yesterday; it does not undo it. */
const withoutAbsence = (settings: RepSettings, gone: Absence, today: string): RepSettings | RepChangeProblem => {
  const others = settings.absences.filter((absence) => !isSame(absence, gone));
  if (others.length === settings.absences.length || gone.to < today) return "absence-unknown";
  const been = gone.from < today ? [{ from: gone.from, to: dayBefore(today) }] : [];
  return { ...settings, absences: inOrder([...others, ...been]) };
};

const inOrder = (absences: readonly Absence[]): Absence[] =>
  absences
    .filter((absence, i) => absences.findIndex((other) => isSame(other, absence)) === i)
    .toSorted((one, other) => (`${one.from} ${one.to}` < `${other.from} ${other.to}` ? -1 : 1));

const isSame = (one: Absence, other: Absence): boolean => one.from === other.from && one.to === other.to;

const remembered = (absences: readonly Absence[], today: string): Absence[] =>
  absences.filter(({ to }) => Date.parse(today) - Date.parse(to) <= elapsedMillis(lifetimes.endedAbsence));

const daysOf = ({ from, to }: Absence): number => (Date.parse(to) - Date.parse(from)) / dayMillis + 1;

const dayBefore = (day: string): string => new Date(Date.parse(day) - dayMillis).toISOString().slice(0, 10);
