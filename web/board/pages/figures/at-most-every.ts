export interface Timer {
  readonly now: () => number;
  readonly set: (act: () => void, milliseconds: number) => number;
  readonly clear: (timer: number) => void;
}

/**
 * Throttles an act: the first request acts at once, and those within the interval act together at its end, so that the
 * last request is never lost.
 */
export const atMostEvery = (milliseconds: number, act: () => void, timer: Timer) => {
  let last = Number.NEGATIVE_INFINITY;
  let waiting: number | undefined;
  const go = (): void => {
    waiting = undefined;
    last = timer.now();
    act();
  };
  return {
    ask: (): void => {
      if (waiting !== undefined) return;
      const rest = last + milliseconds - timer.now();
      if (rest <= 0) go();
      else waiting = timer.set(go, rest);
    },
    stop: (): void => {
      if (waiting !== undefined) timer.clear(waiting);
      waiting = undefined;
    },
  };
};
