import * as z from "zod/mini";
import type { Agreement } from "../../contract/agreement.ts";
import { type FieldError, fieldErrorsOf } from "../http/http.ts";
import { currenciesOf } from "../money/money.ts";
import { findColleague } from "../team/owner.ts";
import { type Outcome, type OutcomeProblem, parseCorrection, parseOutcome } from "./parse-outcome.ts";

const id = z.string().check(z.minLength(1), z.maxLength(100));

/** The body of `POST /outcomes` and the detail of the event `TellOutcome`; unknown fields of the event are ignored. */
export const OutcomeBodySchema = z.object({
  leadId: id,
  /** The lead's present cycle when left out. */
  cycle: z.optional(z.int()),
  /** Id or address of the colleague who reports it. */
  by: id,
  outcome: z.string(),
  amount: z.optional(z.union([z.number(), z.string()])),
  /** Of the amount: one of the agreement's, its first when left out. */
  currency: z.optional(z.string()),
  reason: z.optional(z.string()),
  note: z.optional(z.string()),
  /** Corrects the newest outcome. */
  corrects: z.optional(z.literal(true)),
});

/** An outcome from another system. */
export interface OutcomeBody {
  readonly leadId: string;
  readonly cycle?: number | undefined;
  readonly by: string;
  readonly outcome: Outcome;
  readonly corrects?: true | undefined;
}

export type ParsedOutcomeBody =
  | { readonly ok: true; readonly body: OutcomeBody }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Parses an outcome from another system, with a problem per invalid field. */
export const parseOutcomeBody = (value: unknown, agreement: Agreement): ParsedOutcomeBody => {
  const parsed = OutcomeBodySchema.safeParse(value);
  if (!parsed.success) return { ok: false, errors: fieldErrorsOf(parsed.error) };
  const { leadId, cycle, corrects, outcome, amount = "", currency, reason = "", note = "" } = parsed.data;
  const by = findColleague(parsed.data.by, agreement)?.id;
  if (by === undefined)
    return { ok: false, errors: [{ field: "by", detail: "no team member has this ID or address" }] };
  const raw = { outcome, amount, currency, reason, note };
  const read = (corrects ? parseCorrection : parseOutcome)(
    raw,
    agreement,
    agreement.terms.company.languages[0] ?? "en",
  );
  if (!read.ok) return { ok: false, errors: [problemOf(read.problem, agreement)] };
  return { ok: true, body: { leadId, cycle, by, corrects, outcome: read.outcome } };
};

const problemOf = (problem: OutcomeProblem, agreement: Agreement): FieldError =>
  problem === "currency-unknown"
    ? { field: "currency", detail: `expected one of the agreement's currencies: ${currenciesOf(agreement).join(", ")}` }
    : problems[problem];

const problems: Record<Exclude<OutcomeProblem, "currency-unknown">, FieldError> = {
  "choice-missing": {
    field: "outcome",
    detail: "expected one of: sales-qualified, opportunity, won, lost, recycled; for a correction, won or lost",
  },
  "amount-not-a-number": {
    field: "amount",
    detail: "expected a number of at least 0, with no more decimals than its currency has",
  },
  "reason-missing": { field: "reason", detail: "lost and recycled need the ID of a reason in the agreement" },
  "reason-unknown": { field: "reason", detail: "the agreement has no such reason for this outcome" },
  "note-too-long": { field: "note", detail: "expected at most 2000 characters" },
};
