import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Money } from "../../../lambdas/contract/money.ts";
import { currenciesOf, moneyOf, ownCurrency, sumsOf } from "../../../lambdas/domain/money/money.ts";
import { parseAmount } from "../../../lambdas/domain/outcome/amount.ts";
import { sayAmount, sayCurrency, sayExample, sayMoney, sayMoneys } from "../../../lambdas/domain/text/say-money.ts";
import { anAgreement } from "../../builders/agreement.ts";

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, " ");
const codes = ["EUR", "USD", "JPY", "KWD", "MXN", "GBP", "CHF"] as const;

describe("the currencies of an agreement", () => {
  it("are euros where it names none, and its first is that of amounts without one", () => {
    expect([currenciesOf(anAgreement()), ownCurrency(anAgreement())]).toEqual([["EUR"], "EUR"]);
    const dollars = anAgreement({ company: { currencies: ["USD", "EUR"] } });
    expect(moneyOf({ amount: 5 }, dollars)).toEqual({ amount: 5, currency: "USD" });
    expect(moneyOf({ amount: 5, currency: "JPY" }, dollars)).toEqual({ amount: 5, currency: "JPY" });
    expect(moneyOf({}, dollars)).toBeUndefined();
  });
});

describe("amounts in words", () => {
  it("have their currency and its decimals, as the language writes them", () => {
    const say = (amount: number, currency: string) =>
      [sayMoney({ amount, currency }, "es"), sayMoney({ amount, currency }, "en")].map(plain);
    expect(say(12_500.5, "EUR")).toEqual(["12.500,50 €", "€12,500.50"]);
    expect(say(12_500, "USD")).toEqual(["12.500 US$", "US$12,500"]);
    expect(say(1200, "JPY")).toEqual(["1200 JPY", "JP¥1,200"]);
    expect(say(1.125, "KWD")).toEqual(["1,125 KWD", "KWD 1.125"]);
    expect([sayCurrency("USD", "es"), sayCurrency("EUR", "en")]).toEqual(["dólares estadounidenses", "euros"]);
    expect([sayExample("JPY", "es"), sayExample("EUR", "en")]).toEqual(["12.500", "12,500.50"]);
  });

  it("of several currencies stand side by side", () => {
    const sums = [
      { amount: 12_500, currency: "EUR" },
      { amount: 300, currency: "USD" },
    ];
    expect(plain(sayMoneys(sums, "es"))).toBe("12.500 € y 300 US$");
  });

  it("are read back as they were written, with their currency or without", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.nat(2_000_000_000),
        fc.constantFrom("es", "en"),
        (currency, n, language) => {
          const amount = currency === "JPY" ? n : n / (currency === "KWD" ? 1000 : 100);
          for (const text of [sayMoney({ amount, currency }, language), sayAmount({ amount, currency }, language)])
            expect(parseAmount(text, currency, language)).toBe(amount);
        },
      ),
    );
  });
});

describe("sums", () => {
  const money = fc.record({ amount: fc.nat(9_999_999).map((n) => n / 100), currency: fc.constantFrom(...codes) });

  it("never add two currencies, are exact, and do not depend on the order", () => {
    fc.assert(
      fc.property(fc.array(money), (all) => {
        const sums = sumsOf(all, ["EUR", "USD"]);
        for (const currency of codes) {
          const cents = all
            .filter((each) => each.currency === currency)
            .reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
          expect(sums.find((each) => each.currency === currency)?.amount ?? 0).toBe(cents / 100);
        }
        expect(sumsOf(all.toReversed(), ["EUR", "USD"])).toEqual(sums);
      }),
    );
  });

  it("come in the agreement's order, then by code, and those of nothing not at all", () => {
    const of = (currency: string, amount = 1): Money => ({ amount, currency });
    const all = [of("MXN"), of("CHF"), of("EUR"), of("USD"), of("GBP", 3), of("GBP", -3)];
    expect(sumsOf(all, ["USD", "EUR"]).map(({ currency }) => currency)).toEqual(["USD", "EUR", "CHF", "MXN"]);
  });
});
