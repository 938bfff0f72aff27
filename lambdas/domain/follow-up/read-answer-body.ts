import * as z from "zod/mini";
import { type FieldError, fieldErrorsOf } from "../http/index.ts";
import { type AnswerField, type AnswerProblem, answerProblems } from "./answer-problems.ts";
import { longestWhy, type SaidAnswer } from "./read-answer.ts";

const text = (longest: number) => z.string().check(z.maxLength(longest));
const named = (longest: number) => text(longest).check(z.minLength(1));

/** The body of `POST /answers`, and the detail of the event `AnswerHandOff`. */
const BodySchema = z.strictObject({
  leadId: named(64).check(z.regex(/^[\w-]+$/, "must be the id of a lead")),
  /** The newest cycle that knows an answer, when left out. */
  cycle: z.optional(z.int().check(z.gte(1))),
  /** Who answers: id or address of a colleague of the team. */
  by: named(254),
  answer: z.enum(["accept", "reject", "pass-on", "snooze", "more-time"]),
  how: z.optional(z.enum(["called", "meeting"])),
  meetingAt: z.optional(text(40)),
  /** Of a reject: id of an agreed reason; of the last two: why, in words. */
  reason: z.optional(text(longestWhy)),
  tries: z.optional(z.int().check(z.gte(1), z.lte(99))),
  /** Id or address of a colleague. */
  to: z.optional(text(254)),
  until: z.optional(text(40)),
  note: z.optional(z.string()),
});

/** What another system says of a hand-off, in the words of the form. */
export interface SaidOfLead {
  readonly leadId: string;
  readonly cycle: number | undefined;
  readonly by: string;
  readonly said: SaidAnswer;
}

export type BodyReading =
  | { readonly ok: true; readonly of: SaidOfLead }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** `{leadId, cycle?, by, answer, how?, meetingAt?, reason?, tries?, to?, until?, note?}`. */
export const readAnswerBody = (body: unknown): BodyReading => {
  const read = BodySchema.safeParse(body);
  if (!read.success) return { ok: false, errors: fieldErrorsOf(read.error, Object.keys(BodySchema.shape).join(", ")) };
  const { leadId, cycle, by, answer, how, reason = "", tries, ...fields } = read.data;
  const { meetingAt = "", to = "", until = "", note = "" } = fields;
  const choice = answer === "accept" && how === "meeting" ? "meeting" : answer;
  const said = { answer: choice, meetingAt, reason, tries: String(tries ?? ""), to, until, why: reason, note };
  return { ok: true, of: { leadId, cycle, by, said } };
};

/** A problem of an answer, for programs. */
export const bodyErrorOf = (problem: AnswerProblem): FieldError => {
  const { field, en } = answerProblems[problem];
  return { field: bodyFields[field] ?? field, detail: en };
};

const bodyFields: Partial<Record<AnswerField, string>> = { why: "reason" };
