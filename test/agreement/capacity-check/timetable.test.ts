import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timetableOf } from "../../../lambdas/agreement/capacity-check/timetable.ts";
import { workedBetween } from "../../../lambdas/domain/metrics/sla-of-week.ts";
import { addDuration, calendarOf } from "../../../lambdas/domain/working-time/calendar.ts";
import { anAgreement } from "../../builders/agreement.ts";

const [begin, end] = [Date.parse("2026-02-01T23:00:00.000Z"), Date.parse("2026-03-27T23:00:00.000Z")];
const calendar = calendarOf(anAgreement({}, { holidays: ["2026-02-18", "2026-03-19"] }));
const timetable = timetableOf(calendar, begin, end);
const instant = fc.integer({ min: begin, max: end - 14 * 86_400_000 });
const iso = (at: number) => new Date(at).toISOString();

describe("a timetable", () => {
  it("says the same as the calendar that it was made from", () => {
    const duration = fc.constantFrom(
      "2 working days",
      "1.5 working days",
      "15 working minutes",
      "7 working hours",
      "3 days",
    );
    fc.assert(
      fc.property(instant, duration, (at, within) => {
        expect(iso(timetable.after(at, within))).toBe(addDuration(iso(at), within, calendar));
      }),
    );
  });

  it("counts working time between two instants, and finds back", () => {
    fc.assert(
      fc.property(instant, fc.nat(14 * 86_400_000), (from, more) => {
        const work = timetable.workAt(from + more) - timetable.workAt(from);
        expect(work).toBe(workedBetween(iso(from), iso(from + more), calendar));
        expect(timetable.workAt(timetable.instantAt(timetable.workAt(from)))).toBe(timetable.workAt(from));
      }),
    );
  });

  it("ends: past its last day lies nothing, and where no one works there is no time", () => {
    expect(timetable.after(end - 1, "2 working days")).toBe(Number.POSITIVE_INFINITY);
    const free = timetableOf({ ...calendar, week: [[], [], [], [], [], [], []] }, begin, end);
    expect([free.workAt(end), free.instantAt(0)]).toEqual([0, Number.POSITIVE_INFINITY]);
    expect(free.after(begin, "1 working hour")).toBe(Number.POSITIVE_INFINITY);
    expect(free.after(begin, "1 working day")).toBe(Number.POSITIVE_INFINITY);
  });
});
