import { assertNever } from "../domain/assert-never.ts";
import { saySettled } from "../domain/follow-up/say-settled.ts";
import { sayFieldErrors } from "../domain/http/index.ts";
import { answerFromOutside } from "./answer-from-outside.ts";
import type { AnswerDependencies } from "./take-answer.ts";

/**
 * The detail of the bus event `AnswerHandOff`: same body as `POST /answers`. Delivered twice, it counts once.
 * @returns why it can never be taken in.
 */
export const acceptAnswer = async (
  deps: AnswerDependencies,
  detail: unknown,
  eventId: string,
): Promise<string | undefined> => {
  const outcome = await answerFromOutside(deps, detail, eventId);
  switch (outcome.is) {
    case "taken":
    case "known":
      return undefined;
    case "settled":
      return `the lead does not wait for this answer: ${saySettled(outcome.settled)}`;
    case "unfit":
      return sayFieldErrors(outcome.errors);
    case "no-lead":
      return "leadId: no such lead";
    default:
      return assertNever(outcome);
  }
};
