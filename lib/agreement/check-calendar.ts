import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { readSpan, type WorkingHours, weekdays } from "../../lambdas/contract/time.ts";
import { checkUnique } from "./check-ids.ts";
import type { Finding, Path } from "./problem.ts";
import { countriesWithHolidays, regionsWithHolidays } from "./public-holidays.ts";

/** Whose clocks, hours and free days: the company's, or those of a rep who has others. */
export const checkTimeZone = (path: Path, timeZone: string): Finding[] => {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return [];
  } catch {
    return [{ path, message: `"${timeZone}" is no time zone; expected an IANA name such as Europe/Madrid` }];
  }
};

export const checkWorkingHours = (path: Path, workingHours: WorkingHours): Finding[] => {
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

export const checkHolidays = (path: Path, holidays: AgreementTerms["company"]["holidays"]): Finding[] => {
  if (holidays === null) return [];
  const { country, region, also = [] } = holidays;
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
