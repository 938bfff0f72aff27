import type { OwnField } from "../../contract/agreement.ts";
import { fieldCalled } from "../../domain/capture/field-names.ts";
import { namesOfOption, readOwn } from "../../domain/capture/own-fields.ts";
import { alike } from "../../domain/score/alike.ts";
import { fieldNamed, idFor, isUnknown, nameKey, type RawFact } from "./line.ts";

/** More answers than these are no list that people choose from. */
const mostOptions = 40;

interface Seen {
  readonly name: string;
  readonly forms: Set<"number" | "boolean" | "list" | "text">;
  allDates: boolean;
  /** By their ids; at most one more than a list may have. */
  readonly options: Map<string, string>;
}

/** What fields a file has that the agreement does not declare, and what their values are; bounded, however long the file is. */
export interface Declaring {
  readonly add: (facts: Readonly<Record<string, RawFact>>) => void;
  readonly declared: () => OwnField[];
}

export const declaring = (fields: readonly OwnField[] = []): Declaring => {
  const seen = new Map<string, Seen>();
  return {
    add: (facts) => {
      for (const [name, said] of Object.entries(facts)) {
        if (fieldNamed(name, fields) !== undefined) continue;
        const key = nameKey(name);
        const known = seen.get(key) ?? { name, forms: new Set(), allDates: true, options: new Map() };
        seen.set(key, known);
        if (!isUnknown(said)) addValue(known, said);
      }
    },
    declared: () => {
      const taken = new Set(fields.map(({ id }) => id));
      return [...seen.values()].map((each) => {
        const field = declarationOf(each, free(idFor(each.name), taken));
        taken.add(field.id);
        return field;
      });
    },
  };
};

const addValue = (seen: Seen, said: NonNullable<RawFact>): void => {
  const texts = Array.isArray(said) ? said : [String(said)];
  seen.forms.add(Array.isArray(said) ? "list" : typeof said === "string" ? textForm(said) : formOf(said));
  seen.allDates &&= typeof said === "string" && /^\d{4}-\d{2}-\d{2}$/.test(said);
  for (const text of texts) if (seen.options.size <= mostOptions) seen.options.set(alike(text).trim(), text.trim());
};

const formOf = (said: number | boolean) => (typeof said === "number" ? "number" : "boolean");

/** `12` in quotation marks is a number, too. */
const textForm = (text: string): "number" | "text" => (readOwn(plainNumber, text, "en")?.isWhole ? "number" : "text");

const plainNumber: OwnField = { id: "n", label: { es: "n", en: "n" }, type: "number", shown: [] };

const declarationOf = (seen: Seen, id: string): OwnField => {
  const { name, forms, options, allDates } = seen;
  const label = labelOf(name, id);
  const field = { id, label, shown: [] };
  const [only] = forms;
  if (forms.size === 1 && only === "number") return { ...field, type: "number" };
  if (forms.size === 1 && only === "boolean") return { ...field, type: "yes-no" };
  if (allDates && forms.size > 0) return { ...field, type: "date" };
  const listed = optionsOf(options);
  if (forms.has("boolean") || listed.length === 0 || listed.length > mostOptions) return { ...field, type: "text" };
  return { ...field, type: forms.has("list") ? "many-of" : "one-of", options: listed };
};

/** An option by what it is called; two of one name are one. */
const optionsOf = (texts: ReadonlyMap<string, string>): NonNullable<OwnField["options"]> => {
  const ids = new Set<string>();
  const names = new Set<string>();
  return [...texts.values()].toSorted().flatMap((text) => {
    const option = { id: free(optionId(text), ids), label: { es: text, en: text } };
    const its = namesOfOption(option).map(([name]) => name);
    if (its.some((name) => names.has(name))) return [];
    ids.add(option.id);
    for (const name of its) names.add(name);
    return [option];
  });
};

const optionId = (text: string): string =>
  alike(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "option";

const free = (id: string, taken: ReadonlySet<string>): string => {
  for (let i = 1; ; i++) {
    const tried = i === 1 ? id : `${id}-${i}`;
    if (!taken.has(tried)) return tried;
  }
};

/** The file's own name, unless it means what every agreement knows under another meaning. */
const labelOf = (name: string, id: string): OwnField["label"] => {
  const isPlain = idFor(name) === id && fieldCalled(name) === undefined && /[\p{L}\p{N}]/u.test(name);
  const words = isPlain ? name : id.replaceAll("-", " ");
  return { es: words, en: words };
};
