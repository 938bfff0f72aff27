import type { Agreement } from "../../contract/agreement.ts";
import { defaultCurrency, type Money } from "../../contract/money.ts";

type Terms = { readonly terms: { readonly company: Pick<Agreement["terms"]["company"], "currencies"> } };

/** In which deals may be reported; the company's own is the first. */
export const currenciesOf = ({ terms }: Terms): readonly string[] => terms.company.currencies ?? [defaultCurrency];

/** The company's own currency: what an amount without a currency is in. */
export const ownCurrency = (agreement: Terms): string => currenciesOf(agreement)[0] ?? defaultCurrency;

/** An amount as it is kept; those of before the agreement named currencies have none. */
export interface KeptAmount {
  readonly amount?: number | undefined;
  readonly currency?: string | undefined;
}

/** `undefined` where no amount was reported. */
export const moneyOf = ({ amount, currency }: KeptAmount, agreement: Terms): Money | undefined =>
  amount === undefined ? undefined : { amount, currency: currency ?? ownCurrency(agreement) };

/** By ISO 4217, and not by the runtime's data, which differ in some and change: counters are made of these. */
const decimals: ReadonlyMap<string, number> = new Map([
  ..."BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((code) => [code, 0] as const),
  ..."BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3] as const),
]);

/** How many decimals an amount has at most: 2 of most currencies, none of the yen. */
export const decimalsOf = (currency: string): number => decimals.get(currency) ?? 2;

/** The amount in the smallest unit of any currency that is agreed on: whole numbers add up exactly in any order. */
export const inThousandths = (amount: number): number => Math.round(amount * 1000);

/**
 * One sum for each currency, since amounts of two are never added; in the order of `currencies`, then by code. Sums of
 * nothing are left out.
 */
export const sumsOf = (all: readonly Money[], currencies: readonly string[]): Money[] => {
  const sums = new Map<string, number>();
  for (const { amount, currency } of all) sums.set(currency, (sums.get(currency) ?? 0) + inThousandths(amount));
  const place = (currency: string) => currencies.indexOf(currency) + 1 || currencies.length + 1;
  return [...sums]
    .filter(([, sum]) => sum !== 0)
    .map(([currency, sum]) => ({ amount: sum / 1000, currency }))
    .sort((one, other) => place(one.currency) - place(other.currency) || (one.currency < other.currency ? -1 : 1));
};
