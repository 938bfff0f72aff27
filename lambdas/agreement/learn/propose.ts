import type { Agreement, AgreementTerms, Criterion, FamiliarityEvent, Persona } from "../../contract/agreement.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { mostFamiliarityOf, mostFitOf } from "../check/check-gate.ts";
import { sayTest } from "../explain/explain-test.ts";
import { keyOf, type Learnt, protectedIn } from "./learn-points.ts";
import { idFor, type LearnLead } from "./line.ts";
import { pointsOf } from "./points-of.ts";

/** A change of fewer points is none. */
const leastChange = 2;

/** The agreement with what was learnt in whole points, and with thresholds that as many leads reach as before. */
export const proposalOf = (learnt: Learnt, agreement: Agreement, leads: readonly LearnLead[]): Agreement => {
  const { terms } = agreement;
  const kept = protectedIn(terms);
  const added = addedTo(terms, learnt);
  const personas = terms.personas.map((persona): Persona => {
    const criteria = persona.criteria.flatMap((each) => changed(each, learnt, kept.has(keyOf(each))));
    const all = [...criteria, ...added];
    return { ...persona, criteria: all.length === 0 ? persona.criteria.slice(0, 1) : all };
  });
  const familiarity = terms.familiarity.map((event) => changedEvent(event, learnt));
  const isSame = JSON.stringify([personas, familiarity]) === JSON.stringify([terms.personas, terms.familiarity]);
  return isSame ? agreement : withVolume({ ...terms, personas, familiarity }, agreement, leads);
};

/** So fine that nothing is lost: scores are sums of tenths. */
const fine = 1000;

/** What was learnt as it is, a thousandfold: for comparison with whole points, and not for people. */
export const unroundedOf = ({ changes, factor, familiarity, added }: Learnt, agreement: Agreement): Agreement => {
  const fresh = added.map(({ points, ...asks }, i) => ({
    ...asks,
    id: `fine-${i}`,
    label: { es: "", en: "" },
    points: points * fine,
  }));
  const personas = agreement.terms.personas.map((persona) => ({
    ...persona,
    criteria: [
      ...persona.criteria.flatMap((criterion) => {
        const change = changes.get(keyOf(criterion));
        return change === undefined ? [] : [{ ...criterion, points: (criterion.points * factor + change) * fine }];
      }),
      ...fresh,
    ],
  }));
  const events = agreement.terms.familiarity.map((event) => {
    const points = (familiarity.get(event.kind) ?? event.points) * fine;
    const ratio = event.points === 0 ? fine : Math.abs(points / event.points);
    const { capPerDay } = event;
    return {
      ...event,
      points,
      cap: event.cap * ratio,
      ...(capPerDay !== undefined && { capPerDay: capPerDay * ratio }),
    };
  });
  return { ...agreement, terms: { ...agreement.terms, personas, familiarity: events } };
};

const whole = (points: number, inForce: number): number => {
  const rounded = Math.min(100, Math.max(-100, Math.round(points))) + 0;
  return Math.abs(rounded - inForce) < leastChange ? inForce : rounded;
};

const changed = (criterion: Criterion, { changes, factor }: Learnt, isKept: boolean): Criterion[] => {
  const change = changes.get(keyOf(criterion));
  if (change === undefined) return isKept ? [criterion] : [];
  const points = whole(criterion.points * factor + change, criterion.points);
  if (points === 0 && criterion.points !== 0 && !isKept) return [];
  return [points === criterion.points ? criterion : { ...criterion, points }];
};

const changedEvent = (event: FamiliarityEvent, { familiarity }: Learnt): FamiliarityEvent => {
  const points = whole(familiarity.get(event.kind) ?? event.points, event.points);
  if (points === event.points) return event;
  const ratio = event.points === 0 ? 1 : Math.abs(points / event.points);
  const limit = (most: number) => Math.min(100, Math.max(1, Math.abs(points), Math.round(most * ratio)));
  const cap = limit(event.cap);
  return {
    ...event,
    points,
    cap,
    ...(event.capPerDay !== undefined && { capPerDay: Math.min(cap, limit(event.capPerDay)) }),
  };
};

