import { describe, expect, it } from "vitest";
import { markAt, markOf, numbered } from "../../../lambdas/domain/agreement/version-mark.ts";
import { sayVersion } from "../../../lambdas/domain/text/say-version.ts";

const since = (day: number) => `2026-11-${day}T08:00:00.000Z`;
/** A, then B, and A again. */
const marks = numbered([
  { version: "a", since: since(10) },
  { version: "b", since: since(16) },
  { version: "a", since: since(23), number: 3 },
]);

describe("the name of a version", () => {
  it("has the number that is kept with it, else that of its place", () => {
    expect(marks.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(numbered([{ version: "b", since: since(16), number: 8 }])[0]?.number).toBe(8);
  });

  it.each([
    ["a", since(12), 1],
    ["b", since(20), 2],
    ["a", since(23), 3],
    ["a", since(28), 3],
    // A function that had not looked yet.
    ["a", "2026-11-16T08:00:20.000Z", 1],
    // Before it was recorded.
    ["a", since(10).replace("08:", "07:"), 1],
    ["never in force", since(20), undefined],
  ])("of %s at %s is %s: the same terms may be in force twice", (version, at, number) => {
    expect(markOf(marks, version, at)?.number).toBe(number);
  });

  it("is none before the first", () => {
    expect(markAt(marks, since(10).replace("08:", "07:"))).toBeUndefined();
    expect(markAt(marks, since(20))?.number).toBe(2);
  });

  it("is said by number and day, with the year of another year", () => {
    const mark = { number: 7, since: "2026-11-29T23:30:00.000Z" };
    const said = (now: string) => sayVersion(mark, "Europe/Madrid", now);
    expect(said("2026-12-01T10:00:00.000Z")).toEqual({
      es: "versión 7, en vigor desde el lunes 30 nov",
      en: "version 7, in force since Monday 30 Nov",
    });
    expect(said("2027-01-04T10:00:00.000Z").en).toBe("version 7, in force since Monday 30 Nov 2026");
    expect(said("2026-11-28T10:00:00.000Z").es).toBe("versión 7, en vigor a partir del lunes 30 nov");
  });
});
