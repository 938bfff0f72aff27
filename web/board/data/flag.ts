import { useSyncExternalStore } from "react";

/** A yes or no that the whole page knows of; no at first. */
export const createFlag = () => {
  let isSet = false;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    set: (next: boolean): void => {
      if (next === isSet) return;
      isSet = next;
      for (const listener of listeners) listener();
    },
    useFlag: (): boolean => useSyncExternalStore(subscribe, () => isSet),
  };
};
