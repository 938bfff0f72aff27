import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Weekday, weekdays } from "../../../lambdas/contract/time.ts";
import { nextSendingTime, zoneOf } from "../../../lambdas/domain/nurture/sending-hours.ts";
import { anAgreement } from "../../builders/agreement.ts";

type Hours = { readonly from: string; readonly to: string };

const weekdaysOnly: Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const agreeing = (days: Weekday[], quietHours?: Hours, holidays: string[] = []) =>
  anAgreement({ nurture: { sending: { days, ...(quietHours && { quietHours }) } } }, { holidays });
const inZone = (timeZone: string) => ({ timeZone, contact: {} });

describe("sending hours", () => {
  const agreement = agreeing(weekdaysOnly, { from: "20:00", to: "08:30" }, ["2026-03-19"]);

  it.each([
    ["by day", "2026-03-10T10:30:00.000Z", "2026-03-10T10:30:00.000Z"],
    ["at the first minute of the night", "2026-03-10T19:00:00.000Z", "2026-03-11T07:30:00.000Z"],
    ["in the last minute before the night", "2026-03-10T18:59:59.999Z", "2026-03-10T18:59:59.999Z"],
    ["after midnight", "2026-03-10T23:30:00.000Z", "2026-03-11T07:30:00.000Z"],
    ["on Friday night, so over the weekend", "2026-03-13T20:00:00.000Z", "2026-03-16T07:30:00.000Z"],
    ["on the eve of a holiday", "2026-03-18T21:00:00.000Z", "2026-03-20T07:30:00.000Z"],
    ["before the clocks are put forward", "2026-03-27T20:00:00.000Z", "2026-03-30T06:30:00.000Z"],
  ])("%s in Madrid", (_, at, next) => {
    expect(nextSendingTime(at, inZone("Europe/Madrid"), agreement)).toBe(next);
  });

  it("are those of the lead, wherever we are, and so are weekends and the dates of our holidays", () => {
    const fridayNight = "2026-03-13T20:00:00.000Z";
    expect(nextSendingTime(fridayNight, inZone("America/New_York"), agreement)).toBe(fridayNight);
    const mondayInAuckland = "2026-03-15T19:30:00.000Z";
    expect(nextSendingTime(fridayNight, inZone("Pacific/Auckland"), agreement)).toBe(mondayInAuckland);
    const ourHoliday = "2026-03-19T23:30:00.000Z";
    expect(nextSendingTime(ourHoliday, inZone("America/New_York"), agreement)).toBe("2026-03-20T12:30:00.000Z");
    expect(nextSendingTime(ourHoliday, inZone("Pacific/Auckland"), agreement)).toBe(ourHoliday);
  });

  it("may leave out the middle of the day instead of the night", () => {
    const siesta = agreeing([...weekdays], { from: "14:00", to: "16:30" });
    const next = (at: string) => nextSendingTime(at, inZone("Europe/Madrid"), siesta);
    expect(next("2026-03-10T12:59:00.000Z")).toBe("2026-03-10T12:59:00.000Z");
    expect(next("2026-03-10T13:00:00.000Z")).toBe("2026-03-10T15:30:00.000Z");
    expect(next("2026-03-10T23:00:00.000Z")).toBe("2026-03-10T23:00:00.000Z");
  });

  it("without quiet hours, or with some of no length, are whole days", () => {
    const friday = "2026-03-13T22:59:00.000Z";
    const saturday = "2026-03-13T23:00:00.000Z";
    for (const terms of [agreeing(weekdaysOnly), agreeing(weekdaysOnly, { from: "09:00", to: "09:00" })]) {
      expect(nextSendingTime(friday, inZone("Europe/Madrid"), terms)).toBe(friday);
      expect(nextSendingTime(saturday, inZone("Europe/Madrid"), terms)).toBe("2026-03-15T23:00:00.000Z");
    }
  });
});

describe("the clocks that a lead lives by", () => {
  const agreement = anAgreement();

  it.each([
    ["its own", { timeZone: "Atlantic/Canary", contact: { country: "ES" } }, "Atlantic/Canary"],
    ["its country's", { contact: { country: "PT" } }, "Europe/Lisbon"],
    [
      "its country's, when its own make no sense",
      { timeZone: "Mars/Base", contact: { country: "MX" } },
      "America/Mexico_City",
    ],
    ["ours, when its country has none", { contact: { country: "Neverland" } }, "Europe/Madrid"],
    ["ours, when it tells nothing", { contact: {} }, "Europe/Madrid"],
    ["ours, whatever it tells", { timeZone: "", contact: { country: "constructor" } }, "Europe/Madrid"],
  ])("are %s", (_, lead, zone) => {
    expect(zoneOf(lead, agreement)).toBe(zone);
  });
});

