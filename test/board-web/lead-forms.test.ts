import { describe, expect, it } from "vitest";
import { confirmError, reasonError } from "../../web/board/pages/lead/action-forms.ts";
import * as form from "../../web/board/pages/lead/outcome-form.ts";

const { nothingTyped } = form;
const typing = { language: "es", own: "EUR" } as const;
const outcomeErrors = (typed: form.TypedOutcome) => form.outcomeErrors(typed, typing);
const outcomeBody = (typed: form.TypedOutcome, isCorrection: boolean) => form.outcomeBody(typed, isCorrection, typing);

describe("the form of an outcome", () => {
  it("asks what happened before anything else", () => {
    expect(Object.keys(outcomeErrors(nothingTyped))).toEqual(["outcome"]);
  });

  it("takes a deal won with an amount as people write it, or without one", () => {
    const won = { ...nothingTyped, outcome: "won" };
    expect(outcomeErrors(won)).toEqual({});
    expect(outcomeBody(won, false)).toEqual({ outcome: "won" });
    expect(outcomeBody({ ...won, amount: "12.500,50 €" }, false)).toEqual({
      outcome: "won",
      amount: 12500.5,
      currency: "EUR",
    });
    expect(outcomeBody({ ...won, amount: "12.500", currency: "USD" }, false)).toMatchObject({ currency: "USD" });
  });

  it("refuses an amount that is none", () => {
    expect(Object.keys(outcomeErrors({ ...nothingTyped, outcome: "won", amount: "doce mil" }))).toEqual(["amount"]);
    const yen = outcomeErrors({ ...nothingTyped, outcome: "won", amount: "12,5", currency: "JPY" });
    expect(yen.amount?.es).toContain("por ejemplo 12.500, ");
  });

  it.each(["lost", "recycled"])("asks why a deal was %s", (outcome) => {
    expect(Object.keys(outcomeErrors({ ...nothingTyped, outcome }))).toEqual(["reason"]);
    expect(outcomeErrors({ ...nothingTyped, outcome, reason: "price" })).toEqual({});
  });

  it("sends nothing that belongs to another outcome than the chosen one", () => {
    const typed = { outcome: "opportunity", amount: "9000", currency: "", reason: "price", note: "  Pide plazos  " };
    expect(outcomeBody(typed, false)).toEqual({ outcome: "opportunity", note: "Pide plazos" });
  });

  it("says that it corrects the recorded outcome", () => {
    expect(outcomeBody({ ...nothingTyped, outcome: "lost", reason: "price" }, true)).toEqual({
      outcome: "lost",
      reason: "price",
      corrects: true,
    });
  });

  it("refuses a note that the API would not take", () => {
    const noted = (length: number) => ({ ...nothingTyped, outcome: "won", note: "x".repeat(length) });
    expect(outcomeErrors(noted(2000))).toEqual({});
    expect(Object.keys(outcomeErrors(noted(2001)))).toEqual(["note"]);
  });
});

describe("a reason in free text", () => {
  it("has some, and not too many", () => {
    expect(reasonError("Nos conoce de la feria")).toBeUndefined();
    expect(reasonError("   ")).toBeDefined();
    expect(reasonError("x".repeat(500))).toBeUndefined();
    expect(reasonError("x".repeat(501))).toBeDefined();
  });
});

describe("the address that is typed again to erase", () => {
  it("is the lead's, in whatever capitals", () => {
    expect(confirmError(" Lucia@Frutas.example ", "lucia@frutas.example")).toBeUndefined();
    expect(confirmError("lucia@frutas.exampl", "lucia@frutas.example")).toBeDefined();
    expect(confirmError("", "lucia@frutas.example")).toBeDefined();
  });
});
