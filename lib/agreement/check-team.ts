import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { checkKnown, checkUnique } from "./check-ids.ts";
import type { Finding } from "./problem.ts";

export const checkTeam = ({ team, company, sla }: AgreementTerms): Finding[] => {
  const managers = team.managers.map(({ id }) => id);
  return [
    ...checkUnique(["team", "managers"], managers, "id"),
    ...checkUnique(
      ["team", "reps"],
      team.reps.map(({ id }) => id),
      "id",
    ),
    ...team.reps.flatMap(({ manager }, i) => checkKnown(["team", "reps", i, "manager"], manager, "manager", managers)),
    ...company.languages.flatMap((language) => checkSpoken(language, team.reps)),
    ...checkUnique(
      ["sla", "sales", "rejectReasons"],
      sla.sales.rejectReasons.map(({ id }) => id),
      "id",
    ),
  ];
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
