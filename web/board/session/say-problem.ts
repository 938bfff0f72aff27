import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { BoardProblem } from "../data/board-problem.ts";
import { signInWords } from "./sign-in-words.ts";

/** @param refused what a 4xx response means on this form */
export const sayProblem = (fault: unknown, refused: Bilingual): Bilingual => {
  const status = fault instanceof BoardProblem ? fault.status : 0;
  if (status === 429) return tooOften(fault instanceof BoardProblem ? fault.retryAfter : undefined);
  return status >= 400 && status < 500 ? refused : signInWords.noAnswer;
};

const tooOften = (seconds: number | undefined): Bilingual => {
  if (seconds === undefined) return signInWords.tooOften;
  return seconds < 120 ? signInWords.waitSeconds(seconds) : signInWords.waitMinutes(Math.ceil(seconds / 60));
};
