import type { AgreementTerms, OwnField, Test } from "../../contract/agreement.ts";
import { fieldCalled, folded, namesOfOwn } from "../../domain/capture/field-names.ts";
import { namesOfOption } from "../../domain/capture/own-fields.ts";
import { checkKnown, checkUnique, type Finding, type Path } from "../problem.ts";
import { checkCurrency } from "./check-currency.ts";

/** Each field of the agreement's own has names that no other field has, and options where it needs some. */
export const checkFields = ({ fields = [] }: AgreementTerms): Finding[] => [
  ...checkUnique(
    ["fields"],
    fields.map(({ id }) => id),
    "id",
  ),
  ...fields.flatMap((field, i) => [
    ...checkNames(["fields", i], field, fields.slice(0, i)),
    ...checkOptions(["fields", i], field),
    ...checkFieldCurrency(["fields", i], field),
    ...checkUnique(["fields", i, "shown"], field.shown),
  ]),
];

/** A form's field must mean one of ours, and only one. */
const checkNames = (path: Path, { id, label, called = [] }: OwnField, before: readonly OwnField[]): Finding[] => {
  const names: [Path, string][] = [
    [[...path, "id"], id],
    [[...path, "label", "es"], label.es],
    [[...path, "label", "en"], label.en],
    ...called.map((name, i): [Path, string] => [[...path, "called", i], name]),
  ];
  return names.flatMap(([at, name]) => {
    if (!/[\p{L}\p{N}]/u.test(name)) return [{ path: at, message: `found "${name}"; expected words` }];
    const builtIn = fieldCalled(name);
    if (builtIn !== undefined)
      return [
        { path: at, message: `"${name}" means ${builtIn}, which every agreement knows already; expected another name` },
      ];
    // That the ids are equal is said already.
    const other = before.find((each) => each.id !== id && namesOfOwn(each).includes(folded(name)));
    return other === undefined
      ? []
      : [{ path: at, message: `forms call "${other.id}" so already, "${name}"; expected another name` }];
  });
};

const checkFieldCurrency = (path: Path, { type, currency }: OwnField): Finding[] => {
  if (currency === undefined) return [];
  const at = [...path, "currency"];
  return type === "money"
    ? checkCurrency(at, currency)
    : [{ path: at, message: `${type} has no currency; expected type: money` }];
};

const hasOptions: ReadonlySet<OwnField["type"]> = new Set(["one-of", "many-of"]);

const checkOptions = (path: Path, field: OwnField): Finding[] => {
  const { type, options } = field;
  if (options === undefined)
    return hasOptions.has(type) ? [{ path, message: `${type} needs options; expected options: a list` }] : [];
  const at = [...path, "options"];
  if (!hasOptions.has(type)) return [{ path: at, message: `${type} has no options; expected type: one-of or many-of` }];
  return [
    ...checkUnique(
      at,
      options.map(({ id }) => id),
      "id",
    ),
    ...options.flatMap((option, i) => {
      const taken = new Map(options.slice(0, i).flatMap(namesOfOption));
      const twice = namesOfOption(option).find(([name, id]) => (taken.get(name) ?? id) !== id);
      return twice === undefined
        ? []
        : [
            {
              path: [...at, i],
              message: `"${twice[0]}" is the name of "${taken.get(twice[0])}" too; expected another`,
            },
          ];
    }),
  ];
};

/** What can be asked of each type, in the words of the agreement. */
const tests: Readonly<Record<OwnField["type"], readonly string[]>> = {
  text: ["equals", "oneOf", "noneOf", "contains", "matches", "exists"],
  number: ["atLeast", "exists"],
  money: ["atLeast", "exists"],
  date: ["after", "before", "within", "exists"],
  "yes-no": ["equals", "exists"],
  "one-of": ["equals", "oneOf", "noneOf", "exists"],
  "many-of": ["contains", "noneOf", "exists"],
};

/** A test that no value of the field could pass is a mistake. */
export const checkOwnTest = (path: Path, field: OwnField, test: Test): Finding[] => {
  const { id, type } = field;
  const key = Object.keys(test).find((each) => each !== "atMost" && !tests[type].includes(each));
  if (key !== undefined)
    return [{ path: [...path, key], message: `"${id}" is of type ${type}; expected ${tests[type].join(", ")}` }];
  if ("atLeast" in test && test.atMost !== undefined && test.atMost < test.atLeast)
    return [
      {
        path: [...path, "atMost"],
        message: `found ${test.atMost}; expected at least atLeast, which is ${test.atLeast}`,
      },
    ];
  if ("after" in test && test.before !== undefined && test.before <= test.after)
    return [{ path: [...path, "before"], message: `found ${test.before}; expected a day later than ${test.after}` }];
  if (type === "text") return [];
  if ("equals" in test) return checkChoice([...path, "equals"], field, test.equals);
  const [listed] = Object.entries(test).filter(([, value]) => Array.isArray(value));
  if (listed === undefined) return [];
  const [name, chosen]: [string, readonly string[]] = [listed[0], textsIn(listed[1])];
  return chosen.flatMap((each, i) => checkChoice([...path, name, i], field, each));
};

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const checkChoice = (path: Path, { type, options = [] }: OwnField, choice: string): Finding[] => {
  if (type !== "yes-no")
    return checkKnown(
      path,
      choice,
      "option",
      options.map(({ id }) => id),
    );
  return choice === "yes" || choice === "no" ? [] : [{ path, message: `found "${choice}"; expected yes or no` }];
};
