import { describe, expect, it } from "vitest";
import type { Effect } from "../../../lambdas/contract/board.ts";
import { capacityProposals } from "../../../lambdas/domain/meeting/proposals/capacity.ts";
import { criteriaProposals } from "../../../lambdas/domain/meeting/proposals/criteria.ts";
import { reasonProposals } from "../../../lambdas/domain/meeting/proposals/reasons.ts";
import { thresholdProposals } from "../../../lambdas/domain/meeting/proposals/thresholds.ts";
import { weeksUpTo } from "../../../lambdas/domain/metrics/week.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aWeek, someFigures } from "../../builders/figures.ts";

const agreement = anAgreement();
const side = (won: number, ended: number) => ({ won, ended, rate: ended === 0 ? null : won / ended });
const effect = (matching: [number, number], others: [number, number]): Effect => ({
  id: "reachable",
  persona: "operations",
  kind: "criterion",
  label: { es: "Teléfono", en: "Phone" },
  with: side(...matching),
  without: side(...others),
});

describe("rules that never mattered", () => {
  it.each([
    ["too few cases", [5, 10], [5, 10], undefined],
    ["nearly everybody", [30, 97], [1, 3], "matches 97 of the 100 closed leads"],
    ["nearly nobody", [1, 3], [30, 97], "matches only 3 of the 100 closed leads"],
    ["nobody at all", [0, 0], [30, 100], "matches none of the 100 closed leads"],
    ["no difference", [15, 50], [15, 50], "makes no difference: 30% (15/50)"],
    ["too few without it", [15, 50], [3, 10], undefined],
    ["a rule that works", [30, 50], [5, 50], undefined],
    ["a rule that works against", [5, 50], [30, 50], "goes with fewer won deals"],
    ["against, but by chance", [12, 40], [15, 40], undefined],
  ] satisfies [string, [number, number], [number, number], string | undefined][])("%s", (_, matching, others, said) => {
    const [proposal] = criteriaProposals({ effects: [effect(matching, others)] }, agreement);
    if (said === undefined) expect(proposal).toBeUndefined();
    else expect(proposal?.en).toContain(said);
  });
});

describe("reasons that grow", () => {
  it.each([
    ["twice as many", [1, 1, 1, 1, 3], "3 in the week, against an average of 1"],
    ["as many as ever", [3, 3, 3, 3, 4], undefined],
    ["too few to tell", [0, 0, 0, 0, 2], undefined],
  ])("%s", (_, counts, said) => {
    const weeks = weeksUpTo("2026-W47", 5).map((week) => aWeek({ week }));
    const label = { es: "Sin presupuesto", en: "No budget" };
    const [proposal] = reasonProposals({ weeks, rejectReasons: [{ id: "no-budget", label, counts }] }, "2026-W47");
    if (said === undefined) expect(proposal).toBeUndefined();
    else expect(proposal?.en).toContain(said);
  });
});

describe("numbers that do not fit together", () => {
  it("more MQLs than sales can take, or promised more, or some that wait", () => {
    const figures = someFigures({ waiting: 2 });
    const english = (capacity: number) => capacityProposals(figures, agreement, capacity).map(({ en }) => en);
    expect(english(1000)).toEqual([expect.stringContaining("2 MQLs have no rep yet")]);
    expect(english(5).join()).toContain("17.5 MQLs arrive per week (average of 4 weeks), and sales has capacity for 5");
    expect(english(5).join()).toContain("has capacity for only 5");
  });

  it.each([
    ["too much gets through", 10, 10, "less than the", true],
    ["all is well", 16, 4, "", false],
    ["nearly all accepted, too few come", 20, 0, "Lower the MQL gate", true],
  ])("%s", (_, accepted, rejected, said, speaks) => {
    const weeks = weeksUpTo("2026-W47", 4).map((week) => aWeek({ week, accepted, rejected, mqls: 10 }));
    const said_ = thresholdProposals({ weeks }, agreement).map(({ en }) => en);
    expect(said_).toHaveLength(speaks ? 1 : 0);
    if (speaks) expect(said_[0]).toContain(said);
  });

  it("does not round two shares alike when it says that one is less", () => {
    const least = anAgreement({ sla: { marketing: { leastAcceptanceRate: 0.75 } } });
    const weeks = weeksUpTo("2026-W47", 4).map((week) => aWeek({ week, accepted: 59, rejected: 20, mqls: 79 }));
    const [proposal] = thresholdProposals({ weeks }, least);
    expect(proposal?.en).toContain("accepted 236 of 316 (74.7%), less than the 75% agreed");
  });
});
