import { assertNever } from "../assert-never.ts";
import { readNote } from "../follow-up/read-note.ts";
import { readAmount } from "./read-amount.ts";

/** What became of an accepted lead. `amount` is in the company's currency. */
export type Outcome =
  | { readonly kind: "won"; readonly amount?: number }
  | { readonly kind: "lost"; readonly note?: string }
  | { readonly kind: "recycled"; readonly note?: string };

export type OutcomeReading =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly problem: "choice-missing" | "amount-not-a-number" | "note-too-long" };

/** Reads the outcome form: `outcome` is `won`, `lost` or `recycled`; `amount` goes with won, `note` with the others. */
export const readOutcome = (form: URLSearchParams): OutcomeReading => {
  const kind = outcomes.find((each) => each === form.get("outcome"));
  switch (kind) {
    case undefined:
      return { ok: false, problem: "choice-missing" };
    case "won":
      return readWon(form.get("amount") ?? "");
    case "lost":
    case "recycled": {
      const note = readNote(form);
      return note === "too-long" ? { ok: false, problem: "note-too-long" } : { ok: true, outcome: { kind, ...note } };
    }
    default:
      return assertNever(kind);
  }
};

const outcomes = ["won", "lost", "recycled"] as const satisfies readonly Outcome["kind"][];

const readWon = (text: string): OutcomeReading => {
  if (text.trim() === "") return { ok: true, outcome: { kind: "won" } };
  const amount = readAmount(text);
  return amount === undefined
    ? { ok: false, problem: "amount-not-a-number" }
    : { ok: true, outcome: { kind: "won", amount } };
};
