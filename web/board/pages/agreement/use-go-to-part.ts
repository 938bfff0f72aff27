import { useEffect, useState } from "react";
import { searchedIn } from "../../address/read-address.ts";

/** Milliseconds: later than the focus on the page's heading. */
const afterHeading = 80;

/**
 * Goes to the part that the address names: the browser itself looks for it before the agreement has loaded.
 * @returns whether there is no such part
 */
export const useGoToPart = (): boolean => {
  const [isNoPart, setNoPart] = useState(false);
  useEffect(() => {
    const { hash } = location;
    const hasTerm = searchedIn(hash, "term") !== "";
    if (hash.length < 2 || (hash.includes("=") && !hasTerm)) return;
    const part = partOf(hasTerm ? "glossary" : hash.slice(1));
    setNoPart(part === null);
    const timer = setTimeout(() => {
      part?.scrollIntoView();
      part?.focus({ preventScroll: true });
    }, afterHeading);
    return () => clearTimeout(timer);
  }, []);
  return isNoPart;
};

/** `null` for what somebody has cut off in the middle of a letter, too. */
const partOf = (name: string): HTMLElement | null => {
  try {
    return document.getElementById(decodeURIComponent(name));
  } catch {
    return null;
  }
};
