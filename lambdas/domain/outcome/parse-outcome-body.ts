import * as z from "zod/mini";
import type { Agreement } from "../../contract/agreement.ts";
import { type FieldError, fieldErrorsOf } from "../http/http.ts";
import { findColleague } from "../team/owner.ts";
import { type Outcome, type OutcomeProblem, parseCorrection, parseOutcome } from "./parse-outcome.ts";

const id = z.string().check(z.minLength(1), z.maxLength(100));

/** What `POST /outcomes` and the event `TellOutcome` say; the event may say more, and means nothing by it. */
const ToldSchema = z.object({
  leadId: id,
  /** The lead's present one when left out. */
  cycle: z.optional(z.int()),
  /** Id, or address, of the colleague who says so. */
  by: id,
  outcome: z.string(),
  amount: z.optional(z.union([z.number(), z.string()])),
  reason: z.optional(z.string()),
  note: z.optional(z.string()),
  /** What was told last was wrong, and this is how it was. */
  corrects: z.optional(z.literal(true)),
});

/** Another system's word on a lead. */
export interface ToldElsewhere {
  readonly leadId: string;
  readonly cycle?: number | undefined;
  readonly by: string;
  readonly outcome: Outcome;
  readonly corrects?: true | undefined;
}

export type ParsedOutcomeBody =
  | { readonly ok: true; readonly told: ToldElsewhere }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads another system's word; what is wrong is said field by field. */
export const parseOutcomeBody = (value: unknown, agreement: Agreement): ParsedOutcomeBody => {
  const parsed = ToldSchema.safeParse(value);
  if (!parsed.success) return { ok: false, errors: fieldErrorsOf(parsed.error) };
  const { leadId, cycle, corrects, outcome, amount = "", reason = "", note = "" } = parsed.data;
  const by = findColleague(parsed.data.by, agreement)?.id;
  if (by === undefined)
    return { ok: false, errors: [{ field: "by", detail: "no team member has this ID or address" }] };
  const read = (corrects ? parseCorrection : parseOutcome)({ outcome, amount, reason, note }, agreement);
  if (!read.ok) return { ok: false, errors: [problems[read.problem]] };
  return { ok: true, told: { leadId, cycle, by, corrects, outcome: read.outcome } };
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
