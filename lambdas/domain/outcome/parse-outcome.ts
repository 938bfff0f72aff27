import type { Agreement } from "../../contract/agreement.ts";
import { limits } from "../../contract/limits.ts";
import type { Language } from "../../contract/stages.ts";
import { assertNever } from "../assert-never.ts";
import { parseNote } from "../follow-up/note.ts";
import { currenciesOf, decimalsOf, ownCurrency } from "../money/money.ts";
import { isIn, parseAmount } from "./amount.ts";
import { reasonsToRecycle } from "./recycle-rules.ts";

interface Noted {
  readonly note?: string;
}

/** An outcome of a deal. An amount has a currency, one of the agreement's; `reason` is the id of an agreed one. */
export type Outcome =
  | ({ readonly kind: "sales-qualified" | "opportunity" } & Noted)
  | ({ readonly kind: "won"; readonly amount?: number; readonly currency?: string } & Noted)
  | ({ readonly kind: "lost" | "recycled"; readonly reason: string } & Noted);

/** In the order of the deal. */
export const outcomeKinds = [
  "sales-qualified",
  "opportunity",
  "won",
  "lost",
  "recycled",
] as const satisfies readonly Outcome["kind"][];

export type OutcomeProblem =
  | "choice-missing"
  | "amount-not-a-number"
  | "currency-unknown"
  | "reason-missing"
  | "reason-unknown"
  | "note-too-long";

export type OutcomeReading =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly problem: OutcomeProblem };

/** The fields of an outcome, as sent. */
export interface RawOutcome {
  readonly outcome: string;
  /** As a person writes it, or the number that a program sends. */
  readonly amount: string | number;
  /** The company's own when empty. */
  readonly currency?: string | undefined;
  readonly reason: string;
  readonly note: string;
}

/** Each reason has its own list in the form; a program may leave it at `reason`. */
export const outcomeInForm = (form: URLSearchParams): RawOutcome => {
  const textOf = (name: string): string => form.get(name) ?? "";
  const outcome = textOf("outcome");
  const reason = form.get(`${outcome}-reason`) ?? textOf("reason");
  return { outcome, amount: textOf("amount"), currency: textOf("currency"), reason, note: textOf("note") };
};

/**
 * `amount` and `currency` go with won, `reason` with lost (one of the lost reasons) and recycled (one that recycles).
 * @param language in which an amount is typed: it matters where a currency has three decimals
 */
export const parseOutcome = (raw: RawOutcome, agreement: Agreement, language: Language): OutcomeReading => {
  const kind = outcomeKinds.find((each) => each === raw.outcome);
  if (kind === undefined) return { ok: false, problem: "choice-missing" };
  const note = parseNote(new URLSearchParams({ note: raw.note }));
  if (note === "too-long") return { ok: false, problem: "note-too-long" };
  switch (kind) {
    case "sales-qualified":
    case "opportunity":
      return { ok: true, outcome: { kind, ...note } };
    case "won":
      return readWon(raw, note, agreement, language);
    case "lost":
      return readEnded(kind, raw.reason, agreement.terms.sla.sales.lostReasons, note);
    case "recycled":
      return readEnded(kind, raw.reason, reasonsToRecycle(agreement), note);
    default:
      return assertNever(kind);
  }
};

/** A correction is another ending: a deal that is over does not go on. */
export const parseCorrection = (raw: RawOutcome, agreement: Agreement, language: Language): OutcomeReading =>
  isEnding(raw.outcome) ? parseOutcome(raw, agreement, language) : { ok: false, problem: "choice-missing" };

const isEnding = (kind: string): boolean => kind === "won" || kind === "lost";

const readWon = (
  { amount: raw, currency: named = "" }: RawOutcome,
  note: Noted,
  agreement: Agreement,
  language: Language,
): OutcomeReading => {
  const code = named.trim().toUpperCase() || ownCurrency(agreement);
  const currency = currenciesOf(agreement).find((each) => each === code);
  if (currency === undefined) return { ok: false, problem: "currency-unknown" };
  if (typeof raw === "string" && raw.trim() === "") return { ok: true, outcome: { kind: "won", ...note } };
  const amount = typeof raw === "string" ? parseAmount(raw, currency, language) : inCoins(raw, currency);
  return amount === undefined
    ? { ok: false, problem: "amount-not-a-number" }
    : { ok: true, outcome: { kind: "won", amount, currency, ...note } };
};

/**
 * A program's number, rounded to the currency's smallest coin. Of a currency without any, a fraction is no rounding
 * error: the amount is in another currency.
 */
const inCoins = (amount: number, currency: string): number | undefined => {
  const decimals = decimalsOf(currency);
  if (!(amount >= 0 && amount <= limits.dealAmount) || (decimals === 0 && !isIn(amount, 0))) return undefined;
  return Math.round(amount * 10 ** decimals) / 10 ** decimals;
};

const readEnded = (
  kind: "lost" | "recycled",
  reason: string,
  agreed: readonly { readonly id: string }[],
  note: Noted,
): OutcomeReading => {
  if (reason === "") return { ok: false, problem: "reason-missing" };
  if (!agreed.some(({ id }) => id === reason)) return { ok: false, problem: "reason-unknown" };
  return { ok: true, outcome: { kind, reason, ...note } };
};
