import type { Figures, WeekFigures } from "../../lambdas/contract/board.ts";
import { spanOfWeek, weeksUpTo } from "../../lambdas/domain/metrics/week.ts";

const timeZone = "Europe/Madrid";

/** A week in which everything was kept. */
export const aWeek = (overrides: Partial<WeekFigures> = {}): WeekFigures => {
  const week = overrides.week ?? "2026-W47";
  const { from, to } = spanOfWeek(week, timeZone);
  return {
    week,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    state: "past",
    leads: 60,
    mqls: 16,
    promisedMqls: 15,
    accepted: 12,
    rejected: 3,
    acceptanceRate: 0.8,
    leastAcceptanceRate: 0.75,
    followedUp: 15,
    inTime: 15,
    breached: 0,
    shareInTime: 1,
    won: 2,
    lost: 1,
    amounts: [{ amount: 30_000, currency: "EUR" }],
    ...overrides,
  };
};

/** Figures of eight quiet weeks and the current one. */
export const someFigures = (overrides: Partial<Figures> = {}): Figures => ({
  asOf: "2026-11-23T06:30:00.000Z",
  timeZone,
  weeks: [
    ...weeksUpTo("2026-W47", 8).map((week, i) => aWeek({ week, mqls: 12 + i })),
    aWeek({ week: "2026-W48", state: "current", leads: 2, mqls: 1, accepted: 0, rejected: 0, acceptanceRate: null }),
  ],
  bySource: [],
  byPersona: [],
  byRep: [],
  stages: [],
  rejectReasons: [],
  effects: [],
  goal: { quarter: "2026-Q4", from: "2026-09-30T22:00:00.000Z", to: "2026-12-31T23:00:00.000Z", won: 12, target: 18 },
  waiting: 0,
  sentences: [],
  ...overrides,
});
