import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import type { Role } from "../../lambdas/contract/board.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { stored } from "../board/asking.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { type BoardHere, openBoard } from "./board-here.ts";
import { button, openPage, says, saysNoMore, textOf } from "./board-reader.ts";
import { openBrowser } from "./open-browser.ts";

const table = dynamoTwin();
const pages: Page[] = [];
let user: { readonly role: Role; readonly username: string } | undefined;
let browser: Browser;
let board: BoardHere;

const nobodyAnswered = { cycle: 1, at: daysFromNow(-1), since: daysFromNow(-4), owners: ["luis", "ana"] };

beforeAll(async () => {
  await stored(table, [
    aLead("nurturing", { leadId: "waits", cycle: 2, nobodyAnswered }),
    aLead("dormant", {
      leadId: "sleeps",
      cycle: 2,
      because: "quiet-unanswered",
      contact: { name: "Rosa Prieto", company: "Frutas Prieto" },
      nobodyAnswered,
    }),
  ]);
  [browser, board] = await Promise.all([
    openBrowser({ person: true }),
    openBoard({ table, agreement: anAgreement, now: () => now, role: "manager", user: () => user }),
  ]);
});
afterAll(() => Promise.all([browser.close(), board.close()]));
afterEach(() => Promise.all(pages.splice(0).map((page) => page.close())));

const open = async (path: string, role: Role, language: "es" | "en", width = 1440) => {
  user = { role, username: role === "rep" ? "ana" : "olga" };
  const page = await openPage(browser, `${board.url}${path}`, { width, language });
  pages.push(page);
  return page;
};

const choice = (words: string) => `::-p-xpath(//label[contains(., "${words}")]//input)`;

it("operations see it under Attention and decide nothing; a rep sees neither", async () => {
  const seen = await open("/attention", "operations", "en");
  await says(seen, "Nobody in sales has answered them");
  await says(seen, "Frutas Prieto");
  expect(await textOf(seen)).toContain("Luis Mora → Ana Gil");
  expect(await seen.$(button("Decide"))).toBeNull();
  const rep = await open("/leads/waits", "rep", "en");
  await saysNoMore(rep, "Loading");
  expect(await textOf(rep)).not.toContain("Nobody in sales");
});

it("marketing decides under Attention, on a phone and in Spanish, that somebody else calls", async () => {
  const page = await open("/attention", "marketing", "es", 390);
  await says(page, "Nadie de ventas les ha respondido");
  const item = `::-p-xpath(//li[contains(., "Talleres Norte")]//button[normalize-space() = "Decidir"])`;
  await page.locator(item).click();
  await says(page, "Que le llame otra vez Ana Gil");
  await page.locator(choice("Que le llame otra persona")).click();
  await page.locator(choice("Luis Mora")).click();
  await page.locator("textarea").fill("Es buen cliente");
  await page.locator(`::-p-xpath(//*[@role="dialog"]//button[normalize-space() = "Decidir"])`).click();
  await says(page, "decidió que Luis Mora le llame: «Es buen cliente»");
  await saysNoMore(page, "Talleres Norte");
  expect(await readLead(table, "waits")).toMatchObject({
    override: { to: "luis" },
    nobodyAnswered: { settledAt: now },
  });
});

it("a manager closes one on its page, which does not say that it was silent", async () => {
  const page = await open("/leads/sleeps", "manager", "en");
  await says(page, "sales did not answer them, and nothing new has come in since");
  await says(page, "Nobody in sales answered: marketing or sales management decides what to do");
  expect(await textOf(page)).not.toMatch(/stayed silent|sign of life/);
  await page.locator(button("Decide what to do")).click();
  await page.locator(choice("Close")).click();
  await page.locator("textarea").fill("Bought elsewhere");
  await page.locator(`::-p-xpath(//*[@role="dialog"]//button[normalize-space() = "Decide"])`).click();
  await says(page, "decided to close the lead: “Bought elsewhere”");
  expect(await readLead(table, "sleeps")).toMatchObject({ stage: "disqualified", because: "closed-by-hand" });
});
