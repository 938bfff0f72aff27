import { describe, expect, it } from "vitest";
import type { TrialFigures } from "../../../lambdas/contract/trial.ts";
import { withNames } from "../../../lambdas/domain/meeting/stored-pack.ts";
import { weeksUpTo } from "../../../lambdas/domain/metrics/week.ts";
import { changeCard } from "../../../lambdas/views/meeting/change-card.ts";
import { packOf } from "../../../lambdas/views/meeting/pack-of.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aWeek, someFigures } from "../../builders/figures.ts";
import { noTalk } from "../../builders/pack.ts";

const agreement = anAgreement({ sla: { marketing: { leastAcceptanceRate: 0.75 } } });
const weeks = (count: number, each: Parameters<typeof aWeek>[0], until = "2026-W47") =>
  weeksUpTo(until, count).map((week) => aWeek({ ...each, week }));
/** From the beginning of week 44. */
const mark = { number: 2, version: "3f9a1c", since: "2026-10-25T23:00:00.000Z" };
const change = {
  mark,
  title: "Umbral de 40 a 35",
  changes: [{ es: "Encaje: antes 40, ahora 35", en: "Fit: was 40, is now 35" }],
};
const ofFew = { mqls: 3, accepted: 2, rejected: 1, won: 1 };

const trial = (): TrialFigures => {
  const count = (all: number) => ({ count: all });
  const none = { all: count(0), fates: [], rejectedFor: [], lostFor: [] };
  return {
    from: "2026-07-27",
    until: "2026-10-26",
    judged: 500,
    perWeek: weeksUpTo("2026-W43", 13).map((week) => ({ week, recorded: 10, before: 10, after: 14 })),
    mqls: { recorded: count(130), before: count(130), after: count(182) },
    both: { leads: none, sooner: count(0), later: count(0) },
    in: none,
    out: none,
    won: { kept: count(22), lost: { count: 1, interval: { least: 0.03, most: 5.57 } } },
    rejectionsSpared: { count: 4, interval: { least: 1.09, most: 10.24 } },
    erased: { people: 0, mqls: 0 },
    notAsRecorded: 0,
    cannotKnow: [],
    lists: { in: { leads: [], isCut: false }, out: { leads: [], isCut: false } },
  };
};

describe("whether a change paid", () => {
  it("says what the trial expected, few with an interval, or that there was none", () => {
    const { expected } = changeCard({ ...change, trial: trial() }, [], agreement);
    expect(expected.map(({ en }) => en)).toEqual([
      "The trial on 13 weeks expected 14 MQLs a week; without the change, 10.",
      "Of the deals won, 22 were kept and 1 (95%: 0–5.6) lost; rejections spared: 4 (95%: 1.1–10.2).",
    ]);
    expect(changeCard(change, [], agreement).expected.map(({ es }) => es)).toEqual([
      "No se probó con el pasado antes de entrar en vigor.",
    ]);
  });

  it("says what came, of the whole weeks since, and whether chance explains it", () => {
    const shown = [
      ...weeks(8, { mqls: 8, accepted: 6, rejected: 6, won: 3 }, "2026-W43"),
      ...weeks(4, { mqls: 16, accepted: 12, rejected: 4, won: 6 }),
    ];
    const { came } = changeCard(change, shown, agreement);
    expect(came.map(({ en }) => en)).toEqual([
      "64 MQLs in 4 weeks: 16 a week; before, 8. That is more than chance explains.",
      "Sales accepted 75% (48/64); before, 50% (48/96); agreed: 75%. That is more than chance explains.",
      "24 deals won in 4 weeks: 6 a week; before, 3. That is more than chance explains.",
    ]);
    expect(came[0]?.es).toBe("64 MQL en 4 semanas: 16 por semana; antes, 8. Son más de lo que explica el azar.");
  });

  it("draws no verdict from fewer than 20, and says between how many they are", () => {
    const { came } = changeCard(change, [...weeks(8, { mqls: 8 }, "2026-W43"), ...weeks(4, ofFew)], agreement);
    expect(came.map(({ en }) => en)).toEqual([
      "12 MQLs in 4 weeks: 3 (95%: 1.7 to 5.2) a week; before, 8.",
      "Sales accepted 67% (8/12; 95%: 39% to 86%); before, 80% (96/120); agreed: 75%.",
      "4 deals won in 4 weeks: 1 (95%: 0.4 to 2.6) a week; before, 2 (95%: 1.2 to 3.2).",
    ]);
  });

  it("counts no week that began before, none after the next version, and says when there is none yet", () => {
    const late = { ...mark, since: "2026-11-17T10:00:00.000Z" };
    expect(changeCard({ ...change, mark: late }, weeks(6, {}), agreement).came).toEqual([
      {
        es: "Todavía no ha pasado ninguna semana completa desde que está en vigor.",
        en: "No whole week has passed yet since it came into force.",
      },
    ]);
    const replaced = { ...change, until: "2026-11-10T10:00:00.000Z" };
    expect(changeCard(replaced, weeks(8, { mqls: 10 }), agreement).came[0]?.en).toContain("20 MQLs in 2 weeks");
  });
});

describe("the card in the pack", () => {
  const figures = someFigures();
  const facts = { ...noTalk, week: "2026-W48", figures, capacity: 1000, agreement, now: figures.asOf };
  const stored = packOf({ ...facts, changes: [change] });
  const closed = { number: 2, week: "2026-W48", verdict: "Se queda", closedBy: "irene", closedAt: figures.asOf };
  const shown = (week: string, verdicts = [closed]) =>
    withNames({ ...stored, week }, () => undefined, { decisions: [], verdicts }).changes;

  it("stays until a meeting closes it, says so in that one, and is gone from later ones", () => {
    expect(shown("2026-W48", [])).toHaveLength(1);
    expect(shown("2026-W48")).toMatchObject([{ number: 2, closed: { verdict: "Se queda" } }]);
    expect(shown("2026-W49")).toEqual([]);
    // A pack of before it was closed is as it was.
    expect(shown("2026-W47")?.[0]).not.toHaveProperty("closed");
  });
});
