import { describe, expect, it } from "vitest";
import type { Rep } from "../../../lambdas/contract/agreement.ts";
import { chooseRep } from "../../../lambdas/domain/hand-off/choose-rep.ts";
import type { RepNow } from "../../../lambdas/domain/team/rep-now.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { aRep, aRepNow } from "../../builders/rep-now.ts";

const agreement = anAgreement();
const lead = aLead("qualified");
const english = aLead("qualified", { language: "en" });
const choose = (team: readonly RepNow[], of = lead, options = {}) => chooseRep(of, team, agreement, now, options);
const chosen = (team: readonly RepNow[], of = lead, options = {}) => choose(team, of, options).rep?.rep.id;

const ana = aRep("ana", { capacity: { newPerWeek: 8, openAtMost: 20 } });
const luis = aRep("luis", { capacity: { newPerWeek: 5, openAtMost: 20 }, speaks: ["es"] });

describe("the share of each rep", () => {
  it("goes by what one lead more would use up of it, and the figures are given", () => {
    const { rep, explanation } = choose([aRepNow(ana, 3), aRepNow(luis, 3)]);
    expect(rep?.rep.id).toBe("ana");
    expect(explanation).toEqual({
      es: "Ana es quien más margen tiene entre quienes hablan español: Ana: 3 de 8 esta semana; Luis: 3 de 5 esta semana",
      en: "Ana has the most headroom among those who speak Spanish: Ana: 3 of 8 this week; Luis: 3 of 5 this week",
    });
    expect(chosen([aRepNow(ana, 7), aRepNow(luis, 3)])).toBe("luis");
  });

  it("counts by weight", () => {
    const heavy = { ...luis, weight: 2 };
    expect(chosen([aRepNow(ana, 3), aRepNow(heavy, 3)])).toBe("luis");
    expect(choose([aRepNow(ana, 3), aRepNow(heavy, 3)]).explanation.es).toContain("Luis: 3 de 5 esta semana, peso 2");
  });

  it("ends where the week's leads or the open ones are full", () => {
    const pedro = aRep("pedro", { capacity: { newPerWeek: 50, openAtMost: 20 } });
    const { rep, explanation } = choose([aRepNow(ana, 8), aRepNow(pedro, 1, { open: 20 })]);
    expect(rep).toBeNull();
    expect(explanation).toEqual({
      es: "Nadie del equipo tiene capacidad: Ana sin capacidad (8 de 8 esta semana); Pedro sin capacidad (20 de 20 abiertos)",
      en: "Nobody on the team has capacity: Ana is at capacity (8 of 8 this week); Pedro is at capacity (20 of 20 open)",
    });
  });

  it("lets equals draw lots by lead, so that each gets a share", () => {
    const team = ["eva", "iker"].map((id) => aRepNow(aRep(id)));
    const all = Array.from({ length: 200 }, (_, i) => chosen(team, aLead("qualified", { leadId: `lead-${i}` })));
    const evas = all.filter((id) => id === "eva").length;
    expect(evas).toBeGreaterThan(60);
    expect(evas).toBeLessThan(140);
    expect(chosen([...team].reverse())).toBe(chosen(team));
  });

  it("leaves to leads ahead in the queue the places that they will take", () => {
    const full = [aRepNow(ana, 7), aRepNow(luis, 5)];
    const { rep, explanation } = choose(full, lead, { promised: new Map([["ana", 1]]) });
    expect(rep).toBeNull();
    expect(explanation).toEqual({
      es: "La capacidad que queda es para los leads que van por delante en la cola: Ana: 7 de 8 esta semana, 1 para la cola; Luis sin capacidad (5 de 5 esta semana)",
      en: "The remaining capacity is for leads ahead in the queue: Ana: 7 of 8 this week, 1 for the queue; Luis is at capacity (5 of 5 this week)",
    });
  });
});

