import { describe, expect, it } from "vitest";
import type { Card } from "../../lambdas/contract/board.ts";
import { timeLeft } from "../../web/board/components/time-left.ts";
import { groupsOf } from "../../web/board/pages/my-leads/groups.ts";

const at = (iso: string) => Date.parse(iso);

describe("time left", () => {
  const due = "2026-11-24T12:00:00.000Z";

  it("is little when a quarter is left, over when it is over, and by the second", () => {
    const since = "2026-11-24T08:00:00.000Z";
    const tone = (now: string) => timeLeft({ at: due, since }, at(now)).tone;
    expect([
      tone("2026-11-24T10:59:59.000Z"),
      tone("2026-11-24T11:00:01.000Z"),
      tone("2026-11-24T12:00:01.000Z"),
    ]).toEqual(["plain", "warn", "bad"]);
    expect(timeLeft({ at: due }, at("2026-11-24T12:00:30.000Z")).seconds).toBe(-30);
  });

  it("is not shown as late when the machine takes the next step, unless it is very late", () => {
    const step = (now: string) => timeLeft({ at: due, isStep: true }, at(now)).tone;
    expect([step("2026-11-24T12:05:00.000Z"), step("2026-11-24T13:00:00.000Z")]).toEqual(["plain", "warn"]);
  });
});

describe("groups of a worklist", () => {
  const card = (leadId: string, dueAt?: string): Card => ({
    leadId,
    cycle: 1,
    stage: "handed-off",
    email: "a@b.example",
    since: "2026-11-01T08:00:00.000Z",
    ...(dueAt !== undefined && { dueAt }),
  });
  const ids = (cards: readonly Card[]) => cards.map(({ leadId }) => leadId);

  it("go by the calendar of the agreement's zone, weeks from Monday to Sunday", () => {
    // A Thursday, half past eleven in the evening in Madrid: the day ends half an hour before UTC's next hour.
    const now = at("2026-11-26T22:30:00.000Z");
    const groups = groupsOf(
      [
        card("late", "2026-11-26T22:29:59.000Z"),
        card("today", "2026-11-26T22:59:00.000Z"),
        card("tomorrow", "2026-11-26T23:01:00.000Z"),
        card("sunday", "2026-11-29T22:59:00.000Z"),
        card("monday", "2026-11-29T23:01:00.000Z"),
        card("none"),
      ],
      now,
      "Europe/Madrid",
    );
    expect(ids(groups.overdue)).toEqual(["late"]);
    expect(ids(groups.today)).toEqual(["today"]);
    expect(ids(groups.week)).toEqual(["tomorrow", "sunday"]);
    expect(ids(groups.later)).toEqual(["monday", "none"]);
  });
});
