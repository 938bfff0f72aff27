import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { checkHolidays, checkTimeZone, checkWorkingHours } from "./check-calendar.ts";
import { checkUnique } from "./check-ids.ts";
import { isDomain } from "./check-test.ts";
import type { Finding } from "./problem.ts";

export const checkCompany = ({ company }: AgreementTerms): Finding[] => [
  ...checkUnique(["company", "languages"], company.languages),
  ...checkTimeZone(["company", "timeZone"], company.timeZone),
  ...checkWorkingHours(["company", "workingHours"], company.workingHours),
  ...checkHolidays(["company", "holidays"], company.holidays),
  ...company.sites.flatMap(checkSite),
  ...checkUnique(["company", "personalMail"], company.personalMail),
  ...company.personalMail.flatMap(checkMailDomain),
];

/** Browsers send the origin alone: anything behind it would never match. */
const checkSite = (site: string, i: number): Finding[] => {
  const { origin } = new URL(site);
  return site === origin
    ? []
    : [{ path: ["company", "sites", i], message: `found "${site}"; expected an origin: ${origin}` }];
};

const checkMailDomain = (domain: string, i: number): Finding[] =>
  isDomain(domain)
    ? []
    : [{ path: ["company", "personalMail", i], message: `found "${domain}"; expected a domain such as gmail.com` }];
