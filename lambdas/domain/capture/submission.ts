import type { Language } from "../../contract/stages.ts";
import type { Consent, Contact } from "../lead/lead.ts";

/** A field by the name and with the value that the sender gave it. */
export interface OtherField {
  readonly name: string;
  readonly value: string;
}

/** Where the visitor came from, as the links of a campaign tell it. */
export interface Utm {
  readonly source?: string | undefined;
  readonly medium?: string | undefined;
  readonly campaign?: string | undefined;
  readonly term?: string | undefined;
  readonly content?: string | undefined;
}

/** What a form said, understood as far as possible; it is kept like this. */
export interface Submission {
  /** Normalised: the same person always writes the same. */
  readonly email: string;
  readonly language: Language;
  /** Whether the form said so; otherwise the language is the agreement's default. */
  readonly languageChosen: boolean;
  /** IANA name of the zone that the sender's clock shows. */
  readonly timeZone?: string | undefined;
  readonly contact: Contact;
  readonly consents: readonly Consent[];
  readonly pageUrl?: string | undefined;
  readonly utm: Utm;
  readonly visitorId?: string | undefined;
  /** Everything that is not one of our fields, or could not be understood as one, within bounds. */
  readonly other: readonly OtherField[];
  /** How many other fields were shortened or left out because of the bounds. */
  readonly cut: number;
}
