import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rep } from "../../../lambdas/contract/agreement.ts";
import { chooseRep } from "../../../lambdas/domain/hand-off/choose-rep.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";

const agreement = anAgreement();
const spanish = aLead("qualified");
const english = aLead("qualified", { language: "en" });

describe("choosing the rep", () => {
  it("takes whoever has the largest share of capacity free, and gives the figures", () => {
    const { rep, explanation } = chooseRep(spanish, { ana: 3, luis: 3 }, agreement);
    expect(rep?.id).toBe("ana");
    expect(explanation).toEqual({
      es: "Ana Gil es quien más margen tiene entre quienes hablan español: Ana Gil, 3 de 8; Luis Mora, 3 de 5",
      en: "Ana Gil has the most room among those who speak Spanish: Ana Gil, 3 of 8; Luis Mora, 3 of 5",
    });
    expect(chooseRep(spanish, { ana: 7, luis: 3 }, agreement).rep?.id).toBe("luis");
  });

  it("takes someone who speaks the lead's language before someone with more room", () => {
    expect(chooseRep(english, { ana: 7, luis: 0 }, agreement).rep?.id).toBe("ana");
  });

  it("rather takes someone who does not speak it than nobody, and says so", () => {
    const { rep, explanation } = chooseRep(english, { ana: 8, luis: 4 }, agreement);
    expect(rep?.id).toBe("luis");
    expect(explanation).toEqual({
      es: "Luis Mora tiene más margen, aunque no habla inglés: quienes lo hablan no tienen hueco (Ana Gil, 8 de 8 (al completo); Luis Mora, 4 de 5)",
      en: "Luis Mora has the most room, but does not speak English: nobody who does has room (Ana Gil, 8 of 8 (full); Luis Mora, 4 of 5)",
    });
  });

  it("takes nobody when nobody has room", () => {
    const { rep, explanation } = chooseRep(spanish, { ana: 8, luis: 6 }, agreement);
    expect(rep).toBeNull();
    expect(explanation.en).toBe("Nobody on the team has room: Ana Gil, 8 of 8 (full); Luis Mora, 6 of 5 (full)");
  });

  it("lets equals draw lots by lead, so that each gets a share", () => {
    const chosen = Array.from(
      { length: 200 },
      (_, i) => chooseRep(aLead("qualified", { leadId: `lead-${i}` }), {}, agreement).rep?.id,
    );
    const anas = chosen.filter((id) => id === "ana").length;
    expect(anas).toBeGreaterThan(60);
    expect(anas).toBeLessThan(140);
  });

  const anyRep = (i: number) =>
    fc
      .record({
        capacity: fc.integer({ min: 1, max: 6 }),
        speaks: fc.constantFrom<Rep["speaks"][]>(["es"], ["en"], ["es", "en"]),
      })
      .map((some) => ({
        ...some,
        id: `rep-${i}`,
        name: `Rep ${i}`,
        email: `rep-${i}@x.example`,
        language: "es" as const,
        manager: "pablo",
      }));
  const anyTeam = fc
    .integer({ min: 1, max: 5 })
    .chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => anyRep(i))));

  it("never overloads anyone, and leaves no lead waiting while somebody has room", () => {
    fc.assert(
      fc.property(
        anyTeam,
        fc.array(fc.nat(7), { minLength: 5, maxLength: 5 }),
        fc.constantFrom(spanish, english),
        (reps, held, lead) => {
          const loads = Object.fromEntries(reps.map(({ id }, i) => [id, held[i] ?? 0]));
          const { rep } = chooseRep(lead, loads, anAgreement({ team: { reps } }));
          const free = reps.filter(({ id, capacity }) => (loads[id] ?? 0) < capacity);
          expect(rep === null).toBe(free.length === 0);
          if (rep === null) return;
          expect(free.map(({ id }) => id)).toContain(rep.id);
          const speakers = free.filter(({ speaks }) => speaks.includes(lead.language));
          if (speakers.length > 0) expect(speakers.map(({ id }) => id)).toContain(rep.id);
          expect(chooseRep(lead, loads, anAgreement({ team: { reps: [...reps].reverse() } })).rep?.id).toBe(rep.id);
        },
      ),
    );
  });
});
