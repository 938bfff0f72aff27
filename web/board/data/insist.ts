import { BoardProblem } from "./board-problem.ts";

/** What is not understood or not allowed stays so; no answer, too much at once and a fault of ours pass. */
export const passes = (fault: unknown): boolean =>
  !(fault instanceof BoardProblem) || fault.status === 0 || fault.status === 429 || fault.status >= 500;

const firstPause = 1000;
const longestPause = 30_000;

/**
 * Milliseconds until the next attempt: as long as the API asks for, else twice as long each time. Never the same for two
 * pages: those that were turned away together do not come back together.
 */
export const pauseAfter = (failures: number, fault: unknown): number => {
  const asked = fault instanceof BoardProblem ? fault.retryAfter : undefined;
  const least =
    asked === undefined ? firstPause * 2 ** failures : Math.max(asked * 1000, firstPause * 2 ** (failures - 2));
  return Math.min(least, longestPause) * (1 + Math.random() / 4);
};

/** Milliseconds after which a person is told that nobody knows, and may go on by themselves. */
const patience = 180_000;

interface InsistOptions {
  readonly mayPass?: (fault: unknown) => boolean;
  /** Told when it is sent again, and when that is over. */
  readonly repeats: (isRepeating: boolean) => void;
}

/**
 * Sends until there is an answer: safe for what is sent with a key, by which the API knows a repeat.
 * @throws the last fault, if it is one that stays, or when it has not passed in three minutes
 */
export const insist = async <T>(send: () => Promise<T>, { mayPass = passes, repeats }: InsistOptions): Promise<T> => {
  const end = Date.now() + patience;
  try {
    for (let failures = 0; ; failures++) {
      try {
        return await send();
      } catch (fault) {
        const pause = pauseAfter(failures, fault);
        if (!mayPass(fault) || Date.now() + pause > end) throw fault;
        repeats(true);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  } finally {
    repeats(false);
  }
};
