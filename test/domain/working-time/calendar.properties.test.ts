import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weekdays } from "../../../lambdas/contract/time.ts";
import {
  addDuration,
  calendarOfOwner,
  partWayBetween,
  type WorkingCalendar,
} from "../../../lambdas/domain/working-time/calendar.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { anOwner } from "../../builders/owner.ts";
import { calendarIn } from "./calendars.ts";

/** Zones, with the instants at which their clocks are changed in 2026. */
const zones = [
  { zone: "Europe/Madrid", changes: ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"] },
  { zone: "America/New_York", changes: ["2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z"] },
  { zone: "America/Santiago", changes: ["2026-04-05T03:00:00Z", "2026-09-06T04:00:00Z"] },
  { zone: "America/Havana", changes: ["2026-03-08T05:00:00Z", "2026-11-01T05:00:00Z"] },
  { zone: "Africa/Cairo", changes: ["2026-04-23T22:00:00Z", "2026-10-29T21:00:00Z"] },
  { zone: "Asia/Beirut", changes: ["2026-03-28T22:00:00Z", "2026-10-24T21:00:00Z"] },
  { zone: "Australia/Lord_Howe", changes: ["2026-04-04T15:00:00Z", "2026-10-03T15:30:00Z"] },
  { zone: "Asia/Kathmandu", changes: ["2026-01-01T00:00:00Z"] },
] as const;

const officeDays = [[], ["09:00-18:00"], ["09:00-14:00", "15:30-18:30"], ["08:00-15:00"], ["00:00-24:00"]];
const nightDays = [["22:00-24:00"], ["00:00-06:00"], ["00:30-02:30", "02:45-05:00"], ["00:00-00:01", "23:59-24:00"]];

const minute = 60_000;
const day = 24 * 60 * minute;
const iso = (at: number): string => new Date(at).toISOString();
const millis = (at: string | undefined): number => Date.parse(at ?? "");

interface Beginning {
  readonly at: number;
  readonly zone: string;
  readonly week: readonly string[][];
  readonly free: readonly string[];
}

/** Any week and holidays, and any minute of 2026: in half of the cases around a change of the clocks. */
const beginning = (days: readonly string[][]): fc.Arbitrary<Beginning> =>
  fc.constantFrom(...zones).chain(({ zone, changes }) =>
    fc.record({
      zone: fc.constant(zone),
      week: fc
        .array(fc.constantFrom(...days), { minLength: 7, maxLength: 7 })
        .filter((week) => week.some((spans) => spans.length > 0)),
      free: fc.uniqueArray(
        fc.nat(400).map((n) => iso(millis("2026-01-01") + n * day).slice(0, 10)),
        { maxLength: 20 },
      ),
      at: fc.oneof(
        fc.nat(525_600).map((n) => millis("2026-01-01") + n * minute),
        fc
          .tuple(fc.constantFrom(...changes), fc.integer({ min: -1600, max: 180 }))
          .map(([change, n]) => millis(change) + n * minute),
      ),
    }),
  );

const calendar = ({ zone, week, free }: Omit<Beginning, "at">): WorkingCalendar =>
  calendarIn(zone, Object.fromEntries(weekdays.map((name, i) => [name, week[i] ?? []])), [...free]);

/** Days off, one after another or overlapping. */
const anyAbsences = fc.array(
  fc.tuple(fc.nat(400), fc.nat(21)).map(([first, days]) => ({
    from: dateOf(first),
    to: dateOf(first + days),
  })),
  { maxLength: 6 },
);

const dateOf = (n: number): string => iso(millis("2026-01-01") + n * day).slice(0, 10);

/** The company is in Madrid; the owner is where it begins, with their own hours, public holidays and days off. */
const ownersCalendar = ({ zone, week, free }: Beginning, absences: { from: string; to: string }[]): WorkingCalendar => {
  const workingHours = Object.fromEntries(weekdays.map((name, i) => [name, [...(week[i] ?? [])]]));
  const owner = anOwner({ timeZone: zone, workingHours, holidays: { country: "ES" }, absences });
  return calendarOfOwner(owner, anAgreement({}, { holidaysOfReps: { [owner.id]: [...free] } }));
};

const anyBeginning = beginning([...officeDays, ...nightDays]);
const anyDuration = fc.oneof(
  fc.nat(60).map((n) => `${n} working hours`),
  fc.nat(3000).map((n) => `${n} working minutes`),
  fc.nat(400).map((n) => `${n / 100} working days`),
);

describe("working time", () => {
  it("added in two steps is as if added in one", () => {
    fc.assert(
      fc.property(anyBeginning, fc.nat(3000), fc.nat(3000), (begin, one, two) => {
        const [hours, at] = [calendar(begin), iso(begin.at)];
        const there = addDuration(at, `${one} working minutes`, hours);
        const inOne = addDuration(at, `${one + two} working minutes`, hours);
        expect(addDuration(there, `${two} working minutes`, hours)).toBe(inOne);
      }),
      { numRuns: 300 },
    );
  });

  it("never ends before it begins, and never ends outside working hours", () => {
    fc.assert(
      fc.property(anyBeginning, anyDuration, (begin, duration) => {
        const hours = calendar(begin);
        const then = addDuration(iso(begin.at), duration, hours);
        expect(millis(then)).toBeGreaterThanOrEqual(begin.at);
        expect(addDuration(then, "0 working minutes", hours)).toBe(then);
      }),
      { numRuns: 300 },
    );
  });

  it("that begins later never ends earlier", () => {
    const later = fc.oneof(fc.nat(90), fc.nat(3000));
    fc.assert(
      fc.property(anyBeginning, later, anyDuration, (begin, minutes, duration) => {
        const hours = calendar(begin);
        const [one, other] = [begin.at, begin.at + minutes * minute].map((at) => addDuration(iso(at), duration, hours));
        expect(millis(other)).toBeGreaterThanOrEqual(millis(one));
      }),
      { numRuns: 600 },
    );
  });

  it.each(["working minutes", "working days"])("of more %s never ends earlier", (unit) => {
    const amount = fc.nat(500).map((n) => n / 100);
    fc.assert(
      fc.property(anyBeginning, amount, amount, (begin, one, two) => {
        const hours = calendar(begin);
        const [sooner, later] = [Math.min(one, two), Math.max(one, two)].map((n) =>
          addDuration(iso(begin.at), `${n} ${unit}`, hours),
        );
        expect(millis(later)).toBeGreaterThanOrEqual(millis(sooner));
      }),
      { numRuns: 300 },
    );
  });

  it("is plain time where every minute is worked, whatever the clocks do", () => {
    fc.assert(
      fc.property(beginning([["00:00-24:00"]]), fc.nat(5000), (begin, n) => {
        const always = calendar({ ...begin, free: [] });
        const at = iso(begin.at);
        expect(addDuration(at, `${n} working minutes`, always)).toBe(addDuration(at, `${n} minutes`, always));
      }),
    );
  });

  const anyOwner = fc
    .tuple(anyBeginning, anyAbsences)
    .map(([begin, absences]) => ({ begin, absences, hours: ownersCalendar(begin, absences) }));

  it("of an owner with days off adds up, never ends outside their hours or on a day off, and is monotone", () => {
    const amount = fc.nat(3000);
    fc.assert(
      fc.property(anyOwner, amount, amount, ({ begin, absences, hours }, one, two) => {
        const at = iso(begin.at);
        const there = addDuration(at, `${one} working minutes`, hours);
        const inOne = addDuration(at, `${one + two} working minutes`, hours);
        expect(addDuration(there, `${two} working minutes`, hours)).toBe(inOne);
        expect(inOne >= there).toBe(true);
        expect(addDuration(iso(begin.at + two * minute), `${one} working minutes`, hours) >= there).toBe(true);
        expect(addDuration(inOne, "0 working minutes", hours)).toBe(inOne);
        // The closing instant may be the midnight at which the day off begins.
        const date = new Intl.DateTimeFormat("sv-SE", { timeZone: begin.zone }).format(millis(inOne) - 1);
        if (one + two > 0) expect(absences.filter(({ from, to }) => from <= date && date <= to)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("in working days of an owner with days off never ends outside their hours, and is monotone", () => {
    const amount = fc.nat(600).map((n) => n / 100);
    fc.assert(
      fc.property(anyOwner, amount, amount, fc.nat(3000), ({ begin, hours }, one, more, later) => {
        const [at, days] = [iso(begin.at), `${one} working days`];
        const there = addDuration(at, days, hours);
        expect(addDuration(there, "0 working minutes", hours)).toBe(there);
        expect(addDuration(at, `${one + more} working days`, hours) >= there).toBe(true);
        expect(addDuration(iso(begin.at + later * minute), days, hours) >= there).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("has a part of the way strictly inside it, in working hours if any of it is worked", () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(anyOwner, fc.integer({ min: 1, max: 20_000 }), share, ({ begin, hours }, minutes, part) => {
        const [from, to] = [iso(begin.at), iso(begin.at + minutes * minute)];
        const then = partWayBetween(from, to, part, hours);
        expect(from < then && then < to).toBe(true);
        const begins = addDuration(from, "0 working minutes", hours);
        if (begins < to && begins !== from) expect(addDuration(then, "0 working minutes", hours)).toBe(then);
      }),
      { numRuns: 300 },
    );
  });

  it("is what someone counts who looks at the clock every minute", () => {
    fc.assert(
      fc.property(beginning(officeDays), fc.integer({ min: 1, max: 900 }), (begin, n) => {
        expect(addDuration(iso(begin.at), `${n} working minutes`, calendar(begin))).toBe(iso(counted(begin, n)));
      }),
      { numRuns: 60 },
    );
  });
});

/** Lets this many worked minutes go by, one by one, by the machine's own knowledge of time zones. */
const counted = ({ at, zone, week, free }: Beginning, minutes: number): number => {
  const look = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const isWorked = (clocks: string): boolean => {
    const [date = "", time = ""] = clocks.split(" ");
    const spans = week[new Date(`${date}T00:00:00.000Z`).getUTCDay()] ?? [];
    return !free.includes(date) && spans.some((span) => span.slice(0, 5) <= time && time < span.slice(6));
  };
  let now = at;
  for (let left = minutes; left > 0; now += minute) if (isWorked(look.format(now))) left--;
  return now;
};
