import type { AgreementTerms, Manager } from "../../lambdas/contract/agreement.ts";
import { checkKnown } from "./check-ids.ts";
import type { Finding, Path } from "./problem.ts";

export const checkTeam = ({ team, company, sla }: AgreementTerms): Finding[] => [
  ...checkPeople(team),
  ...team.managers.flatMap((manager, i) => checkDeputy(manager, ["team", "managers", i], { team, sla })),
  ...company.languages.flatMap((language) => checkSpoken(language, team.reps)),
];

/** Leads, links and mails name their people by id, whatever their post. */
const checkPeople = ({ director, marketing, managers, reps }: AgreementTerms["team"]): Finding[] => {
  const people: { id: string; path: Path }[] = [
    { id: director.id, path: ["team", "director", "id"] },
    { id: marketing.id, path: ["team", "marketing", "id"] },
    ...managers.map(({ id }, i) => ({ id, path: ["team", "managers", i, "id"] })),
    ...reps.map(({ id }, i) => ({ id, path: ["team", "reps", i, "id"] })),
  ];
  return people
    .filter(({ id }, i) => people.findIndex((other) => other.id === id) < i)
    .map(({ id, path }) => ({ path, message: `"${id}" is there already; expected each once` }));
};

const checkDeputy = (
  { id, deputy }: Manager,
  path: Path,
  { team, sla }: Pick<AgreementTerms, "team" | "sla">,
): Finding[] => {
  if (deputy === undefined) {
    if (sla.sales.overflow.to !== "deputy") return [];
    return [{ path, message: `"${id}" has no deputy; expected one: what no rep can take goes to the deputy` }];
  }
  const at = [...path, "deputy"];
  if (deputy === id) return [{ path: at, message: `"${id}" cannot stand in for themselves; expected somebody else` }];
  const others = [...team.managers, ...team.reps].map((each) => each.id).filter((other) => other !== id);
  return checkKnown(at, deputy, "manager or rep", others);
};

const checkSpoken = (
  language: AgreementTerms["company"]["languages"][number],
  reps: AgreementTerms["team"]["reps"],
): Finding[] =>
  reps.some(({ speaks }) => speaks.includes(language))
    ? []
    : [
        {
          path: ["team", "reps"],
          message: `nobody speaks "${language}"; expected a rep for each of company.languages`,
        },
      ];
