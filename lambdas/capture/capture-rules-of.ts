import type { Agreement } from "../contract/agreement.ts";
import type { CaptureRules } from "../domain/capture/capture-rules.ts";

interface Judged {
  readonly agreement: Agreement;
  readonly siteOrigins: readonly string[];
  readonly now: () => string;
}

/** The least time that a person needs to fill in a form. */
const leastFillMillis = 2000;

/** What the rules need to know to judge a request. */
export const captureRules = ({ agreement, siteOrigins, now }: Judged): CaptureRules => {
  const { company, nurture, fields = [] } = agreement.terms;
  return {
    now: now(),
    siteOrigins,
    languages: company.languages,
    defaultLanguage: company.languages[0] ?? "en",
    leastFillMillis,
    consentPurpose: nurture.consentPurpose,
    ownFields: fields,
    timeZone: company.timeZone,
    country: company.holidays?.country,
    company: company.name,
  };
};
