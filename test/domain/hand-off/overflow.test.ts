import { describe, expect, it } from "vitest";
import { explainOverflow, overflowsAt, overflowTo } from "../../../lambdas/domain/hand-off/overflow.ts";
import { companyOf, segmentOf } from "../../../lambdas/domain/hand-off/prospect.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";

const rep = { manager: "pablo" };
const colleague = (id: string) => ({ id, name: id, email: `${id}@engranaje.example`, language: "es" as const });
const agreed = (to: "manager" | "deputy" | "nobody", deputy?: string) =>
  anAgreement({
    sla: { sales: { overflow: { after: "1 working day", to } } },
    team: { managers: [{ ...colleague("sara") }, { ...colleague("pablo"), deputy }] },
  });

describe("a lead for which no one has been free for as long as agreed", () => {
  it("goes over by the company's calendar, or waits on", () => {
    expect(overflowsAt(now, agreed("manager"))).toBe("2026-03-11T09:30:00.000Z");
    expect(overflowsAt(now, agreed("nobody"))).toBeUndefined();
    expect(overflowTo(rep, agreed("nobody"), now)).toBeUndefined();
  });

  it("goes to the rep's manager, or to a deputy who is present", () => {
    expect(overflowTo(rep, agreed("manager"), now)?.id).toBe("pablo");
    expect(overflowTo(undefined, agreed("manager"), now)?.id).toBe("sara");
    expect(overflowTo(rep, agreed("deputy", "sara"), now)?.id).toBe("sara");
    expect(overflowTo(rep, agreed("deputy"), now)?.id).toBe("pablo");
    const absent = agreed("deputy", "ana");
    expect(overflowTo(rep, absent, now)?.id).toBe("ana");
    const [ana] = absent.terms.team.reps;
    Object.assign(ana ?? {}, { leaves: "2026-03-01" });
    expect(overflowTo(rep, absent, now)?.id).toBe("pablo");
  });

  it("is explained", () => {
    const nobody = { es: "Nadie del equipo tiene capacidad: Ana…", en: "Nobody on the team has capacity: Ana…" };
    expect(explainOverflow(colleague("pablo"), nobody, agreed("manager"))).toEqual({
      es: "pablo lo recibe, como está acordado cuando nadie tiene capacidad en 1 día laborable. Nadie del equipo tiene capacidad: Ana…",
      en: "pablo takes the lead, as agreed when nobody has had capacity for 1 working day. Nobody on the team has capacity: Ana…",
    });
  });
});

describe("the company of a lead", () => {
  const of = (email: string, company?: string) =>
    companyOf(aLead("qualified", { email, contact: { company } }), anAgreement());

  it("is the domain of its address, or else its name without case and accents", () => {
    expect(of("ines@TalleresNorte.example")).toBe("talleresnorte.example");
    expect(of("ines@gmail.com", "Áridos  Peña")).toBe("aridos pena");
    expect(of("ines@gmail.com", "")).toBeUndefined();
  });

  it("is none where strangers write the same in its place", () => {
    for (const said of ["-", "Autónomo", "freelance", "N/A", "particular"]) {
      expect(of("ines@gmail.com", said)).toBeUndefined();
      expect(of("ines@talleresnorte.example", said)).toBe("talleresnorte.example");
    }
  });
});

describe("the segment of a lead", () => {
  it("is the first whose test it passes", () => {
    const { segments } = anAgreement().terms;
    const [large] = segments;
    const everybody = {
      id: "all",
      label: { es: "Todos", en: "All" },
      field: "language" as const,
      test: { exists: true as const },
    };
    const agreement = anAgreement({ segments: large === undefined ? [] : [large, everybody] });
    expect(segmentOf(aLead("qualified", { contact: { companySize: 3000 } }), agreement)).toBe("large");
    expect(segmentOf(aLead("qualified"), agreement)).toBe("all");
    expect(segmentOf(aLead("qualified"), anAgreement())).toBeUndefined();
  });
});
