import { assertNever } from "../../../../lambdas/domain/assert-never.ts";
import { unreachable } from "../../../../lambdas/domain/follow-up/answer.ts";
import type { AnswerProblem } from "../../../../lambdas/domain/follow-up/answer-problems.ts";
import { parseTime } from "../../../../lambdas/domain/working-time/local-time.ts";

/** The possible answers to a hand-off, in the order in which they are offered. */
export const answerChoices = ["accept", "meeting", "reject", "pass-on", "snooze", "more-time"] as const;
export type AnswerChoice = (typeof answerChoices)[number];

/** What the form holds; times are in the agreement's time zone. */
export interface TypedAnswer {
  readonly choice: AnswerChoice | undefined;
  readonly meetingAt: string;
  readonly reason: string;
  readonly tries: string;
  readonly to: string;
  readonly until: string;
  readonly why: string;
  readonly note: string;
}

export const nothingTyped: TypedAnswer = {
  choice: undefined,
  meetingAt: "",
  reason: "",
  tries: "",
  to: "",
  until: "",
  why: "",
  note: "",
};

/** Whether the reason is that the lead could not be reached: then the form asks how often the rep has tried. */
export const asksTries = ({ choice, reason }: TypedAnswer): boolean => choice === "reject" && reason === unreachable;

/** What is missing, as far as that shows without the API, which checks everything. */
export const missingIn = (typed: TypedAnswer): AnswerProblem | undefined => {
  switch (typed.choice) {
    case undefined:
      return "choice-missing";
    case "accept":
      return undefined;
    case "meeting":
      return typed.meetingAt === "" ? "meeting-missing" : undefined;
    case "reject":
      if (typed.reason === "") return "reason-missing";
      return asksTries(typed) && !/^[1-9]\d?$/.test(typed.tries) ? "tries-missing" : undefined;
    case "pass-on":
      return typed.to === "" ? "to-missing" : undefined;
    case "snooze":
      if (typed.until === "") return "until-missing";
      return typed.why.trim() === "" ? "why-missing" : undefined;
    case "more-time":
      return typed.why.trim() === "" ? "why-missing" : undefined;
    default:
      return assertNever(typed.choice);
  }
};

/** The fields of `POST /answers`; times are sent as instants, so that no time zone has to be guessed. */
export const bodyOf = (typed: TypedAnswer, timeZone: string): Record<string, string | number> => {
  const instant = (text: string): string => parseTime(text, timeZone) ?? text;
  const note: Record<string, string> = typed.note.trim() === "" ? {} : { note: typed.note };
  switch (typed.choice) {
    case undefined:
      return {};
    case "accept":
      return { answer: "accept", how: "called", ...note };
    case "meeting":
      return { answer: "accept", how: "meeting", meetingAt: instant(typed.meetingAt), ...note };
    case "reject":
      return {
        answer: "reject",
        reason: typed.reason,
        ...(asksTries(typed) && { tries: Number(typed.tries) }),
        ...note,
      };
    case "pass-on":
      return { answer: "pass-on", to: typed.to, ...note };
    case "snooze":
      return { answer: "snooze", until: instant(typed.until), reason: typed.why };
    case "more-time":
      return { answer: "more-time", reason: typed.why };
    default:
      return assertNever(typed.choice);
  }
};
