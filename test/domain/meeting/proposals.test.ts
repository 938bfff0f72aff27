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

describe("rules that were never worth their points", () => {
  it.each([
    ["too few cases", [5, 10], [5, 10]],
    ["met by all: nothing to compare with", [30, 120], [0, 0]],
    ["met by nearly all", [30, 117], [1, 3]],
    ["met by nobody", [0, 0], [30, 100]],
    ["no difference", [15, 50], [15, 50]],
    ["too few without it, however bad", [0, 50], [9, 10]],
    ["a rule that works", [30, 50], [5, 50]],
    ["against, but by chance", [12, 40], [15, 40]],
    ["against, and just within chance", [11, 50], [19, 50]],
  ] satisfies [string, [number, number], [number, number]][])("says nothing: %s", (_, matching, others) => {
    expect(criteriaProposals({ effects: [effect(matching, others)] }, agreement)).toEqual([]);
  });

  it("says by how much, of how many, and what would change", () => {
    const [proposal] = criteriaProposals({ effects: [effect([5, 50], [30, 50])] }, agreement);
    expect(proposal).toMatchObject({
      cases: 100,
      interval: { of: "difference", from: expect.closeTo(-0.635, 2), to: expect.closeTo(-0.32, 2) },
      change: [{ path: ["personas", "operations", "criteria", "reachable", "points"], value: 0 }],
    });
    expect(proposal?.says.en).toContain("goes with fewer won deals: 10% (5/50) of the leads that match are won");
    expect(proposal?.says.en).toContain("(95% confidence interval: 32 to 64 points less; 100 closed leads)");
    expect(proposal?.says.es).toContain(
      "(intervalo de confianza del 95 %: entre 32 y 64 puntos menos; 100 leads cerrados)",
    );
  });

  it("says that a difference is small, not that there is none", () => {
    const [proposal] = criteriaProposals({ effects: [effect([10, 50], [19, 50])] }, agreement);
    expect(proposal?.says.en).toContain("0.19 to 34.39 points less");
  });

  it("names the worst first, and never what has no points to take away", () => {
    const content: Effect = { ...effect([0, 50], [40, 50]), id: "guide", kind: "content" };
    const visit: Effect = { ...effect([1, 50], [40, 50]), id: "pricing-viewed", kind: "familiarity" };
    const changes = criteriaProposals({ effects: [effect([5, 50], [30, 50]), content, visit] }, agreement);
    expect(changes.map(({ change }) => change?.[0]?.path[0])).toEqual(["familiarity", "personas"]);
  });
});

describe("reasons that grow", () => {
  const [early, unfit] = ["recycle", "disqualify"].map((leadsTo) => {
    const reason = agreement.terms.sla.sales.rejectReasons.find((each) => each.leadsTo === leadsTo);
    return reason ?? { id: "none", label: { es: "", en: "" } };
  });
  const weeks = weeksUpTo("2026-W47", 5).map((week) => aWeek({ week }));
  const proposalsOf = ({ id, label } = { id: "", label: { es: "", en: "" } }, counts: number[]) =>
    reasonProposals({ weeks, rejectReasons: [{ id, label, counts }] }, agreement, "2026-W47");

  it.each([
    ["three where one was usual: it may be chance", [1, 1, 1, 1, 3]],
    ["as many as ever", [3, 3, 3, 3, 4]],
    ["none", [0, 0, 0, 0, 0]],
  ])("says nothing of %s", (_, counts) => {
    expect(proposalsOf(early, counts)).toEqual([]);
  });

  it("says how often, of how many, and asks more of what was missing", () => {
    const [proposal] = proposalsOf(early, [1, 1, 1, 1, 6]);
    expect(proposal).toMatchObject({ cases: 10, interval: { of: "times" } });
    expect(proposal?.says.en).toContain(
      "6 in the week, against an average of 1 in the 4 weeks before (95% confidence interval: 1.8 to 19.8 times the usual; 10 rejections)",
    );
    const { leastFit, leastFamiliarity } = agreement.terms.gate;
    expect(proposal?.change).toEqual([
      { path: ["gate", "leastFamiliarity"], value: leastFamiliarity + Math.round(leastFamiliarity / 10) },
    ]);
    expect(proposalsOf(unfit, [1, 1, 1, 1, 6])[0]?.change).toEqual([
      { path: ["gate", "leastFit"], value: leastFit + Math.round(leastFit / 10) },
    ]);
  });

  it("knows no most of what never was", () => {
    const [proposal] = proposalsOf(early, [0, 0, 0, 0, 4]);
    expect(proposal?.interval?.to).toBeNull();
    expect(proposal?.says.es).toContain("al menos");
  });
});

