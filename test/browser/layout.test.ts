import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { stageWrite } from "../../lambdas/adapters/dynamo-counting.ts";
import { putPack } from "../../lambdas/adapters/dynamo-meetings.ts";
import { transact } from "../../lambdas/adapters/dynamo-table.ts";
import { explainForBoard } from "../../lambdas/agreement/explain/explain-page.ts";
import type { Stage } from "../../lambdas/contract/stages.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { StoredPackSchema } from "../../lambdas/domain/meeting/stored-pack.ts";
import { firstGenerations } from "../../lambdas/domain/metrics/generations.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { stored } from "../board/asking.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { aFullPack } from "../builders/pack.ts";
import { type BoardHere, openBoard } from "./board-here.ts";
import { findings } from "./board-reader.ts";
import { openBrowser } from "./open-browser.ts";

const agreement = anAgreement();
const table = dynamoTwin();
const pages: Page[] = [];
let browser: Browser;
let board: BoardHere;

const put = async (leads: readonly Lead[]): Promise<void> => {
  await stored(table, leads);
  const { length } = leads;
  const [stage] = leads.map((lead) => lead.stage);
  if (stage !== undefined)
    await transact(table, [stageWrite(table, firstGenerations.current.generation, { stage, by: length })]);
};
const some = (stage: Stage, count: number): Lead[] =>
  Array.from({ length: count }, (_, i) =>
    aLead(stage, { leadId: `${stage}-${i}`, email: `${stage}.${i}@cereales-del-turia.example`, source: "fair" }),
  );

beforeAll(async () => {
  for (const stage of ["nurturing", "handed-off", "accepted", "opportunity", "won"] as const)
    await put(some(stage, 12));
  await putPack(table, StoredPackSchema.parse(aFullPack(agreement)));
  [browser, board] = await Promise.all([
    openBrowser({ person: true }),
    openBoard({
      table,
      agreement: () => agreement,
      now: () => now,
      role: "manager",
      chapters: explainForBoard(agreement),
      // As over a network: the page is drawn before its data arrive, and they arrive one after the other.
      delay: () => pause(40 + 160 * Math.random()),
    }),
  ]);
});
afterAll(() => Promise.all([browser.close(), board.close()]));
afterEach(() => Promise.all(pages.splice(0).map((page) => page.close())));

interface Reader {
  readonly width: number;
  readonly language?: "es" | "en";
}

const open = async (path: string, { width, language = "es" }: Reader): Promise<Page> => {
  const page = await browser.newPage();
  pages.push(page);
  await page.setViewport({ width, height: width < 500 ? 844 : 900 });
  await page.evaluateOnNewDocument((chosen) => {
    localStorage.setItem("smarketing-board-language", chosen);
    const shifts: number[] = Object.assign(globalThis, { shifts: [] }).shifts;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Object(entry).value);
    }).observe({ type: "layout-shift", buffered: true });
  }, language);
  await page.goto(`${board.url}/${path}`, { waitUntil: "load" });
  await page.waitForSelector("main h1");
  await page.waitForNetworkIdle({ idleTime: 300 });
  return page;
};

/** All that has moved on the page without being asked to, or asked: a cumulative layout shift without windows of time. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(() => Object(globalThis).shifts.reduce((sum: number, each: number) => sum + each, 0));
const most = 0.05;

/** Left edge and width of every column. */
const columnsOf = (page: Page) =>
  page.$$eval(".pipeline-column", (columns) =>
    columns.map((column) => {
      const { left, right, width } = column.getBoundingClientRect();
      return { left: Math.round(left), width: Math.round(width), isSeen: left >= 0 && right <= innerWidth + 1 };
    }),
  );
const seenIn = async (page: Page) => (await columnsOf(page)).filter(({ isSeen }) => isSeen).length;
const press = (page: Page, name: string) => page.locator(`::-p-aria([name="${name}"])`).click();

describe("a page of the board", () => {
  const [desktop, phone] = [{ width: 1440 }, { width: 390, language: "en" }] as const;

  it.each([
    ["my-leads", phone],
    ["leads/accepted-1", desktop],
    ["leads/accepted-1", phone],
    ["figures", desktop],
    ["figures", phone],
    ["meeting", desktop],
    ["meeting", phone],
    ["attention", phone],
    ["celebrate", desktop],
    ["sources", phone],
    ["agreement", desktop],
  ] as const)("%s does not move while its data arrive, %j", async (path, reader) => {
    const page = await open(path, reader);
    expect(await shiftOf(page)).toBeLessThan(most);
  });

  it.each([1440, 1280, 768, 390])("nor does the pipeline, %i pixels wide", async (width) => {
    const page = await open("", { width });
    expect(await shiftOf(page)).toBeLessThan(most);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    const isLooked = width === 1440 || width === 390;
    for (const theme of ["light", "dark"] as const) if (isLooked) expect(await findings(page, theme)).toEqual([]);
  });
});

