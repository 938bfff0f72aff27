import { useSyncExternalStore } from "react";

let isLost = false;
const listeners = new Set<() => void>();

/** Told after each request: whether anybody answered. */
export const heard = (answered: boolean): void => {
  if (isLost === !answered) return;
  isLost = !answered;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The last request had no answer: what is shown may be old. */
export const useConnectionLost = (): boolean => useSyncExternalStore(subscribe, () => isLost);
