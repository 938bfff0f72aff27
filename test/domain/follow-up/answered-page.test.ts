import { describe, expect, it } from "vitest";
import { type AnsweredView, answeredPage, settledBy } from "../../../lambdas/domain/follow-up/answered-page.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { tagsOf, visibleOf } from "../mail/markup.ts";

const view: Omit<AnsweredView, "lead" | "settled"> = { agreement: anAgreement(), language: "es", refused: false };
const when = "martes 10 de marzo, 10:30 (hora de Madrid)";
const seenIn = (page: string) => visibleOf(page).join(" | ");
const grant = { cycle: 1, ownerId: "ana" };

describe("what happened to a lead that waits no longer", () => {
  it("is the answer, if there is one", () => {
    const answer = { kind: "accepted", at: now };
    expect(settledBy(aLead("accepted"), grant, answer)).toEqual({ is: "answered", answer });
    expect(settledBy(aLead("captured", { cycle: 2 }), grant, answer)).toEqual({ is: "answered", answer });
  });

  it("is that it was given back, when its cycle ended without an answer", () => {
    const lead = aLead("captured", { cycle: 2, givenBackAt: now });
    expect(settledBy(lead, grant, undefined)).toEqual({ is: "given-back", at: now });
    expect(settledBy({ ...lead, cycle: 3 }, grant, undefined)).toEqual({ is: "given-back", at: undefined });
  });

  it("is that it has moved on, when somebody else has it", () => {
    const lead = aLead("handed-off", { followUp: { ownerId: "luis" } });
    expect(settledBy(lead, grant, undefined)).toEqual({ is: "moved-on", at: lead.stageSince });
  });
});

describe("the page after the answer", () => {
  it("says that the lead was accepted, and whom to call now", () => {
    const settled = { is: "answered", answer: { kind: "accepted", at: now, note: "La llamo <hoy>" } } as const;
    const seen = seenIn(answeredPage({ ...view, lead: aLead("accepted"), settled }));
    for (const part of [
      "Lead aceptado",
      `aceptado el ${when}`,
      "La llamo <hoy>",
      "Dentro de 14 días",
      "+34 910 000 000",
    ])
      expect(seen).toContain(part);
  });

  it.each([
    ["not-now", "Motivo: Ahora no es el momento.", "Vuelve a marketing"],
    ["not-a-buyer", "Motivo: No es un posible cliente.", "Queda descartado"],
  ])("says that it was rejected, why, and what follows (%s)", (reason, said, follows) => {
    const settled = { is: "answered", answer: { kind: "rejected", at: now, reason } } as const;
    const seen = seenIn(answeredPage({ ...view, lead: aLead("captured", { cycle: 2 }), settled }));
    for (const part of ["Lead rechazado", `rechazado el ${when}`, said, follows]) expect(seen).toContain(part);
  });

  it("shows no contact data once the lead is no longer the rep's", () => {
    const settled = { is: "answered", answer: { kind: "rejected", at: now, reason: "not-now" } } as const;
    expect(answeredPage({ ...view, lead: aLead("captured"), settled })).not.toContain("+34");
  });

  it("says, to who answers too late, that this was not recorded and why", () => {
    const answer = { kind: "accepted", at: now };
    const late = { ...view, refused: true };
    const second = answeredPage({ ...late, lead: aLead("accepted"), settled: { is: "answered", answer } });
    expect(seenIn(second)).toContain("ya había otra, y cuenta la primera");
    const lost = answeredPage({ ...late, lead: aLead("captured"), settled: { is: "given-back", at: now } });
    expect(seenIn(lost)).toContain("no se ha registrado: el lead ya no la esperaba");
  });

  it("says when the lead went back to marketing, or on, in both languages", () => {
    const lead = aLead("captured", { cycle: 2 });
    const back = { ...view, lead, settled: { is: "given-back", at: now } } as const;
    expect(seenIn(answeredPage(back))).toContain(`volvió a marketing el ${when}`);
    expect(seenIn(answeredPage({ ...back, language: "en" }))).toContain(
      "it went back to marketing on Tuesday 10 March, 10:30 (Madrid time).",
    );
    const moved = { ...view, lead, settled: { is: "moved-on", at: now } } as const;
    expect(seenIn(answeredPage(moved))).toContain("Este lead ya no espera tu respuesta");
    expect(seenIn(answeredPage({ ...moved, language: "en" }))).toContain("no longer waits for your answer");
  });

  it("has no form: there is nothing left to send", () => {
    const settled = { is: "moved-on", at: now } as const;
    expect(tagsOf(answeredPage({ ...view, lead: aLead("dormant"), settled }))).not.toContain("form");
  });
});
