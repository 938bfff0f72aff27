import { limits } from "../../contract/limits.ts";

/** The same bodies as the API takes, from other systems by the bus. */
import type { CaptureRules } from "../capture/capture-rules.ts";
import { type ParsedEngagements, parseEngagementFields } from "../capture/parse-engagements.ts";
import type { ParsedSubmission } from "../capture/parse-submission.ts";
import type { FieldProblem } from "../capture/problems.ts";
import { sentOf } from "../capture/sent.ts";
import { parseFields } from "../capture/submission-fields.ts";
import { type AskedOverride, parseOverride } from "../gate/parse-override.ts";

/** Why an event can never be processed: which fields, and what is expected of them; never their values. */
export interface Unfit {
  readonly ok: false;
  readonly reason: string;
}

export const parseSubmissionDetail = (detail: unknown, rules: CaptureRules): ParsedSubmission | Unfit => {
  const sent = sentOf(detail);
  if (sent === undefined) return notAnObject;
  const read = parseFields(sent, rules);
  if (!read.ok) return unfit(read.problems);
  const { submission, bodyHash, signs } = read;
  return { ok: true, submission, bodyHash, signs, wants: "json" };
};

export const parseEngagementsDetail = (detail: unknown, rules: CaptureRules): ParsedEngagements | Unfit => {
  const sent = sentOf(detail);
  if (sent === undefined) return notAnObject;
  const read = parseEngagementFields(sent, rules);
  return read.ok ? read : unfit(read.problems);
};

/** Marketing's override, which only the bus accepts. */
export const parseOverrideDetail = (detail: unknown): ({ readonly ok: true } & AskedOverride) | Unfit => {
  const sent = sentOf(detail);
  if (sent === undefined) return notAnObject;
  const read = parseOverride(sent);
  return read.ok ? read : unfit(read.problems);
};

const { formFields, nestingLevels } = limits;
const notAnObject: Unfit = {
  ok: false,
  reason: `detail: must be an object of at most ${formFields} fields and ${nestingLevels} levels`,
};

const unfit = (problems: readonly FieldProblem[]): Unfit => ({
  ok: false,
  reason: problems.map(({ field, says }) => `${field}: ${says.en}`).join("; "),
});
