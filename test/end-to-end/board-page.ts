import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "puppeteer-core";
import type { Role } from "../../lambdas/contract/board.ts";
import { userOf } from "./board-api.ts";
import { outputs } from "./pipeline.ts";

/** A colleague at the board, in a browser that no one else has been signed in with. */
export interface AtBoard {
  readonly page: Page;
  readonly context: BrowserContext;
  /**
   * What the browser's console complained of, but for the refresh that finds no one signed in, and for what came a
   * moment too late (409), which the page explains; and every address of someone else that the page asked for.
   */
  readonly complaints: readonly string[];
}

/** Signs in by the page; ends at the pipeline. */
export const signedInAt = async (browser: Browser, role: Role): Promise<AtBoard> => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  // When to call it a hang: the functions behind the board may be started for the first time, on a busy machine.
  page.setDefaultTimeout(80_000);
  await page.setViewport({ width: 1440, height: 900 });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const { url = "" } = message.location();
    const isExpected = url.endsWith("/session/refresh") || / 409 /.test(message.text());
    if (message.type() === "error" && !isExpected) complaints.push(`${message.text()} ${url}`);
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(outputs.board).origin) complaints.push(request.url());
  });
  await page.goto(outputs.board);
  await signIn(page, role);
  await page.waitForSelector(".pipeline-column");
  return { page, context, complaints };
};

/** Fills in the page that asks who it is. */
export const signIn = async (page: Page, role: Role): Promise<void> => {
  await page.waitForSelector("input[autocomplete=username]");
  await page.type("input[autocomplete=username]", userOf(role));
  await page.type("input[autocomplete=current-password]", outputs.demo.password);
  await page.keyboard.press("Enter");
};

/** The page's text, as its reader sees it. */
export const wordsOf = (page: Page): Promise<string> => page.$eval("body", (body) => body.textContent ?? "");

export const saysSoon = (page: Page, words: string, seconds = 20): Promise<unknown> =>
  page.waitForFunction((text) => (document.body.textContent ?? "").includes(text), { timeout: seconds * 1000 }, words);

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** What axe finds serious or critical on the page, by WCAG 2.2 AA: rule and place. */
export const seriousFindings = async (page: Page): Promise<string[]> => {
  // By the debugging protocol: the page's own policy lets no other script in.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await Object(globalThis).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return violations
      .filter(({ impact }: { impact: string }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }: { id: string; nodes: { target: string[] }[] }) => `${id}: ${nodes[0]?.target.join()}`);
  });
};

/** By how many pixels the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Opens a page of the board by its address. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${outputs.board}${path}`);
  await page.waitForSelector("main h1");
};
