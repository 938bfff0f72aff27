export const contentAttribute = "data-smarketing-content";

/** Milliseconds between two checks of what is on the screen. */
const pace = 500;

/**
 * Calls back once for each piece of content that has been on the screen of a visible page for so many seconds, and whose
 * first half has been on it.
 * @returns a function that looks for content added since
 */
export const watchReading = (seconds: number, read: (contentId: string) => void): (() => void) => {
  const onScreen = new Set<Element>();
  const progress = new Map<Element, { millis: number; pastHalf: boolean }>();

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) onScreen.add(target);
      else onScreen.delete(target);
    }
  });

  const look = (element: Element): void => {
    const before = progress.get(element) ?? { millis: 0, pastHalf: false };
    const { top, height } = element.getBoundingClientRect();
    const now = { millis: before.millis + pace, pastHalf: before.pastHalf || top + height / 2 <= innerHeight };
    progress.set(element, now);
    if (now.millis < seconds * 1000 || !now.pastHalf) return;
    onScreen.delete(element);
    observer.unobserve(element);
    read(element.getAttribute(contentAttribute) ?? "");
  };

  setInterval(() => {
    if (document.visibilityState === "visible") onScreen.forEach(look);
  }, pace);

  const find = (): void => {
    for (const element of document.querySelectorAll(`[${contentAttribute}]`))
      if (!isRead(progress.get(element), seconds)) observer.observe(element);
  };
  return find;
};

const isRead = (progress: { millis: number; pastHalf: boolean } | undefined, seconds: number): boolean =>
  progress?.pastHalf === true && progress.millis >= seconds * 1000;
