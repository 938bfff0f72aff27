import { describe, expect, it } from "vitest";
import { addDuration } from "../../../lambdas/domain/working-time/calendar.ts";
import { roundTheClock } from "../../builders/agreement.ts";
import { calendarIn, inMadrid, weekdaysAt } from "./calendars.ts";

const nineToSix = calendarIn("Europe/Madrid", weekdaysAt("09:00-18:00"));
const withLunch = calendarIn("Europe/Madrid", { ...weekdaysAt("09:00-14:00", "15:30-18:30"), friday: ["08:00-15:00"] });

describe("working hours and minutes", () => {
  it.each([
    [
      "Saturday evening, one hour: Monday, an hour after opening",
      "2026-03-07T19:00",
      "1 working hour",
      "2026-03-09T10:00",
    ],
    ["half an hour before the weekend", "2026-03-06T17:30", "2 working hours", "2026-03-09T10:30"],
    ["within the day", "2026-03-10T10:30", "90 working minutes", "2026-03-10T12:00"],
    ["before opening", "2026-03-10T07:00", "15 working minutes", "2026-03-10T09:15"],
    [
      "a whole day's work ends at the close, not at the next opening",
      "2026-03-10T09:00",
      "9 working hours",
      "2026-03-10T18:00",
    ],
    ["at the very close", "2026-03-10T18:00", "1 working minute", "2026-03-11T09:01"],
    ["nothing, in working hours: at once", "2026-03-10T10:30", "0 working hours", "2026-03-10T10:30"],
    ["nothing, at night: at the opening", "2026-03-10T22:00", "0 working hours", "2026-03-11T09:00"],
    ["a week's work", "2026-03-10T10:30", "45 working hours", "2026-03-17T10:30"],
  ])("%s", (_, from, duration, then) => expect(inMadrid(nineToSix)(from, duration)).toBe(then));

  it("may end at the last midnight of the week, and are still there when nothing is added", () => {
    const late = inMadrid(calendarIn("Europe/Madrid", weekdaysAt("22:00-24:00")));
    expect(late("2026-03-06T23:00", "1 working hour")).toBe("2026-03-07T00:00");
    expect(late("2026-03-07T00:00", "0 working hours")).toBe("2026-03-07T00:00");
    expect(late("2026-03-07T00:00", "1 working minute")).toBe("2026-03-09T22:01");
  });

  it("pause for lunch", () => {
    expect(inMadrid(withLunch)("2026-03-10T13:30", "1 working hour")).toBe("2026-03-10T16:00");
    expect(inMadrid(withLunch)("2026-03-10T14:30", "1 working minute")).toBe("2026-03-10T15:31");
  });
});

describe("working days", () => {
  it.each([
    ["the same clock time two days later", "2026-03-10T11:00", "2 working days", "2026-03-12T11:00"],
    ["over the weekend", "2026-03-12T11:00", "2 working days", "2026-03-16T11:00"],
    ["from the night: from the next opening", "2026-03-10T23:00", "1 working day", "2026-03-12T09:00"],
    ["from the weekend: from Monday's opening", "2026-03-07T19:00", "2 working days", "2026-03-11T09:00"],
    ["from the very close: from the next opening", "2026-03-10T18:30", "1 working day", "2026-03-12T09:00"],
    ["from the lunch break: from the afternoon", "2026-03-10T14:30", "1 working day", "2026-03-11T15:30"],
    ["to a day that is shorter: the next opening", "2026-03-12T17:00", "1 working day", "2026-03-16T09:00"],
    ["to an hour at which the other day has its lunch", "2026-03-06T14:30", "1 working day", "2026-03-09T15:30"],
    ["none", "2026-03-10T11:00", "0 working days", "2026-03-10T11:00"],
    [
      "half of one: half of the eight hours until tomorrow at eleven",
      "2026-03-10T11:00",
      "0.5 working days",
      "2026-03-10T16:30",
    ],
    ["one and a half", "2026-03-09T11:00", "1.5 working days", "2026-03-10T16:30"],
  ])("%s", (_, from, duration, then) => expect(inMadrid(withLunch)(from, duration)).toBe(then));
});

describe("Christmas in Madrid", () => {
  const holidays = ["2026-12-08", "2026-12-25", "2027-01-01", "2027-01-06"];
  const add = inMadrid(calendarIn("Europe/Madrid", weekdaysAt("09:00-18:00"), holidays));

  it.each([
    ["2026-12-24T17:00", "2 working hours", "2026-12-28T10:00"],
    ["2026-12-24T11:00", "1 working day", "2026-12-28T11:00"],
    ["2026-12-25T11:00", "1 working hour", "2026-12-28T10:00"],
    ["2026-12-30T11:00", "2 working days", "2027-01-04T11:00"],
    ["2026-12-31T17:30", "1 working hour", "2027-01-04T09:30"],
    ["2026-12-24T09:00", "63 working hours", "2027-01-05T18:00"],
    ["2026-12-24T09:00", "8 working days", "2027-01-08T09:00"],
  ])("from %s, %s", (from, duration, then) => expect(add(from, duration)).toBe(then));

  it("plain days do not mind", () => {
    expect(add("2026-12-24T11:00", "2 days")).toBe("2026-12-26T11:00");
  });
});

