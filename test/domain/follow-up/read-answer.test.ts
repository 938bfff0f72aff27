import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnswer } from "../../../lambdas/domain/follow-up/read-answer.ts";
import { anAgreement } from "../../builders/agreement.ts";

const agreement = anAgreement();
const read = (fields: object) => readAnswer(new URLSearchParams(Object.entries(fields)), agreement);

describe("reading a rep's answer", () => {
  it("accepts, with or without a note", () => {
    expect(read({ answer: "accept" })).toEqual({ ok: true, answer: { kind: "accepted" } });
    expect(read({ answer: "accept", note: " Hablamos el lunes. " })).toEqual({
      ok: true,
      answer: { kind: "accepted", note: "Hablamos el lunes." },
    });
  });

  it("does not mind a reason left standing when the lead is accepted", () => {
    expect(read({ answer: "accept", reason: "not-now" })).toEqual({ ok: true, answer: { kind: "accepted" } });
  });

  it("rejects for one of the agreed reasons", () => {
    expect(read({ answer: "reject", reason: "not-now", note: "En otoño" })).toEqual({
      ok: true,
      answer: { kind: "rejected", reason: "not-now", note: "En otoño" },
    });
  });

  it.each([
    { fields: {}, problem: "choice-missing" },
    { fields: { answer: "maybe" }, problem: "choice-missing" },
    { fields: { answer: "reject" }, problem: "reason-missing" },
    { fields: { answer: "reject", reason: "" }, problem: "reason-missing" },
    { fields: { answer: "reject", reason: "bad-hair-day" }, problem: "reason-unknown" },
    { fields: { answer: "accept", note: "x".repeat(2001) }, problem: "note-too-long" },
    { fields: { answer: "reject", reason: "not-now", note: "x".repeat(2001) }, problem: "note-too-long" },
  ])("says what is wrong with a form: $problem", ({ fields, problem }) => {
    expect(read(fields)).toEqual({ ok: false, problem });
  });

  it("counts a line break once, as the page does", () => {
    const note = "x\r\n".repeat(999).concat("xx");
    expect(read({ answer: "accept", note })).toMatchObject({
      ok: true,
      answer: { note: note.replaceAll("\r\n", "\n") },
    });
  });

  it("understands or refuses whatever is sent, and never takes a reason that was not agreed", () => {
    const field = fc.oneof(fc.string(), fc.constantFrom("accept", "reject", "not-now", "not-a-buyer"));
    fc.assert(
      fc.property(field, field, fc.string(), (answer, reason, note) => {
        const reading = read({ answer, reason, note });
        if (!reading.ok) return;
        expect(["accept", "reject"]).toContain(answer);
        if (reading.answer.kind === "rejected") expect(["not-now", "not-a-buyer"]).toContain(reading.answer.reason);
      }),
    );
  });
});
