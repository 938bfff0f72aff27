import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomeInForm, parseCorrection, parseOutcome } from "../../../lambdas/domain/outcome/parse-outcome.ts";
import { parseOutcomeBody } from "../../../lambdas/domain/outcome/parse-outcome-body.ts";
import { anAgreement } from "../../builders/agreement.ts";

const agreement = anAgreement();
const toldIn = (fields: object) => outcomeInForm(new URLSearchParams(Object.entries(fields)));
const read = (fields: object) => parseOutcome(toldIn(fields), agreement);
const won = (amount: string) => read({ outcome: "won", amount });

describe("reading what became of a lead", () => {
  it("knows the five outcomes", () => {
    expect(read({ outcome: "sales-qualified", note: "Hay presupuesto" })).toEqual({
      ok: true,
      outcome: { kind: "sales-qualified", note: "Hay presupuesto" },
    });
    expect(read({ outcome: "opportunity" })).toEqual({ ok: true, outcome: { kind: "opportunity" } });
    expect(read({ outcome: "won" })).toEqual({ ok: true, outcome: { kind: "won" } });
    expect(read({ outcome: "lost", "lost-reason": "price", note: "Eligieron a otro" })).toEqual({
      ok: true,
      outcome: { kind: "lost", reason: "price", note: "Eligieron a otro" },
    });
    expect(read({ outcome: "recycled", "recycled-reason": "not-now", "lost-reason": "price" })).toEqual({
      ok: true,
      outcome: { kind: "recycled", reason: "not-now" },
    });
  });

  it("takes only another ending for a correction", () => {
    expect(parseCorrection(toldIn({ outcome: "lost", reason: "price" }), agreement)).toMatchObject({ ok: true });
    expect(parseCorrection(toldIn({ outcome: "opportunity" }), agreement)).toMatchObject({ problem: "choice-missing" });
    expect(parseCorrection(toldIn({ outcome: "recycled", reason: "not-now" }), agreement)).toMatchObject({ ok: false });
  });

  it.each([
    { text: "12500", amount: 12_500 },
    { text: "12.500", amount: 12_500 },
    { text: "12,500", amount: 12_500 },
    { text: "12.500,50 €", amount: 12_500.5 },
    { text: "€12,500.50", amount: 12_500.5 },
    { text: "1.234.567 EUR", amount: 1_234_567 },
    { text: "1 234 567,8", amount: 1_234_567.8 },
    { text: "99,9", amount: 99.9 },
    { text: "99.95", amount: 99.95 },
    { text: "0", amount: 0 },
    { text: " ", amount: undefined },
  ])("takes “$text” for $amount", ({ text, amount }) => {
    expect(won(text)).toEqual({ ok: true, outcome: { kind: "won", ...(amount !== undefined && { amount }) } });
  });

  it.each(["mucho", "-5", "1e9", "12.50.00", "1.2345", "12,500,5", ",5", "0x10", "Infinity", "€", "9".repeat(400)])(
    "does not take “%s” for an amount",
    (text) => expect(won(text)).toEqual({ ok: false, problem: "amount-not-a-number" }),
  );

  it.each([
    { fields: {}, problem: "choice-missing" },
    { fields: { outcome: "postponed" }, problem: "choice-missing" },
    { fields: { outcome: "lost", reason: "price", note: "x".repeat(2001) }, problem: "note-too-long" },
    { fields: { outcome: "lost" }, problem: "reason-missing" },
    { fields: { outcome: "lost", "lost-reason": "not-now" }, problem: "reason-unknown" },
    { fields: { outcome: "recycled", "recycled-reason": "not-a-buyer" }, problem: "reason-unknown" },
  ])("says what is wrong with a form: $problem", ({ fields, problem }) => {
    expect(read(fields)).toEqual({ ok: false, problem });
  });

  it("reads any amount back as it is written in either country", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (cents) => {
        for (const country of ["es-ES", "en-GB"]) {
          const text = new Intl.NumberFormat(country, { minimumFractionDigits: 2 }).format(cents / 100);
          expect(won(text)).toEqual({ ok: true, outcome: { kind: "won", amount: cents / 100 } });
        }
      }),
    );
  });

  it("never reads an amount that is not a finite number of at least nothing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.,€ e+-]{1,30}$/)), (text) => {
        const reading = won(text);
        if (!reading.ok || reading.outcome.kind !== "won" || reading.outcome.amount === undefined) return;
        expect(Number.isFinite(reading.outcome.amount) && reading.outcome.amount >= 0).toBe(true);
      }),
    );
  });
});

describe("parsing another system's outcome", () => {
  const body = { leadId: "lead-0001", by: "ana", outcome: "won" };

  it("takes figures as they are", () => {
    expect(parseOutcomeBody({ ...body, amount: 12.345, note: "Firmado", more: 1 }, agreement)).toEqual({
      ok: true,
      body: {
        leadId: "lead-0001",
        cycle: undefined,
        by: "ana",
        corrects: undefined,
        outcome: { kind: "won", amount: 12.35, note: "Firmado" },
      },
    });
    expect(
      parseOutcomeBody({ ...body, outcome: "lost", reason: "price", cycle: 2, corrects: true }, agreement),
    ).toMatchObject({
      body: { cycle: 2, corrects: true, outcome: { kind: "lost", reason: "price" } },
    });
  });

  it.each([
    { value: null, field: "body" },
    { value: { ...body, leadId: "" }, field: "leadId" },
    { value: { ...body, by: undefined }, field: "by" },
    { value: { ...body, outcome: "postponed" }, field: "outcome" },
    { value: { ...body, amount: -1 }, field: "amount" },
    { value: { ...body, amount: "mucho" }, field: "amount" },
    { value: { ...body, outcome: "lost" }, field: "reason" },
    { value: { ...body, outcome: "recycled", reason: "not-a-buyer" }, field: "reason" },
    { value: { ...body, outcome: "opportunity", corrects: true }, field: "outcome" },
    { value: { ...body, corrects: false }, field: "corrects" },
    { value: { ...body, note: "x".repeat(2001) }, field: "note" },
  ])("says which field is wrong: $field", ({ value, field }) => {
    expect(parseOutcomeBody(value, agreement)).toMatchObject({ ok: false, errors: [{ field }] });
  });
});
