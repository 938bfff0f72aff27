import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { BoardProblem } from "../data/board-problem.ts";
import { signInWords } from "./sign-in-words.ts";

/** @param refused what a 4xx response means on this form */
export const sayProblem = (fault: unknown, refused: Bilingual): Bilingual => {
  const status = fault instanceof BoardProblem ? fault.status : 0;
  if (status === 429) return signInWords.tooOften;
  return status >= 400 && status < 500 ? refused : signInWords.noAnswer;
};
