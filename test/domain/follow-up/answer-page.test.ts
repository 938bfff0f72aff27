import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnswerForm,
  answerPage,
  awaitsAnswer,
  typedAnswer,
} from "../../../lambdas/domain/follow-up/answer-page.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { attributesOf, flat, tagsOf, visibleOf } from "../mail/markup.ts";

const form: AnswerForm = {
  lead: aLead("handed-off"),
  agreement: anAgreement(),
  language: "es",
  gateReasons: [{ es: "Encaje suficiente", en: "Good enough a fit" }],
  typed: {},
  now,
};

const seenIn = (page: string) => visibleOf(page).join(" | ");

describe("the page where a rep answers", () => {
  it("shows the lead, why it qualified, the deadline, and what can be answered", () => {
    const seen = seenIn(answerPage(form));
    for (const part of [
      "Inés Otero (Talleres Norte)",
      "Responde antes del jueves 12 de marzo, 10:30 (hora de Madrid).",
      "+34 910 000 000",
      "Quisiera saber cuánto tarda la puesta en marcha.",
      "Encaje suficiente",
      "Lo acepto",
      "Lo rechazo",
      "Ahora no es el momento",
      "No es un posible cliente",
    ])
      expect(seen).toContain(part);
  });

  it("speaks English to one who does", () => {
    const page = answerPage({ ...form, language: "en" });
    expect(attributesOf(page, "lang")).toEqual(["en"]);
    for (const part of ["Answer before Thursday 12 March", "I accept it", "Not the right time", "Good enough a fit"])
      expect(seenIn(page)).toContain(part);
  });

  it("says after the deadline that an answer still counts", () => {
    expect(seenIn(answerPage({ ...form, now: "2026-03-12T09:30:00.000Z" }))).toContain("Tu respuesta sigue contando.");
  });

  it("has a label for each field, and posts to where it came from", () => {
    const page = answerPage(form);
    const ids = [...page.matchAll(/<(?:select|textarea) id="(\w+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(["reason", "note"]);
    expect(attributesOf(page, "for")).toEqual(ids);
    expect(page.match(/<label class="choice"><input type="radio"/g)).toHaveLength(2);
    expect(page).toContain("<legend>");
    expect(page).toMatch(/<form method="post">/);
  });

  it.each(["accept", "reject"])("has %s chosen when the button in the mail said so", (answer) => {
    const page = answerPage({ ...form, typed: { answer } });
    expect([...page.matchAll(/value="(\w+)" required checked/g)].map(([, value]) => value)).toEqual([answer]);
  });

  it("chooses nothing for an answer that it does not know", () => {
    expect(answerPage({ ...form, typed: { answer: "both" } })).not.toContain(" checked");
  });

  it.each([
    ["choice-missing", "answer", "Elige si lo aceptas o lo rechazas."],
    ["reason-missing", "reason", "Elige el motivo del rechazo."],
    ["reason-unknown", "reason", "Ese motivo ya no está en el acuerdo: elige otro."],
    ["note-too-long", "note", "La nota es demasiado larga: caben 2000 caracteres."],
  ] as const)("says at its field what is wrong (%s) and keeps what was typed", (problem, field, complaint) => {
    const typed = typedAnswer(new URLSearchParams({ answer: "reject", reason: "not-now", note: "<b>mañana</b>" }));
    const page = answerPage({ ...form, typed, problem });
    expect(page).toContain(`<p class="wrong" role="alert" id="${field}-wrong">${complaint}</p>`);
    expect(attributesOf(page, "aria-describedby").join(" ")).toContain(`${field}-wrong`);
    expect(page).toContain('value="reject" required checked');
    expect(page).toContain('<option value="not-now" selected>');
    expect(seenIn(page)).toContain("<b>mañana</b>");
  });

  it("has no markup but ours, whatever the lead wrote or the rep typed", () => {
    const tagsWith = (text: string) => {
      const lead = aLead("handed-off", { contact: { name: `x${text}`, company: `x${text}`, message: `x${text}` } });
      return tagsOf(answerPage({ ...form, lead, typed: { answer: text, reason: text, note: text } }));
    };
    const hostile = fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "/", "</textarea>", "<script>", "a") });
    fc.assert(
      fc.property(hostile, (text) => {
        expect(tagsWith(text)).toEqual(tagsWith(""));
      }),
    );
  });

  it("runs nothing and asks nobody for anything", () => {
    const page = answerPage(form);
    expect(page).not.toMatch(/<script|https?:/i);
    expect(attributesOf(page, "src")).toEqual([]);
    for (const href of attributesOf(page, "href")) expect(href).toMatch(/^(data:,|tel:|mailto:)/);
  });

  it("does not send back a note without end", () => {
    const { note = "" } = typedAnswer(new URLSearchParams({ note: "x".repeat(500_000) }));
    expect(flat(note).length).toBeLessThanOrEqual(20_000);
  });
});

describe("whom the lead waits for", () => {
  const ana = { cycle: 1, ownerId: "ana" };

  it("is its owner in this cycle, until there is an answer", () => {
    expect(awaitsAnswer(aLead("assigned"), ana)).toBe(true);
    expect(awaitsAnswer(aLead("handed-off"), ana)).toBe(true);
    expect(awaitsAnswer(aLead("accepted"), ana)).toBe(false);
    expect(awaitsAnswer(aLead("captured", { cycle: 2 }), ana)).toBe(false);
  });

  it("is nobody else, and nobody of an earlier cycle", () => {
    expect(awaitsAnswer(aLead("handed-off"), { cycle: 1, ownerId: "luis" })).toBe(false);
    expect(awaitsAnswer(aLead("handed-off"), { cycle: 1 })).toBe(false);
    expect(awaitsAnswer(aLead("handed-off", { cycle: 2 }), ana)).toBe(false);
  });
});
