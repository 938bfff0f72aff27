import { learningOf } from "../../contract/agreed-limits.ts";
import type { Agreement, AgreementTerms, Criterion, Test } from "../../contract/agreement.ts";
import { factOf } from "../../domain/score/fact.ts";
import { sumsOf } from "../../domain/score/familiarity-sums.ts";
import { matchOf } from "../../domain/score/match.ts";
import { scoreFamiliarity } from "../../domain/score/score-familiarity.ts";
import { bestCut, type Candidate, type Cut, candidatesIn } from "./candidates.ts";
import type { LearnLead } from "./line.ts";
import { fitLogistic } from "./logistic.ts";
import type { Label } from "./maturity.ts";

/** The same criterion in several personas is one thing to learn about. */
export const keyOf = ({ id, field, test }: Pick<Criterion, "id" | "field" | "test">): string =>
  JSON.stringify([id, field, test]);

/** What was learnt, in points that are not yet whole. */
export interface Learnt {
  /** Of each criterion in force, by its key, how many points more it is worth; `undefined` when it is dropped. */
  readonly changes: ReadonlyMap<string, number | undefined>;
  /** All points in force are worth so many times as much. */
  readonly factor: number;
  /** Of each kind of familiarity, how many points an event is worth. */
  readonly familiarity: ReadonlyMap<string, number>;
  readonly added: readonly { readonly field: string; readonly test: Test; readonly points: number }[];
}

export interface Labelled {
  readonly lead: LearnLead;
  readonly label: Label;
}

/** What was believed of a coefficient before looking: how far it may be from its points in force, or from 0. In log odds. */
const deviation = 0.5;
const deviationOfNew = 1;
/** Twenty points double the odds, when nothing else is known. */
const usualScale = { mean: Math.LN2 / 20, deviation: 0.02 };
/** A finding is one when, among all that were looked at, so many like it would come by chance. The gate judges them all. */
const chance = 4;
/** What differs from the points in force by fewer standard errors is left as it is. */
const steadiness = 1.3;
/** So many more are tried than are kept. */
const spare = 6;
/** Points in which people think. */
const largestPoints = 60;
const smallestLargest = 15;

export const learnPoints = (sample: readonly Labelled[], { terms }: Agreement): Learnt => {
  const leads = sample.map(({ lead }) => lead);
  const units = unitsOf(leads, terms);
  const least = Math.max(15, Math.ceil(leads.length / 100));
  const candidates = candidatesIn(leads, terms, least);
  const looked = candidates.reduce((sum, { count }) => sum + count, 1);
  const leastGain = 2 * Math.log(looked / chance);
  const most = learningOf(terms).mostCriteria;
  const cuts: Cut[] = [];
  const dropped = new Set<string>();
  const data = {
    outcomes: Float64Array.from(sample, ({ label }) => label.outcome),
    weights: Float64Array.from(sample, ({ label }) => label.weight),
  };
  let personas = assign(units, terms, undefined);
  const steady = new Set<Unit>();
  let fit = fitWith(units, cuts, dropped, personas, data, steady);
  const counted = () => countOf(terms, dropped) + cuts.length;
  const refit = () => {
    fit = fitWith(units, cuts, dropped, personas, data, steady, fit);
  };
  while (counted() < most + spare) {
    const { residuals, information } = fit;
    const cut = bestCut(candidates, residuals, information, least);
    if (cut === undefined || cut.gain < leastGain) break;
    cuts.push(cut);
    refit();
  }
  cuts.splice(0, cuts.length, ...joined(cuts, fit));
  refit();
  while (counted() > most) {
    const weakest = weakestOf(fit, cuts, protectedIn(terms));
    if (weakest === undefined) break;
    if (typeof weakest === "string") dropped.add(weakest);
    else cuts.splice(cuts.indexOf(weakest), 1);
    refit();
  }
  for (let round = 0; round < 2 && terms.personas.length > 1; round++) {
    personas = assign(units, terms, { fit, dropped });
    refit();
  }
  for (const [unit, { value, error }] of fit.deviations) if (Math.abs(value) < steadiness * error) steady.add(unit);
  refit();
  return inPoints(fit, cuts, units, dropped);
};