describe("the Sundays on which the clocks change", () => {
  it("keep working days at their clock time, and working hours at their length", () => {
    const add = inMadrid(nineToSix);
    expect(add("2026-03-27T11:00", "1 working day")).toBe("2026-03-30T11:00");
    expect(add("2026-03-27T17:00", "2 working hours")).toBe("2026-03-30T10:00");
    expect(add("2026-10-23T11:00", "1 working day")).toBe("2026-10-26T11:00");
    expect(add("2026-10-23T17:00", "2 working hours")).toBe("2026-10-26T10:00");
  });

  it("count the hours that are really there, when they are worked", () => {
    const nights = calendarIn("Europe/Madrid", { sunday: ["00:00-06:00"] });
    // In spring the clocks go from 2 to 3, in autumn from 3 back to 2.
    expect(addDuration("2026-03-28T22:00:00.000Z", "5 working hours", nights)).toBe("2026-03-29T04:00:00.000Z");
    expect(addDuration("2026-10-24T21:00:00.000Z", "7 working hours", nights)).toBe("2026-10-25T05:00:00.000Z");
  });

  it("leave no time to work in a span that the clocks leave out", () => {
    const leftOut = calendarIn("Europe/Madrid", { sunday: ["02:15-02:45"] });
    expect(addDuration("2026-03-28T12:00:00.000Z", "10 working minutes", leftOut)).toBe("2026-04-05T00:25:00.000Z");
    expect(addDuration("2026-03-28T12:00:00.000Z", "0 working minutes", leftOut)).toBe("2026-04-05T00:15:00.000Z");
    expect(addDuration("2026-03-22T01:20:00.000Z", "1 working day", leftOut)).toBe("2026-04-05T00:20:00.000Z");
    const half = calendarIn("Europe/Madrid", { sunday: ["02:30-04:00"] });
    expect(addDuration("2026-03-28T12:00:00.000Z", "1 working hour", half)).toBe("2026-03-29T02:00:00.000Z");
  });

  it("lead from the hour that is left out to the end of it", () => {
    const always = calendarIn("Europe/Madrid", roundTheClock);
    expect(addDuration("2026-03-28T01:30:00.000Z", "1 working day", always)).toBe("2026-03-29T01:00:00.000Z");
  });

  it("lead from the repeated hour to its clock time the first time round, to the end of it the second", () => {
    const always = calendarIn("Europe/Madrid", roundTheClock);
    const [first, second] = ["2026-10-25T00:50:00.000Z", "2026-10-25T01:10:00.000Z"];
    expect(addDuration(first, "1 working day", always)).toBe("2026-10-26T01:50:00.000Z");
    expect(addDuration(second, "1 working day", always)).toBe("2026-10-26T01:59:59.999Z");
    expect(addDuration("2026-10-25T01:00:00.000Z", "1 working day", always)).toBe("2026-10-26T01:59:59.999Z");
    expect(addDuration(second, "0 working days", always)).toBe(second);
  });

  it("keep the repeated hour before midnight on its own day", () => {
    // Beirut, 24 October 2026: after 23:59:59 comes 23:00 again.
    const always = calendarIn("Asia/Beirut", roundTheClock, ["2026-10-25"]);
    expect(addDuration("2026-10-24T20:50:00.000Z", "1 working day", always)).toBe("2026-10-26T21:50:00.000Z");
    expect(addDuration("2026-10-24T21:30:00.000Z", "1 working day", always)).toBe("2026-10-26T21:59:59.999Z");
  });
});

describe("a zone whose midnight is missing once a year", () => {
  // Cairo, 24 April 2026: after 23:59:59 on Thursday comes Friday 01:00.
  const always = calendarIn("Africa/Cairo", roundTheClock);

  it("has a day of 23 hours, and no gap in its time", () => {
    expect(addDuration("2026-04-23T20:30:00.000Z", "2 working hours", always)).toBe("2026-04-23T22:30:00.000Z");
    expect(addDuration("2026-04-22T22:00:00.000Z", "1 working day", always)).toBe("2026-04-23T22:00:00.000Z");
    expect(addDuration("2026-04-22T22:00:00.000Z", "2 working days", always)).toBe("2026-04-24T21:00:00.000Z");
  });

  it("opens when the day begins", () => {
    const fridays = calendarIn("Africa/Cairo", { friday: ["00:00-02:00"] });
    expect(addDuration("2026-04-23T12:00:00.000Z", "0 working hours", fridays)).toBe("2026-04-23T22:00:00.000Z");
    expect(addDuration("2026-04-23T12:00:00.000Z", "1 working hour", fridays)).toBe("2026-04-23T23:00:00.000Z");
  });
});

describe("what cannot be answered", () => {
  it("is refused: working time where no one ever works", () => {
    const never = calendarIn("Europe/Madrid", {});
    expect(() => addDuration("2026-03-10T09:30:00.000Z", "1 working hour", never)).toThrow(/without working hours/);
    expect(addDuration("2026-03-10T09:30:00.000Z", "1 hour", never)).toBe("2026-03-10T10:30:00.000Z");
  });

  it("is refused: no instant, no duration", () => {
    expect(() => addDuration("yesterday", "1 working hour", nineToSix)).toThrow(RangeError);
    expect(() => addDuration("2026-03-10T09:30:00.000Z", "soon", nineToSix)).toThrow(/not a length of time/);
  });
});
