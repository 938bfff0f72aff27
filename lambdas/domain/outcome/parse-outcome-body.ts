import * as z from "zod/mini";
import type { Agreement } from "../../contract/agreement.ts";
import { type FieldError, fieldErrorsOf } from "../http/http.ts";
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
  const { leadId, cycle, corrects, outcome, amount = "", reason = "", note = "" } = parsed.data;
  const by = findColleague(parsed.data.by, agreement)?.id;
  if (by === undefined)
    return { ok: false, errors: [{ field: "by", detail: "no team member has this ID or address" }] };
  const read = (corrects ? parseCorrection : parseOutcome)({ outcome, amount, reason, note }, agreement);
  if (!read.ok) return { ok: false, errors: [problems[read.problem]] };
  return { ok: true, body: { leadId, cycle, by, corrects, outcome: read.outcome } };
};

const problems: Record<OutcomeProblem, FieldError> = {
  "choice-missing": {
    field: "outcome",
    detail: "expected one of: sales-qualified, opportunity, won, lost, recycled; for a correction, won or lost",
  },
  "amount-not-a-number": { field: "amount", detail: "expected a number of at least 0, in the company's currency" },
  "reason-missing": { field: "reason", detail: "lost and recycled need the ID of a reason in the agreement" },
  "reason-unknown": { field: "reason", detail: "the agreement has no such reason for this outcome" },
  "note-too-long": { field: "note", detail: "expected at most 2000 characters" },
};
