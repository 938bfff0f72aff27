import { assertNever } from "../assert-never.ts";
import type { Lead } from "../lead/lead.ts";
import { type Answer, type GivenAnswer, saysSame } from "./answer.ts";
import { type Addressee, awaitsAnswer } from "./awaits-answer.ts";
import { isOfTurn } from "./settled.ts";

/** A double click, a page loaded again, an event delivered twice; who asks later for more time means it. */
const repeatMillis = 10 * 60_000;

/** The answer that this one only repeats, if it does. */
export const repeatedBy = (
  lead: Lead,
  addressee: Addressee,
  given: readonly GivenAnswer[],
  answer: Answer,
  now: string,
): GivenAnswer | undefined => {
  const last = given.filter((each) => isOfTurn(each, addressee)).at(-1);
  if (last === undefined || !saysSame(last, answer)) return undefined;
  if (!awaitsAnswer(lead, addressee)) return last;
  const isOfThisTurn = (last.turn ?? 0) === lead.followUp.turn;
  switch (answer.kind) {
    case "accepted":
    case "rejected":
      return undefined;
    case "passed-on":
      return lead.followUp.ownerId === answer.to ? last : undefined;
    case "snoozed":
      return isOfThisTurn ? last : undefined;
    case "more-time":
      return isOfThisTurn && Date.parse(now) - Date.parse(last.at) < repeatMillis ? last : undefined;
    default:
      return assertNever(answer);
  }
};
