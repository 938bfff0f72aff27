import { useEffect } from "react";

/** Milliseconds, after the page's heading has had the focus. */
const afterHeading = 80;

/** The browser looks for the address's part before the agreement is there: goes to it once it is. */
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
