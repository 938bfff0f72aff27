import { useCallback, useEffect, useRef, useState } from "react";

/** How many columns lie beyond each edge of the visible part. */
export interface Hidden {
  readonly before: number;
  readonly after: number;
}

const none: Hidden = { before: 0, after: 0 };

/** A column that is cut off by less than this share of it counts as visible. */
const slack = 0.1;

/** Counts the columns that are scrolled out of view, and scrolls to them. */
export const useHiddenColumns = (columns: number) => {
  const scroller = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState(none);

  useEffect(() => {
    const place = scroller.current;
    if (place === null) return;
    const count = (): void => {
      const next = hiddenIn(place, columns);
      setHidden((last) => (last.before === next.before && last.after === next.after ? last : next));
    };
    const watch = new ResizeObserver(count);
    watch.observe(place);
    place.addEventListener("scroll", count, { passive: true });
    return () => {
      watch.disconnect();
      place.removeEventListener("scroll", count);
    };
  }, [columns]);

  /** Those to the right; at the end, those to the left. */
  const showHidden = useCallback((): void => {
    const place = scroller.current;
    if (place === null) return;
    const isAtEnd = hiddenIn(place, columns).after === 0;
    place.scrollTo({ left: isAtEnd ? 0 : place.scrollLeft + place.clientWidth, behavior: "smooth" });
  }, [columns]);

  return { scroller, hidden, showHidden };
};

const hiddenIn = (place: HTMLElement, columns: number): Hidden => {
  const { clientWidth, scrollWidth, scrollLeft } = place;
  const each = scrollWidth / Math.max(1, columns);
  return {
    before: Math.max(0, Math.ceil(scrollLeft / each - slack)),
    after: Math.max(0, Math.ceil((scrollWidth - clientWidth - scrollLeft) / each - slack)),
  };
};
