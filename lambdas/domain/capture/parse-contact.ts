import { limits } from "../../contract/limits.ts";
import type { Contact } from "../lead/lead.ts";
import { bareWord } from "../text/normal-form.ts";
import { isNoCompany, isPlaceholder } from "../text/placeholder.ts";
import { parseCountry } from "./country.ts";
import { countryByCode } from "./country-codes.ts";
import type { TextField } from "./parse-texts.ts";

/** A field's text; `undefined` when the form did not have it. */
export type TextOf = (field: TextField) => string | undefined;

/** What the lead says about itself. */
export interface ContactReading {
  /** Without the fields that it left out or filled with what says nothing. */
  readonly contact: Contact;
  /** Texts of known fields that could not be parsed, or not completely, or say nothing. */
  readonly unread: readonly (readonly [TextField, string])[];
}

export const readContact = (all: TextOf): ContactReading => {
  const empty = new Map<TextField, string>();
  for (const field of filledFields) {
    const text = all(field);
    if (text !== undefined && !isFilled(field, text)) empty.set(field, text);
  }
  const textOf: TextOf = empty.size === 0 ? all : (field) => (empty.has(field) ? undefined : all(field));
  const [phone = "", companySize = "", country] = [textOf("phone"), textOf("companySize"), textOf("country")];
  const contact = {
    name: nameOf(textOf),
    company: textOf("company"),
    jobTitle: textOf("jobTitle"),
    phone: isPhone(phone) ? phone : undefined,
    companySize: parseCompanySize(companySize),
    industry: textOf("industry"),
    country: country === undefined ? undefined : parseCountry(country),
    region: textOf("region"),
    interest: textOf("interest"),
    message: textOf("message"),
  };
  return {
    contact: Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined)),
    unread: [
      ...empty,
      ...(phone === "" || isPhone(phone) ? [] : [["phone", phone] as const]),
      ...(/^\d*$/.test(companySize) ? [] : [["companySize", companySize] as const]),
    ],
  };
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
      return countryByCode.has(text) || !isPlaceholder(text);
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

const figure = String.raw`(\d{1,3}(?:[.,\s]\d{3})+(?!\d)|\d+)\s*(?:(k|mil)(?![a-z]))?`;
const firstFigure = new RegExp(String.raw`(?<![\d-])${figure}`);
const atMost = /^\s*(<|≤|menos de|hasta|fewer than|less than|under|up to)/;
const moreThan = /^\s*(>|mas de|more than|over)/;
const mostPeople = 10_000_000;

/**
 * How many people work there: a number, or the end of a range that is surely reached (`51-200` is at least 51, `200+`
 * at least 200, `menos de 10` at least 1). `undefined` when no number can be read from it.
 */
export const parseCompanySize = (text: string): number | undefined => {
  const plain = bareWord(text, limits.fieldCharacters.companySize * 4);
  if (/^\d+\.\d{1,2}$/.test(plain)) return undefined;
  const [, digits, thousands] = firstFigure.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  if (atMost.test(plain)) return 1;
  const people = Number(digits.replace(/\D/g, "")) * (thousands === undefined ? 1 : 1000);
  const least = moreThan.test(plain) ? people + 1 : people;
  return least <= mostPeople ? least : undefined;
};
