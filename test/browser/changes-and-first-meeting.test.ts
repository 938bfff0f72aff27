import { gzipSync } from "node:zlib";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { putPack, readVerdicts } from "../../lambdas/adapters/dynamo-meetings.ts";
import { isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { packOf } from "../../lambdas/views/meeting/pack-of.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { someFigures } from "../builders/figures.ts";
import { noTalk } from "../builders/pack.ts";
import { type BoardHere, openBoard } from "./board-here.ts";
import { openPage, overflow, shows } from "./board-reader.ts";
import { openBrowser } from "./open-browser.ts";

const now = "2026-11-23T08:00:00.000Z";
const week = "2026-W48";
const agreement = anAgreement({ gate: { leastFit: 35 } }, { version: "3f9a1c20b7de" });
const mark = { number: 2, version: agreement.version, since: "2026-11-08T23:00:00.000Z" };
const table = dynamoTwin();
const pages: Page[] = [];
let browser: Browser;
let board: BoardHere;

beforeAll(async () => {
  const first = { version: "000000000001", since: "2026-10-05T08:00:00.000Z", terms: anAgreement().terms };
  for (const { version, since, terms } of [first, { ...mark, terms: agreement.terms }]) {
    const item = { ...keys.agreementVersion(since), version, since, terms: gzipSync(JSON.stringify(terms)) };
    await transact(table, [put(table, "version", item, isNew)]);
  }
  const changes = [
    { mark, changes: [{ es: "Encaje mínimo: antes 30, ahora 35", en: "Least fit: was 30, is now 35" }] },
  ];
  const facts = { ...noTalk, week, figures: someFigures({ waiting: 2 }), capacity: 5, agreement, inForce: mark, now };
  await putPack(table, packOf({ ...facts, changes }));
  [browser, board] = await Promise.all([
    openBrowser({ person: true }),
    openBoard({ table, agreement: () => agreement, now: () => now, role: "manager" }),
  ]);
});
afterAll(() => Promise.all([browser.close(), board.close()]));
afterEach(() => Promise.all(pages.splice(0).map((page) => page.close())));

const open = async (path: string, width: number, language: Language) => {
  const page = await openPage(browser, `${board.url}/${path}`, { width, language });
  pages.push(page);
  return page;
};

const views = [
  { language: "es", width: 1440 },
  { language: "es", width: 390 },
  { language: "en", width: 1440 },
  { language: "en", width: 390 },
] as const;

const said = {
  es: {
    version: "versión 2, en vigor desde el lunes 9 nov",
    interval: "intervalo de confianza del 95 %: entre 13,9 y 22,1",
    open: "Abrir como propuesta",
    card: "¿Ha valido la pena?",
    unsigned: "Ninguna versión está firmada todavía",
    first: "Así se llega a la primera firma",
    sign: "Firmar",
  },
  en: {
    version: "version 2, in force since Monday 9 Nov",
    interval: "95% confidence interval: 13.9 to 22.1",
    open: "Open as a proposal",
    card: "Did it pay?",
    unsigned: "No version has been signed by both departments yet",
    first: "How to get to the first signature",
    sign: "Sign",
  },
} as const;

describe("the pack of the week on the board", () => {
  it.each(views)(
    "has proposals that open in the room, and says what came of a change ($language, $width)",
    async (view) => {
      const page = await open("meeting", view.width, view.language);
      const { version, interval, open: label, card } = said[view.language];
      for (const text of [version, interval, card]) await shows(page, text);
      const links = await page.$$eval("a", (all) => all.map((a) => [a.textContent, a.getAttribute("href")]));
      expect(links.filter(([text]) => text === label).map(([, href]) => href)).toEqual([
        `/board/room/propose?pack=${week}&number=1`,
        `/board/room/propose?pack=${week}&number=2`,
      ]);
      expect(await overflow(page)).toBe(0);
    },
  );
});

describe("the agreement", () => {
  it.each(views)(
    "names its versions by number and day, and leads to the first signature ($language, $width)",
    async (view) => {
      const page = await open("agreement", view.width, view.language);
      const { unsigned, first, sign } = said[view.language];
      for (const text of [unsigned, agreement.version]) await shows(page, text);
      expect(await page.$eval("#version-2 h3", (h3) => h3.textContent)).toMatch(/^(Versión|Version) 2/);
      expect(await overflow(page)).toBe(0);
      await page.locator(`::-p-text(${first})`).click();
      await shows(page, sign);
      expect(page.url()).toContain("/board/first-meeting");
      expect(await overflow(page)).toBe(0);
      const dead = await page.$$eval(".first-meeting a", (all) => all.filter((a) => !a.getAttribute("href")).length);
      expect(dead).toBe(0);
    },
  );
});

describe("a change that the meeting closes", () => {
  it("asks for words, keeps them, and shows them in the agreement's history", async () => {
    const page = await open("meeting", 1440, "en");
    await shows(page, "What the meeting says");
    const close = () => page.locator("::-p-text(Close the change)").click();
    await close();
    await shows(page, "Write what the meeting says.");
    await page.type(".meeting-stories textarea", "It stays at 35");
    await close();
    await shows(page, "Closed by");
    expect(await readVerdicts(table)).toMatchObject([{ number: 2, week, verdict: "It stays at 35" }]);
    const history = await open("agreement", 1440, "en");
    await shows(history, "It stays at 35");
  });
});
