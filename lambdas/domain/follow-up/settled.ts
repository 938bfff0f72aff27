import type { Lead } from "../lead/lead.ts";
import { type GivenAnswer, isFinal } from "./answer.ts";
import type { Addressee } from "./awaits-answer.ts";

/** Why a lead does not wait for this answer. */
export type Settled =
  | { readonly is: "answered"; readonly answer: GivenAnswer }
  /** Somebody else has it in hand now; `answer`: what was said in this turn, if anything. */
  | { readonly is: "passed-on"; readonly ownerId: string; readonly answer: GivenAnswer | undefined }
  /** Nobody answered in all the agreed time. */
  | { readonly is: "given-back"; readonly at: string | undefined }
  /** It got on otherwise, or its cycle ended. */
  | { readonly is: "moved-on"; readonly at: string };

/**
 * What happened to the lead instead.
 * @param given the answers of this cycle, in the order of time
 */
export const settledBy = (lead: Lead, addressee: Addressee, given: readonly GivenAnswer[]): Settled => {
  const answer = given.filter((each) => isOfTurn(each, addressee)).findLast(isFinal);
  const { cycle, ownerId, turn = 0 } = addressee;
  if (lead.cycle === cycle && "followUp" in lead && ownerId !== undefined && lead.followUp.turn !== turn)
    return { is: "passed-on", ownerId: lead.followUp.ownerId, answer };
  if (answer !== undefined && answer.kind !== "passed-on") return { is: "answered", answer };
  if (lead.cycle === cycle) return { is: "moved-on", at: lead.stageSince };
  const isNext = lead.cycle === cycle + 1;
  if (isNext && lead.recycled !== undefined && lead.recycled.reason !== "nobody-followed-up")
    return { is: "moved-on", at: lead.recycled.at };
  return { is: "given-back", at: isNext ? lead.givenBackAt : undefined };
};

/** A program that names no turn means the newest word on the lead. */
export const isOfTurn = (answer: GivenAnswer, { ownerId, turn }: Addressee): boolean =>
  ownerId === undefined || (answer.turn ?? 0) === (turn ?? 0);
