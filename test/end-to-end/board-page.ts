import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, ElementHandle, Page } from "puppeteer-core";
import type { Role } from "../../lambdas/contract/board.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { userOf } from "./board-api.ts";
import { eventually, outputs } from "./pipeline.ts";

/** A colleague at the board, in a browser that no one else has been signed in with. */
export interface AtBoard {
  readonly page: Page;
  readonly context: BrowserContext;
  /**
   * What the browser's console complained of, but for the refresh that finds no one signed in, and for what came a
   * moment too late (409), which the page explains; and every address of someone else that the page asked for, but for
   * that which lists are uploaded to.
   */
  readonly complaints: readonly string[];
  /** The file that the page saves when this is done. */
  readonly saved: (done: () => Promise<void>) => Promise<{ readonly name: string; readonly content: Buffer }>;
  readonly close: () => Promise<void>;
}

interface Signing {
  /** Of the window; a phone is as narrow as 390 pixels. */
  readonly width?: number;
  readonly language?: Language;
}

/** Signs in by the page; ends at the pipeline. */
export const signedInAt = async (
  browser: Browser,
  role: Role,
  { width = 1440, language }: Signing = {},
): Promise<AtBoard> => {
  const downloads = mkdtempSync(path.join(tmpdir(), "downloads-"));
  const context = await browser.createBrowserContext({
    downloadBehavior: { policy: "allow", downloadPath: downloads },
  });
  const page = await context.newPage();
  // When to call it a hang: the functions behind the board may be started for the first time, on a busy machine.
  page.setDefaultTimeout(80_000);
  await page.setViewport({ width, height: 900 });
  if (language !== undefined)
    await page.evaluateOnNewDocument((chosen) => localStorage.setItem("smarketing-board-language", chosen), language);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const { url = "" } = message.location();
    const isExpected = url.endsWith("/session/refresh") || / 409 /.test(message.text());
    if (message.type() === "error" && !isExpected) complaints.push(`${message.text()} ${url}`);
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    // A browser asks the bucket first whether this page may.
    const isUpload = origin === outputs.uploads && ["OPTIONS", "PUT"].includes(request.method());
    if (protocol.startsWith("http") && origin !== new URL(outputs.board).origin && !isUpload)
      complaints.push(request.url());
  });
  await page.goto(outputs.board);
  await signIn(page, role);
  await page.waitForSelector(".pipeline-column");
  const saved: AtBoard["saved"] = async (done) => {
    const before = new Set(readdirSync(downloads));
    await done();
    const name = await eventually("the file is saved", async () =>
      readdirSync(downloads).find((each) => !before.has(each) && !each.endsWith(".crdownload")),
    );
    return { name, content: readFileSync(path.join(downloads, name)) };
  };
  const close = async () => {
    await context.close();
    rmSync(downloads, { recursive: true });
  };
  return { page, context, complaints, saved, close };
};

/** Fills in the page that asks who it is. */
export const signIn = async (page: Page, role: Role): Promise<void> => {
  await page.waitForSelector("input[autocomplete=username]");
  await page.type("input[autocomplete=username]", userOf(role));
  await page.type("input[autocomplete=current-password]", outputs.demo.password);
  await page.keyboard.press("Enter");
};

export const button = (name: string, role: "button" | "menuitem" = "button"): string =>
  `::-p-aria([name="${name}"][role="${role}"])`;
export const press = (page: Page, ...named: Parameters<typeof button>): Promise<void> =>
  page.locator(button(...named)).click();

const isFileField = (found: ElementHandle | null): found is ElementHandle<HTMLInputElement> => found !== null;

/** Chooses a file in the page's only field for one. */
export const choose = async (page: Page, file: string): Promise<void> => {
  const field = await page.waitForSelector("input[type=file]");
  if (!isFileField(field)) throw new Error("there is no field for a file");
  await field.uploadFile(file);
};

/** The page's text, as its reader sees it. */
export const wordsOf = (page: Page): Promise<string> => page.$eval("body", (body) => body.textContent ?? "");

export const saysSoon = (page: Page, words: string, seconds = 20): Promise<unknown> =>
  page
    .waitForFunction((text) => (document.body.textContent ?? "").includes(text), { timeout: seconds * 1000 }, words)
    .catch(async (cause: unknown) => {
      throw new Error(`the page does not say "${words}" in ${seconds} s, but: ${await wordsOf(page)}`, { cause });
    });

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
