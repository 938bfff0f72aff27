import { describe, expect, it } from "vitest";
import { settledBy } from "../../../lambdas/domain/follow-up/settled.ts";
import { type AnsweredView, answeredPage } from "../../../lambdas/views/follow-up/answered-page.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { tagsOf, visibleOf } from "../mail/markup.ts";

const reader = { id: "ana", language: "es" } as const;
const english = { id: "ana", language: "en" } as const;
const view: Omit<AnsweredView, "lead" | "settled"> = { agreement: anAgreement(), reader, refused: false };
const when = "martes 10 de marzo, 10:30 (hora de Madrid)";
const seenIn = (page: string) => visibleOf(page).join(" | ");
const grant = { cycle: 1, ownerId: "ana" };

describe("what happened to a lead that waits no longer", () => {
  const answer = { kind: "accepted", at: now, ownerId: "ana", turn: 0 };

  it("is the answer, if there is one", () => {
    expect(settledBy(aLead("accepted"), grant, [answer])).toEqual({ is: "answered", answer });
    expect(settledBy(aLead("captured", { cycle: 2 }), grant, [answer])).toEqual({ is: "answered", answer });
    const snoozed = { ...answer, kind: "snoozed" };
    expect(settledBy(aLead("accepted"), grant, [snoozed, answer])).toEqual({ is: "answered", answer });
  });

  it("is the answer of this turn only", () => {
    const later = { ...answer, ownerId: "luis", turn: 1 };
    const lead = aLead("captured", { cycle: 2, recycled: { reason: "price", at: now } });
    expect(settledBy(lead, grant, [later])).toEqual({ is: "moved-on", at: now });
  });

  it("is that it was returned to marketing, when its cycle ended without an answer", () => {
    const lead = aLead("captured", { cycle: 2, returnedAt: now });
    expect(settledBy(lead, grant, [])).toEqual({ is: "returned", at: now });
    expect(settledBy({ ...lead, cycle: 3 }, grant, [])).toEqual({ is: "returned", at: undefined });
  });

  it("is the present owner, however the lead came to them", () => {
    const passed = { ...answer, kind: "passed-on", to: "luis" };
    const followUp = { ownerId: "luis", turn: 1 };
    for (const stage of ["assigned", "handed-off", "accepted", "opportunity"] as const) {
      const lead = aLead(stage, { followUp });
      expect(settledBy(lead, grant, [])).toEqual({ is: "passed-on", ownerId: "luis", answer: undefined });
      expect(settledBy(lead, grant, [passed])).toEqual({ is: "passed-on", ownerId: "luis", answer: passed });
    }
    const won = aLead("won");
    expect(settledBy(won, grant, [passed])).toEqual({ is: "moved-on", at: won.stageSince });
  });
});

