import { lifetimes } from "../../contract/limits.ts";
import { assertNever } from "../assert-never.ts";
import { isUnanswered, type Lead, type Unanswered } from "../lead/lead.ts";
import { elapsedMillis } from "../working-time/duration.ts";
import { type Answer, isFinal, type StoredAnswer, saysSame } from "./answer.ts";

/** Why a lead does not wait for this answer. */
export type Settled =
  | { readonly is: "answered"; readonly answer: StoredAnswer }
  /** Somebody else has it in hand now; `answer`: what was said in this turn, if anything. */
  | { readonly is: "passed-on"; readonly ownerId: string; readonly answer: StoredAnswer | undefined }
  /** Nobody answered in all the agreed time. */
  | { readonly is: "returned"; readonly at: string | undefined }
  /** It got on otherwise, or its cycle ended. */
  | { readonly is: "moved-on"; readonly at: string };

/**
 * What happened to the lead instead.
 * @param given the answers of this cycle, in the order of time
 */
export const settledBy = (lead: Lead, addressee: Addressee, given: readonly StoredAnswer[]): Settled => {
  const answer = given.filter((each) => isOfTurn(each, addressee)).findLast(isFinal);
  const { cycle, ownerId, turn = 0 } = addressee;
  if (lead.cycle === cycle && "followUp" in lead && ownerId !== undefined && lead.followUp.turn !== turn)
    return { is: "passed-on", ownerId: lead.followUp.ownerId, answer };
  if (answer !== undefined && answer.kind !== "passed-on") return { is: "answered", answer };
  if (lead.cycle === cycle) return { is: "moved-on", at: lead.stageSince };
  const isNext = lead.cycle === cycle + 1;
  if (isNext && lead.recycled !== undefined && lead.recycled.reason !== "nobody-followed-up")
    return { is: "moved-on", at: lead.recycled.at };
  return { is: "returned", at: isNext ? lead.returnedAt : undefined };
};

/** A program that names no turn means the newest word on the lead. */
export const isOfTurn = (answer: StoredAnswer, { ownerId, turn }: Addressee): boolean =>
  ownerId === undefined || (answer.turn ?? 0) === (turn ?? 0);

/** The answer that this one only repeats, if it does. */
export const repeatedBy = (
  lead: Lead,
  addressee: Addressee,
  given: readonly StoredAnswer[],
  answer: Answer,
  now: string,
): StoredAnswer | undefined => {
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
      return isOfThisTurn && Date.parse(now) - Date.parse(last.at) < elapsedMillis(lifetimes.repeatedAnswer)
        ? last
        : undefined;
    default:
      return assertNever(answer);
  }
};

/** Which hand-off is spoken of: in which cycle and, when somebody came by a link, in whose hands and which turn. */
export interface Addressee {
  readonly cycle: number;
  readonly ownerId?: string | undefined;
  readonly turn?: number | undefined;
}

/** Is it still this hand-off that the lead waits with? A link is for one turn; a program may mean whichever it is. */
export const awaitsAnswer = (lead: Lead, { cycle, ownerId, turn }: Addressee): lead is Unanswered =>
  isUnanswered(lead) &&
  lead.cycle === cycle &&
  (ownerId === undefined || (lead.followUp.ownerId === ownerId && lead.followUp.turn === (turn ?? 0)));