describe("who can take it", () => {
  it("speaks the lead's language, before someone with more room", () => {
    expect(chosen([aRepNow(ana, 7), aRepNow(luis, 0)], english)).toBe("ana");
  });

  it("need not speak it when no speaker is free, and the decision says so", () => {
    const { rep, explanation } = choose([aRepNow(ana, 8), aRepNow(luis, 4)], english);
    expect(rep?.rep.id).toBe("luis");
    expect(explanation.en).toBe(
      "Luis has the most headroom, but does not speak English: nobody who does has capacity: Ana is at capacity (8 of 8 this week); Luis: 4 of 5 this week",
    );
  });

  const only = (some: Partial<Rep>) => [aRepNow(aRep("uno", some), 9), aRepNow(aRep("dos", { industries: ["banca"] }))];
  const of = (contact: object) => aLead("qualified", { contact });

  it("covers the lead's country, and its region whatever its accents", () => {
    const spain = [
      aRepNow(aRep("uno", { territories: [{ country: "ES", regions: ["Málaga"] }] }), 9),
      aRepNow(aRep("dos", { territories: [{ country: "PT" }, { country: "ES", regions: ["Madrid"] }] })),
    ];
    expect(chosen(spain, of({ region: "MALAGA" }))).toBe("uno");
    expect(chosen(spain, of({ region: "madrid" }))).toBe("dos");
    expect(chosen(spain, of({ country: "PT", region: "Algarve" }))).toBe("dos");
    expect(choose(spain, of({ country: "Iberia" })).reps).toEqual(["uno", "dos"]);
  });

  it("takes leads of its segment and industry", () => {
    expect(chosen(only({}))).toBe("uno");
    expect(chosen(only({ industries: ["fabricacion"] }))).toBe("uno");
    const large = aRepNow(aRep("dos", { segments: ["large"] }));
    expect(chosen([aRepNow(aRep("uno"), 9), large])).toBe("uno");
    expect(chosen([aRepNow(aRep("uno"), 9), large], of({ companySize: 3000 }))).toBe("dos");
  });

  it("is searched with one criterion after the other dropped when no one meets all", () => {
    const nobodys = (some: Partial<Rep>) => choose(only({ industries: ["hoteles"], ...some }));
    expect(nobodys({}).explanation.es).toMatch(/\. Sin tener en cuenta el sector: nadie del equipo coincide$/);
    expect(nobodys({}).rep?.rep.id).toBe("dos");
    const abroad = [aRepNow(aRep("uno", { territories: [{ country: "FR" }], segments: ["large"] }))];
    expect(choose(abroad).explanation.en).toMatch(/Regardless of industry, segment, and territory/);
    const silent = choose([aRepNow(luis)], english);
    expect(silent.rep?.rep.id).toBe("luis");
    expect(silent.explanation.en).toMatch(/Regardless of language: nobody on the team matches$/);
  });

  it("is with us, takes leads at all, and is not excluded", () => {
    const away = { absences: [{ from: "2026-03-10", to: "2026-03-13" }] };
    const team = [
      aRepNow(aRep("absent", away)),
      aRepNow(aRep("left", { leaves: "2026-03-01" })),
      aRepNow(aRep("future", { starts: "2026-04-01" })),
      aRepNow(aRep("paused", { capacity: { newPerWeek: 0, openAtMost: 9 } })),
      aRepNow(aRep("tried")),
      aRepNow(aRep("here"), 9),
    ];
    const { rep, reps, explanation } = choose(team, lead, { exclude: ["tried"] });
    expect(rep?.rep.id).toBe("here");
    expect(reps).toEqual(["absent", "here"]);
    expect(explanation.es).toContain("Absent está fuera hasta el lunes 16; Here: 9 de 10 esta semana");
    expect(choose([], lead)).toMatchObject({ rep: null, reps: [] });
  });

  it("will not go away before the deadline", () => {
    const goes = (from: string) => aRepNow(aRep("goes", { absences: [{ from, to: "2026-03-20" }] }));
    expect(choose([goes("2026-03-11")]).explanation.es).toContain(
      "Goes se ausenta desde el miércoles 11, antes del plazo",
    );
    expect(chosen([goes("2026-03-13")])).toBe("goes");
    expect(chosen([goes("2026-03-11")], aLead("qualified", { lane: "fast" }))).toBe("goes");
  });
});

describe("before the share", () => {
  it("the rep with the lead's company comes first, while they have room", () => {
    const team = [aRepNow(ana, 7), aRepNow(luis, 0)];
    const { rep, explanation } = choose(team, lead, { companyOwner: "ana" });
    expect(rep?.rep.id).toBe("ana");
    expect(explanation.es).toMatch(/^Ana ya lleva esta empresa: /);
    expect(chosen([aRepNow(ana, 8), aRepNow(luis, 0)], lead, { companyOwner: "ana" })).toBe("luis");
  });

  it("comes in the fast lane who can follow up soonest, of those the one with most room", () => {
    const later = aRepNow(aRep("later", { workingHours: { tuesday: ["16:00-20:00"], wednesday: ["16:00-20:00"] } }));
    const team = [aRepNow(ana, 5), later, aRepNow(luis, 4)];
    const fast = choose(team, aLead("qualified", { lane: "fast" }));
    expect(fast.rep?.rep.id).toBe("ana");
    expect(fast.explanation.en).toMatch(/^Ana has the most headroom among those who can follow up soonest: /);
    expect(chosen(team)).toBe("later");
  });
});
