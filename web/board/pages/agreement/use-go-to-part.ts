import { useEffect } from "react";

/** Milliseconds: later than the focus on the page's heading. */
const afterHeading = 80;

/** Goes to the part that the address names: the browser itself looks for it before the agreement has loaded. */
export const useGoToPart = (): void => {
  useEffect(() => {
    const { hash } = location;
    if (hash.length < 2) return;
    const timer = setTimeout(() => {
      const part = document.getElementById(decodeURIComponent(hash.slice(1)));
      part?.scrollIntoView();
      part?.focus({ preventScroll: true });
    }, afterHeading);
    return () => clearTimeout(timer);
  }, []);
};
