/** Does it now, or as soon as somebody can see the page: what was opened in the background has not been visited yet. */
export const whenVisible = (act: () => void): void => {
  if (document.visibilityState === "visible") act();
  else document.addEventListener("visibilitychange", () => whenVisible(act), { once: true });
};

/** The address without query and fragment: these may hold what is nobody's business. */
export const thisPage = (): string => location.origin + location.pathname;

/** Calls back for the page as it was loaded and for each page that the site shows without loading it. */
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
      // The site draws its new page first, and with it what kind of page it is.
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

/** What a mail's link says about who follows it; nobody shall pass it on with the page's address. */
export const referenceInAddress = (): string | undefined => {
  const [found, reference] = /[#&]sm=([\w.~-]+)/.exec(location.hash) ?? [];
  if (found !== undefined) history.replaceState(history.state, "", location.href.replace(found, ""));
  return reference;
};