describe("the page after the answer", () => {
  it("says that the lead was accepted, and whom to call now", () => {
    const settled = {
      is: "answered",
      answer: { kind: "accepted", at: now, ownerId: "ana", note: "La llamo <hoy>" },
    } as const;
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
    ["not-now", "Motivo: Ahora no es el momento.", "vuelve a marketing"],
    ["not-a-buyer", "Motivo: No es un posible cliente.", "queda descartado"],
  ])("says that it was rejected, why, and what follows (%s)", (reason, said, follows) => {
    const settled = { is: "answered", answer: { kind: "rejected", at: now, ownerId: "ana", reason } } as const;
    const seen = seenIn(answeredPage({ ...view, lead: aLead("captured", { cycle: 2 }), settled }));
    for (const part of ["Lead rechazado", `rechazado el ${when}`, said, follows]) expect(seen).toContain(part);
  });

  it("shows no contact data once the lead is no longer the rep's", () => {
    const settled = {
      is: "answered",
      answer: { kind: "rejected", at: now, ownerId: "ana", reason: "not-now" },
    } as const;
    expect(answeredPage({ ...view, lead: aLead("captured"), settled })).not.toContain("+34");
  });

  it("shows a late answer that it was not stored, and why", () => {
    const answer = { kind: "accepted", at: now, ownerId: "ana" };
    const late = { ...view, refused: true };
    const second = answeredPage({ ...late, lead: aLead("accepted"), settled: { is: "answered", answer } });
    expect(seenIn(second)).toContain("ya había otra y cuenta la primera");
    const lost = answeredPage({ ...late, lead: aLead("captured"), settled: { is: "returned", at: now } });
    expect(seenIn(lost)).toContain("no se ha registrado: el lead ya no esperaba respuesta");
  });

  it("says when the lead returned to marketing, or moved on, in both languages", () => {
    const lead = aLead("captured", { cycle: 2 });
    const back = { ...view, lead, settled: { is: "returned", at: now } } as const;
    expect(seenIn(answeredPage(back))).toContain(`volvió a marketing el ${when}`);
    expect(seenIn(answeredPage({ ...back, reader: english }))).toContain(
      "the lead returned to marketing on Tuesday 10 March, 10:30 (Madrid time).",
    );
    const moved = { ...view, lead, settled: { is: "moved-on", at: now } } as const;
    expect(seenIn(answeredPage(moved))).toContain("Este lead ya no espera tu respuesta");
    expect(seenIn(answeredPage({ ...moved, reader: english }))).toContain("is no longer waiting for your answer");
  });

  it.each([
    ["snoozed", "Aplazado", "Snoozed"],
    ["more-time", "Tienes más tiempo", "You have more time"],
  ])("says until when the lead waits now (%s)", (kind, es, en) => {
    const settled = { is: "put-off", answer: { kind, at: now, ownerId: "ana" }, dueAt: now } as const;
    const put = { ...view, lead: aLead("handed-off"), settled };
    expect(seenIn(answeredPage(put))).toContain(es);
    expect(seenIn(answeredPage(put))).toContain(`responde antes del ${when}.`);
    expect(seenIn(answeredPage({ ...put, reader: english }))).toContain(en);
  });

  it("says who has it now, and shows none of its details", () => {
    const lead = aLead("handed-off", { followUp: { ownerId: "luis", turn: 1 } });
    const settled = { is: "passed-on", ownerId: "luis", answer: undefined } as const;
    const page = answeredPage({ ...view, lead, settled });
    expect(seenIn(page)).toContain("Luis Mora lo lleva ahora");
    expect(page).not.toContain("+34");
    expect(seenIn(answeredPage({ ...view, lead, settled, reader: english }))).toContain("Luis Mora owns this lead now");
  });

  it("says when the meeting is, how often it was tried, and who answered instead", () => {
    const met = { kind: "accepted", at: now, ownerId: "ana", by: "pablo", meetingAt: now };
    const accepted = answeredPage({ ...view, lead: aLead("accepted"), settled: { is: "answered", answer: met } });
    expect(seenIn(accepted)).toContain(`Reunión: ${when}.`);
    expect(seenIn(accepted)).toContain(`aceptado el ${when} por Pablo Rey.`);
    const tried = { kind: "rejected", at: now, ownerId: "ana", reason: "not-now", tries: 3 };
    const rejected = answeredPage({ ...view, lead: aLead("captured"), settled: { is: "answered", answer: tried } });
    expect(seenIn(rejected)).toContain("Motivo: Ahora no es el momento (3 intentos).");
  });

  it("shows times in the reader's time zone", () => {
    const settled = { is: "moved-on", at: now } as const;
    const canary = { ...reader, timeZone: "Atlantic/Canary" };
    expect(seenIn(answeredPage({ ...view, lead: aLead("dormant"), settled, reader: canary }))).toContain(
      "9:30 (hora de Canarias)",
    );
  });

  it("has no form: there is nothing left to send", () => {
    const settled = { is: "moved-on", at: now } as const;
    expect(tagsOf(answeredPage({ ...view, lead: aLead("dormant"), settled }))).not.toContain("form");
  });
});
