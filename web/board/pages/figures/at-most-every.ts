export interface Timer {
  readonly now: () => number;
  readonly set: (act: () => void, milliseconds: number) => number;
  readonly clear: (timer: number) => void;
}

/**
 * Acts at once when asked, but not twice within the time: what is asked in between is done once, when the time is over.
 * The last wish is never lost.
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
