import type { AgreementTerms, Rep } from "../../lambdas/contract/agreement.ts";
import { checkHolidays, checkTimeZone, checkWorkingHours } from "./check-calendar.ts";
import { checkKnown, checkUnique } from "./check-ids.ts";
import { isCountry } from "./check-test.ts";
import type { Finding, Path } from "./problem.ts";

/** Each rep: whose leads are theirs, when they work, and from when to when they are here. */
export const checkReps = ({ team, segments }: AgreementTerms): Finding[] => {
  const managers = team.managers.map(({ id }) => id);
  const known = segments.map(({ id }) => id);
  return team.reps.flatMap((rep, i) => {
    const path = ["team", "reps", i];
    return [
      ...checkKnown([...path, "manager"], rep.manager, "manager", managers),
      ...checkUnique([...path, "speaks"], rep.speaks),
      ...checkTerritories([...path, "territories"], rep.territories ?? []),
      ...(rep.segments ?? []).flatMap((id, j) => checkKnown([...path, "segments", j], id, "segment", known)),
      ...checkUnique([...path, "segments"], rep.segments ?? []),
      ...(rep.timeZone === undefined ? [] : checkTimeZone([...path, "timeZone"], rep.timeZone)),
      ...(rep.workingHours === undefined ? [] : checkWorkingHours([...path, "workingHours"], rep.workingHours)),
      ...(rep.holidays === undefined ? [] : checkHolidays([...path, "holidays"], rep.holidays)),
      ...checkDates(path, rep),
    ];
  });
};

const checkTerritories = (path: Path, territories: NonNullable<Rep["territories"]>): Finding[] => [
  ...territories.flatMap(({ country, regions = [] }, i) => [
    ...(isCountry(country)
      ? []
      : [{ path: [...path, i, "country"], message: `found "${country}"; expected an ISO 3166-1 code such as ES` }]),
    ...checkUnique([...path, i, "regions"], regions),
  ]),
  ...checkUnique(
    path,
    territories.map(({ country }) => country),
    "country",
  ),
];

/** ISO dates are in the order of their texts. */
const checkDates = (path: Path, { absences = [], starts, leaves }: Rep): Finding[] => [
  ...absences.flatMap(({ from, to }, i) =>
    from <= to
      ? []
      : [
          {
            path: [...path, "absences", i, "to"],
            message: `found ${to}; expected the day on which it begins, ${from}, or a later one`,
          },
        ],
  ),
  ...(starts === undefined || leaves === undefined || starts <= leaves
    ? []
    : [{ path: [...path, "leaves"], message: `found ${leaves}; expected the first day, ${starts}, or a later one` }]),
];
