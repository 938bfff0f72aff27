import { describe, expect, it } from "vitest";
import { totalOf } from "../../web/board/pages/celebrate/celebrate-page.tsx";

describe("the sum of the wins", () => {
  it("is exact to the cent", () => {
    expect(totalOf([{ amount: 0.1 }, { amount: 0.2 }])).toBe(0.3);
  });

  it("leaves out wins without a recorded amount", () => {
    expect(totalOf([{ amount: 31000 }, {}, { amount: 7250.5 }])).toBe(38250.5);
    expect(totalOf([])).toBe(0);
  });
});
