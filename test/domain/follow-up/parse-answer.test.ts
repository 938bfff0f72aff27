import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerChoices, answerInForm, parseAnswer } from "../../../lambdas/domain/follow-up/parse-answer.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const reason = (id: string) => ({ id, label: { es: id, en: id }, leadsTo: "recycle" as const });
const agreement = anAgreement({
  sla: { sales: { rejectReasons: [reason("not-now"), reason("not-a-buyer"), reason("unreachable")] } },
});
const read = (fields: object) =>
  parseAnswer(answerInForm(new URLSearchParams(Object.entries(fields))), { agreement, timeZone: "Europe/Madrid", now });

describe("reading an answer", () => {
  it("accepts, with or without a note", () => {
    expect(read({ answer: "accept" })).toEqual({ ok: true, answer: { kind: "accepted", how: "called" } });
    expect(read({ answer: "accept", note: " Hablamos el lunes. " })).toEqual({
      ok: true,
      answer: { kind: "accepted", how: "called", note: "Hablamos el lunes." },
    });
  });

  it("accepts with a meeting, at the time that the clocks there show", () => {
    const answer = { kind: "accepted", how: "meeting", meetingAt: "2026-04-02T08:00:00.000Z" };
    for (const meetingAt of ["2026-04-02T10:00", "2026-04-02T08:00Z", "2026-04-02T04:00:00-04:00"])
      expect(read({ answer: "meeting", meetingAt })).toEqual({ ok: true, answer });
  });

  it("does not mind what is left standing in fields of other choices", () => {
    const left = { reason: "not-now", tries: "x", to: "luis", until: "x", why: "x", meetingAt: "x" };
    expect(read({ answer: "accept", ...left })).toEqual({ ok: true, answer: { kind: "accepted", how: "called" } });
    expect(read({ answer: "reject", ...left })).toEqual({ ok: true, answer: { kind: "rejected", reason: "not-now" } });
  });

  it("rejects for one of the agreed reasons, and asks for the tries when no one was reached", () => {
    expect(read({ answer: "reject", reason: "not-now", note: "En otoño" })).toEqual({
      ok: true,
      answer: { kind: "rejected", reason: "not-now", note: "En otoño" },
    });
    expect(read({ answer: "reject", reason: "unreachable", tries: "3" })).toEqual({
      ok: true,
      answer: { kind: "rejected", reason: "unreachable", tries: 3 },
    });
  });

  it("passes on, snoozes and asks for more time", () => {
    expect(read({ answer: "pass-on", to: "luis" })).toEqual({ ok: true, answer: { kind: "passed-on", to: "luis" } });
    expect(read({ answer: "snooze", until: "2026-03-13T10:30", why: " De viaje " })).toEqual({
      ok: true,
      answer: { kind: "snoozed", until: "2026-03-13T09:30:00.000Z", why: "De viaje" },
    });
    expect(read({ answer: "more-time", why: "Busco el teléfono" })).toEqual({
      ok: true,
      answer: { kind: "more-time", why: "Busco el teléfono" },
    });
  });

  it.each([
    { fields: {}, problem: "choice-missing" },
    { fields: { answer: "maybe" }, problem: "choice-missing" },
    { fields: { answer: "meeting" }, problem: "meeting-missing" },
    { fields: { answer: "meeting", meetingAt: "mañana" }, problem: "meeting-missing" },
    { fields: { answer: "meeting", meetingAt: "2026-02-31T25:00" }, problem: "meeting-missing" },
    { fields: { answer: "meeting", meetingAt: daysFromNow(-2) }, problem: "meeting-out-of-range" },
    { fields: { answer: "meeting", meetingAt: daysFromNow(400) }, problem: "meeting-out-of-range" },
    { fields: { answer: "reject" }, problem: "reason-missing" },
    { fields: { answer: "reject", reason: "" }, problem: "reason-missing" },
    { fields: { answer: "reject", reason: "bad-hair-day" }, problem: "reason-unknown" },
    { fields: { answer: "reject", reason: "unreachable" }, problem: "tries-missing" },
    { fields: { answer: "reject", reason: "unreachable", tries: "0" }, problem: "tries-missing" },
    { fields: { answer: "pass-on" }, problem: "to-missing" },
    { fields: { answer: "snooze", why: "De viaje" }, problem: "until-missing" },
    { fields: { answer: "snooze", until: "2026-03-13T10:30" }, problem: "why-missing" },
    { fields: { answer: "more-time", why: " " }, problem: "why-missing" },
    { fields: { answer: "more-time", why: "x".repeat(501) }, problem: "why-too-long" },
    { fields: { answer: "accept", note: "x".repeat(2001) }, problem: "note-too-long" },
    { fields: { answer: "reject", reason: "not-now", note: "x".repeat(2001) }, problem: "note-too-long" },
  ])("says what is wrong with a form: $fields", ({ fields, problem }) => {
    expect(read(fields)).toEqual({ ok: false, problem });
  });

  it("counts a line break once, as the page does", () => {
    const note = "x\r\n".repeat(999).concat("xx");
    expect(read({ answer: "accept", note })).toMatchObject({
      ok: true,
      answer: { note: note.replaceAll("\r\n", "\n") },
    });
  });

  it("parses or refuses whatever is sent, and never accepts a reason that was not agreed", () => {
    const field = fc.oneof(
      fc.string(),
      fc.constantFrom(...answerChoices, "not-now", "not-a-buyer", "2026-03-13T10:30"),
    );
    fc.assert(
      fc.property(fc.tuple(field, field, field, field, field), ([answer, reason, until, why, note]) => {
        const reading = read({ answer, reason, until, meetingAt: until, why, to: why, note });
        if (!reading.ok) return;
        expect(answerChoices).toContain(answer.trim());
        if (reading.answer.kind === "rejected") expect(["not-now", "not-a-buyer"]).toContain(reading.answer.reason);
      }),
    );
  });
});
