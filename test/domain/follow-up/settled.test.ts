import { describe, expect, it } from "vitest";
import type { Answer, StoredAnswer } from "../../../lambdas/domain/follow-up/answer.ts";
import { repeatedBy } from "../../../lambdas/domain/follow-up/settled.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const link = { cycle: 1, ownerId: "ana", turn: 0 };
const given = (answer: Answer, over: Partial<StoredAnswer> = {}): StoredAnswer => ({
  at: now,
  ownerId: "ana",
  turn: 0,
  ...answer,
  ...over,
});
const waits = aLead("handed-off");
const luisHasIt = aLead("handed-off", { followUp: { ownerId: "luis", turn: 1 } });
const called = { kind: "accepted", how: "called" } as const;
const passed = { kind: "passed-on", to: "luis" } as const;
const snoozed = { kind: "snoozed", until: daysFromNow(3), why: "De viaje" } as const;
const more = { kind: "more-time", why: "Busco el teléfono" } as const;

describe("an answer that was given before", () => {
  it("is a double click, whatever is noted beside it", () => {
    const first = given(called, { note: "una" });
    expect(repeatedBy(aLead("accepted"), link, [first], { ...called, note: "otra" }, now)).toBe(first);
    expect(repeatedBy(aLead("accepted"), link, [first], { kind: "accepted" }, now)).toBe(first);
  });

  it("is none when it differs", () => {
    const meeting = { kind: "accepted", how: "meeting", meetingAt: daysFromNow(1) } as const;
    for (const other of [meeting, { kind: "rejected", reason: "not-now" } as const, passed])
      expect(repeatedBy(aLead("accepted"), link, [given(called)], other, now)).toBeUndefined();
  });

  it("is recognised after the lead went to someone else, by its link or by a program", () => {
    const first = given(passed);
    expect(repeatedBy(luisHasIt, link, [first], passed, now)).toBe(first);
    expect(repeatedBy(luisHasIt, { cycle: 1 }, [first], passed, now)).toBe(first);
  });

  it("is recognised while the lead waits on, in the same turn only", () => {
    const first = given(snoozed);
    expect(repeatedBy(waits, link, [first], snoozed, now)).toBe(first);
    expect(repeatedBy(luisHasIt, { cycle: 1 }, [first], snoozed, now)).toBeUndefined();
  });

  it("is meant when more time is asked for again later", () => {
    const first = given(more);
    expect(repeatedBy(waits, link, [first], more, now)).toBe(first);
    expect(repeatedBy(waits, link, [first], more, daysFromNow(1))).toBeUndefined();
  });
});
