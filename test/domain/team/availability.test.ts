import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awayAt, awayBefore, isWithUs, sayAway } from "../../../lambdas/domain/team/availability.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { aRep } from "../../builders/rep-now.ts";

const agreement = anAgreement();
const absent = (...absences: [string, string][]) =>
  aRep("luis", { absences: absences.map(([from, to]) => ({ from, to })) });

describe("who is away", () => {
  it("is so from the first to the last day of an absence, and back on the first working day", () => {
    const luis = absent(["2026-03-10", "2026-03-13"]);
    expect(awayAt(luis, agreement, now)).toEqual({ from: "2026-03-10", until: "2026-03-13", back: "2026-03-16" });
    expect(awayAt(luis, agreement, "2026-03-09T22:59:59.000Z")).toBeUndefined();
    expect(awayAt(luis, agreement, "2026-03-13T22:59:59.000Z")).toBeDefined();
    expect(awayAt(luis, agreement, "2026-03-13T23:00:00.000Z")).toBeUndefined();
  });

  it("is away by the calendar of their own zone", () => {
    const inMexico = { ...absent(["2026-03-10", "2026-03-10"]), timeZone: "America/Mexico_City" };
    expect(awayAt(inMexico, agreement, "2026-03-10T05:00:00.000Z")).toBeUndefined();
    expect(awayAt(inMexico, agreement, "2026-03-11T05:00:00.000Z")).toBeDefined();
  });

  it("takes absences that follow each other for one, whatever their order", () => {
    const luis = absent(["2026-03-14", "2026-03-20"], ["2026-03-09", "2026-03-13"], ["2026-03-18", "2026-03-24"]);
    expect(awayAt(luis, agreement, now)).toMatchObject({ until: "2026-03-24", back: "2026-03-25" });
  });

  it("has not started, or has left, or goes on leave and leaves", () => {
    const starts = aRep("luis", { starts: "2026-03-16" });
    expect(awayAt(starts, agreement, now)).toEqual({ until: "2026-03-15", back: "2026-03-16" });
    const left = aRep("luis", { leaves: "2026-03-09" });
    expect(awayAt(left, agreement, now)).toEqual({ from: "2026-03-10", left: true });
    expect([starts, left].map((rep) => isWithUs(rep, agreement, now))).toEqual([false, false]);
    const lastDay = aRep("luis", { starts: "2026-03-10", leaves: "2026-03-10" });
    expect(awayAt(lastDay, agreement, now)).toBeUndefined();
    expect(isWithUs(lastDay, agreement, now)).toBe(true);
    const goes = { ...absent(["2026-03-10", "2026-03-31"]), leaves: "2026-03-31" };
    expect(awayAt(goes, agreement, now)).toEqual({ from: "2026-03-10" });
  });

  it("will be away before a deadline when an absence, or the time after us, begins by then", () => {
    const deadline = () => "2026-03-16T09:30:00.000Z";
    expect(awayBefore(absent(["2026-03-12", "2026-03-13"]), agreement, now, deadline)?.from).toBe("2026-03-12");
    expect(awayBefore(absent(["2026-03-17", "2026-03-18"]), agreement, now, deadline)).toBeUndefined();
    expect(awayBefore(absent(["2026-02-01", "2026-03-09"]), agreement, now, deadline)).toBeUndefined();
    const leaves = (day: string) => awayBefore(aRep("luis", { leaves: day }), agreement, now, deadline);
    expect(leaves("2026-03-13")).toEqual({ from: "2026-03-14", left: true });
    expect(leaves("2026-03-16")).toBeUndefined();
  });

  it("a colleague who is away now is away before every deadline", () => {
    const day = fc.integer({ min: -10, max: 10 }).map((days) => daysFromNow(days).slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { maxLength: 3 }), fc.integer({ min: 0, max: 9 }), (days, until) => {
        const rep = absent(...days.map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a])));
        const away = awayAt(rep, agreement, now);
        if (away !== undefined) expect(awayBefore(rep, agreement, now, () => daysFromNow(until))).toEqual(away);
      }),
    );
  });
});

describe("the sentence", () => {
  it.each([
    [
      { from: "2026-03-09", until: "2026-03-15", back: "2026-03-16" },
      "Luis está fuera hasta el lunes 16",
      "Luis is away until Monday 16",
    ],
    [
      { from: "2026-03-09", until: "2026-04-30", back: "2026-05-04" },
      "Luis está fuera hasta el lunes 4 de mayo",
      "Luis is away until Monday 4 May",
    ],
    [
      { from: "2026-03-12", until: "2026-03-15", back: "2026-03-16" },
      "Luis se ausenta desde el jueves 12, antes del plazo",
      "Luis is away from Thursday 12, before the deadline",
    ],
    [{ from: "2026-03-10", left: true }, "Luis ya no está en el equipo", "Luis has left the team"],
    [
      { from: "2026-03-12", left: true },
      "Luis deja el equipo antes del jueves 12",
      "Luis leaves the team before Thursday 12",
    ],
    [{ from: "2026-03-09" }, "Luis está fuera y no volverá", "Luis is away and will not be back"],
    [{ until: "2026-03-15", back: "2026-03-16" }, "Luis empieza el lunes 16", "Luis starts on Monday 16"],
  ])("says %j", (away, es, en) => {
    expect(sayAway("Luis", away, "2026-03-10")).toEqual({ es, en });
  });
});
