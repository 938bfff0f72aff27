import { useEffect, useRef } from "react";
import { useLocation } from "wouter";

/** Frames to wait for the heading of a page that is still loading. */
const patience = 180;

/** After a change of page, moves the focus to its heading and scrolls to the top. */
export const useFocusOnPage = (): void => {
  const [place] = useLocation();
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    scrollTo(0, 0);
    let frames = 0;
    let frame = requestAnimationFrame(function look() {
      const heading = document.querySelector("main h1");
      if (heading instanceof HTMLElement) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      } else if (frames++ < patience) frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [place]);
};
