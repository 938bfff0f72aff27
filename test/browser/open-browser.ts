import { existsSync } from "node:fs";
import path from "node:path";
import { type Browser, launch } from "puppeteer-core";
import { packagedBrowser } from "./packaged-browser.ts";

export interface BrowserOptions {
  /** Without the mark by which pages know a browser that a program drives; with it, the browser is a scanner's. */
  readonly person: boolean;
}

/** A real browser without a window: the system's Chromium, or the one that comes as a package. */
export const openBrowser = async ({ person }: BrowserOptions): Promise<Browser> => {
  const executablePath = systemBrowser();
  return launch({
    ...(executablePath === undefined ? await packagedBrowser() : { executablePath }),
    // It opens pages of this machine alone, and often runs as root in a container, where its sandbox does not start.
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      ...(person ? ["--disable-blink-features=AutomationControlled"] : []),
    ],
    ...(person ? { ignoreDefaultArgs: ["--enable-automation"] } : {}),
    headless: executablePath === undefined ? "shell" : true,
  });
};

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const systemBrowser = (): string | undefined =>
  (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
