import type { Money } from "../../contract/money.ts";
import { sumsOf } from "../money/money.ts";
import type { Counters } from "./period-counters.ts";

const beginning = "amount:";

/** Counters of won amounts. */
export const amounts = {
  /** In hundredths: of outcomes that were stored without a currency, which is the agreement's first. */
  withoutCurrency: "amount",
  /** In thousandths, since no currency has more decimals. */
  in: (currency: string): string => `${beginning}${currency}`,
} as const;

/** What was won, by currency: of several counters together. */
export const wonAmounts = (all: readonly Counters[], currencies: readonly string[]): Money[] =>
  sumsOf(
    all.flatMap((counters) => [...counters].flatMap((one) => amountOf(one, currencies[0] ?? ""))),
    currencies,
  );

const amountOf = ([counter, count]: readonly [string, number], own: string): Money[] => {
  if (counter === amounts.withoutCurrency) return [{ amount: count / 100, currency: own }];
  return counter.startsWith(beginning) ? [{ amount: count / 1000, currency: counter.slice(beginning.length) }] : [];
};
