import type { OwnField } from "../../contract/agreement.ts";
import { defaultCurrency } from "../../contract/money.ts";
import type { OwnValue } from "../../contract/own-value.ts";
import type { ReadOnly } from "../../contract/read-only.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { inBoth } from "./bilingual.ts";
import { sayMoney } from "./say-money.ts";
import { sayList } from "./say-names.ts";
import { locales, sayNumber } from "./say-number.ts";

/**
 * A value of one of the agreement's own fields, as people read it: options by their labels, dates and figures as the
 * language writes them. What does not suit the declaration (that of an older agreement) is shown as it is kept.
 */
export const sayOwnValue = (value: ReadOnly<OwnValue>, field: Kind | undefined): Bilingual =>
  inBoth((language) => inOne(value, field, language));

type Kind = ReadOnly<Pick<OwnField, "type" | "options" | "currency">>;

const inOne = (value: ReadOnly<OwnValue>, field: Kind | undefined, language: Language): string => {
  if (typeof value === "boolean") return yesNo[language][value ? "yes" : "no"];
  if (typeof value === "number")
    return field?.type === "money" ? sayFigure(value, field, language) : sayNumber(value, language, mostDecimals);
  if (typeof value === "string")
    return field?.type === "date" ? sayDate(value, language) : optionLabel(value, field, language);
  return sayList(
    value.map((id) => optionLabel(id, field, language)),
    language,
  );
};

const mostDecimals = 6;

const yesNo = { es: { yes: "sí", no: "no" }, en: { yes: "yes", no: "no" } } as const;

/** A figure of a field: an amount in the currency of the field, or a number with two decimals at most. */
export const sayFigure = (figure: number, { type, currency = defaultCurrency }: Kind, language: Language): string =>
  type === "money" ? sayMoney({ amount: figure, currency }, language) : sayNumber(figure, language, 2);

/** A day by its ISO date, in a sentence: `24 de noviembre de 2026`; the text as it is when it is no date. */
export const sayDate = (day: string, language: Language): string => {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat(locales[language], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(at);
};

/** By its id; the id itself for one that is not declared any more. */
const optionLabel = (id: string, field: Kind | undefined, language: Language): string =>
  field?.options?.find((option) => option.id === id)?.label[language] ?? id;
