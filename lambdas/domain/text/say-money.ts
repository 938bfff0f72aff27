import type { Money } from "../../contract/money.ts";
import { type Language, LanguageSchema } from "../../contract/stages.ts";
import { decimalsOf } from "../money/money.ts";
import { sayList } from "./say-names.ts";
import { formatIn, locales } from "./say-number.ts";

/** With its currency, and cents only where there are some: `12.500,50 €`, `US$12,500`. */
export const sayMoney = ({ amount, currency }: Money, language: Language): string =>
  formatIn(locales[language], { style: "currency", currency, ...fraction(amount, currency) }).format(amount);

/** Sums of several currencies side by side: `12.500 € y 3000 US$`. */
export const sayMoneys = (sums: readonly Money[], language: Language): string =>
  sayList(
    sums.map((sum) => sayMoney(sum, language)),
    language,
  );

/** Without its currency, as people type it: `12.500`, `12.500,50`. */
export const sayAmount = ({ amount, currency }: Money, language: Language): string =>
  formatIn(language, fraction(amount, currency)).format(amount);

/** An amount as people may type it, for a hint: `12.500,50`, `12,500` of a currency without decimals. */
export const sayExample = (currency: string, language: Language): string =>
  sayAmount({ amount: decimalsOf(currency) === 0 ? 12_500 : 12_500.5, currency }, language);

const fraction = (amount: number, currency: string) => {
  const digits = Number.isInteger(amount) ? 0 : decimalsOf(currency);
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
};

/** The currency's name, of several of it: `euros`, `dólares estadounidenses`; its code where it has none. */
export const sayCurrency = (currency: string, language: Language): string =>
  formatIn(locales[language], { style: "currency", currency, currencyDisplay: "name" })
    .formatToParts(2)
    .find(({ type }) => type === "currency")?.value ?? currency;

/** How people write the currency beside a figure, in small letters and the longest first: `euros`, `eur`, `€`. */
export const currencyWords = (currency: string): readonly string[] => {
  const words = known.get(currency) ?? wordsOf(currency);
  known.set(currency, words);
  return words;
};

const known = new Map<string, readonly string[]>();

const displays = ["symbol", "narrowSymbol", "name", "code"] as const;

const wordsOf = (currency: string): string[] => {
  const words = LanguageSchema.options.flatMap((language) =>
    displays.flatMap((currencyDisplay) => {
      const format = formatIn(locales[language], { style: "currency", currency, currencyDisplay });
      return [1, 2].flatMap((count) => format.formatToParts(count).filter(({ type }) => type === "currency"));
    }),
  );
  const unique = new Set(words.map(({ value }) => value.toLowerCase()));
  return [...unique].sort((one, other) => other.length - one.length);
};
