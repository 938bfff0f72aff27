import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { parseAmount } from "../../../../lambdas/domain/outcome/amount.ts";
import { formWords } from "./form-words.ts";

/** What the form of an outcome holds. */
export interface TypedOutcome {
  readonly outcome: string;
  readonly amount: string;
  readonly reason: string;
  readonly note: string;
}

export const nothingTyped: TypedOutcome = { outcome: "", amount: "", reason: "", note: "" };

/** Outcomes that need a reason. */
export const needsReason = (outcome: string): boolean => outcome === "lost" || outcome === "recycled";

export type OutcomeErrors = Partial<Record<keyof TypedOutcome, Bilingual>>;

/** What is wrong with each field, before it is sent. */
export const outcomeErrors = ({ outcome, amount, reason, note }: TypedOutcome): OutcomeErrors => ({
  ...(outcome === "" && { outcome: formWords.chooseOutcome }),
  ...(outcome === "won" &&
    amount.trim() !== "" &&
    parseAmount(amount) === undefined && { amount: formWords.amountNotANumber }),
  ...(needsReason(outcome) && reason === "" && { reason: formWords.chooseReason }),
  ...(note.length > longestNote && { note: formWords.noteTooLong }),
});

/** Characters. */
const longestNote = 2000;

/** The body of the request: only what belongs to the chosen outcome. */
export const outcomeBody = (typed: TypedOutcome, isCorrection: boolean): Record<string, unknown> => {
  const amount = typed.outcome === "won" ? parseAmount(typed.amount) : undefined;
  const note = typed.note.trim();
  return {
    outcome: typed.outcome,
    ...(amount !== undefined && { amount }),
    ...(needsReason(typed.outcome) && { reason: typed.reason }),
    ...(note !== "" && { note }),
    ...(isCorrection && { corrects: true }),
  };
};