/** The same in every persona: what is new does not decide which of them a lead is. */
const addedTo = ({ personas, fields }: AgreementTerms, { added }: Learnt): Criterion[] => {
  const taken = new Set(personas.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  return added.flatMap(({ field, test, points }) => {
    const rounded = Math.min(100, Math.max(-100, Math.round(points))) + 0;
    if (rounded === 0) return [];
    const label = inBoth((language) => capitalised(sayTest({ field, test }, fields, language)));
    const id = freeId(`learnt-${idFor(field).replace(/-of-file$/, "")}`, taken);
    taken.add(id);
    return [{ id, label, field, test, points: rounded }];
  });
};

const freeId = (id: string, taken: ReadonlySet<string>): string => {
  for (let i = 1; ; i++) {
    const tried = i === 1 ? id : `${id}-${i}`;
    if (!taken.has(tried)) return tried;
  }
};

const capitalised = (text: string): string => `${text.charAt(0).toLocaleUpperCase("es")}${text.slice(1)}`;

/** Thresholds that as many of the leads reach as reach those in force. */
const withVolume = (terms: AgreementTerms, inForce: Agreement, leads: readonly LearnLead[]): Agreement => {
  const { gate, grades, personas, familiarity } = inForce.terms;
  const before = leads.map((lead) => pointsOf(lead, inForce));
  const open: Agreement = {
    ...inForce,
    terms: { ...terms, gate: { ...gate, leastFit: Number.MIN_SAFE_INTEGER, leastMatches: 0 } },
  };
  const after = leads.map((lead) => pointsOf(lead, open));
  const [fits, knows] = [
    { old: before.map(({ fit }) => fit), fresh: after.map(({ fit }) => fit) },
    { old: before.map((each) => each.familiarity), fresh: after.map((each) => each.familiarity) },
  ];
  const mostFit = { all: Math.min(...terms.personas.map(mostFitOf)), any: Math.max(...terms.personas.map(mostFitOf)) };
  const ratioOfFit = mostFit.any / Math.max(1, ...personas.map(mostFitOf));
  const ratioOfFamiliarity = mostFamiliarityOf(terms.familiarity) / Math.max(1, mostFamiliarityOf(familiarity));
  const fitLike = (least: number) => thresholdLike(least, fits, ratioOfFit);
  const knowsLike = (least: number) => thresholdLike(least, knows, ratioOfFamiliarity);
  const leastFamiliarity = Math.min(knowsLike(gate.leastFamiliarity), mostFamiliarityOf(terms.familiarity));
  const leastMatches = Math.min(gate.leastMatches, ...terms.personas.map(positives));
  const gated: AgreementTerms = {
    ...terms,
    gate: { ...gate, leastFamiliarity, leastMatches, leastFit: Number.MIN_SAFE_INTEGER },
    grades: {
      fit: steps(grades.fit.map(fitLike), mostFit.any),
      familiarity: steps(grades.familiarity.map(knowsLike), mostFamiliarityOf(terms.familiarity)),
    },
  };
  const qualified = before.filter(({ verdict }) => verdict === "qualified").length;
  const passing = leads
    .map((lead) => pointsOf(lead, { ...inForce, terms: gated }))
    .flatMap(({ verdict, fit }) => (verdict === "qualified" ? [fit] : []))
    .toSorted((one, other) => other - one);
  const leastFit =
    qualified === 0 || qualified > passing.length ? fitLike(gate.leastFit) : nearestThreshold(passing, qualified);
  return {
    ...inForce,
    version: `${inForce.version}-learnt`,
    terms: { ...gated, gate: { ...gated.gate, leastFit: Math.min(leastFit, mostFit.all) } },
  };
};

const positives = ({ criteria }: Persona): number => criteria.filter(({ points }) => points > 0).length;

interface Scores {
  readonly old: readonly number[];
  readonly fresh: readonly number[];
}

/** A whole number that as many reach of the new scores as reach this one of the old. */
const thresholdLike = (least: number, { old, fresh }: Scores, ratio: number): number => {
  const reached = old.filter((each) => each >= least).length;
  if (reached === 0 || reached === old.length) return Math.round(least * ratio);
  return nearestThreshold(
    fresh.toSorted((one, other) => other - one),
    reached,
  );
};

/** @param sorted scores, the best first */
const nearestThreshold = (sorted: readonly number[], wanted: number): number => {
  const last = sorted[wanted - 1] ?? 0;
  const [low, high] = [Math.floor(last), Math.floor(last) + 1];
  const reach = (least: number) => sorted.filter((each) => each >= least).length;
  return Math.abs(reach(high) - wanted) < Math.abs(reach(low) - wanted) ? high : low;
};

/** The first requires more than the second, and can be reached. */
const steps = ([first = 0, second = 0]: readonly number[], most: number): [number, number] => {
  const top = Math.min(Math.max(first, second + 1), most);
  return [top, Math.min(second, top - 1)];
};