/** Zones, with an instant at which their clocks are changed. */
const zones = [
  { zone: "Europe/Madrid", changes: ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"] },
  { zone: "Europe/Lisbon", changes: ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"] },
  { zone: "America/New_York", changes: ["2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z"] },
  { zone: "America/Santiago", changes: ["2026-04-05T03:00:00Z", "2026-09-06T04:00:00Z"] },
  { zone: "America/Havana", changes: ["2026-03-08T05:00:00Z", "2026-11-01T05:00:00Z"] },
  { zone: "Australia/Sydney", changes: ["2026-04-04T16:00:00Z", "2026-10-03T16:00:00Z"] },
  { zone: "Australia/Lord_Howe", changes: ["2026-04-04T15:00:00Z", "2026-10-03T15:30:00Z"] },
  { zone: "Pacific/Chatham", changes: ["2026-04-04T14:00:00Z", "2026-09-26T14:00:00Z"] },
  // The day that Samoa left out to change the side of the date line.
  { zone: "Pacific/Apia", changes: ["2011-12-30T10:00:00Z"] },
  { zone: "Asia/Kathmandu", changes: ["2026-01-01T00:00:00Z"] },
];

const minute = 60_000;
const day = 24 * 60 * minute;
const iso = (at: number): string => new Date(at).toISOString();

const hour = fc
  .tuple(fc.nat(23), fc.constantFrom("00", "15", "30", "59"))
  .map(([h, m]) => `${String(h).padStart(2, "0")}:${m}`);
/** Also the hours in which clocks are changed. */
const anyHours = fc.option(
  fc.oneof(
    fc.record({ from: hour, to: hour }),
    fc.constantFrom({ from: "20:00", to: "08:30" }, { from: "22:00", to: "02:30" }, { from: "02:15", to: "23:45" }),
  ),
  { nil: undefined, freq: 8 },
);

const anySituation = fc.constantFrom(...zones).chain(({ zone, changes }) =>
  fc.constantFrom(...changes.map((change) => Date.parse(change))).chain((change) =>
    fc.record({
      zone: fc.constant(zone),
      at: fc.integer({ min: -6000, max: 3000 }).map((minutes) => change + minutes * minute),
      days: fc.subarray([...weekdays], { minLength: 1 }),
      hours: anyHours,
      holidays: fc.uniqueArray(
        fc.integer({ min: -4, max: 4 }).map((days) => iso(change + days * day).slice(0, 10)),
        { maxLength: 4 },
      ),
    }),
  ),
);

const written = new Map<string, Intl.DateTimeFormat>();
const inWords = (zone: string): Intl.DateTimeFormat => {
  const known = written.get(zone);
  if (known !== undefined) return known;
  const options = { timeZone: zone, weekday: "long", year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const made = new Intl.DateTimeFormat("en-GB", { ...options, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  written.set(zone, made);
  return made;
};

interface Situation {
  readonly zone: string;
  readonly days: readonly Weekday[];
  readonly hours: Hours | undefined;
  readonly holidays: readonly string[];
}

/** Judged by what the machine's own calendar writes, with no arithmetic on clocks. */
const mayArrive = (at: number, { zone, days, hours, holidays }: Situation): boolean => {
  const parts = Object.fromEntries(
    inWords(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { weekday = "", year, month, day, hour, minute } = parts;
  if (!days.some((name) => name === weekday.toLowerCase())) return false;
  if (holidays.includes(`${year}-${month}-${day}`)) return false;
  const time = `${hour}:${minute}`;
  if (hours === undefined || hours.from === hours.to) return true;
  const { from, to } = hours;
  return from < to ? time < from || time >= to : time >= to && time < from;
};

describe("the next sending time, around changes of the clocks in many zones", () => {
  /** Where between now and then to look whether it would have been allowed. */
  const looks = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 30, maxLength: 30 });

  it("is allowed, is not earlier than asked, and no earlier minute is allowed", () => {
    fc.assert(
      fc.property(anySituation, looks, ({ at, ...situation }, parts) => {
        const agreement = agreeing(situation.days, situation.hours, situation.holidays);
        const next = Date.parse(nextSendingTime(iso(at), inZone(situation.zone), agreement));
        expect(next).toBeGreaterThanOrEqual(at);
        expect(mayArrive(next, situation)).toBe(true);
        const minutes = (next - at) / minute;
        const earlier = [...parts.map((part) => Math.floor(part * minutes)), minutes - 1].filter((n) => n < minutes);
        for (const n of minutes < 1 ? [] : earlier) expect(mayArrive(at + n * minute, situation)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("is its own next, and never lies before that of an earlier instant", () => {
    fc.assert(
      fc.property(anySituation, fc.nat(10_000), ({ at, zone, days, hours, holidays }, minutes) => {
        const agreement = agreeing(days, hours, holidays);
        const next = (from: string) => nextSendingTime(from, inZone(zone), agreement);
        const first = next(iso(at));
        expect(next(first)).toBe(first);
        expect(next(iso(at + minutes * minute)) >= first).toBe(true);
      }),
    );
  });
});
