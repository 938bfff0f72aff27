import fc from "fast-check";
import type { OwnField } from "../../lambdas/contract/agreement.ts";
import { type OwnValue, ownFieldTypes } from "../../lambdas/contract/own-value.ts";
import type { Language } from "../../lambdas/contract/stages.ts";

/** Fields of each type, as an agreement may declare them. */
export const fieldsOfEachType: readonly OwnField[] = ownFieldTypes.map((type) => ({
  id: `zz-${type}`,
  label: { es: `Pregunta ${type}`, en: `Question ${type}` },
  type,
  ...((type === "one-of" || type === "many-of") && {
    options: [
      { id: "sap", label: { es: "SAP", en: "SAP" } },
      { id: "none", label: { es: "Ninguno, de momento", en: "None, so far" } },
      { id: "own", label: { es: "Uno propio (a medida)", en: "One of our own (tailor-made)" } },
    ],
  }),
  shown: [],
}));

const word = fc.stringMatching(/^[a-zñü]{2,9}$/);

/** What people read, unlike any other of the same list by its number. */
const labelOf = (number: number) =>
  fc.tuple(word, word).map(([es, en]) => ({ es: `${es} zz${number}`, en: `${en}, zz${number}` }));

const anOption = (number: number) => labelOf(number).map((label) => ({ id: `option-${number}`, label }));

const anyField = (number: number): fc.Arbitrary<OwnField> =>
  fc
    .record({
      label: labelOf(number),
      type: fc.constantFrom(...ownFieldTypes),
      options: fc
        .integer({ min: 1, max: 4 })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anOption(i)))),
      shown: fc.subarray(["lead", "hand-off", "list"] as const),
      called: fc.option(fc.constant<string[]>([`zz called ${number}`]), { nil: undefined }),
    })
    .map(({ label, type, options, shown, called }) => ({
      id: `zz-own-${number}`,
      label,
      type,
      ...((type === "one-of" || type === "many-of") && { options }),
      ...(called !== undefined && { called }),
      shown,
    }));

/** The fields of an agreement, valid as its check has it. */
export const anyFields: fc.Arbitrary<OwnField[]> = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyField(i))));

/** A value that is not the type's default, nor longer than a field may be. */
export const anyValueOf = ({ type, options = [] }: OwnField): fc.Arbitrary<OwnValue> => {
  const ids = options.map(({ id }) => id);
  const cents = fc.integer({ min: 0, max: 999_999_999_99 }).map((each) => each / 100);
  switch (type) {
    case "text":
      return fc.stringMatching(/^[a-zñ0-9][a-zñ0-9 .,:;-]{0,40}[a-zñ0-9]$/).map((text) => text.replace(/\s+/g, " "));
    case "number":
      return fc.tuple(cents, fc.constantFrom(1, -1)).map(([figure, sign]) => (figure === 0 ? 0 : figure * sign));
    case "money":
      return cents;
    case "date":
      return fc
        .date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    case "yes-no":
      return fc.boolean();
    case "one-of":
      return fc.constantFrom(...ids);
    default:
      return fc.subarray(ids, { minLength: 1 });
  }
};

/** As people or pages in this language may write the value. */
export const writtenForms = ({ type, options = [] }: OwnField, value: OwnValue, language: Language): unknown[] => {
  const labelOfOption = (id: string) => options.find((option) => option.id === id)?.label[language] ?? id;
  const locale = language === "es" ? "es-ES" : "en-GB";
  const figure = (style?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 2, ...style }).format(Number(value));
  switch (type) {
    case "text":
      return [value, ` ${value} `];
    case "number":
      return [value, String(value), figure(), figure({ useGrouping: false })];
    case "money":
      return [
        value,
        figure({ style: "currency", currency: "EUR" }),
        `${figure()} €`,
        `${figure()} euros`,
        `EUR ${figure()}`,
      ];
    case "date":
      return [value, `${String(value)}T00:00:00Z`, ...datesIn(String(value), language)];
    case "yes-no":
      return value === true ? [true, "true", language === "es" ? "Sí" : "Yes"] : [false, "false", "No"];
    case "one-of":
      return [value, labelOfOption(String(value)), labelOfOption(String(value)).toUpperCase(), [value]];
    default:
      return severalIn(Array.isArray(value) ? value : [], labelOfOption);
  }
};

const datesIn = (day: string, language: Language): string[] => {
  const at = Date.parse(`${day}T00:00:00Z`);
  const long = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
  const [year, month, ofMonth] = day.split("-");
  return language === "es"
    ? [long("es-ES"), `${ofMonth}/${month}/${year}`, `${Number(ofMonth)}-${Number(month)}-${year}`]
    : [long("en-GB"), long("en-US")];
};

const severalIn = (ids: readonly string[], labelOf: (id: string) => string): unknown[] => [
  ids,
  ids.toReversed(),
  ids.map(labelOf),
  ids.join(", "),
  ids.map(labelOf).join("; "),
];
