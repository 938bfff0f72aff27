import { limits } from "../../contract/limits.ts";
import type { Language } from "../../contract/stages.ts";
import type { Consent, Contact } from "../lead/lead.ts";
import { beginningOf, cleanLine, cleanLines, lengthOf } from "./clean-text.ts";
import { anyText, type Sent } from "./sent.ts";

/** A field by the name and with the value that the sender gave it. */
export interface OtherField {
  readonly name: string;
  readonly value: string;
}

/** Where the visitor came from, by the UTM fields of a campaign's link. */
export interface Utm {
  readonly source?: string | undefined;
  readonly medium?: string | undefined;
  readonly campaign?: string | undefined;
  readonly term?: string | undefined;
  readonly content?: string | undefined;
}

/** A colleague says it of the lead: what they were told by telephone, at a fair, or in a list. */
export interface ByColleague {
  /** Id of the colleague, or the name of a user who is in no agreement. */
  readonly id: string;
  /** How it reached them, such as `phone-call`: the lead's source, and a kind of engagement where the agreement names it. */
  readonly way: string;
  /** The colleague is a rep who wants to work with the lead. */
  readonly wants?: true | undefined;
}

/** A form's content, parsed as far as possible, as it is stored. */
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
  /** Consents that it expressly refuses, with the same proof; missing when there are none. */
  readonly declined?: readonly Consent[] | undefined;
  readonly pageUrl?: string | undefined;
  readonly utm: Utm;
  readonly visitorId?: string | undefined;
  /** The source of the agreement that it came by, and what the figures call where it came from. */
  readonly sourceId?: string | undefined;
  readonly origin?: string | undefined;
  /** No form: what a colleague noted. No stranger's limit counts for it, and nobody is written to because of it. */
  readonly by?: ByColleague | undefined;
  /** The list that it is a row of: a colleague says it, and the person has sent nothing. */
  readonly importId?: string | undefined;
  /** What its sender did by it, beside sending a form, as the form tool says. */
  readonly did?:
    | readonly {
        readonly kind: string;
        readonly subject?: string | undefined;
        /** If not when the form came. */
        readonly at?: string | undefined;
      }[]
    | undefined;
  /** Everything that is not a known field, or could not be parsed as one, within limits. */
  readonly other: readonly OtherField[];
  /** How many other fields were shortened or left out because of the bounds. */
  readonly cut: number;
}

const mostOther = limits.otherFields;

/** Fields as they are kept, and how many of them were shortened or left out. */
interface BoundFields {
  readonly other: readonly OtherField[];
  readonly cut: number;
}

export const boundOther = (sent: Sent): BoundFields => {
  const other: OtherField[] = [];
  let [room, cut]: [number, number] = [mostOther.charactersTogether, 0];
  for (const [sentName, sentValue] of sent) {
    const [fullName, fullValue] = [
      cleanLine(sentName, mostOther.nameCharacters),
      cleanLines(anyText(sentValue), mostOther.valueCharacters),
    ];
    const name = beginningOf(fullName, mostOther.nameCharacters);
    const value = beginningOf(fullValue, Math.max(0, Math.min(mostOther.valueCharacters, room - lengthOf(name))));
    const kept = other.length < mostOther.fields && value !== "";
    if (kept) other.push({ name, value });
    if (kept) room -= lengthOf(name) + lengthOf(value);
    if (!kept || name !== fullName || value !== fullValue) cut += 1;
  }
  return { other, cut };
};
