/** The same bodies as the API takes, from other systems by the bus. */
import type { CaptureRules } from "../capture/capture-rules.ts";
import type { AcceptedEngagements } from "../capture/parse-engagements.ts";
import { understandEngagements } from "../capture/parse-engagements.ts";
import type { AcceptedSubmission } from "../capture/parse-submission.ts";
import type { FieldProblem } from "../capture/problems.ts";
import { sentOf } from "../capture/sent.ts";
import { understandSubmission } from "../capture/submission-fields.ts";
import { type AskedOverride, understandOverride } from "../gate/parse-override.ts";

/** Why an event can never be taken in: which fields, and what is expected of them; nothing of what they say. */
export interface Unfit {
  readonly ok: false;
  readonly reason: string;
}

export const submissionFromDetail = (detail: unknown, rules: CaptureRules): AcceptedSubmission | Unfit => {
  const sent = sentOf(detail);
  if (sent === undefined) return notAnObject;
  const read = understandSubmission(sent, rules);
  if (!read.ok) return unfit(read.problems);
  const { submission, bodyHash, suspicious } = read;
  return { ok: true, submission, bodyHash, suspicious, wants: "json" };
};

export const engagementsFromDetail = (detail: unknown, rules: CaptureRules): AcceptedEngagements | Unfit => {
  const sent = sentOf(detail);
  if (sent === undefined) return notAnObject;
  const read = understandEngagements(sent, rules);
  return read.ok ? read : unfit(read.problems);
};

/** What marketing decided by hand; only the bus takes it in. */
export const overrideFromDetail = (detail: unknown): ({ readonly ok: true } & AskedOverride) | Unfit => {
  const sent = sentOf(detail);
  if (sent === undefined) return notAnObject;
  const read = understandOverride(sent);
  return read.ok ? read : unfit(read.problems);
};

const notAnObject: Unfit = { ok: false, reason: "detail: must be an object of at most 1000 fields and 20 levels" };

const unfit = (problems: readonly FieldProblem[]): Unfit => ({
  ok: false,
  reason: problems.map(({ field, says }) => `${field}: ${says.en}`).join("; "),
});
