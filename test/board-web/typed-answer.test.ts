import { describe, expect, it } from "vitest";
import { parseAnswer, parseAnswerBody } from "../../lambdas/domain/follow-up/parse-answer.ts";
import { bodyOf, missingIn, nothingTyped, type TypedAnswer } from "../../web/board/components/answer/typed-answer.ts";
import { anAgreement } from "../builders/agreement.ts";

const reason = (id: string) => ({ id, label: { es: id, en: id }, leadsTo: "recycle" as const });
const agreement = anAgreement({ sla: { sales: { rejectReasons: [reason("too-early"), reason("unreachable")] } } });
const now = "2026-11-24T09:00:00.000Z";

/** As the API reads what the dialog sends, for a rep whose clocks are those of the Canaries. */
const taken = (typed: Partial<TypedAnswer>) => {
  const body = parseAnswerBody({
    ...bodyOf({ ...nothingTyped, ...typed }, "Europe/Madrid"),
    leadId: "L1",
    by: "yeray",
  });
  if (!body.ok) return body.errors;
  const read = parseAnswer(body.of.said, { agreement, timeZone: "Atlantic/Canary", now });
  return read.ok ? read.answer : read.problem;
};

describe("the API understands what the dialog sends", () => {
  it.each([
    [
      { choice: "accept", note: "Called at ten" },
      { kind: "accepted", how: "called", note: "Called at ten" },
    ],
    [
      { choice: "meeting", meetingAt: "2026-11-26T10:30" },
      { kind: "accepted", how: "meeting", meetingAt: "2026-11-26T09:30:00.000Z" },
    ],
    [
      { choice: "reject", reason: "too-early" },
      { kind: "rejected", reason: "too-early" },
    ],
    [
      { choice: "reject", reason: "unreachable", tries: "3" },
      { kind: "rejected", reason: "unreachable", tries: 3 },
    ],
    [
      { choice: "pass-on", to: "marta" },
      { kind: "passed-on", to: "marta" },
    ],
    [
      { choice: "snooze", until: "2026-11-27T09:00", why: "Fair" },
      { kind: "snoozed", until: "2026-11-27T08:00:00.000Z", why: "Fair" },
    ],
    [
      { choice: "more-time", why: "Waits for a quote" },
      { kind: "more-time", why: "Waits for a quote" },
    ],
  ] as const)("%j", (typed, answer) => expect(taken(typed)).toEqual(answer));
});

it("what is missing is said before anything is sent, and nothing else is", () => {
  const missing = (typed: Partial<TypedAnswer>) => missingIn({ ...nothingTyped, ...typed });
  expect(missing({})).toBe("choice-missing");
  expect(missing({ choice: "meeting" })).toBe("meeting-missing");
  expect(missing({ choice: "reject", reason: "unreachable", tries: "0" })).toBe("tries-missing");
  expect(missing({ choice: "snooze", until: "2026-11-27T09:00", why: " " })).toBe("why-missing");
  expect(missing({ choice: "accept" })).toBeUndefined();
  // Left over from another choice.
  expect(missing({ choice: "more-time", why: "x", reason: "nonsense" })).toBeUndefined();
});
