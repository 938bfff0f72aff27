import { passesByItself } from "../adapters/passing-faults.ts";

/** The time in which a request has to be answered ended first. */
export class OutOfTimeError extends Error {
  override readonly name = "OutOfTimeError";
}

/** Milliseconds: the first pause is at most this, each further one at most twice as long. */
const firstPause = 100;
const longestPause = 2000;

interface Time {
  /** Milliseconds after which no further attempt begins. */
  readonly patience: number;
  /** Milliseconds after which an attempt that still runs is given up. */
  readonly inAll: number;
}

/**
 * Tries again while the fault is one that passes by itself and there is time. Each attempt does all of it again, which is
 * safe because every write is idempotent or conditional: an answer that was lost is found in the table. Full jitter,
 * so that requests that were throttled together do not come back together.
 * @throws the last fault, or {@link OutOfTimeError} when an attempt has not ended in time
 */
export const untilItPasses = async <T>(attempt: () => Promise<T>, { patience, inAll }: Time): Promise<T> => {
  const start = Date.now();
  for (let tries = 0; ; tries++) {
    try {
      return await within(start + inAll - Date.now(), attempt());
    } catch (error) {
      const pause = Math.random() * Math.min(longestPause, firstPause * 2 ** tries);
      if (!passesByItself(error) || Date.now() + pause >= start + Math.min(patience, inAll)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
};

const within = async <T>(millis: number, result: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new OutOfTimeError("the time for this request is over")), millis);
  });
  try {
    return await Promise.race([result, over]);
  } finally {
    clearTimeout(timer);
  }
};
