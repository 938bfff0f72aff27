import { useCallback, useEffect, useRef } from "react";
import { useLocation, useSearch } from "wouter";
import { type Param, paramIn, type ReadParam, withParams } from "./read-address.ts";

/** `push`: what was there before is one step back, as after opening something; `replace`: as while typing. */
type How = "push" | "replace";

/** Changes parameters of the page's address, and leaves the others. */
export const useChangeAddress = () => {
  const [path, goTo] = useLocation();
  return useCallback(
    (changes: Readonly<Record<string, string | undefined>>, how: How, opens?: string): void => {
      // As it is now: two changes of one moment do not undo each other.
      const { search, hash } = location;
      const state: unknown = how === "push" ? { opens } : history.state;
      goTo(withParams({ path, search, hash }, changes), { replace: how === "replace", state });
    },
    [path, goTo],
  );
};

export interface AddressParam<T> extends Param<T> {
  readonly set: (value: string | undefined, how?: How) => void;
}

/** One parameter of the page's address. */
export const useParam = <T>(name: string, read: ReadParam<T>): AddressParam<T> => {
  const search = useSearch();
  const change = useChangeAddress();
  const set = useCallback(
    (value: string | undefined, how: How = "push") => change({ [name]: value }, how),
    [change, name],
  );
  return { ...paramIn(search, name, read), set };
};

export interface AddressDialog<T> extends Param<T> {
  readonly open: (value: string) => void;
  readonly close: () => void;
}

/** A dialog that is open while the address names what it is about. */
export const useDialog = <T>(name: string, read: ReadParam<T>): AddressDialog<T> => {
  const search = useSearch();
  const change = useChangeAddress();
  const isClosing = useRef(false);
  const text = new URLSearchParams(search).get(name);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of it is what ends the closing
  useEffect(() => {
    isClosing.current = false;
  }, [text]);
  const open = useCallback((value: string) => change({ [name]: value }, "push", name), [change, name]);
  const close = useCallback((): void => {
    if (isClosing.current || !new URLSearchParams(location.search).has(name)) return;
    // One step back where it was opened here; a shared address has no such step.
    if (opensIn(history.state) === name) {
      isClosing.current = true;
      history.back();
    } else change({ [name]: undefined }, "replace");
  }, [change, name]);
  return { ...paramIn(search, name, read), open, close };
};

const opensIn = (state: unknown): unknown =>
  typeof state === "object" && state !== null && "opens" in state ? state.opens : undefined;
