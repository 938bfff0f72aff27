import type { AgreementTerms, FamiliarityEvent, Persona } from "../../contract/agreement.ts";
import { checkKnown, checkUnique, type Finding, type Path } from "../problem.ts";

/** A gate that no lead of a persona can pass is a mistake. */
export const checkGate = ({ gate, personas, familiarity }: AgreementTerms): Finding[] => {
  const kinds = familiarity.map(({ kind }) => kind);
  const lane = gate.fastLane.map(({ kind }) => kind);
  return [
    ...gate.mustHaves.flatMap((id, i) => checkMustHave(id, i, personas)),
    ...checkUnique(["gate", "mustHaves"], gate.mustHaves),
    ...reachable(
      "leastMatches",
      gate.leastMatches,
      leastOf(personas, matchesOf),
      "the number of criteria with points above 0",
    ),
    ...reachable("leastFit", gate.leastFit, leastOf(personas, mostFitOf), "the total positive points"),
    ...reachable(
      "leastFamiliarity",
      gate.leastFamiliarity,
      {
        most: mostFamiliarityOf(familiarity),
        who: "all kinds of event",
      },
      "the total maximum points",
    ),
    ...lane.flatMap((kind, i) => checkKnown(["gate", "fastLane", i, "kind"], kind, "kind of event", kinds)),
    ...checkUnique(["gate", "fastLane"], lane, "kind"),
  ];
};

/** The persona that a lead matches best decides, and it may be any of them: a must-have belongs to all. */
const checkMustHave = (id: string, i: number, personas: readonly Persona[]): Finding[] => {
  const path = ["gate", "mustHaves", i];
  const all = [...new Set(personas.flatMap(idsOf))];
  const unknown = checkKnown(path, id, "persona criterion", all);
  if (unknown.length > 0) return unknown;
  return personas
    .filter((persona) => !idsOf(persona).includes(id))
    .map((persona) => ({
      path,
      message: `"${id}" is not a criterion of "${persona.id}"; expected a criterion with this id in every persona`,
    }));
};

const idsOf = ({ criteria }: Persona): string[] => criteria.map(({ id }) => id);

const matchesOf = ({ criteria }: Persona): number => criteria.filter(({ points }) => points > 0).length;

/** The most points that a lead of this persona can have. */
export const mostFitOf = ({ criteria }: Persona): number =>
  sum(criteria.map(({ points }) => points).filter((points) => points > 0));

interface Most {
  readonly most: number;
  /** The persona or the events that it belongs to, in words. */
  readonly who: string;
}

const leastOf = (personas: readonly Persona[], figureOf: (persona: Persona) => number): Most =>
  personas
    .map((persona): Most => ({ most: figureOf(persona), who: `"${persona.id}"` }))
    .reduce((least, other) => (other.most < least.most ? other : least));

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

const reachable = (key: string, least: number, { most, who }: Most, of: string): Finding[] =>
  least <= most ? [] : [{ path: ["gate", key], message: `found ${least}; expected at most ${most}, ${of} of ${who}` }];

/** The points of one event must fit under its caps, or the agreed points could never be reached. */
export const checkFamiliarity = ({ familiarity }: AgreementTerms): Finding[] => [
  ...checkUnique(
    ["familiarity"],
    familiarity.map(({ kind }) => kind),
    "kind",
  ),
  ...familiarity.flatMap((event, i) => checkCaps(["familiarity", i], event)),
];

const checkCaps = (path: Path, { points, cap, capPerDay, counts }: FamiliarityEvent): Finding[] => {
  const worth = Math.abs(points);
  return [
    ...atLeastOne([...path, "cap"], cap, worth),
    ...(capPerDay === undefined ? [] : atLeastOne([...path, "capPerDay"], capPerDay, worth)),
    ...(capPerDay !== undefined && capPerDay > cap
      ? [{ path: [...path, "capPerDay"], message: `found ${capPerDay}; expected at most the cap, which is ${cap}` }]
      : []),
    ...(capPerDay !== undefined && counts === "once"
      ? [
          {
            path: [...path, "capPerDay"],
            message: "capPerDay has no effect with counts: once; expected only one of the two",
          },
        ]
      : []),
  ];
};

const atLeastOne = (path: Path, found: number, worth: number): Finding[] =>
  found >= worth ? [] : [{ path, message: `found ${found}; expected at least ${worth}, the points of one event` }];

/** The most points that all that a lead does can bring. */
export const mostFamiliarityOf = (familiarity: readonly FamiliarityEvent[]): number =>
  sum(familiarity.map(mostPointsOf));

/** The most points that all events of this kind can bring. */
const mostPointsOf = ({ points, cap, counts }: FamiliarityEvent): number =>
  Math.max(0, counts === "once" ? Math.min(points, cap) : points > 0 ? cap : 0);

/** The first grade requires more than the second, and a lead can reach it. */
export const checkGrades = ({ grades, personas, familiarity }: AgreementTerms): Finding[] => [
  ...checkSteps("fit", grades.fit, Math.max(...personas.map(mostFitOf))),
  ...checkSteps("familiarity", grades.familiarity, mostFamiliarityOf(familiarity)),
];

const checkSteps = (key: string, [first, second]: readonly [number, number], most: number): Finding[] => [
  ...(first > second
    ? []
    : [{ path: ["grades", key, 1], message: `found ${second}; expected less than the previous grade, ${first}` }]),
  ...(first <= most
    ? []
    : [
        {
          path: ["grades", key, 0],
          message: `found ${first}; expected at most ${most}, the most that a lead can have`,
        },
      ]),
];
