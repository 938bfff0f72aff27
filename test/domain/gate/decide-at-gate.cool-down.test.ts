import { describe, expect, it } from "vitest";
import { decideAtGate } from "../../../lambdas/domain/gate/decide-at-gate.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { agreement, anApplicant, noSums } from "./applicant.ts";

const recycled = { reason: "not-now", at: daysFromNow(-1), coolUntil: daysFromNow(20) };
const lead = aLead("nurturing", { cycle: 2, recycled });

describe("the cool-down of a lead that sales returned", () => {
  it("keeps it from sales, whatever else is in its favour, and says until when", () => {
    const { verdict, missing } = decideAtGate(anApplicant({ lead }), agreement, now);
    expect(verdict).toBe("not-yet");
    expect(missing).toEqual([
      {
        es: "Ventas lo devolvió por «Ahora no es el momento»: en pausa hasta el 30 de marzo de 2026",
        en: "Returned by sales for “Not the right time”: in cool-down until 30 March 2026",
      },
    ]);
  });

  it("ends on time, and does not exist where the reason has none", () => {
    expect(decideAtGate(anApplicant({ lead }), agreement, daysFromNow(20)).verdict).toBe("qualified");
    const restless = aLead("nurturing", { recycled: { reason: "nobody-followed-up", at: now } });
    expect(decideAtGate(anApplicant({ lead: restless }), agreement, now).verdict).toBe("qualified");
  });

  it("does not hold back the fast lane, nor what marketing decides by hand", () => {
    const hot = { points: 5, hot: true, sums: noSums };
    expect(decideAtGate(anApplicant({ lead, familiarity: hot }), agreement, now)).toMatchObject({
      verdict: "qualified",
      lane: "fast",
    });
    const override = { verdict: "qualified", reason: "Nos llamó", by: "Carla", at: now } as const;
    expect(decideAtGate(anApplicant({ lead: { ...lead, override } }), agreement, now).verdict).toBe("qualified");
  });
});
