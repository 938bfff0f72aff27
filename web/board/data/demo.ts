import { useSyncExternalStore } from "react";

let isSeen = false;
const listeners = new Set<() => void>();

/** Told by what reads leads: some of them may be made up. */
export const noteDemo = (leads: readonly { readonly demo?: true | undefined }[]): void => {
  if (isSeen || !leads.some(({ demo }) => demo === true)) return;
  isSeen = true;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether any lead that was shown so far is part of the demo's history. */
export const useDemoSeen = (): boolean => useSyncExternalStore(subscribe, () => isSeen);
