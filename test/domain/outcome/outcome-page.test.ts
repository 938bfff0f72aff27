import { describe, expect, it } from "vitest";
import {
  awaitsOutcome,
  type OutcomeForm,
  outcomePage,
  typedOutcome,
} from "../../../lambdas/domain/outcome/outcome-page.ts";
import { outcomeToldPage, type ToldView, toldBy } from "../../../lambdas/domain/outcome/outcome-told-page.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { attributesOf, tagsOf, visibleOf } from "../mail/markup.ts";

const agreement = anAgreement();
const form: OutcomeForm = { lead: aLead("accepted"), agreement, language: "es", typed: {} };
const seenIn = (page: string) => visibleOf(page).join(" | ");

describe("the page where a rep says what became of a lead", () => {
  it("asks for the ending, with an amount or a note", () => {
    const page = outcomePage(form);
    for (const part of [
      "Inés Otero (Talleres Norte)",
      "Aceptado el 10 mar 2026.",
      "Ganado",
      "Perdido",
      "Importe (opcional)",
    ])
      expect(seenIn(page)).toContain(part);
    expect(attributesOf(page, "for")).toEqual(["amount", "note"]);
    expect([...page.matchAll(/type="radio" name="outcome" id="\w+" value="(\w+)"/g)].map(([, value]) => value)).toEqual(
      ["won", "lost", "recycled"],
    );
    expect(seenIn(outcomePage({ ...form, language: "en" }))).toContain("What became of this lead?");
  });

  it.each([
    ["choice-missing", "outcome", "Elige qué ha pasado."],
    ["amount-not-a-number", "amount", "Escribe el importe con cifras, por ejemplo 12.500,50, o déjalo vacío."],
    ["note-too-long", "note", "La nota es demasiado larga: caben 2000 caracteres."],
  ] as const)("says at its field what is wrong (%s) and keeps what was typed", (problem, field, complaint) => {
    const typed = typedOutcome(new URLSearchParams({ outcome: "won", amount: 'mucho"><script>', note: "</textarea>" }));
    const page = outcomePage({ ...form, typed, problem });
    expect(page).toContain(`<p class="wrong" role="alert" id="${field}-wrong">${complaint}</p>`);
    expect(attributesOf(page, "value")).toContain('mucho"><script>');
    expect(page).toContain('value="won" required checked');
    expect(tagsOf(page)).not.toContain("script");
    expect(tagsOf(page).filter((tag) => tag === "/textarea")).toHaveLength(1);
  });

  it("waits for the owner's word in this cycle only, once the lead is accepted", () => {
    const ana = { cycle: 1, ownerId: "ana" };
    expect(awaitsOutcome(aLead("accepted"), ana)).toBe(true);
    expect(awaitsOutcome(aLead("accepted"), { ...ana, ownerId: "luis" })).toBe(false);
    expect(awaitsOutcome(aLead("accepted", { cycle: 2 }), ana)).toBe(false);
    expect(awaitsOutcome(aLead("handed-off"), ana)).toBe(false);
    expect(awaitsOutcome(aLead("won"), ana)).toBe(false);
  });
});

describe("the page after that", () => {
  const view: ToldView = { lead: aLead("won"), agreement, language: "es", told: undefined, refused: false };

  it("says what was recorded", () => {
    const won = seenIn(outcomeToldPage({ ...view, told: { kind: "won", at: now, amount: 12500.5 } }));
    expect(won).toContain("Lead ganado: ¡enhorabuena!");
    expect(won).toContain("registrado el martes 10 de marzo, 10:30 (hora de Madrid)");
    expect(won).toContain("Importe: 12.500,50");
    const lost = seenIn(
      outcomeToldPage({ ...view, language: "en", told: { kind: "lost", at: now, note: "Too <dear>" } }),
    );
    expect(lost).toContain("Lead lost");
    expect(lost).toContain("Too <dear>");
  });

  it("says, to who comes too late, that this was not recorded", () => {
    const told = { kind: "lost", at: now } as const;
    expect(seenIn(outcomeToldPage({ ...view, told, refused: true }))).toContain("ya constaba otro final");
    expect(seenIn(outcomeToldPage({ ...view, refused: true }))).toContain("el lead ya no esperaba tu respuesta");
    expect(seenIn(outcomeToldPage(view))).toContain("Su situación cambió el");
  });

  it("reads a recorded fact, and knows one that is not an outcome", () => {
    expect(toldBy(undefined)).toBeUndefined();
    expect(toldBy({ kind: "recycled", at: now })).toEqual({ kind: "recycled", at: now });
    expect(() => toldBy({ kind: "accepted", at: now })).toThrow("no outcome is called accepted");
  });
});