/** Something that points are given for, and which leads have it. */
interface Unit {
  readonly kind: "criterion" | "familiarity";
  readonly key: string;
  /** Of each lead: met, or how many new events what it did is worth. */
  readonly has: Float64Array;
  /** Points in force, in each persona that has it; of familiarity in all. */
  readonly points: readonly (number | undefined)[];
  /** Is not learnt: sales alone can know it. */
  readonly isFixed: boolean;
}

const unitsOf = (leads: readonly LearnLead[], terms: AgreementTerms): Unit[] => {
  const criteria = new Map(terms.personas.flatMap(({ criteria }) => criteria.map((each) => [keyOf(each), each])));
  const ofCriteria = [...criteria].map(
    ([key, { field, test }]): Unit => ({
      kind: "criterion",
      key,
      has: Float64Array.from(leads, ({ facts }) =>
        matchOf(test, factOf(facts, field), field, terms.fields, facts.today) === undefined ? 0 : 1,
      ),
      points: terms.personas.map((persona) => persona.criteria.find((each) => keyOf(each) === key)?.points),
      isFixed: terms.learning?.afterSales?.includes(field) ?? false,
    }),
  );
  const kinds = terms.familiarity.filter(({ points }) => points !== 0);
  const has = new Map(kinds.map(({ kind }) => [kind, new Float64Array(leads.length)]));
  leads.forEach(({ at, engagements }, i) => {
    if (engagements.length === 0) return;
    for (const { criterion, points } of scoreFamiliarity(sumsOf(engagements, terms), terms, at).lines) {
      const column = has.get(criterion);
      if (column !== undefined) column[i] = points;
    }
  });
  const ofKinds = kinds.map(
    ({ kind, points }): Unit => ({
      kind: "familiarity",
      key: kind,
      has: (has.get(kind) ?? new Float64Array()).map((each) => each / points),
      points: terms.personas.map(() => points),
      isFixed: false,
    }),
  );
  return [...ofCriteria, ...ofKinds];
};

/** The criteria of the persona with most of them. */
const countOf = ({ personas }: AgreementTerms, dropped: ReadonlySet<string>): number =>
  Math.max(...personas.map(({ criteria }) => criteria.filter((each) => !dropped.has(keyOf(each))).length));

/** The gate, and what reps are told, name these: they stay. */
export const protectedIn = ({ personas, gate, sla }: AgreementTerms): ReadonlySet<string> => {
  const named = new Set([...gate.mustHaves, ...sla.sales.approaches.flatMap(({ reasons = [] }) => reasons)]);
  const criteria = personas.flatMap((persona) => persona.criteria);
  return new Set(criteria.filter(({ id }) => named.has(id)).map(keyOf));
};

interface FitSoFar {
  readonly scale: number;
  /** By unit: how far from its points in force, in log odds. */
  readonly deviations: ReadonlyMap<Unit, { readonly value: number; readonly error: number }>;
  readonly added: readonly { readonly value: number; readonly error: number }[];
  readonly residuals: Float64Array;
  readonly information: Float64Array;
}

interface Data {
  readonly outcomes: Float64Array;
  readonly weights: Float64Array;
}

