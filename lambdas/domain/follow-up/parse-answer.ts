import * as z from "zod/mini";
import type { Agreement } from "../../contract/agreement.ts";
import { limits } from "../../contract/limits.ts";
import { droppable } from "../../contract/start-light.ts";
import { assertNever } from "../assert-never.ts";
import { type FieldError, fieldErrorsOf } from "../http/http.ts";
import { parseTime } from "../working-time/local-time.ts";
import { type Answer, unreachable } from "./answer.ts";
import { type AnswerField, type AnswerProblem, answerProblems } from "./answer-problems.ts";
import { noteIn } from "./note.ts";

export type { Answer } from "./answer.ts";

export type ParsedAnswer =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problem: AnswerProblem };

export const answerChoices = ["accept", "meeting", "reject", "pass-on", "snooze", "more-time"] as const;
export type AnswerChoice = (typeof answerChoices)[number];

/** The fields of an answer as sent by form, API or event; missing ones are empty. */
export interface RawAnswer {
  /** One of `answerChoices`, if it is any. */
  readonly answer: string;
  readonly meetingAt: string;
  /** Of a reject: id of an agreed reason. */
  readonly reason: string;
  readonly tries: string;
  readonly to: string;
  readonly until: string;
  /** Of a snooze, or when more time is asked for: the reason in their own words. */
  readonly why: string;
  readonly note: string;
}

export const answerInForm = (form: URLSearchParams): RawAnswer => {
  const textOf = (name: string): string => (form.get(name) ?? "").trim();
  return {
    answer: textOf("answer"),
    meetingAt: textOf("meetingAt"),
    reason: textOf("reason"),
    tries: textOf("tries"),
    to: textOf("to"),
    until: textOf("until"),
    why: textOf("why"),
    note: form.get("note") ?? "",
  };
};

/** The agreement and the clock by which the fields are parsed. */
export interface ReadingContext {
  readonly agreement: Agreement;
  /** IANA name: times without an offset are by its clocks. */
  readonly timeZone: string;
  readonly now: string;
}

/** Parses an answer; whether the lead allows it is decided by `refusalOf`. */
export const parseAnswer = (said: RawAnswer, context: ReadingContext): ParsedAnswer => {
  const choice = answerChoices.find((each) => each === said.answer);
  if (choice === undefined) return { ok: false, problem: "choice-missing" };
  const note = noteIn(said.note);
  if (note === "too-long") return { ok: false, problem: "note-too-long" };
  const read = answerOf(choice, said, context);
  return typeof read === "string" ? { ok: false, problem: read } : { ok: true, answer: { ...read, ...note } };
};

const answerOf = (choice: AnswerChoice, said: RawAnswer, context: ReadingContext): Answer | AnswerProblem => {
  switch (choice) {
    case "accept":
      return { kind: "accepted", how: "called" };
    case "meeting":
      return meetingOf(said.meetingAt, context);
    case "reject":
      return rejectionOf(said, context.agreement);
    case "pass-on":
      return said.to === "" ? "to-missing" : { kind: "passed-on", to: said.to };
    case "snooze":
      return putOffOf(said, context.timeZone);
    case "more-time": {
      const why = whyOf(said.why);
      return why.ok ? { kind: "more-time", why: why.text } : why.problem;
    }
    default:
      return assertNever(choice);
  }
};

const dayMillis = 24 * 3_600_000;
/** A meeting further away than this is a typing error. */
const furthestMeetingMillis = 366 * dayMillis;

const meetingOf = (text: string, { timeZone, now }: ReadingContext): Answer | AnswerProblem => {
  const meetingAt = parseTime(text, timeZone);
  if (meetingAt === undefined) return "meeting-missing";
  const away = Date.parse(meetingAt) - Date.parse(now);
  return -dayMillis < away && away < furthestMeetingMillis
    ? { kind: "accepted", how: "meeting", meetingAt }
    : "meeting-out-of-range";
};

const rejectionOf = ({ reason, tries }: RawAnswer, { terms }: Agreement): Answer | AnswerProblem => {
  if (reason === "") return "reason-missing";
  if (!terms.sla.sales.rejectReasons.some(({ id }) => id === reason)) return "reason-unknown";
  if (reason !== unreachable) return { kind: "rejected", reason };
  return /^[1-9]\d?$/.test(tries) ? { kind: "rejected", reason, tries: Number(tries) } : "tries-missing";
};

const putOffOf = (said: RawAnswer, timeZone: string): Answer | AnswerProblem => {
  const [until, why] = [parseTime(said.until, timeZone), whyOf(said.why)];
  if (until === undefined) return "until-missing";
  return why.ok ? { kind: "snoozed", until, why: why.text } : why.problem;
};

const whyOf = (
  why: string,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: AnswerProblem } => {
  const text = why.trim();
  if (text === "") return { ok: false, problem: "why-missing" };
  return text.length > limits.reasonCharacters ? { ok: false, problem: "why-too-long" } : { ok: true, text };
};

const text = (longest: number) => z.string().check(z.maxLength(longest));
const named = (longest: number) => text(longest).check(z.minLength(1));

/** The body of `POST /answers`, and the detail of the event `AnswerHandOff`. */
export const AnswerBodySchema = /* @__PURE__ */ droppable(() =>
  z.strictObject({
    leadId: named(64).check(z.regex(/^[\w-]+$/, "must be a lead ID")),
    /** The newest cycle that knows an answer, when left out. */
    cycle: z.optional(z.int().check(z.gte(1))),
    /** Who answers: id or address of a colleague of the team. */
    by: named(limits.emailCharacters),
    answer: z.enum(["accept", "reject", "pass-on", "snooze", "more-time"]),
    how: z.optional(z.enum(["called", "meeting"])),
    meetingAt: z.optional(text(40)),
    /** Of a reject: id of an agreed reason; of the last two: why, in words. */
    reason: z.optional(text(limits.reasonCharacters)),
    tries: z.optional(z.int().check(z.gte(1), z.lte(99))),
    /** Id or address of a colleague. */
    to: z.optional(text(limits.emailCharacters)),
    until: z.optional(text(40)),
    note: z.optional(z.string()),
  }),
);

/** Another system's answer to a hand-off, with the form's fields. */
export interface SaidOfLead {
  readonly leadId: string;
  readonly cycle: number | undefined;
  readonly by: string;
  readonly said: RawAnswer;
}

type BodyReading =
  | { readonly ok: true; readonly of: SaidOfLead }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** `{leadId, cycle?, by, answer, how?, meetingAt?, reason?, tries?, to?, until?, note?}`. */
export const parseAnswerBody = (body: unknown): BodyReading => {
  const read = AnswerBodySchema.safeParse(body);
  if (!read.success)
    return { ok: false, errors: fieldErrorsOf(read.error, Object.keys(AnswerBodySchema.shape).join(", ")) };
  const { leadId, cycle, by, answer, how, reason = "", tries, ...fields } = read.data;
  const { meetingAt = "", to = "", until = "", note = "" } = fields;
  const choice = answer === "accept" && how === "meeting" ? "meeting" : answer;
  const said = { answer: choice, meetingAt, reason, tries: String(tries ?? ""), to, until, why: reason, note };
  return { ok: true, of: { leadId, cycle, by, said } };
};

/** A problem of an answer, as the API reports it. */
export const bodyErrorOf = (problem: AnswerProblem): FieldError => {
  const { field, en } = answerProblems[problem];
  return { field: bodyFields[field] ?? field, detail: en };
};

const bodyFields: Partial<Record<AnswerField, string>> = { why: "reason" };
