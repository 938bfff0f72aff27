import type { AgreementTerms, Persona } from "../../lambdas/contract/agreement.ts";
import { mostPointsOf } from "./check-familiarity.ts";
import { checkKnown, checkUnique } from "./check-ids.ts";
import type { Finding } from "./problem.ts";

/** A gate that no lead of a persona can pass is a mistake. */
export const checkGate = ({ gate, personas, familiarity }: AgreementTerms): Finding[] => {
  const kinds = familiarity.map(({ kind }) => kind);
  const lane = gate.fastLane.map(({ kind }) => kind);
  return [
    ...gate.mustHaves.flatMap((id, i) => checkMustHave(id, i, personas)),
    ...checkUnique(["gate", "mustHaves"], gate.mustHaves),
    ...reachable("leastMatches", gate.leastMatches, leastOf(personas, matchesOf), "criteria with points above 0"),
    ...reachable("leastFit", gate.leastFit, leastOf(personas, mostFitOf), "points of all criteria"),
    ...reachable(
      "leastFamiliarity",
      gate.leastFamiliarity,
      {
        most: sum(familiarity.map(mostPointsOf)),
        who: "all kinds of event",
      },
      "points at most",
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
      message: `"${id}" is no criterion of "${persona.id}"; expected a criterion of that id in every persona`,
    }));
};

const idsOf = ({ criteria }: Persona): string[] => criteria.map(({ id }) => id);

const matchesOf = ({ criteria }: Persona): number => criteria.filter(({ points }) => points > 0).length;

/** The most points that a lead of this persona can have. */
export const mostFitOf = ({ criteria }: Persona): number =>
  sum(criteria.map(({ points }) => points).filter((points) => points > 0));

interface Most {
  readonly most: number;
  /** Whose it is, as words. */
  readonly who: string;
}

const leastOf = (personas: readonly Persona[], figureOf: (persona: Persona) => number): Most =>
  personas
    .map((persona): Most => ({ most: figureOf(persona), who: `"${persona.id}"` }))
    .reduce((least, other) => (other.most < least.most ? other : least));

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

const reachable = (key: string, least: number, { most, who }: Most, of: string): Finding[] =>
  least <= most
    ? []
    : [{ path: ["gate", key], message: `found ${least}; expected at most ${most}, the ${of} of ${who} together` }];