const fitWith = (
  units: readonly Unit[],
  cuts: readonly Cut[],
  dropped: ReadonlySet<string>,
  personas: Int16Array,
  data: Data,
  steady: ReadonlySet<Unit>,
  before?: FitSoFar,
): FitSoFar => {
  const kept = units.filter(({ key }) => !dropped.has(key));
  const inForce = new Float64Array(personas.length);
  const columnOf = (unit: Unit) => unit.has.map((has, i) => (unit.points[personas[i] ?? 0] === undefined ? 0 : has));
  const columns = new Map(kept.map((unit) => [unit, columnOf(unit)]));
  for (const [unit, column] of columns)
    for (let i = 0; i < inForce.length; i++)
      inForce[i] = (inForce[i] ?? 0) + (column[i] ?? 0) * (unit.points[personas[i] ?? 0] ?? 0);
  const learnt = [...columns].filter(
    ([unit, column]) => !unit.isFixed && !steady.has(unit) && column.some((has) => has !== 0),
  );
  const start = before && [
    0,
    before.scale,
    ...learnt.map(([unit]) => before.deviations.get(unit)?.value ?? 0),
    ...cuts.map((_, i) => before.added[i]?.value ?? 0),
  ];
  const fitted = fitLogistic(
    {
      columns: [
        new Float64Array(personas.length).fill(1),
        inForce,
        ...learnt.map(([, column]) => column),
        ...cuts.map(columnOfCut),
      ],
      penalties: [
        0,
        usualScale.deviation ** -2,
        ...learnt.map(() => deviation ** -2),
        ...cuts.map(() => deviationOfNew ** -2),
      ],
      beliefs: [0, usualScale.mean],
      ...data,
    },
    start,
  );
  const { coefficients, errors, probabilities } = fitted;
  const found = (i: number) => ({ value: coefficients[i] ?? 0, error: errors[i] ?? 1 });
  return {
    scale: Math.max(0, coefficients[1] ?? 0),
    deviations: new Map(learnt.map(([unit], i) => [unit, found(2 + i)])),
    added: cuts.map((_, i) => found(2 + learnt.length + i)),
    residuals: probabilities.map((each, i) => (data.weights[i] ?? 0) * ((data.outcomes[i] ?? 0) - each)),
    information: probabilities.map((each, i) => (data.weights[i] ?? 0) * each * (1 - each)),
  };
};

/**
 * Cuts of one field's categories that overlap are hard to read: as many groups that do not, of categories that are worth
 * about the same. The largest group is the one that the others are compared with.
 */
const joined = (cuts: readonly Cut[], fit: FitSoFar): Cut[] => {
  const byField = new Map<Candidate, { readonly cut: Cut; readonly value: number }[]>();
  cuts.forEach((cut, i) => {
    const entry = { cut, value: fit.added[i]?.value ?? 0 };
    byField.set(cut.candidate, [...(byField.get(cut.candidate) ?? []), entry]);
  });
  return [...byField].flatMap(([candidate, entries]) => {
    if (candidate.isOrdered || entries.length < 2) return entries.map(({ cut }) => cut);
    const sizes = new Float64Array(candidate.count);
    for (const level of candidate.levels) if (level >= 0) sizes[level] = (sizes[level] ?? 0) + 1;
    const levels = Array.from({ length: candidate.count }, (_, level) => ({
      level,
      size: sizes[level] ?? 0,
      worth: entries.reduce((sum, { cut, value }) => sum + (cut.levels.includes(level) ? value : 0), 0),
    })).toSorted((one, other) => one.worth - other.worth);
    const groups = groupsOf(levels, entries.length + 1);
    const unknown = candidate.levels.reduce((count, level) => count + (level < 0 ? 1 : 0), 0);
    const isReference = (group: Group) =>
      unknown * 50 > candidate.levels.length ? -Math.abs(group.worth) : group.size;
    const [reference] = groups.toSorted((one, other) => isReference(other) - isReference(one));
    return groups
      .filter((group) => group !== reference)
      .map((group): Cut => ({ candidate, levels: group.levels.toSorted((a, b) => a - b), gain: 0 }));
  });
};

interface Group {
  readonly levels: readonly number[];
  readonly size: number;
  readonly worth: number;
}

/** Neighbours that are nearest to each other are joined until so many groups are left. */
const groupsOf = (
  levels: readonly { readonly level: number; readonly size: number; readonly worth: number }[],
  most: number,
): Group[] => {
  const groups: Group[] = levels.map(({ level, size, worth }) => ({ levels: [level], size, worth }));
  while (groups.length > most) {
    let [nearest, least] = [0, Number.POSITIVE_INFINITY];
    for (let i = 0; i + 1 < groups.length; i++) {
      const [one, other] = [groups[i], groups[i + 1]];
      if (one === undefined || other === undefined) continue;
      const distance = ((one.worth - other.worth) ** 2 * one.size * other.size) / Math.max(1, one.size + other.size);
      if (distance < least) [nearest, least] = [i, distance];
    }
    const [one, other] = groups.slice(nearest, nearest + 2);
    if (one === undefined || other === undefined) break;
    const size = one.size + other.size;
    groups.splice(nearest, 2, {
      levels: [...one.levels, ...other.levels],
      size,
      worth: (one.worth * one.size + other.worth * other.size) / Math.max(1, size),
    });
  }
  return groups;
};

