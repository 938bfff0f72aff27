import { contentAttribute } from "./reading.ts";

const downloadAttribute = "data-smarketing-download";

/** Calls back when a visitor downloads a file: with the name on the link, else that of the content around it, else its address. */
export const watchDownloads = (downloaded: (subject: string | undefined) => void): void =>
  document.addEventListener(
    "click",
    ({ target }) => {
      const link = target instanceof Element ? target.closest(`a[download],[${downloadAttribute}]`) : null;
      if (link === null) return;
      const content = link.closest(`[${contentAttribute}]`)?.getAttribute(contentAttribute);
      downloaded(link.getAttribute(downloadAttribute) || content || addressOf(link));
    },
    true,
  );

const addressOf = (link: Element): string | undefined =>
  link instanceof HTMLAnchorElement ? link.origin + link.pathname : undefined;
