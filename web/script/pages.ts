/** Acts now, or as soon as the page is visible: a tab opened in the background has not been visited yet. */
export const whenVisible = (act: () => void): void => {
  if (document.visibilityState === "visible") act();
  else document.addEventListener("visibilitychange", () => whenVisible(act), { once: true });
};

/** The address without query and fragment, which may hold personal data. */
export const thisPage = (): string => location.origin + location.pathname;

/** Calls back for the page that was loaded, and for each page that the site shows later by client-side navigation. */
export const watchPages = (viewed: (kind: string) => void): (() => void) => {
  let shown = "";

  const look = (): void =>
    whenVisible(() => {
      if (location.pathname === shown) return;
      shown = location.pathname;
      viewed(kindOfPage());
    });
  const lookAgain = (): void => {
    shown = "";
    look();
  };

  for (const name of ["pushState", "replaceState"] as const) {
    const change = history[name].bind(history);
    history[name] = (...args) => {
      change(...args);
      // The site renders its new page first, and with it the kind of page.
      setTimeout(look);
    };
  }
  addEventListener("popstate", () => setTimeout(look));
  addEventListener("pageshow", ({ persisted }) => persisted && lookAgain());
  look();
  return lookAgain;
};

const kindOfPage = (): string =>
  document.querySelector("meta[name='smarketing:page']")?.getAttribute("content") ||
  document.querySelector("[data-smarketing-page]")?.getAttribute("data-smarketing-page") ||
  "page-viewed";

/** The reference in a mail's link; it is removed from the address, so that it is not passed on with it. */
export const referenceInAddress = (): string | undefined => {
  const [found, reference] = /[#&]sm=([\w.~-]+)/.exec(location.hash) ?? [];
  if (found !== undefined) history.replaceState(history.state, "", location.href.replace(found, ""));
  return reference;
};
