import type { AgreementTerms } from "../../contract/agreement.ts";
import { LanguageSchema } from "../../contract/stages.ts";
import { parseSpan, type WorkingHours, weekdays } from "../../contract/time.ts";
import { formAt } from "../agreement-keys.ts";
import { checkUnique, type Finding, type Path } from "../problem.ts";
import { isDomain } from "./check-criteria.ts";
import { checkCurrency } from "./check-currency.ts";

/** Countries with their regions whose public holidays can be worked out; codes in capitals. */
export interface KnownHolidays {
  readonly countries: () => readonly string[];
  /** None for a country that is not divided. */
  readonly regionsOf: (country: string) => readonly string[];
  /** The days that its calendar has, in these years. */
  readonly daysOf: (calendar: { readonly country: string; readonly region?: string | undefined }) => readonly string[];
  readonly years: readonly [first: number, last: number];
}

export const checkCompany = ({ company }: AgreementTerms, known: KnownHolidays | undefined): Finding[] => [
  ...checkUnique(["company", "languages"], company.languages),
  ...checkUnique(["company", "currencies"], company.currencies ?? []),
  ...(company.currencies ?? []).flatMap((code, i) => checkCurrency(["company", "currencies", i], code)),
  ...checkTimeZone(["company", "timeZone"], company.timeZone),
  ...checkWorkingHours(["company", "workingHours"], company.workingHours),
  ...checkHolidays(["company", "holidays"], company.holidays, known),
  ...company.sites.flatMap(checkSite),
  ...checkUnique(["company", "personalMail"], company.personalMail),
  ...company.personalMail.flatMap(checkMailDomain),
];

/** Browsers send the origin alone: anything after it would never match. */
const checkSite = (site: string, i: number): Finding[] => {
  const { origin } = new URL(site);
  return site === origin
    ? []
    : [{ path: ["company", "sites", i], message: `found "${site}"; expected an origin: ${origin}` }];
};

const checkMailDomain = (domain: string, i: number): Finding[] =>
  isDomain(domain)
    ? []
    : [
        {
          path: ["company", "personalMail", i],
          message: `found "${domain}"; expected ${formAt(["company", "personalMail"])}`,
        },
      ];

/** The company's time zone, or that of a rep who has another. */
export const checkTimeZone = (path: Path, timeZone: string): Finding[] => {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return [];
  } catch {
    return [{ path, message: `"${timeZone}" is not a time zone; expected ${formAt(path)}` }];
  }
};

const minuteMillis = 60_000;
const lastMinute = 24 * 60 * minuteMillis - minuteMillis;

const sayClock = (millis: number): string => new Date(millis).toISOString().slice(11, 16);

export const checkWorkingHours = (path: Path, workingHours: WorkingHours): Finding[] => {
  if (weekdays.every((day) => (workingHours[day] ?? []).length === 0))
    return [{ path, message: "there are no working hours; expected at least one span, such as monday: [09:00-18:00]" }];
  return weekdays.flatMap((day) => {
    const spans = (workingHours[day] ?? []).map(parseSpan);
    return spans.flatMap(({ from, to }, i): Finding[] => {
      if (to <= from)
        return [{ path: [...path, day, i], message: "ends before it starts; expected a span such as 09:00-14:00" }];
      const before = spans[i - 1]?.to;
      if (to === lastMinute)
        return [{ path: [...path, day, i], message: "ends at 23:59, so that a minute is lost each day; write 24:00" }];
      if (before !== undefined && from - before === minuteMillis) {
        const message = `starts a minute after the previous span ends, so that a minute is lost each day; join them, or start at ${sayClock(before)}`;
        return [{ path: [...path, day, i], message }];
      }
      if (from >= (before ?? 0)) return [];
      return [
        {
          path: [...path, day, i],
          message: "starts before the previous span ends; expected spans in order, without overlaps",
        },
      ];
    });
  });
};

/** The codes are checked only with the library of holidays, which is large: `loadAgreement` has it. */
export const checkHolidays = (
  path: Path,
  holidays: AgreementTerms["company"]["holidays"],
  known: KnownHolidays | undefined,
): Finding[] => {
  if (holidays === null) return [];
  const { country, region, also = [], except = [] } = holidays;
  const again = [
    ...checkUnique([...path, "also"], also),
    ...checkUnique([...path, "except"], except),
    ...checkBoth(path, also, except),
  ];
  if (known === undefined) return again;
  if (!known.countries().includes(country.toUpperCase())) {
    const message = `unknown holiday country "${country}"; expected ${formAt([...path, "country"])}, or null`;
    return [{ path: [...path, "country"], message }, ...again];
  }
  const regions = known.regionsOf(country);
  if (region === undefined || regions.includes(region.toUpperCase()))
    return [...again, ...checkExcept([...path, "except"], { country, region, except }, known)];
  const message = `unknown holiday region "${region}"; expected ${
    regions.length === 0 ? `no region: ${country} has none` : `one of: ${regions.join(", ").toLowerCase()}`
  }`;
  return [{ path: [...path, "region"], message }, ...again];
};

const checkBoth = (path: Path, also: readonly string[], except: readonly string[]): Finding[] =>
  except.flatMap((day, i) =>
    also.includes(day)
      ? [{ path: [...path, "except", i], message: `"${day}" is in also, too; expected each day in one of them` }]
      : [],
  );

/** A day on which the company works all the same must be one that the calendar has: else it is a mistake in writing. */
const checkExcept = (
  path: Path,
  {
    country,
    region,
    except,
  }: { readonly country: string; readonly region: string | undefined; readonly except: readonly string[] },
  { daysOf, years: [first, last] }: KnownHolidays,
): Finding[] => {
  if (except.length === 0) return [];
  const days = new Set(daysOf({ country, region }));
  return except.flatMap((day, i) => {
    const year = Number(day.slice(0, 4));
    if (days.has(day)) return [];
    const expected =
      year < first || year > last ? `a day from ${first} to ${last}` : "a public holiday of the calendar";
    return [{ path: [...path, i], message: `"${day}" is a working day anyway; expected ${expected}` }];
  });
};

/** The words that mails, pages and the board use: both departments must have agreed on what they mean. */
export const wordsShown = [
  "sign-up",
  "lead",
  "persona",
  "fit",
  "familiarity",
  "grade",
  "mql",
  "sal",
  "sql",
  "opportunity",
  "recycled",
  "dormant",
  "disqualified",
  "sla",
] as const;

export const checkGlossary = ({ glossary }: AgreementTerms): Finding[] => {
  const ids = glossary.map(({ id }) => id);
  return [
    ...checkUnique(["glossary"], ids, "id"),
    ...LanguageSchema.options.flatMap((language) =>
      checkUnique(
        ["glossary"],
        glossary.map(({ term }) => term[language].toLowerCase()),
        "term",
      ),
    ),
    ...wordsShown
      .filter((word) => !ids.includes(word))
      .map((word) => ({
        path: ["glossary"],
        message: `"${word}" is missing; expected an entry with this id, because the product shows the word`,
      })),
  ];
};
