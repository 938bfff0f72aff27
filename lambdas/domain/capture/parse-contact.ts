import type { Contact } from "../lead/lead.ts";
import type { ReadAs } from "../lead/read-as.ts";
import { normalForm } from "../text/normal-form.ts";
import { isNoCompany, isPlaceholder } from "../text/placeholder.ts";
import { type CompanySize, parseCompanySize } from "./company-size.ts";
import { parseCountry } from "./country.ts";
import { countryByCode } from "./country-codes.ts";
import type { TextField } from "./parse-texts.ts";
import { type PhoneRegions, parsePhones } from "./phone.ts";

/** A field's text; `undefined` when the form did not have it. */
export type TextOf = (field: TextField) => string | undefined;

/** What the lead says about itself. */
export interface ContactReading {
  /** Without the fields that it left out or filled with what says nothing. */
  readonly contact: Contact;
  /** Texts of known fields that could not be parsed, or not completely, or say nothing. */
  readonly unread: readonly (readonly [TextField, string])[];
}

/** What else tells from where somebody is. */
interface Beside {
  readonly email: string;
  /** ISO code of our own country. */
  readonly ourCountry: string | undefined;
}

export const readContact = (all: TextOf, beside: Beside): ContactReading => {
  const empty = new Map<TextField, string>();
  for (const field of filledFields) {
    const text = all(field);
    if (text !== undefined && !isFilled(field, text)) empty.set(field, text);
  }
  const textOf: TextOf = empty.size === 0 ? all : (field) => (empty.has(field) ? undefined : all(field));
  const [phone, sizeText = "", countryText] = [phoneOf(textOf), textOf("companySize") ?? "", textOf("country")];
  const size = parseCompanySize(sizeText);
  const country = countryText === undefined ? undefined : parseCountry(countryText);
  const contact = {
    name: nameOf(textOf),
    company: textOf("company"),
    jobTitle: textOf("jobTitle"),
    phone,
    companySize: size?.least,
    industry: textOf("industry"),
    country,
    region: textOf("region"),
    interest: textOf("interest")?.replace(/\s*[;|]\s*/g, ", "),
    message: textOf("message"),
  };
  const numbers = phone === undefined ? [] : parsePhones(phone, regionsOf(textOf, country, beside));
  const read: ReadAs[] = [
    ...(phone === undefined || numbers.length === 0 ? [] : [{ field: "phone", value: phone, numbers }]),
    ...(size === undefined ? [] : sizeRead(size)),
    ...givenRead(textOf, contact.name),
  ];
  const unreadPhone = phone === undefined ? (textOf("phone") ?? "") : "";
  return {
    contact: {
      ...Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined)),
      ...(read.length > 0 && { readAs: read }),
    },
    unread: [
      ...empty,
      ...(unreadPhone === "" ? [] : [["phone", unreadPhone] as const]),
      ...(phone === undefined ? unreadPrefix(textOf) : []),
      ...(sizeText === "" || (size !== undefined && /^\d+$/.test(sizeText))
        ? []
        : [["companySize", sizeText] as const]),
    ],
  };
};

const sizeRead = ({ least, ...range }: CompanySize): ReadAs[] =>
  Object.keys(range).length === 0 ? [] : [{ field: "companySize", value: least, ...range }];

const unreadPrefix = (textOf: TextOf): [TextField, string][] => {
  const prefix = textOf("phoneCountry");
  return prefix === undefined ? [] : [["phoneCountry", prefix]];
};

/** Fields in which people put a word that says nothing. */
const filledFields = [
  "name",
  "firstName",
  "lastName",
  "secondLastName",
  "company",
  "jobTitle",
  "industry",
  "country",
  "region",
  "interest",
  "message",
] as const satisfies readonly TextField[];

const isFilled = (field: TextField, text: string): boolean => {
  switch (field) {
    case "company":
      return !isNoCompany(text);
    case "country":
      return countryByCode.has(text) || /\p{RI}/u.test(text) || !isPlaceholder(text);
    case "name":
    case "firstName":
    case "lastName":
    case "secondLastName":
    case "message":
      return !isPlaceholder(text, "name");
    default:
      return !isPlaceholder(text);
  }
};

/** The shortest number that can be dialled has five digits. */
const isPhone = (text: string): boolean => (text.match(/\d/g) ?? []).length >= 5;

/** With the digits of ASCII: some keyboards write wide ones. */
const typedPhone = (textOf: TextOf): string => {
  const text = textOf("phone") ?? "";
  return normalForm(text, "NFKC", text.length);
};

/** A prefix that the form asks for in a field of its own stands before the number. */
const phoneOf = (textOf: TextOf): string | undefined => {
  const [typed, prefix = ""] = [typedPhone(textOf), textOf("phoneCountry")];
  if (!isPhone(typed)) return undefined;
  const code = /^[^\d]*(?:00|\+)?\s*(\d{1,3})\D*$/.exec(prefix)?.[1];
  return code === undefined || /^\s*(?:\+|00)/.test(typed) ? typed : `+${code} ${typed}`;
};

const regionsOf = (textOf: TextOf, country: string | undefined, { email, ourCountry }: Beside): PhoneRegions => {
  const named = parseCountry(textOf("phoneCountry") ?? "");
  const domain = /\.([a-z]{2})$/.exec(email)?.[1] ?? "";
  const guessed = [country ?? "", parseCountry(domain), ourCountry ?? ""].filter((code) => countryByCode.has(code));
  return countryByCode.has(named) ? { own: named, guessed } : { own: country, guessed };
};

/** The given name, when it was asked for as such: several words without a surname may be a whole name. */
const givenRead = (textOf: TextOf, name: string | undefined): ReadAs[] => {
  const [first = "", last] = [textOf("firstName"), textOf("lastName") ?? textOf("secondLastName")];
  const alone = last !== undefined && first.endsWith(` ${last}`) ? first.slice(0, -last.length).trim() : first;
  const given = alone.replace(titles, "");
  const isGiven = personal.test(given) && !titles.test(`${given} `) && (last !== undefined || !given.includes(" "));
  return name === undefined || !isGiven ? [] : [{ field: "name", value: name, given: inNameCase(given) }];
};

/** No sign or figure: nobody is greeted by an initial or an address. */
const personal = /^(?![\p{Lu}\p{Ll}]\.?$)(?=.*\p{L})[\p{L}\p{M}.'’ -]+$/u;

const titles = /^(?:d\.ª?|dñ?a\.|don|doña|dr\.?|dra\.?|sr\.?|sra\.?|srta\.?|mr\.?|mrs\.?|ms\.?)\s+/i;

/** `ANA` and `ana` are Ana; what has both stays as it is. */
const inNameCase = (given: string): string =>
  given === given.toUpperCase() || given === given.toLowerCase()
    ? given.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
    : given;

/** Whole name, or first and last names; a part that the whole already holds is not said twice. */
const nameOf = (textOf: TextOf): string | undefined => {
  const whole = textOf("name");
  const holds = (part: string | undefined) => part === undefined || whole?.toLowerCase().includes(part.toLowerCase());
  const [first, ...last] = [textOf("firstName"), textOf("lastName"), textOf("secondLastName")].map((part) =>
    holds(part) ? undefined : part,
  );
  const parts = [first, whole, ...last].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(" ");
};
