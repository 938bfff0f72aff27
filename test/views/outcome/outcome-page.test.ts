import { describe, expect, it } from "vitest";
import { typedOutcome } from "../../../lambdas/views/outcome/outcome-fields.ts";
import { type OutcomeForm, outcomePage } from "../../../lambdas/views/outcome/outcome-page.ts";
import { outcomeRecordedPage, type RecordedOutcomeView } from "../../../lambdas/views/outcome/outcome-recorded-page.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { attributesOf, tagsOf, visibleOf } from "../mail/markup.ts";

const agreement = anAgreement();
const form: OutcomeForm = { lead: aLead("accepted"), agreement, language: "es", typed: {} };
const choicesOf = (page: string) =>
  [...page.matchAll(/type="radio" name="outcome" id="[\w-]+" value="([\w-]+)"/g)].map(([, value]) => value);
const seenIn = (page: string) => visibleOf(page).join(" | ");

describe("the page where a rep reports an outcome", () => {
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
    expect(attributesOf(page, "for")).toEqual(["amount", "lost-reason", "recycled-reason", "note"]);
    expect(attributesOf(page, "data-only")).toEqual(["won", "lost", "recycled"]);
    expect(choicesOf(page)).toEqual(["sales-qualified", "opportunity", "won", "lost", "recycled"]);
    expect(attributesOf(page, "value")).toEqual(expect.arrayContaining(["price", "not-now"]));
    expect(attributesOf(page, "value")).not.toContain("not-a-buyer");
    expect(seenIn(outcomePage({ ...form, language: "en" }))).toContain("What happened with this lead?");
  });

  it("shows the lead's stage, and offers only what lies ahead", () => {
    const lead = aLead("opportunity", { limitAt: "2026-07-10T09:30:00.000Z" });
    const page = outcomePage({ ...form, lead });
    expect(seenIn(page)).toContain(
      "Aceptado el 10 mar 2026. En «Oportunidad» desde el 10 mar 2026. El tiempo acordado para esta etapa termina el 10 jul 2026.",
    );
    expect(choicesOf(page)).toEqual(["won", "lost", "recycled"]);
    const late = outcomePage({ ...form, lead: { ...lead, limitTold: true }, language: "en" });
    expect(seenIn(late)).toContain("The time limit agreed for this stage passed on 10 Jul 2026.");
  });

  it("says that a step forward was stored, or that the lead is already further", () => {
    const lead = aLead("sales-qualified");
    expect(seenIn(outcomePage({ ...form, lead, sent: "taken" }))).toContain(
      "Registrado: ahora está en «SQL». Te volveremos a preguntar dentro de 14 días",
    );
    expect(seenIn(outcomePage({ ...form, lead, sent: "further-already", language: "en" }))).toContain(
      "This was not recorded: the lead is already in “SQL”.",
    );
  });

  it.each([
    ["lost", "reason-missing", "Elige el motivo."],
    ["recycled", "reason-unknown", "Ese motivo ya no está en el acuerdo: elige otro."],
  ] as const)("says at the reason of %s what is wrong with it (%s)", (outcome, problem, complaint) => {
    const page = outcomePage({ ...form, typed: { outcome }, problem });
    expect(page).toContain(`<p class="wrong" role="alert" id="${outcome}-reason-wrong">${complaint}</p>`);
    expect(page.match(/role="alert"/g)).toHaveLength(1);
  });

  it.each([
    ["choice-missing", "outcome", "Elige qué ha pasado."],
    ["amount-not-a-number", "amount", "Escribe el importe en cifras, por ejemplo 12.500,50, o déjalo vacío."],
    ["note-too-long", "note", "La nota puede tener 2000 caracteres como máximo."],
  ] as const)("says at its field what is wrong (%s) and keeps what was typed", (problem, field, complaint) => {
    const typed = typedOutcome(new URLSearchParams({ outcome: "won", amount: 'mucho"><script>', note: "</textarea>" }));
    const page = outcomePage({ ...form, typed, problem });
    expect(page).toContain(`<p class="wrong" role="alert" id="${field}-wrong">${complaint}</p>`);
    expect(attributesOf(page, "value")).toContain('mucho"><script>');
    expect(page).toContain('value="won" required checked');
    expect(tagsOf(page)).not.toContain("script");
    expect(tagsOf(page).filter((tag) => tag === "/textarea")).toHaveLength(1);
  });
});

describe("the page after that", () => {
  const view: RecordedOutcomeView = {
    lead: aLead("won"),
    agreement,
    language: "es",
    stored: undefined,
    refused: false,
    mayCorrect: false,
  };

  it("says what was recorded", () => {
    const won = seenIn(outcomeRecordedPage({ ...view, stored: { kind: "won", at: now, amount: 12500.5 } }));
    expect(won).toContain("Lead ganado: ¡enhorabuena!");
    expect(won).toContain("registrado el martes 10 de marzo, 10:30 (hora de Madrid)");
    expect(won).toContain("Importe: 12.500,50");
    const lost = seenIn(
      outcomeRecordedPage({ ...view, language: "en", stored: { kind: "lost", at: now, note: "Too <dear>" } }),
    );
    expect(lost).toContain("Lead lost");
    expect(lost).toContain("Too <dear>");
  });

  it("shows a late outcome that it was not stored", () => {
    const stored = { kind: "lost", at: now } as const;
    expect(seenIn(outcomeRecordedPage({ ...view, stored, refused: true }))).toContain("ya constaba otro resultado");
    expect(seenIn(outcomeRecordedPage({ ...view, refused: true }))).toContain("el lead ya no esperaba tu respuesta");
    expect(seenIn(outcomeRecordedPage(view))).toContain("Su situación cambió el");
  });

  it("offers to correct an ending, with the stored outcome filled in", () => {
    const stored = { kind: "won", at: now, amount: 12500.5 } as const;
    const page = outcomeRecordedPage({ ...view, stored, mayCorrect: true });
    expect(tagsOf(page)).toContain("details");
    expect(page).not.toContain("<details open");
    expect(seenIn(page)).toContain("Corregir");
    expect(choicesOf(page)).toEqual(["won", "lost"]);
    expect(attributesOf(page, "value")).toEqual(expect.arrayContaining([now, "12.500,50"]));
    expect(page).toContain('value="won" required checked');
    const wrong = outcomeRecordedPage({
      ...view,
      stored,
      mayCorrect: true,
      typed: { outcome: "lost" },
      problem: "reason-missing",
    });
    expect(wrong).toContain("<details open");
    expect(seenIn(wrong)).toContain("Elige el motivo.");
    expect(tagsOf(outcomeRecordedPage({ ...view, stored }))).not.toContain("form");
  });

  it("says that an ending is a correction, and its reason", () => {
    const stored = { kind: "lost", at: now, reason: "price", corrects: now } as const;
    const page = seenIn(outcomeRecordedPage({ ...view, stored, mayCorrect: true }));
    expect(page).toContain("Es una corrección: el resultado anterior sigue en la historia.");
    expect(page).toContain("Motivo: Precio.");
    expect(seenIn(outcomeRecordedPage({ ...view, stored, mayCorrect: true, refused: true, language: "en" }))).toContain(
      "If that one is wrong, correct it below.",
    );
  });

  it("names whom to ask about a lead that was returned to marketing", () => {
    const stored = { kind: "recycled", at: now, reason: "not-now" } as const;
    const page = outcomeRecordedPage({ ...view, lead: aLead("captured", { cycle: 2 }), stored });
    expect(seenIn(page)).toContain("escribe a Carla Paz");
    expect(attributesOf(page, "href")).toContain("mailto:carla@engranaje.example");
  });
});
