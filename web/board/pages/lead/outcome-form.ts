import type { Bilingual, Language } from "../../../../lambdas/contract/stages.ts";
import { parseAmount } from "../../../../lambdas/domain/outcome/amount.ts";
import { inBoth } from "../../../../lambdas/domain/text/bilingual.ts";
import { sayExample } from "../../../../lambdas/domain/text/say-money.ts";
import { formWords } from "./form-words.ts";

/** What the form of an outcome holds. */
export interface TypedOutcome {
  readonly outcome: string;
  readonly amount: string;
  /** The company's own when empty. */
  readonly currency: string;
  readonly reason: string;
  readonly note: string;
}

export const nothingTyped: TypedOutcome = { outcome: "", amount: "", currency: "", reason: "", note: "" };

/** Outcomes that need a reason. */
export const needsReason = (outcome: string): boolean => outcome === "lost" || outcome === "recycled";

export type OutcomeErrors = Partial<Record<keyof TypedOutcome, Bilingual>>;

/** What is wrong with each field, before it is sent. */
export const outcomeErrors = (typed: TypedOutcome, typing: Typing): OutcomeErrors => {
  const { outcome, reason, note } = typed;
  return {
    ...(outcome === "" && { outcome: formWords.chooseOutcome }),
    ...(outcome === "won" &&
      typed.amount.trim() !== "" &&
      amountIn(typed, typing) === undefined && {
        amount: formWords.amountNotANumber(inBoth((language) => sayExample(currencyOf(typed, typing), language))),
      }),
    ...(needsReason(outcome) && reason === "" && { reason: formWords.chooseReason }),
    ...(note.length > longestNote && { note: formWords.noteTooLong }),
  };
};

/** By whose rules an amount is typed. */
export interface Typing {
  readonly language: Language;
  /** The company's own currency. */
  readonly own: string;
}

export const currencyOf = ({ currency }: Pick<TypedOutcome, "currency">, { own }: Pick<Typing, "own">): string =>
  currency === "" ? own : currency;

const amountIn = (typed: TypedOutcome, typing: Typing): number | undefined =>
  parseAmount(typed.amount, currencyOf(typed, typing), typing.language);

/** Characters. */
const longestNote = 2000;

/** The body of the request: only what belongs to the chosen outcome. */
export const outcomeBody = (typed: TypedOutcome, isCorrection: boolean, typing: Typing): Record<string, unknown> => {
  const amount = typed.outcome === "won" ? amountIn(typed, typing) : undefined;
  const note = typed.note.trim();
  return {
    outcome: typed.outcome,
    ...(amount !== undefined && { amount, currency: currencyOf(typed, typing) }),
    ...(needsReason(typed.outcome) && { reason: typed.reason }),
    ...(note !== "" && { note }),
    ...(isCorrection && { corrects: true }),
  };
};
