import { describe, expect, it } from "vitest";
import { totalsOf } from "../../web/board/pages/celebrate/celebrate-page.tsx";

describe("the sums of the wins", () => {
  it("are exact to the cent", () => {
    expect(totalsOf([{ amount: 0.1 }, { amount: 0.2 }], ["EUR"])).toEqual([{ amount: 0.3, currency: "EUR" }]);
  });

  it("leave out wins without a recorded amount", () => {
    expect(totalsOf([{ amount: 31000 }, {}, { amount: 7250.5 }], ["EUR"])).toEqual([
      { amount: 38250.5, currency: "EUR" },
    ]);
    expect(totalsOf([], ["EUR"])).toEqual([]);
  });

  it("are one for each currency, the company's own first", () => {
    const wins = [
      { amount: 5, currency: "CHF" },
      { amount: 1 },
      { amount: 2, currency: "USD" },
      { amount: 3, currency: "EUR" },
    ];
    expect(totalsOf(wins, ["USD", "EUR"])).toEqual([
      { amount: 3, currency: "USD" },
      { amount: 3, currency: "EUR" },
      { amount: 5, currency: "CHF" },
    ]);
  });
});
