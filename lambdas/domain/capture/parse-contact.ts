import { limits } from "../../contract/limits.ts";
import type { Contact } from "../lead/lead.ts";
import { bareWord } from "../text/normal-form.ts";
import { parseCountry } from "./country.ts";
import type { TextField } from "./parse-texts.ts";

/** A field's text; `undefined` when the form did not have it. */
export type TextOf = (field: TextField) => string | undefined;

/** What the lead says about itself, without the fields that it left out. */
export const parseContact = (textOf: TextOf): Contact => {
  const [phone, companySize, country] = [textOf("phone"), textOf("companySize"), textOf("country")];
  const contact = {
    name: nameOf(textOf),
    company: textOf("company"),
    jobTitle: textOf("jobTitle"),
    phone: phone !== undefined && isPhone(phone) ? phone : undefined,
    companySize: companySize === undefined ? undefined : parseCompanySize(companySize),
    industry: textOf("industry"),
    country: country === undefined ? undefined : parseCountry(country),
    region: textOf("region"),
    interest: textOf("interest"),
    message: textOf("message"),
  };
  return Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined));
};

/** Texts of known fields that could not be parsed, or not completely. */
export const unreadContact = (textOf: TextOf): [TextField, string][] => {
  const [phone = "", companySize = ""] = [textOf("phone"), textOf("companySize")];
  return [
    ...(phone === "" || isPhone(phone) ? [] : [["phone", phone] satisfies [TextField, string]]),
    ...(/^\d*$/.test(companySize) ? [] : [["companySize", companySize] satisfies [TextField, string]]),
  ];
};

/** People who prefer not to say write `-` or `n/a`; the shortest number that can be dialled has five digits. */
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
