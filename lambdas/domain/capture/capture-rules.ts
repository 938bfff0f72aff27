import type { Language } from "../../contract/stages.ts";

/** What has to be known to judge what a sender wrote. */
export interface CaptureRules {
  readonly now: string;
  /** Web sites of ours, e.g. `https://www.example.com`: only to them is a form's sender sent on. */
  readonly siteOrigins: readonly string[];
  readonly languages: readonly Language[];
  /** Spoken to a lead that has not said which. */
  readonly defaultLanguage: Language;
  /** A person needs longer than this to fill in a form. */
  readonly leastFillMillis: number;
  /** What a plain tick in the box `consent` agrees to. */
  readonly consentPurpose: string;
  /** Name of the company, for the pages that a sender sees. */
  readonly company: string;
}