describe("numbers that do not fit together", () => {
  it("more MQLs than sales can take beyond chance, or promised more, or some that wait", () => {
    const figures = someFigures({ waiting: 2 });
    const english = (capacity: number) => capacityProposals(figures, agreement, capacity).map(({ says }) => says.en);
    expect(english(1000)).toEqual([expect.stringContaining("2 MQLs have no rep yet")]);
    expect(english(5).join()).toContain(
      "17.5 MQLs arrive per week (average of 4 weeks, 70 MQLs; 95% confidence interval: 13.9 to 22.1), and sales has capacity for 5",
    );
    expect(english(5).join()).toContain("has capacity for only 5");
    // 17.5 a week are more than 15, but in four weeks they may be chance.
    expect(english(15).join()).not.toContain("arrive per week");
    expect(capacityProposals(figures, agreement, 5)[1]?.change).toEqual([
      { path: ["sla", "marketing", "qualifiedPerWeek"], value: 5 },
    ]);
  });

  it.each([
    ["too much gets through", 10, 10, "less than the", "more"],
    ["all is well", 16, 4, undefined, undefined],
    ["a little less than agreed, by chance", 14, 6, undefined, undefined],
    ["nearly all accepted, too few come", 20, 0, "Lower the MQL gate", "less"],
  ])("%s", (_, accepted, rejected, said, way) => {
    const weeks = weeksUpTo("2026-W47", 4).map((week) => aWeek({ week, accepted, rejected, mqls: 10 }));
    const proposals = thresholdProposals({ weeks }, agreement);
    expect(proposals).toHaveLength(said === undefined ? 0 : 1);
    if (said === undefined) return;
    expect(proposals[0]).toMatchObject({ cases: 80, interval: { of: "share" } });
    expect(proposals[0]?.says.en).toContain(said);
    const { leastFit } = agreement.terms.gate;
    const step = Math.round(leastFit / 10) * (way === "more" ? 1 : -1);
    expect(proposals[0]?.change).toEqual([{ path: ["gate", "leastFit"], value: leastFit + step }]);
  });

  it("does not round two shares alike when it says that one is less", () => {
    const least = anAgreement({ sla: { marketing: { leastAcceptanceRate: 0.75 } } });
    const weeks = weeksUpTo("2026-W47", 4).map((week) => aWeek({ week, accepted: 3680, rejected: 1270, mqls: 4950 }));
    const [proposal] = thresholdProposals({ weeks }, least);
    expect(proposal?.says.en).toContain("(74.3%; 95% confidence interval: 73.7 to 74.9%)");
    expect(proposal?.says.en).toContain("less than the 75% agreed");
  });

  it("asks no more points than a lead can have", () => {
    const [{ criteria } = { criteria: [] }] = agreement.terms.personas;
    const most = criteria.reduce((sum, { points }) => sum + Math.max(0, points), 0);
    const strict = anAgreement({ gate: { leastFit: most } });
    const weeks = weeksUpTo("2026-W47", 4).map((week) => aWeek({ week, accepted: 10, rejected: 10, mqls: 20 }));
    const [proposal] = thresholdProposals({ weeks }, strict);
    expect(proposal?.says.en).toContain("Raise the MQL gate?");
    expect(proposal?.change).toBeUndefined();
  });
});
