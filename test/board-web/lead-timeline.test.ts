import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoryEntry } from "../../lambdas/contract/board.ts";
import {
  countByFilter,
  filterStory,
  nameEntries,
  storyByCycle,
  storyFilters,
} from "../../web/board/pages/lead/timeline.ts";

const kinds = [
  "visit",
  "content",
  "form",
  "mail",
  "score",
  "decision",
  "assignment",
  "stage",
  "clock",
  "breach",
  "answer",
  "outcome",
  "consent",
  "override",
  "other",
] as const satisfies readonly StoryEntry["kind"][];

const entryOf = (given: Partial<StoryEntry>): StoryEntry => ({
  at: "2026-11-27T10:00:00.000Z",
  cycle: 1,
  kind: "visit",
  title: { es: "Visita", en: "Visits" },
  details: [],
  tone: "plain",
  ...given,
});

const stories = fc
  .array(
    fc.record({
      at: fc
        .integer({ min: 0, max: 90 * 24 })
        .map((hours) => new Date(Date.UTC(2026, 8, 1) + hours * 3_600_000).toISOString()),
      cycle: fc.integer({ min: 1, max: 3 }),
      kind: fc.constantFrom(...kinds),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map(entryOf).toSorted((a, b) => b.at.localeCompare(a.at)));

describe("the timeline of a lead", () => {
  it("loses no entry and shows none twice, in whatever cycles and days they fall", () => {
    fc.assert(
      fc.property(stories, (entries) => {
        const named = nameEntries(entries);
        const shown = storyByCycle(named, "Europe/Madrid").flatMap(({ days }) => days.flatMap((day) => day.entries));
        expect(new Set(shown)).toEqual(new Set(named));
        expect(shown).toHaveLength(entries.length);
      }),
    );
  });

  it("has the newest cycle, day and entry first", () => {
    fc.assert(
      fc.property(stories, (entries) => {
        const cycles = storyByCycle(nameEntries(entries), "Europe/Madrid");
        expect(cycles.map(({ cycle }) => cycle)).toEqual(cycles.map(({ cycle }) => cycle).toSorted((a, b) => b - a));
        for (const { days } of cycles) {
          const times = days.flatMap((day) => day.entries.map(({ at }) => at));
          expect(times).toEqual(times.toSorted().toReversed());
        }
      }),
    );
  });

  it("begins a day at midnight by the agreement's clocks", () => {
    const late = entryOf({ at: "2026-11-26T23:30:00.000Z" });
    const early = entryOf({ at: "2026-11-26T22:30:00.000Z" });
    const [cycle] = storyByCycle(nameEntries([late, early]), "Europe/Madrid");
    expect(cycle?.days.map(({ day }) => day)).toEqual(["2026-11-27", "2026-11-26"]);
    const [there] = storyByCycle(nameEntries([late, early]), "Atlantic/Canary");
    expect(there?.days.map(({ day }) => day)).toEqual(["2026-11-26"]);
  });

  it("keeps the name of each entry when newer ones come in above, and gives no name twice", () => {
    fc.assert(
      fc.property(stories, fc.nat(60), (entries, newer) => {
        const before = nameEntries(entries.slice(newer)).map(({ id }) => id);
        const after = nameEntries(entries).map(({ id }) => id);
        expect(new Set(after).size).toBe(after.length);
        expect(after.slice(Math.min(newer, after.length))).toEqual(before);
      }),
    );
  });

  it("filters what it counts", () => {
    fc.assert(
      fc.property(stories, fc.constantFrom(...storyFilters), (entries, filter) => {
        expect(filterStory(entries, filter)).toHaveLength(countByFilter(entries)[filter]);
      }),
    );
  });

  it("finds sales' answers among sales, and everything under one other filter at most", () => {
    const entries = kinds.map((kind) => entryOf({ kind }));
    expect(filterStory(entries, "sales").map(({ kind }) => kind)).toContain("answer");
    expect(filterStory(entries, "mails").map(({ kind }) => kind)).toEqual(["mail"]);
    const { all, ...others } = countByFilter(entries);
    expect(all).toBe(kinds.length);
    expect(Object.values(others).reduce((sum, count) => sum + count)).toBe(kinds.length - 1);
  });
});
