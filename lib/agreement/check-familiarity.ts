import type { AgreementTerms, FamiliarityEvent } from "../../lambdas/contract/agreement.ts";
import { checkUnique } from "./check-ids.ts";
import type { Finding, Path } from "./problem.ts";

/** What an event is worth must fit under its caps, else the points that were agreed are never given. */
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
      ? [{ path: [...path, "capPerDay"], message: "what counts once has no need of it; expected one of the two only" }]
      : []),
  ];
};

const atLeastOne = (path: Path, found: number, worth: number): Finding[] =>
  found >= worth ? [] : [{ path, message: `found ${found}; expected at least ${worth}, the points of one event` }];

/** The most points that all events of this kind can bring. */
export const mostPointsOf = ({ points, cap, counts }: FamiliarityEvent): number =>
  Math.max(0, counts === "once" ? Math.min(points, cap) : points > 0 ? cap : 0);
