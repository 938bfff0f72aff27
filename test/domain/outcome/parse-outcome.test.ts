import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomeInForm, parseCorrection, parseOutcome } from "../../../lambdas/domain/outcome/parse-outcome.ts";
import { parseOutcomeBody } from "../../../lambdas/domain/outcome/parse-outcome-body.ts";
import { anAgreement } from "../../builders/agreement.ts";

const agreement = anAgreement();
const toldIn = (fields: object) => outcomeInForm(new URLSearchParams(Object.entries(fields)));
const read = (fields: object) => parseOutcome(toldIn(fields), agreement, "es");
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
    expect(parseCorrection(toldIn({ outcome: "lost", reason: "price" }), agreement, "es")).toMatchObject({ ok: true });
    expect(parseCorrection(toldIn({ outcome: "opportunity" }), agreement, "es")).toMatchObject({
      problem: "choice-missing",
    });
    expect(parseCorrection(toldIn({ outcome: "recycled", reason: "not-now" }), agreement, "es")).toMatchObject({
      ok: false,
    });
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
    expect(won(text)).toEqual({
      ok: true,
      outcome: { kind: "won", ...(amount !== undefined && { amount, currency: "EUR" }) },
    });
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
          expect(won(text)).toEqual({ ok: true, outcome: { kind: "won", amount: cents / 100, currency: "EUR" } });
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

describe("an amount in one of the agreement's currencies", () => {
  const several = anAgreement({ company: { currencies: ["GBP", "USD", "JPY", "KWD"] } });
  const wonIn = (currency: string, amount: string, language: "es" | "en" = "en") =>
    parseOutcome(toldIn({ outcome: "won", currency, amount }), several, language);

  it.each([
    ["USD", "US$12,500.50", 12_500.5],
    ["USD", "12.500,50 dólares estadounidenses", 12_500.5],
    ["usd", "12500 USD", 12_500],
    ["GBP", "£300", 300],
    ["", "300 GBP", 300],
    ["JPY", "¥1,200", 1200],
    ["JPY", "1.200,00", 1200],
    ["KWD", "1,200.125", 1200.125],
  ])("of %s, “%s” is %d", (currency, text, amount) => {
    const code = currency.toUpperCase() || "GBP";
    expect(wonIn(currency, text)).toEqual({ ok: true, outcome: { kind: "won", amount, currency: code } });
  });

  it("has three decimals, or thousands, by the language where the currency has so many", () => {
    expect([wonIn("KWD", "12.500", "en"), wonIn("KWD", "12.500", "es")]).toMatchObject([
      { outcome: { amount: 12.5 } },
      { outcome: { amount: 12_500 } },
    ]);
  });

  it.each([
    ["USD", "12.500 €"],
    ["GBP", "$300"],
    ["JPY", "1200,50"],
    ["JPY", "12.5"],
    ["USD", "1.2345"],
  ])("of %s is not “%s”", (currency, text) => {
    expect(wonIn(currency, text)).toEqual({ ok: false, problem: "amount-not-a-number" });
  });

  it("is refused in another currency, which is named with those that are agreed", () => {
    expect(wonIn("EUR", "300")).toEqual({ ok: false, problem: "currency-unknown" });
    const body = { leadId: "lead-0001", by: "ana", outcome: "won", amount: 300 };
    expect(parseOutcomeBody({ ...body, currency: "EUR" }, several)).toEqual({
      ok: false,
      errors: [{ field: "currency", detail: "expected one of the agreement's currencies: GBP, USD, JPY, KWD" }],
    });
    expect(parseOutcomeBody(body, several)).toMatchObject({ body: { outcome: { amount: 300, currency: "GBP" } } });
    expect(parseOutcomeBody({ ...body, currency: "JPY", amount: 300.5 }, several)).toMatchObject({
      errors: [{ field: "amount" }],
    });
    expect(parseOutcomeBody({ ...body, currency: "KWD", amount: 0.1234 }, several)).toMatchObject({
      body: { outcome: { amount: 0.123 } },
    });
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
        outcome: { kind: "won", amount: 12.35, currency: "EUR", note: "Firmado" },
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
