import type { Retrier, State } from "./definition.ts";

/** Step Functions' names that stand for others. */
const [all, taskFailed, timeout] = ["States.ALL", "States.TaskFailed", "States.Timeout"];

const names = ({ ErrorEquals }: Retrier, error: string): boolean =>
  ErrorEquals.some((name) => name === error || name === all || (name === taskFailed && error !== timeout));

/** The retrier that decides about this error: the first that names it. */
export const retrierOf = ({ Retry: retriers = [] }: State, error: string): Retrier | undefined =>
  retriers.find((retrier) => names(retrier, error));

/** The longest pause before each of the retrier's attempts, in seconds. */
export const pausesOf = (retrier: Retrier): number[] =>
  Array.from({ length: retrier.MaxAttempts ?? 3 }, (_, attempt) => {
    const {
      IntervalSeconds: first = 1,
      BackoffRate: rate = 2,
      MaxDelaySeconds: most = Number.POSITIVE_INFINITY,
    } = retrier;
    return Math.min(most, first * rate ** attempt);
  });

/**
 * Carries out a state as Step Functions retries it: each retrier counts its own attempts, from the entry into the state
 * on, and only when the one that names the error is exhausted do the catchers get it. The interpreter of the tests
 * takes `States.TaskFailed` for `States.Timeout`, too; the one of the local cloud goes on counting when a state is
 * entered again.
 * @param pause waits at most so many seconds; how long, jitter decides
 */
export const retried = async <T>(
  state: State,
  attempt: () => Promise<T>,
  pause: (longestSeconds: number, error: string) => Promise<void>,
): Promise<T> => {
  const pauses = new Map<Retrier, number[]>();
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const name = error instanceof Error ? error.name : "unknown";
      const retrier = retrierOf(state, name);
      if (retrier === undefined) throw error;
      const left = pauses.get(retrier) ?? pausesOf(retrier);
      pauses.set(retrier, left);
      const seconds = left.shift();
      if (seconds === undefined) throw error;
      await pause(seconds, name);
    }
  }
};
