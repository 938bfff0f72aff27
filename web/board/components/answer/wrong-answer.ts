import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { type AnswerField, answerProblems } from "../../../../lambdas/domain/follow-up/answer-problems.ts";
import type { BoardProblem } from "../../data/board-problem.ts";

export interface WrongAnswer {
  readonly field: AnswerField;
  readonly words: Bilingual;
}

/** Finds the API's English error among the answer problems, to show it in the reader's language at its field. */
export const wrongIn = ({ errors }: BoardProblem): WrongAnswer | undefined => {
  const said = new Set(errors.map(({ detail }) => detail));
  const problem = Object.values(answerProblems).find(({ en }) => said.has(en));
  return problem && { field: problem.field, words: problem };
};
