import { useCallback, useSyncExternalStore } from "react";
import type { Language } from "../../lambdas/contract/stages.ts";

/**
 * The reader's preferences: language, light or dark, whether wins are celebrated. Nothing else is kept in `localStorage`:
 * these are needed before sign-in, say nothing about any lead or person, and are worthless to a thief. The access token
 * is kept in memory only, and the refresh token in a cookie that no script can read.
 */
const known = {
  language: ["es", "en"] satisfies readonly Language[],
  theme: ["system", "light", "dark"],
  celebrate: ["on", "off"],
} as const;
type Known = typeof known;
export type ChoiceName = keyof Known;
export type ChoiceOf<N extends ChoiceName> = Known[N][number];

const keyOf = (name: ChoiceName): string => `smarketing-board-${name}`;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  // Another tab may change it, too.
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
};

/** `null` in browsers that refuse storage: the board works without it. */
const stored = (name: ChoiceName): string | null => {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
};

const read = <N extends ChoiceName>(name: N): ChoiceOf<N> | undefined => {
  const text = stored(name);
  const values: readonly ChoiceOf<N>[] = known[name];
  return values.find((value) => value === text);
};

const write = (name: ChoiceName, value: string): void => {
  try {
    localStorage.setItem(keyOf(name), value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
};

/** What was chosen on this device, or nothing yet. */
export const useChoice = <N extends ChoiceName>(
  name: N,
): readonly [chosen: ChoiceOf<N> | undefined, choose: (value: ChoiceOf<N>) => void] => {
  const chosen = useSyncExternalStore(subscribe, () => read(name));
  const choose = useCallback((value: ChoiceOf<N>) => write(name, value), [name]);
  return [chosen, choose];
};
