import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOutcome } from "../../../lambdas/domain/outcome/read-outcome.ts";

const read = (fields: object) => readOutcome(new URLSearchParams(Object.entries(fields)));
const won = (amount: string) => read({ outcome: "won", amount });

describe("reading what became of a lead", () => {
  it("knows the three outcomes", () => {
    expect(read({ outcome: "won" })).toEqual({ ok: true, outcome: { kind: "won" } });
    expect(read({ outcome: "lost", note: "Eligieron a otro" })).toEqual({
      ok: true,
      outcome: { kind: "lost", note: "Eligieron a otro" },
    });
    expect(read({ outcome: "recycled" })).toEqual({ ok: true, outcome: { kind: "recycled" } });
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
    { fields: { outcome: "lost", note: "x".repeat(2001) }, problem: "note-too-long" },
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
