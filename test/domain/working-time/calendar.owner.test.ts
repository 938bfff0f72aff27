import { describe, expect, it } from "vitest";
import type { Owner } from "../../../lambdas/domain/team/owner.ts";
import {
  addDuration,
  calendarOf,
  calendarOfOwner,
  partWayBetween,
} from "../../../lambdas/domain/working-time/calendar.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { anOwner } from "../../builders/owner.ts";
import { calendarIn, weekdaysAt } from "./calendars.ts";

const nineToSix = weekdaysAt("09:00-18:00");
/** Madrid's holidays of these weeks, the town's and the country's. */
const agreement = anAgreement(
  { company: { workingHours: nineToSix } },
  {
    holidays: ["2026-05-01", "2026-12-08", "2026-12-25", "2027-01-01", "2027-01-06"],
    holidaysOfReps: { canaria: ["2026-05-30", "2026-12-25", "2027-01-01"], mexicana: ["2026-11-16", "2026-12-25"] },
  },
);

const add = (from: string, duration: string, owner: Partial<Owner> = {}) =>
  addDuration(new Date(from).toISOString(), duration, calendarOfOwner(anOwner(owner), agreement));

const canaria = { id: "canaria", timeZone: "Atlantic/Canary", holidays: { country: "ES", region: "cn" } };
const mexicana = { id: "mexicana", timeZone: "America/Mexico_City", holidays: { country: "MX" } };

describe("a rep in Madrid, who works the company's hours", () => {
  it.each([
    ["Saturday 19:00 and an hour: Monday 10:00", "2026-03-07T19:00+01:00", "1 working hour", "2026-03-09T10:00+01:00"],
    ["Friday 17:30 and two: Monday 10:30", "2026-03-06T17:30+01:00", "2 working hours", "2026-03-09T10:30+01:00"],
    ["over Christmas", "2026-12-24T17:00+01:00", "2 working hours", "2026-12-28T10:00+01:00"],
    ["24 to 31 December", "2026-12-24T10:00+01:00", "4 working days", "2026-12-31T10:00+01:00"],
    ["to the new year", "2026-12-30T16:00+01:00", "2 working days", "2027-01-04T16:00+01:00"],
    ["over the Sunday in March", "2026-03-27T17:00+01:00", "2 working hours", "2026-03-30T10:00+02:00"],
    ["over the Sunday in October", "2026-10-23T17:00+02:00", "2 working hours", "2026-10-26T10:00+01:00"],
  ])("%s", (_, from, duration, then) => expect(add(from, duration)).toBe(new Date(then).toISOString()));

  it("has the same calendar as the company", () => {
    expect(calendarOfOwner(anOwner(), agreement)).toEqual(calendarOf(agreement));
  });
});

describe("days off", () => {
  const absences = [
    { from: "2026-03-11", to: "2026-03-12" },
    { from: "2026-03-13", to: "2026-03-13" },
    { from: "2026-03-16", to: "2026-03-17" },
  ];

  it.each([
    ["in the middle", "2026-03-10T17:00+01:00", "2 working hours", "2026-03-18T10:00+01:00"],
    ["in working days", "2026-03-10T11:00+01:00", "1 working day", "2026-03-18T11:00+01:00"],
    ["at the start", "2026-03-11T11:00+01:00", "15 working minutes", "2026-03-18T09:15+01:00"],
    ["that come later: not at all", "2026-03-10T11:00+01:00", "3 working hours", "2026-03-10T14:00+01:00"],
    ["in plain time: not at all", "2026-03-10T11:00+01:00", "2 days", "2026-03-12T11:00+01:00"],
  ])("count %s", (_, from, duration, then) =>
    expect(add(from, duration, { absences })).toBe(new Date(then).toISOString()),
  );

  it("are whole days of the owner's own zone", () => {
    const off = {
      ...mexicana,
      absences: [{ from: "2026-03-11", to: "2026-03-11" }],
      workingHours: weekdaysAt("00:00-24:00"),
    };
    expect(add("2026-03-11T05:00Z", "2 working hours", off)).toBe("2026-03-12T07:00:00.000Z");
  });
});

describe("a rep elsewhere", () => {
  it("in the Canaries opens an hour later, on both sides of the Sundays on which the clocks change", () => {
    expect(add("2026-03-07T19:00Z", "1 working hour", canaria)).toBe("2026-03-09T10:00:00.000Z");
    expect(add("2026-03-27T17:00Z", "2 working hours", canaria)).toBe("2026-03-30T09:00:00.000Z");
    expect(add("2026-10-23T16:00Z", "2 working hours", canaria)).toBe("2026-10-26T10:00:00.000Z");
  });

  it("keeps their own public holidays and not the company's", () => {
    expect(add("2026-05-01T09:00Z", "1 working hour", canaria)).toBe("2026-05-01T10:00:00.000Z");
    expect(add("2026-05-01T07:00Z", "1 working hour")).toBe("2026-05-04T08:00:00.000Z");
    expect(add("2026-11-13T23:00Z", "2 working hours", mexicana)).toBe("2026-11-17T16:00:00.000Z");
    expect(add("2026-12-08T15:00Z", "1 working hour", mexicana)).toBe("2026-12-08T16:00:00.000Z");
  });

  it("in Mexico works on when Madrid has closed, and has no summer time", () => {
    expect(add("2026-03-06T18:00Z", "2 working days", mexicana)).toBe("2026-03-10T18:00:00.000Z");
    expect(add("2026-03-27T18:00Z", "1 working day", mexicana)).toBe("2026-03-30T18:00:00.000Z");
  });

  it("in New York changes the clocks three weeks before Madrid", () => {
    const [rep, at] = [{ timeZone: "America/New_York" }, "2026-03-06T17:00-05:00"];
    expect(add(at, "2 working hours", rep)).toBe(new Date("2026-03-09T10:00-04:00").toISOString());
    expect(add("2026-10-30T17:00-04:00", "2 working hours", rep)).toBe(
      new Date("2026-11-02T10:00-05:00").toISOString(),
    );
  });
});

describe("a part of the way", () => {
  const hours = calendarIn("Europe/Madrid", nineToSix);

  it("is measured in working time", () => {
    // From Friday 17:00 to Monday 12:00 there are four working hours.
    expect(partWayBetween("2026-03-06T16:00:00.000Z", "2026-03-09T11:00:00.000Z", 0.5, hours)).toBe(
      "2026-03-09T09:00:00.000Z",
    );
  });

  it("is measured in plain time where no one works", () => {
    expect(partWayBetween("2026-03-07T10:00:00.000Z", "2026-03-07T20:00:00.000Z", 0.5, hours)).toBe(
      "2026-03-07T15:00:00.000Z",
    );
    const never = calendarIn("Europe/Madrid", {});
    expect(partWayBetween("2026-03-10T10:00:00.000Z", "2026-03-10T20:00:00.000Z", 0.25, never)).toBe(
      "2026-03-10T12:30:00.000Z",
    );
  });
});
