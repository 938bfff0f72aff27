import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** So many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; they are its first ones. */
const sections: Readonly<Record<string, number>> = {
  "1.1": 2,
  "1.2": 9,
  "1.3": 11,
  "1.4": 3,
  "1.5": 2,
  "2.1": 3,
  "2.2": 3,
  "2.3": 4,
  "2.4": 1,
  "3.2": 2,
  "3.3": 4,
  "3.4": 6,
  "3.5": 5,
  "3.7": 2,
  "4.1": 3,
  "4.2": 1,
  "4.3": 2,
  "4.4": 4,
  "5.1": 1,
  "5.2": 3,
  "5.3": 2,
  "5.4": 3,
  "6.1": 3,
  "6.2": 12,
  "6.3": 4,
  "6.4": 4,
  "6.5": 5,
  "6.6": 3,
  "6.8": 4,
  "7.1": 3,
  "7.2": 4,
  "7.3": 2,
  "7.4": 5,
  "7.5": 2,
  "7.6": 2,
  "8.1": 2,
  "8.2": 3,
  "8.3": 1,
  "8.4": 1,
  "9.1": 3,
  "9.2": 4,
  "10.1": 2,
  "10.2": 2,
  "10.3": 4,
  "10.4": 11,
  "10.5": 5,
  "10.6": 2,
  "10.7": 3,
  "11.1": 2,
  "11.2": 3,
  "11.3": 3,
  "11.4": 4,
  "11.5": 1,
  "11.6": 1,
  "12.1": 3,
  "12.2": 2,
  "12.3": 4,
  "13.1": 1,
  "13.2": 5,
  "13.3": 2,
  "13.4": 5,
  "14.1": 2,
  "14.2": 4,
  "14.3": 3,
  "15.1": 3,
  "15.2": 3,
  "15.3": 7,
  "16.1": 1,
  "16.2": 5,
  "16.3": 4,
  "16.4": 3,
  "16.5": 3,
  "17.1": 1,
  "17.2": 4,
  "17.3": 2,
};
const required = Object.entries(sections).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, i) => `V${section}.${i + 1}`),
);

const page = readFileSync("docs/asvs.md", "utf8");
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| V"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, id = "", level = "", about = "", verdict = "", how = ""]) => ({ id, level, about, verdict, how }));

describe("docs/asvs.md", () => {
  it("has every requirement of levels 1 and 2 once, in the standard's order", () => {
    expect(rows.map(({ id }) => id)).toEqual(required);
    expect(new Set(rows.map(({ level }) => level))).toEqual(new Set(["1", "2"]));
  });

  it("has a verdict for each, with how or why not, and says how many there are of each", () => {
    const count = (asked: string) => rows.filter(({ verdict }) => verdict === asked).length;
    for (const { id, about, verdict, how } of rows) {
      expect([id, ["held", "n/a", "not held"].includes(verdict)]).toEqual([id, true]);
      expect([id, about.length > 3 && how.length > 3]).toEqual([id, true]);
    }
    expect(page).toContain(
      `Of ${rows.length}: ${count("held")} held, ${count("n/a")} not applicable, ${count("not held")} not held.`,
    );
  });

  it("names only files and sections that there are", () => {
    for (const { id, how } of rows) {
      for (const [, named = ""] of how.matchAll(/`([\w.-]+\/[\w./-]+\.\w+|\w+\.json)`/g))
        expect([id, named, existsSync(named)]).toEqual([id, named, true]);
      for (const [, linked = ""] of how.matchAll(/\]\(([^)]+)\)/g))
        expect([id, linked, existsSync(path.join("docs", linked))]).toEqual([id, linked, true]);
      for (const [, document = "", heading = ""] of how.matchAll(/`(docs\/[\w-]+\.md)` \("([^"]+)"\)/g))
        expect([id, heading, headingsOf(document).some((each) => each.startsWith(heading))]).toEqual([
          id,
          heading,
          true,
        ]);
    }
  });
});

/** Headings, and sentences in bold, that begin a section. */
const headingsOf = (document: string): string[] =>
  [...readFileSync(document, "utf8").matchAll(/^(?:#+ |\*\*)(.+)$/gm)].map(([, heading = ""]) => heading);
