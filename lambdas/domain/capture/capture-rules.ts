import type { OwnField } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";

/** What the rules need to know to judge a form. */
export interface CaptureRules {
  readonly now: string;
  /** Our web sites, such as `https://www.example.com`: a form's sender is redirected to these only. */
  readonly siteOrigins: readonly string[];
  readonly languages: readonly Language[];
  /** The language for a lead that has not chosen one. */
  readonly defaultLanguage: Language;
  /** The least time that a person needs to fill in a form. */
  readonly leastFillMillis: number;
  /** The purpose that a plain tick in the box `consent` agrees to. */
  readonly consentPurpose: string;
  /** The fields that the agreement adds to ours. */
  readonly ownFields: readonly OwnField[];
  /** IANA name of the agreement's zone: by its clocks is a time that names none. */
  readonly timeZone: string;
  /** Our own country, ISO 3166-1 alpha-2: of a telephone number of which nobody says whence it is. */
  readonly country?: string | undefined;
  /** Name of the company, for the pages that a sender sees. */
  readonly company: string;
}
