import { limits } from "../../contract/limits.ts";
import { cleanLine, cleanLines, lengthOf } from "./clean-text.ts";
import type { KnownField, SortedFields } from "./field-names.ts";
import { notText, type Reading, tooLong } from "./problems.ts";
import { scalarText } from "./sent.ts";

const mostCharacters = limits.fieldCharacters satisfies Partial<Record<KnownField, number>>;

export type TextField = keyof typeof mostCharacters;

const isTextField = (name: string): name is TextField => Object.hasOwn(mostCharacters, name);
export const textFields: readonly TextField[] = Object.keys(mostCharacters).filter(isTextField);

/** The field as a clean text within its bound; several values become one list. */
export const parseText = ({ known }: SortedFields, field: TextField): Reading<string> => {
  const texts = (known.get(field) ?? []).flatMap((value) => (Array.isArray(value) ? value : [value])).map(scalarText);
  if (texts.includes(undefined)) return { problem: notText(field) };
  const joined = texts.join(", ");
  const most = mostCharacters[field];
  const text = field === "message" ? cleanLines(joined, most) : cleanLine(joined, most);
  if (lengthOf(text) > most) return { problem: tooLong(field, most) };
  return text === "" ? {} : { value: text };
};
