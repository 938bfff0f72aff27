import { lifetimes } from "../../contract/limits.ts";
import { assertNever } from "../assert-never.ts";
import { nobodyFollowedUp } from "../escalation/nobody-answered.ts";
import { isUnanswered, type Lead, type Unanswered } from "../lead/lead.ts";
import { elapsedMillis } from "../working-time/duration.ts";
import { type Answer, isFinal, type StoredAnswer, saysSame } from "./answer.ts";

/** Why a lead does not wait for this answer any more. */
export type Settled =
  | { readonly is: "answered"; readonly answer: StoredAnswer }
  /** Another colleague owns it now; `answer`: this turn's answer, if any. */
  | { readonly is: "passed-on"; readonly ownerId: string; readonly answer: StoredAnswer | undefined }
  /** It was returned because no one answered in the agreed time. */
  | { readonly is: "returned"; readonly at: string | undefined }
  /** It moved on for another reason, or its cycle ended. */
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
  if (isNext && lead.recycled !== undefined && lead.recycled.reason !== nobodyFollowedUp)
    return { is: "moved-on", at: lead.recycled.at };
  return { is: "returned", at: isNext ? lead.returnedAt : undefined };
};

/** A program that names no turn means the newest answer. */
export const isOfTurn = (answer: StoredAnswer, { ownerId, turn }: Addressee): boolean =>
  ownerId === undefined || (answer.turn ?? 0) === (turn ?? 0);

/** The earlier answer that this one only repeats, if any. */
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

/** Which hand-off is addressed: its cycle and, for a link, its owner and turn. */
export interface Addressee {
  readonly cycle: number;
  readonly ownerId?: string | undefined;
  readonly turn?: number | undefined;
}

/**
 * Whether the lead still waits for this hand-off's answer. A link is for one turn; a program addresses the present one.
 */
export const awaitsAnswer = (lead: Lead, { cycle, ownerId, turn }: Addressee): lead is Unanswered =>
  isUnanswered(lead) &&
  lead.cycle === cycle &&
  (ownerId === undefined || (lead.followUp.ownerId === ownerId && lead.followUp.turn === (turn ?? 0)));
