import type { Effect, Figures, SliceRow, WeekFigures } from "../../lambdas/contract/board.ts";

const inEuros = (amount: number) => [{ amount, currency: "EUR" }];

export const someWeek = (differing: Partial<WeekFigures> = {}): WeekFigures => ({
  week: "2026-W48",
  from: "2026-11-22T23:00:00.000Z",
  to: "2026-11-29T23:00:00.000Z",
  state: "current",
  leads: 38,
  mqls: 11,
  promisedMqls: 15,
  forecast: 14,
  accepted: 9,
  rejected: 2,
  acceptanceRate: 9 / 11,
  leastAcceptanceRate: 0.75,
  followedUp: 12,
  inTime: 11,
  breached: 1,
  shareInTime: 11 / 12,
  won: 1,
  lost: 2,
  amounts: inEuros(18_400),
  ...differing,
});

export const someEffect = (id: string, having: [won: number, ended: number], without: [number, number]): Effect => ({
  id,
  kind: "criterion",
  label: { es: id, en: id },
  with: rateOf(having),
  without: rateOf(without),
});

const rateOf = ([won, ended]: [number, number]): Effect["with"] => ({
  won,
  ended,
  rate: ended === 0 ? null : won / ended,
});

export const someSlice = (id: string, won: number): SliceRow => ({
  id,
  label: { es: id, en: id },
  leads: 40,
  mqls: 20,
  accepted: 15,
  rejected: 5,
  won,
  lost: 3,
  amounts: inEuros(won * 1000),
  followedUp: 20,
  inTime: 18,
  breached: 2,
});

export const someFigures = (differing: Partial<Figures> = {}): Figures => ({
  asOf: "2026-11-27T11:42:08.000Z",
  timeZone: "Europe/Madrid",
  weeks: [
    someWeek({ week: "2026-W47", state: "past", mqls: 17, leads: 65, won: 3, lost: 0, amounts: inEuros(54_000) }),
    someWeek(),
  ],
  bySource: [someSlice("ads", 2), someSlice("recommendation", 11)],
  byPersona: [],
  byRep: [],
  stages: [],
  rejectReasons: [],
  effects: [],
  goal: { quarter: "2026-Q4", from: "2026-09-30T22:00:00.000Z", to: "2026-12-31T23:00:00.000Z", won: 12, target: 18 },
  waiting: 0,
  sentences: [],
  ...differing,
});
