import { cleanLine, cleanLines, lengthOf } from "./clean-text.ts";
import type { KnownField, SortedFields } from "./field-names.ts";
import { notText, type Reading, tooLong } from "./problems.ts";
import { scalarText } from "./sent.ts";

/** Most characters of the fields that are texts. */
export const mostCharacters = {
  email: 320,
  name: 200,
  firstName: 100,
  lastName: 100,
  secondLastName: 100,
  company: 200,
  jobTitle: 200,
  phone: 50,
  companySize: 60,
  industry: 150,
  country: 100,
  region: 100,
  message: 5000,
  language: 50,
  timeZone: 100,
  interest: 300,
  consentPurpose: 64,
  consentTextVersion: 200,
  consentAt: 50,
  pageUrl: 2048,
  utmSource: 300,
  utmMedium: 300,
  utmCampaign: 300,
  utmTerm: 300,
  utmContent: 300,
  visitorId: 200,
} as const satisfies Partial<Record<KnownField, number>>;

export type TextField = keyof typeof mostCharacters;

const isTextField = (name: string): name is TextField => Object.hasOwn(mostCharacters, name);
export const textFields: readonly TextField[] = Object.keys(mostCharacters).filter(isTextField);

/** The field as a clean text within its bound; several values become one list. */
export const parseText = ({ known }: SortedFields, field: TextField): Reading<string> => {
  const texts = (known.get(field) ?? []).flatMap((value) => (Array.isArray(value) ? value : [value])).map(scalarText);
  if (texts.includes(undefined)) return { problem: notText(field) };
  const joined = texts.join(", ");
  const text = field === "message" ? cleanLines(joined) : cleanLine(joined);
  if (lengthOf(text) > mostCharacters[field]) return { problem: tooLong(field, mostCharacters[field]) };
  return text === "" ? {} : { value: text };
};