const columnOfCut = ({ candidate, levels }: Cut): Float64Array => {
  const chosen = new Set(levels);
  return Float64Array.from(candidate.levels, (level) => (chosen.has(level) ? 1 : 0));
};

/** Which persona a lead fits best by the points in force, or by those learnt. */
const assign = (
  units: readonly Unit[],
  { personas }: AgreementTerms,
  learnt: { readonly fit: FitSoFar; readonly dropped: ReadonlySet<string> } | undefined,
): Int16Array => {
  const criteria = units.filter(({ kind, key }) => kind === "criterion" && !learnt?.dropped.has(key));
  const scale = learnt === undefined ? 1 : learnt.fit.scale;
  const worth = criteria.map((unit) =>
    unit.points.map((points) =>
      points === undefined ? 0 : scale * points + (learnt?.fit.deviations.get(unit)?.value ?? 0),
    ),
  );
  return Int16Array.from(units[0]?.has ?? [], (_, i) => {
    const sums = personas.map((__, persona) =>
      criteria.reduce((sum, { has }, unit) => sum + (has[i] ?? 0) * (worth[unit]?.[persona] ?? 0), 0),
    );
    return sums.indexOf(Math.max(...sums));
  });
};

/** What could be left out with the least loss: a criterion in force by its key, or a new one. */
const weakestOf = (fit: FitSoFar, cuts: readonly Cut[], kept: ReadonlySet<string>): string | Cut | undefined => {
  const inForce = [...fit.deviations]
    .filter(([{ kind, key }]) => kind === "criterion" && !kept.has(key))
    .map(([{ key, points }, { value, error }]) => {
      const mean = meanOf(points);
      return { what: key, strength: Math.abs((fit.scale * mean + value) / error) };
    });
  const fresh = cuts.map((what, i) => {
    const { value, error } = fit.added[i] ?? { value: 0, error: 1 };
    return { what, strength: Math.abs(value / error) };
  });
  const all: { what: string | Cut; strength: number }[] = [...inForce, ...fresh];
  return all.toSorted((one, other) => one.strength - other.strength)[0]?.what;
};

const meanOf = (points: readonly (number | undefined)[]): number => {
  const known = points.filter((each) => each !== undefined);
  return known.reduce((sum, each) => sum + each, 0) / Math.max(1, known.length);
};

const inPoints = (
  fit: FitSoFar,
  cuts: readonly Cut[],
  units: readonly Unit[],
  dropped: ReadonlySet<string>,
): Learnt => {
  const kept = units.filter(({ key }) => !dropped.has(key));
  const deviationOf = (unit: Unit) => fit.deviations.get(unit)?.value ?? 0;
  const largest = Math.max(
    ...kept.flatMap((unit) =>
      unit.points.map((each) => (each === undefined ? 0 : Math.abs(fit.scale * each + deviationOf(unit)))),
    ),
    ...fit.added.map(({ value }) => Math.abs(value)),
    1e-9,
  );
  const point = Math.min(Math.max(fit.scale, largest / largestPoints), largest / smallestLargest);
  return {
    factor: fit.scale / point,
    changes: new Map(
      units
        .filter(({ kind }) => kind === "criterion")
        .map((unit) => [unit.key, dropped.has(unit.key) ? undefined : deviationOf(unit) / point]),
    ),
    familiarity: new Map(
      kept
        .filter(({ kind }) => kind === "familiarity")
        .map((unit) => [unit.key, (fit.scale * meanOf(unit.points) + deviationOf(unit)) / point]),
    ),
    added: cuts.map(({ candidate, levels }, i) => ({
      field: candidate.field,
      test: candidate.testFor(levels),
      points: (fit.added[i]?.value ?? 0) / point,
    })),
  };
};
