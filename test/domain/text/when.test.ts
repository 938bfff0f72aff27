import { describe, expect, it } from "vitest";
import { sayDuration } from "../../../lambdas/domain/text/say-duration.ts";
import {
  readerFor,
  readerIn,
  readerOf,
  sayBriefly,
  sayDay,
  sayDistance,
  sayWhen,
} from "../../../lambdas/domain/text/when.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";

const agreement = anAgreement();
const spanish = readerIn("es", agreement);
const english = readerIn("en", agreement);
const winter = "2026-11-24T17:00:00.000Z";

describe("an instant in words", () => {
  it("is in the company's time zone, in the reader's language, with the zone", () => {
    expect(sayWhen(winter, spanish)).toBe("martes 24 de noviembre, 18:00 (hora de Madrid)");
    expect(sayWhen(winter, english)).toBe("Tuesday 24 November, 18:00 (Madrid time)");
  });

  it("follows the clock into summer", () => {
    expect(sayWhen("2026-07-01T22:30:00.000Z", spanish)).toBe("jueves 2 de julio, 00:30 (hora de Madrid)");
  });

  it("calls a zone what Spanish calls it", () => {
    expect(sayWhen(winter, { ...spanish, timeZone: "Atlantic/Canary" })).toContain("17:00 (hora de Canarias)");
    expect(sayWhen(winter, { ...spanish, timeZone: "America/New_York" })).toContain("12:00 (hora de Nueva York)");
    expect(sayWhen(winter, { ...english, timeZone: "America/New_York" })).toContain("12:00 (New York time)");
    expect(sayWhen(winter, { ...english, timeZone: "Etc/UTC" })).toContain("17:00 (UTC)");
  });

  it("is short in lists", () => {
    expect(sayBriefly(winter, spanish)).toBe("24 nov 2026, 18:00");
    expect(sayBriefly(winter, english)).toBe("24 Nov 2026, 18:00");
    expect(sayDay(winter, spanish)).toBe("24 nov 2026");
  });

  it("is in a colleague's own time zone, where they have one", () => {
    const canary = readerFor({ language: "es", timeZone: "Atlantic/Canary" }, agreement);
    expect(sayWhen(winter, canary)).toBe("martes 24 de noviembre, 17:00 (hora de Canarias)");
    expect(readerFor({ language: "es" }, agreement)).toEqual(spanish);
    const { followUp } = aLead("handed-off");
    expect(readerOf(followUp, { language: "en", timeZone: "Atlantic/Canary" }, agreement).timeZone).toBe(
      "Atlantic/Canary",
    );
  });

  it("has seconds where the whole follow-up lasts minutes", () => {
    const dueAt = "2026-11-24T17:00:20.000Z";
    const brief = { ...aLead("handed-off").followUp, assignedAt: winter, dueAt };
    expect(sayWhen(dueAt, readerOf(brief, { language: "es" }, agreement))).toContain("18:00:20");
    expect(
      sayWhen(dueAt, readerOf({ ...brief, assignedAt: "2026-11-20T17:00:00.000Z" }, { language: "es" }, agreement)),
    ).toContain("18:00 (");
  });
});

describe("how far away an instant is", () => {
  it.each([
    ["2026-11-24T21:59:59.000Z", "dentro de 4 horas", "in 4 hours"],
    ["2026-11-26T17:00:00.000Z", "dentro de 2 días", "in 2 days"],
    ["2026-11-24T16:58:59.000Z", "hace 1 minuto", "1 minute ago"],
    ["2026-11-24T17:00:05.900Z", "dentro de 5 segundos", "in 5 seconds"],
  ])("%s", (instant, es, en) => {
    expect(sayDistance(instant, winter, spanish)).toBe(es);
    expect(sayDistance(instant, winter, english)).toBe(en);
  });
});

describe("a length of time of the agreement", () => {
  it.each([
    ["2 working days", "2 días laborables"],
    ["1 working hour", "1 hora laborable"],
    ["14 days", "14 días"],
    ["10 seconds", "10 segundos"],
    ["1.5 hours", "1,5 horas"],
  ])("%s", (duration, es) => {
    expect(sayDuration(duration, "es")).toBe(es);
    expect(sayDuration(duration, "en")).toBe(duration);
  });
});
