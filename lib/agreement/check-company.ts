import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { readSpan, weekdays } from "../../lambdas/contract/time.ts";
import { checkUnique } from "./check-ids.ts";
import type { Finding } from "./problem.ts";
import { countriesWithHolidays, regionsWithHolidays } from "./public-holidays.ts";

export const checkCompany = ({ company }: AgreementTerms): Finding[] => [
  ...checkUnique(["company", "languages"], company.languages),
  ...checkTimeZone(company),
  ...checkWorkingHours(company),
  ...checkHolidays(company),
  ...company.sites.flatMap(checkSite),
];

type Company = AgreementTerms["company"];

const checkTimeZone = ({ timeZone }: Company): Finding[] => {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return [];
  } catch {
    const message = `"${timeZone}" is no time zone; expected an IANA name such as Europe/Madrid`;
    return [{ path: ["company", "timeZone"], message }];
  }
};

const checkWorkingHours = ({ workingHours }: Company): Finding[] => {
  const path = ["company", "workingHours"];
  if (weekdays.every((day) => (workingHours[day] ?? []).length === 0))
    return [{ path, message: "nobody ever works; expected at least one span, such as monday: [09:00-18:00]" }];
  return weekdays.flatMap((day) => {
    const spans = (workingHours[day] ?? []).map(readSpan);
    return spans.flatMap(({ from, to }, i): Finding[] => {
      if (to <= from)
        return [{ path: [...path, day, i], message: "ends before it begins; expected a span such as 09:00-14:00" }];
      if (from >= (spans[i - 1]?.to ?? 0)) return [];
      return [
        { path: [...path, day, i], message: "begins before the span above ends; expected them one after the other" },
      ];
    });
  });
};

const checkHolidays = ({ holidays }: Company): Finding[] => {
  if (holidays === null) return [];
  const { country, region, also = [] } = holidays;
  const path = ["company", "holidays"];
  const again = checkUnique([...path, "also"], also);
  if (!countriesWithHolidays().includes(country.toUpperCase())) {
    const message = `the holidays of "${country}" are not known; expected an ISO 3166-1 country such as ES, or null`;
    return [{ path: [...path, "country"], message }, ...again];
  }
  const regions = regionsWithHolidays(country);
  if (region === undefined || regions.includes(region.toUpperCase())) return again;
  const message = `the holidays of "${region}" are not known; expected ${
    regions.length === 0 ? `no region: ${country} has none` : `one of: ${regions.join(", ").toLowerCase()}`
  }`;
  return [{ path: [...path, "region"], message }, ...again];
};

/** Browsers send the origin alone: anything behind it would never match. */
const checkSite = (site: string, i: number): Finding[] => {
  const { origin } = new URL(site);
  return site === origin
    ? []
    : [{ path: ["company", "sites", i], message: `found "${site}"; expected an origin: ${origin}` }];
};
