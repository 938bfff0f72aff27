import { useSyncExternalStore } from "react";

const narrow = matchMedia("(width < 60rem)");
const subscribe = (listener: () => void): (() => void) => {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
};

/** One column at a time fits. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
