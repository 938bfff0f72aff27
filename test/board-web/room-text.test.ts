import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chapterRows, partsOf, runsOf } from "../../web/board/pages/room/sentence-rows.ts";
import { suggestionsAt } from "../../web/board/pages/room/yaml-completion.ts";

const both = (...lines: string[]) => lines.map((line) => ({ es: line, en: line }));
const chapter = (title: string, ...lines: string[]) => ({ title: { es: title, en: title }, lines: both(...lines) });

describe("the contract before and after", () => {
  it("has each sentence beside the one that takes its place", () => {
    const [rows] = chapterRows(
      {
        before: [chapter("Gate", "one", "forty points", "three")],
        after: [chapter("Gate", "one", "35 points", "three")],
      },
      "en",
    );
    expect(rows?.rows).toEqual([
      { is: "same", text: "one" },
      { is: "changed", before: "forty points", after: "35 points" },
      { is: "same", text: "three" },
    ]);
  });

  it("says what is on one side only, and shows a chapter that is gone", () => {
    const rows = chapterRows({ before: [chapter("Old", "gone")], after: [chapter("New", "come", "too")] }, "es");
    expect(rows.map(({ title }) => title.es)).toEqual(["New", "Old"]);
    expect(rows.flatMap((each) => each.rows)).toEqual([
      { is: "changed", after: "come" },
      { is: "changed", after: "too" },
      { is: "changed", before: "gone" },
    ]);
  });

  it("marks the words that differ, and none of the others", () => {
    expect(partsOf("at least 50 points and 40 of the other", "at least 40 points and 35 of the other")).toEqual([
      { text: "at least ", differs: false },
      { text: "50", differs: true },
      { text: " points and ", differs: false },
      { text: "40", differs: true },
      { text: " of the other", differs: false },
    ]);
    expect(partsOf("new", undefined)).toEqual([{ text: "new", differs: false }]);
  });

  it("loses no word of a sentence", () => {
    const [one, other] = ["a b  c, d e", "b x c, e f"];
    for (const [text, against] of [
      [one, other],
      [other, one],
    ] as const)
      expect(
        partsOf(text, against)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
  });

  it("has sentences that stay in runs", () => {
    const same = { is: "same", text: "x" } as const;
    const changed = { is: "changed", after: "y" } as const;
    expect(runsOf([same, same, changed, changed, same]).map((run) => run.length)).toEqual([2, 1, 1, 1]);
  });
});

describe("the completion of the agreement's text", () => {
  const schema: unknown = JSON.parse(readFileSync("docs/agreement.schema.json", "utf8"));
  const lines = readFileSync("agreement.yaml", "utf8").split("\n");
  const at = (before: string, begun: string) => {
    const line = lines.findIndex((each) => each.startsWith(before));
    if (line === -1) throw new Error(`no line begins with ${before}`);
    return suggestionsAt(schema, lines.slice(0, line + 1), begun)?.suggestions.map(({ label }) => label) ?? [];
  };

  it("knows the keys at the top, in a group, in an entry of a list", () => {
    expect(at("gate:", "")).toContain("nurture");
    expect(at("gate:", "  le")).toContain("leastFit");
    expect(at("gate:", "  le")).not.toContain("nurture");
    expect(at("familiarity:", "  - ")).toContain("halfLife");
    expect(at("  - kind: form-submitted", "    ")).toContain("halfLife");
  });

  it("comes back out of what is deeper", () => {
    expect(at("    rejectReasons:", "    ")).toContain("lostReasons");
    expect(at("  mostTouches:", "  ")).toContain("dormantAfter");
    expect(at("    criteria:", "      - ")).toContain("points");
    expect(at("      - id: mid-sized", "        ")).toContain("field");
  });

  it("knows the values where there are few", () => {
    expect(at("  - kind: demo-requested", "    counts: ")).toContain("once");
    expect(at("  mostTouches:", "  doubleOptIn: ")).toEqual(["true", "false"]);
  });

  it("says what a key means", () => {
    const found = suggestionsAt(schema, ["gate:"], "  leastF")?.suggestions.find(({ label }) => label === "leastFit");
    expect(found?.info).toContain("Fit points");
  });
});
