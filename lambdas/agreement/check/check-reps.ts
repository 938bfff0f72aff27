import type { AgreementTerms, Manager, Rep } from "../../contract/agreement.ts";
import { smokeRepId } from "../../contract/smoke.ts";
import { formAt } from "../agreement-keys.ts";
import { checkKnown, checkUnique, type Finding, type Path } from "../problem.ts";
import { checkHolidays, checkTimeZone, checkWorkingHours, type KnownHolidays } from "./check-company.ts";
import { isCountry } from "./check-criteria.ts";

/** Each rep: which leads they take, when they work, and from when until when they are in the company. */
export const checkReps = ({ team, segments }: AgreementTerms, holidays: KnownHolidays | undefined): Finding[] => {
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
      ...(rep.holidays === undefined ? [] : checkHolidays([...path, "holidays"], rep.holidays, holidays)),
      ...checkDates(path, rep),
    ];
  });
};

const checkTerritories = (path: Path, territories: NonNullable<Rep["territories"]>): Finding[] => [
  ...territories.flatMap(({ country, regions = [] }, i) => [
    ...(isCountry(country)
      ? []
      : [
          {
            path: [...path, i, "country"],
            message: `found "${country}"; expected ${formAt([...path, i, "country"])}`,
          },
        ]),
    ...checkUnique([...path, i, "regions"], regions),
  ]),
  ...checkUnique(
    path,
    territories.map(({ country }) => country),
    "country",
  ),
];

/** ISO dates sort as texts. */
const checkDates = (path: Path, { absences = [], starts, leaves }: Rep): Finding[] => [
  ...absences.flatMap(({ from, to }, i) =>
    from <= to
      ? []
      : [
          {
            path: [...path, "absences", i, "to"],
            message: `found ${to}; expected ${from}, the first day of the absence, or later`,
          },
        ],
  ),
  ...(starts === undefined || leaves === undefined || starts <= leaves
    ? []
    : [
        {
          path: [...path, "leaves"],
          message: `found ${leaves}; expected ${starts}, the first day in the company, or later`,
        },
      ]),
];

/**
 * An agreement that names nobody who can take a lead would bring every lead to a standstill.
 * @param today left out of a file that may be older than its absences: then only capacities count
 */
export const checkTakers = ({ team: { reps } }: AgreementTerms, _?: KnownHolidays, today?: string): Finding[] =>
  reps.some((rep) => canTakeLeads(rep, today))
    ? []
    : [
        {
          path: ["team", "reps"],
          message:
            "no rep can ever take a lead; expected one with newPerWeek and openAtMost of at least 1 who has not left",
        },
      ];

const canTakeLeads = ({ capacity, leaves }: Rep, today: string | undefined): boolean =>
  capacity.newPerWeek > 0 &&
  capacity.openAtMost > 0 &&
  (leaves === undefined || today === undefined || leaves >= today);

export const checkTeam = ({ team, company, sla }: AgreementTerms): Finding[] => [
  ...checkPeople(team),
  ...team.managers.flatMap((manager, i) => checkDeputy(manager, ["team", "managers", i], { team, sla })),
  ...company.languages.flatMap((language) => checkSpoken(language, team.reps)),
];

/** Leads, links and mails refer to people by id, whatever their role; smoke tests bring a rep of their own. */
const checkPeople = ({ director, marketing, managers, reps }: AgreementTerms["team"]): Finding[] => {
  const people: { id: string; path: Path }[] = [
    { id: director.id, path: ["team", "director", "id"] },
    { id: marketing.id, path: ["team", "marketing", "id"] },
    ...managers.map(({ id }, i) => ({ id, path: ["team", "managers", i, "id"] })),
    ...reps.map(({ id }, i) => ({ id, path: ["team", "reps", i, "id"] })),
  ];
  const repeated = people.filter(({ id }, i) => people.findIndex((other) => other.id === id) < i);
  const reserved = people.filter(({ id }) => id === smokeRepId);
  return [
    ...repeated.map(({ id, path }) => ({ path, message: `"${id}" is listed already; expected each person once` })),
    ...reserved.map(({ id, path }) => ({ path, message: `"${id}" is the rep of smoke tests; expected another id` })),
  ];
};

const checkDeputy = (
  { id, deputy }: Manager,
  path: Path,
  { team, sla }: Pick<AgreementTerms, "team" | "sla">,
): Finding[] => {
  if (deputy === undefined) {
    if (sla.sales.overflow.to !== "deputy") return [];
    return [{ path, message: `"${id}" has no deputy; expected one, because leads without a rep go to the deputy` }];
  }
  const at = [...path, "deputy"];
  if (deputy === id) return [{ path: at, message: `"${id}" cannot be their own deputy; expected another person` }];
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
          message: `no rep speaks "${language}"; expected at least one for each of company.languages`,
        },
      ];
