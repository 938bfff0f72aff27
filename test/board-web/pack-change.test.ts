import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withChanges } from "../../web/board/pages/room/pack-change.ts";

const text = readFileSync("agreement.yaml", "utf8");

describe("what a proposal of the pack would change", () => {
  it("stands in the text, member by member, and nothing else of it moves", () => {
    const changes = [
      { path: ["gate", "leastFit"], value: 55 },
      { path: ["personas", "operations", "criteria", "decides", "points"], value: 0 },
      { path: ["familiarity", "demo-requested", "points"], value: 0 },
      { path: ["sla", "marketing", "qualifiedPerWeek"], value: 9 },
    ];
    const changed = withChanges(text, changes);
    const [before, after] = [text.split("\n"), changed.split("\n")];
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, i) => line !== before[i]).map((line) => line.trim())).toHaveLength(changes.length);
    expect(changed).toContain("leastFit: 55");
    expect(changed).toContain("qualifiedPerWeek: 9");
  });

  it("stays as it is where there is no such key any more", () => {
    expect(withChanges(text, [{ path: ["personas", "nobody", "criteria", "decides", "points"], value: 0 }])).toBe(text);
  });
});
