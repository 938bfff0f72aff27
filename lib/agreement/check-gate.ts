import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { checkKnown, checkUnique } from "./check-ids.ts";
import type { Finding } from "./problem.ts";

/** A gate that no lead can pass is a mistake. */
export const checkGate = ({ gate, persona, familiarity }: AgreementTerms): Finding[] => {
  const forTheLead = persona.criteria.filter(({ points }) => points > 0);
  const known = persona.criteria.map(({ id }) => id);
  const caps = familiarity.filter(({ points }) => points > 0).map(({ cap }) => cap);
  return [
    ...gate.mustHaves.flatMap((id, i) => checkKnown(["gate", "mustHaves", i], id, "persona criterion", known)),
    ...checkUnique(["gate", "mustHaves"], gate.mustHaves),
    ...reachable("leastMatches", gate.leastMatches, forTheLead.length, "criteria with points above 0"),
    ...reachable("leastFit", gate.leastFit, sum(forTheLead.map(({ points }) => points)), "points of all criteria"),
    ...reachable("leastFamiliarity", gate.leastFamiliarity, sum(caps), "caps of all kinds of event"),
  ];
};

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

const reachable = (key: string, least: number, most: number, of: string): Finding[] =>
  least <= most
    ? []
    : [{ path: ["gate", key], message: `found ${least}; expected at most ${most}, the ${of} together` }];