describe("the columns of the pipeline", () => {
  it("all open stages stand side by side on a screen 1440 pixels wide; the closed ones are a press away", async () => {
    const page = await open("", { width: 1440, language: "en" });
    expect(await seenIn(page)).toBe(8);
    await press(page, "Closed");
    await page.waitForFunction("document.querySelectorAll('.pipeline-column').length === 4");
    expect(await seenIn(page)).toBe(4);
    await page.reload();
    await page.waitForSelector(".pipeline-column");
    expect(await seenIn(page)).toBe(4);
  });

  it("says on a smaller one how many more there are, and goes there by button and by key", async () => {
    const page = await open("", { width: 1280 });
    expect(await seenIn(page)).toBe(5);
    await press(page, "3 etapas más");
    await page.waitForFunction(
      "document.querySelector('.pipeline-column:last-child').getBoundingClientRect().right <= innerWidth",
    );
    await press(page, "3 etapas más");
    await page.waitForFunction("document.querySelector('.pipeline-columns').scrollLeft === 0");
    await page.focus(".pipeline-card-name");
    for (let columns = 1; columns < 4; columns++) {
      const before = await page.evaluate(() => document.activeElement?.getAttribute("data-lead"));
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((lead) => document.activeElement?.getAttribute("data-lead") !== lead, {}, before);
    }
    await page.waitForFunction(
      "document.activeElement.closest('.pipeline-column').getBoundingClientRect().right <= innerWidth",
    );
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-lead"))).toMatch(/^opportunity-/);
  });

  it.each([
    [768, 2],
    [390, 1],
  ])("are as many as can be read, %i pixels wide", async (width, count) => {
    const page = await open("", { width });
    expect(await seenIn(page)).toBe(count);
    await page.locator(".pipeline-switch-stage:nth-of-type(6)").click();
    await page.waitForSelector("[data-lead=accepted-0]");
    expect(await seenIn(page)).toBe(count);
  });

  it("keep their places when the pointer is on them and when the first lead comes into an empty one", async () => {
    const page = await open("", { width: 1440 });
    const before = await columnsOf(page);
    for (const column of await page.$$(".pipeline-column-head")) {
      await column.hover();
      expect(await columnsOf(page)).toEqual(before);
    }
    // A stage without a pulse until now: nothing was ever counted in it.
    await put(some("captured", 1));
    await page.waitForSelector("[data-lead=captured-0]");
    expect(await columnsOf(page)).toEqual(before);
    expect(await shiftOf(page)).toBeLessThan(most);
  });
});

describe("what comes and goes around them", () => {
  const filtersOf = (page: Page) =>
    page.$$eval(".pipeline-choice, .pipeline-columns", (all) =>
      all.map((each) => {
        const { left, top, width } = each.getBoundingClientRect();
        return [left, top, width].map(Math.round);
      }),
    );

  it.each([1440, 768])("no filter moves when one is set, %i pixels wide", async (width) => {
    const page = await open("", { width });
    const before = await filtersOf(page);
    await page.select(".pipeline-choice:nth-of-type(2) select", "operations");
    await page.waitForSelector(".pipeline-choice-on");
    await page.waitForNetworkIdle({ idleTime: 300 });
    expect(await filtersOf(page)).toEqual(before);
    expect(await shiftOf(page)).toBeLessThan(most);
  });

  it.each([
    ["celebrate", "wins", 390],
    ["attention", "attention", 1440],
    ["", "columns", 390],
  ])("values of %s that could not be read again are so in one note above the page", async (path, part, width) => {
    const page = await open(path, { width });
    const before = await shiftOf(page);
    await page.setRequestInterception(true);
    page.on("request", (request) =>
      request.url().includes(`/api/${part}`)
        ? request.respond({ status: 500, contentType: "application/problem+json", body: "{}" })
        : request.continue(),
    );
    // All that is on the page is read again when the reader comes back to it.
    const comesBack = "dispatchEvent(new Event('visibilitychange')), document.querySelector('.stale-note') !== null";
    await page.waitForFunction(comesBack, { polling: 200 });
    expect((await shiftOf(page)) - before).toBeLessThan(most);
    const seen = await page.$$eval(".stale-note", (all) => all.filter((each) => each.checkVisibility()).length);
    expect(seen).toBe(1);
  });

  it("a lost connection is told above the page", async () => {
    const page = await open("", { width: 1440 });
    await page.setOfflineMode(true);
    await page.waitForSelector(".shell-note");
    expect(await shiftOf(page)).toBeLessThan(most);
  });
});
