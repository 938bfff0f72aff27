import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keys } from "../../lambdas/contract/table.ts";
import { weekBefore } from "../../lambdas/domain/meeting/meeting-week.ts";
import { quarterAfter, quarterOf, quarterOfWeek, spanOfWeek, weekOf } from "../../lambdas/domain/metrics/week.ts";
import { readFigures, readFiguresAbout } from "../../lambdas/metrics/read-figures.ts";
import { anAgreement } from "../builders/agreement.ts";
import { CountingWorld, timeZone } from "../domain/metrics/counting-world.ts";

const agreement = anAgreement();

const wonAt = async (...instants: string[]) => {
  const world = new CountingWorld();
  for (const [i, at] of instants.entries()) {
    const leadId = `lead-${i}`;
    const fact = { leadId, cycle: 1, at, ownerId: "ana", kind: "won", amount: 1000 };
    await world.write({ ...keys.outcome(leadId, 1, at), ...fact });
  }
  await world.deliver((pending) => [...pending]);
  return world;
};

describe("the figures of a pack", () => {
  it("about the last week of the year count its deals for the quarter that ends, and name it", async () => {
    const { table } = await wonAt("2026-12-29T10:00:00.000Z", "2027-01-04T06:30:00.000Z");
    const figures = await readFiguresAbout(table, agreement, "2027-01-04T07:00:00.000Z", {
      about: "2026-W53",
      weeks: 9,
    });
    expect(figures.goal).toMatchObject({ quarter: "2026-Q4", won: 1, to: "2026-12-31T23:00:00.000Z" });
    expect(figures.weeks.at(-1)).toMatchObject({ week: "2026-W53", won: 1, state: "past" });
    expect(figures.sentences.map(({ es }) => es)).toContain(
      "Ventas ganadas en el 4.º trimestre de 2026: 1; el objetivo son 9.",
    );
    // The board, on the same day, is about the new quarter.
    expect((await readFigures(table, agreement, "2027-01-04T07:00:00.000Z", 9)).goal).toMatchObject({
      quarter: "2027-Q1",
      won: 1,
    });
  });

  const second = 1000;
  const [first, days] = [Date.parse("2026-11-30T00:00:00.000Z"), 200];
  const instant = fc.nat(days * 86_400).map((seconds) => new Date(first + seconds * second).toISOString());

  it("count what was won in the quarter up to the end of the week, whenever the pack is made", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(instant, { maxLength: 30 }), instant, fc.boolean(), async (wins, now, isEarly) => {
        const current = weekOf(now, timeZone);
        const about = isEarly ? current : weekBefore(current);
        const known = wins.filter((at) => at < now);
        const { table } = await wonAt(...known);
        const { goal, weeks } = await readFiguresAbout(table, agreement, now, { about, weeks: 2 });
        const until = new Date(spanOfWeek(about, timeZone).to).toISOString();
        const quarter = quarterOfWeek(about);
        expect(goal.quarter).toBe(quarter);
        expect(goal.won).toBe(known.filter((at) => at < until && quarterOf(at, timeZone) === quarter).length);
        expect(weeks.at(-1)?.won ?? 0).toBe(known.filter((at) => weekOf(at, timeZone) === about).length);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the quarter of a week", () => {
  it.each([
    ["2026-W53", "2026-Q4"],
    ["2027-W01", "2027-Q1"],
    ["2026-W14", "2026-Q2"],
    ["2026-W13", "2026-Q1"],
  ])("%s is %s: the one with its Thursday", (week, quarter) => {
    expect(quarterOfWeek(week)).toBe(quarter);
  });

  it("is followed by the next one, also over the year's end", () => {
    expect([quarterAfter("2026-Q3"), quarterAfter("2026-Q4")]).toEqual(["2026-Q4", "2027-Q1"]);
  });
});
