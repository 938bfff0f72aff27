/** What a reader of the board does and sees, in a real browser. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "puppeteer-core";
import type { Language } from "../../lambdas/contract/stages.ts";

interface Opening {
  readonly width: number;
  readonly height?: number;
  /** What the reader has chosen; the browser's own when left out. */
  readonly language?: Language;
  /** Done to the page before it has an address. */
  readonly first?: (page: Page) => Promise<unknown>;
}

/** A page of the board, as far as it is there without data. */
export const openPage = async (
  browser: Browser,
  url: string,
  { width, height = 844, language, first }: Opening,
): Promise<Page> => {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  if (language !== undefined)
    await page.evaluateOnNewDocument((chosen) => localStorage.setItem("smarketing-board-language", chosen), language);
  await first?.(page);
  await page.goto(url, { waitUntil: "load" });
  return page;
};

/** Until the words stand somewhere on the page, in however many elements. */
export const says = (page: Page, words: string) =>
  page.waitForFunction((text) => (document.body.textContent ?? "").includes(text), { timeout: 20_000 }, words);
export const saysNoMore = (page: Page, words: string) =>
  page.waitForFunction((text) => !(document.body.textContent ?? "").includes(text), { timeout: 20_000 }, words);
/** Until one element has the text. */
export const shows = (page: Page, text: string) => page.waitForSelector(`::-p-text(${text})`);
export const textOf = (page: Page): Promise<string> => page.$eval("body", ({ textContent }) => textContent ?? "");

export const button = (name: string): string => `::-p-aria([name="${name}"][role="button"])`;
export const press = (page: Page, name: string) => page.locator(button(name)).click();

/** By how many pixels something is wider than its window. */
export const overflow = (page: Page) => page.evaluate("document.documentElement.scrollWidth - innerWidth");

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What is serious or critical, by WCAG 2.2 AA, in the theme of the system.
 * @param without selectors of what is not looked at
 */
export const findings = async (
  page: Page,
  theme: "light" | "dark",
  without: readonly string[] = [],
): Promise<string[]> => {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  // Colours that are on their way from one theme to the other have the contrast of neither.
  // What goes round for ever never gets there, and what was taken off the page on its way may never say so.
  await page.evaluate(`Promise.race([
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
    new Promise((done) => setTimeout(done, 2000)),
  ])`);
  await page.evaluate(axe);
  return page.evaluate(
    async (runOnly, exclude) => {
      const { violations } = await Object(globalThis).axe.run(exclude.length === 0 ? document : { exclude }, {
        runOnly,
      });
      return violations
        .filter(({ impact }: { impact: string }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }: { id: string; nodes: { target: string[] }[] }) => `${id}: ${nodes[0]?.target.join()}`);
    },
    levels,
    without,
  );
};
