import { describe, expect, it } from "vitest";
import { holidaysOf } from "../../lambdas/agreement/public-holidays.ts";

const holidaysIn = (country: string, region?: string, also?: string[]) => holidaysOf({ country, region, also });

const inYear = (year: number, days: readonly string[]) => days.filter((day) => day.startsWith(String(year)));

describe("the public holidays of Madrid", () => {
  const days = holidaysIn("ES", "md");

  it("are those of the official calendar, with the public holidays that a Sunday moves", () => {
    expect(inYear(2026, days).map((day) => day.slice(5))).toEqual([
      "01-01",
      "01-06",
      "04-02",
      "04-03",
      "05-01",
      "05-02",
      "08-15",
      "10-12",
      "11-01",
      "11-02",
      "12-06",
      "12-07",
      "12-08",
      "12-25",
    ]);
  });

  it("leave 24 and 31 December to work, as the law does", () => {
    expect(days.filter((day) => /-12-(24|31)$/.test(day))).toEqual([]);
    expect(days.filter((day) => /-12-25$|-01-01$/.test(day))).toHaveLength(20);
  });

  it("are worked out for ten fixed years, in order, each once", () => {
    expect([days[0], days.at(-1)]).toEqual(["2026-01-01", "2035-12-25"]);
    expect([...new Set(days)].sort()).toEqual(days);
  });

  it("are not those of another region, nor the same whatever the case", () => {
    expect(days).toContain("2026-05-02");
    expect(holidaysIn("ES", "ct")).not.toContain("2026-05-02");
    expect(holidaysIn("es", "MD")).toEqual(days);
  });
});

describe("holidays on which the company works", () => {
  it("are none of its holidays, in the year that is named only", () => {
    const days = holidaysOf({ country: "ES", region: "md", except: ["2026-12-07"] });
    expect(days).not.toContain("2026-12-07");
    expect(days).toEqual(holidaysIn("ES", "md").filter((day) => day !== "2026-12-07"));
  });
});

describe("other holidays", () => {
  it("of the company's own are added", () => {
    const days = holidaysIn("ES", "md", ["2026-05-15", "2026-05-01"]);
    expect(days).toContain("2026-05-15");
    expect(days.filter((day) => day === "2026-05-01")).toHaveLength(1);
  });

  it("that last for days are free on each, and those of an afternoon on none", () => {
    expect(holidaysIn("EG")).toEqual(expect.arrayContaining(["2026-03-20", "2026-03-21", "2026-03-22"]));
    expect(holidaysIn("CN")).not.toContain("2026-05-04");
  });

  it("are none when the agreement says so", () => {
    expect(holidaysOf(null)).toEqual([]);
  });
});
