import { text } from "node:stream/consumers";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { siteScript } from "../../lib/house/bundle.ts";
import { type Door, openAnyDoor } from "../../local/front-server/door.ts";
import { siteHandler } from "../../local/front-server/site.ts";
import { anAgreement } from "../builders/agreement.ts";
import { openBrowser } from "./open-browser.ts";

let browser: Browser;
let door: Door;
const sent: unknown[] = [];
const pages: Page[] = [];

beforeAll(async () => {
  browser = await openBrowser({ person: true });
  door = await openAnyDoor();
  const site = siteHandler(anAgreement().terms);
  door.answerWith(async (request, response) => {
    if (request.url === "/smarketing.js") {
      response.writeHead(200, { "content-type": "text/javascript" }).end(siteScript());
    } else if (request.url === "/leads") {
      sent.push(JSON.parse(await text(request)));
      response.writeHead(202, { "content-type": "application/json" }).end('{"reference":"r.1"}');
    } else await site(request, response);
  });
});
afterAll(() => Promise.all([browser.close(), door.close()]));
afterEach(async () => {
  sent.length = 0;
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

const sizes = [
  [390, 844],
  [800, 900],
  [1280, 800],
] as const;

const openForm = async ([width, height]: readonly [number, number], path = "es/contacto") => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  pages.push(page);
  await page.setViewport({ width, height });
  await page.goto(`${door.origin}/site/${path}`, { waitUntil: "load" });
  await page.waitForSelector("#banner:not([hidden])");
  return page;
};

/** By the keyboard, which goes to a thing wherever it is. */
const press = async (page: Page, what: string, key: "Enter" | "Space") => {
  await page.focus(what);
  await page.keyboard.press(key);
};
const tick = (page: Page, interest: string) => press(page, `[name=interest][value=${interest}]`, "Space");
const send = (page: Page) => press(page, "#lead button[type=submit]", "Enter");
const FieldsSchema = z.array(z.object({ name: z.string(), isFree: z.boolean() }));

describe("the sample site's form in a browser", () => {
  it.each(sizes)("has no field under the consent banner when somebody comes to it (%i × %i)", async (...size) => {
    const page = await openForm(size);
    const fields = FieldsSchema.parse(
      await page.evaluate(`(() => {
        const banner = document.getElementById("banner").getBoundingClientRect();
        const shown = document.querySelectorAll("#lead :is(input:not([type=hidden], [tabindex]), select, textarea, button)");
        return [...shown].map((field) => {
          field.focus();
          const { top, bottom, left, right } = field.getBoundingClientRect();
          const isBeside = right <= banner.left || left >= banner.right;
          const isFree = document.activeElement === field && top >= 0 && (isBeside || bottom <= banner.top);
          return { name: field.name || field.type, isFree };
        });
      })()`),
    );
    expect(fields.length).toBeGreaterThanOrEqual(12);
    expect(fields.filter(({ isFree }) => !isFree)).toEqual([]);
    const above = await page.evaluate(`(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      return document.querySelector("footer").getBoundingClientRect().bottom <= document.getElementById("banner").getBoundingClientRect().top;
    })()`);
    expect(above).toBe(true);
  });

  it.each(sizes)("asks for the telephone only of those who want a demo, without moving (%i × %i)", async (...size) => {
    const page = await openForm(size);
    const state = async () =>
      String(
        await page.evaluate(`JSON.stringify([document.getElementById("phone").required, document.body.scrollHeight])`),
      );
    const before = await state();
    await page.type("#email", "ines@talleresnorte.example");
    await tick(page, "demo");
    expect(await state()).toBe(before.replace("false", "true"));
    await send(page);
    await page.waitForSelector("#phone[aria-invalid]");
    expect(await page.evaluate("document.activeElement.id")).toBe("phone");
    expect(await page.$eval("#phone-wrong", ({ textContent }) => textContent)).toMatch(/necesitamos un teléfono/);
    await page.type("#phone", "600 000 000");
    await Promise.all([page.waitForNavigation(), send(page)]);
    expect(sent).toMatchObject([{ interest: "demo", phone: "600 000 000" }]);
  });

  it("sends a wish for the guide without a telephone, also of those who first wanted a demo", async () => {
    const page = await openForm(sizes[0], "en/contact");
    await page.type("#email", "ines@talleresnorte.example");
    await tick(page, "demo");
    await tick(page, "guide");
    await tick(page, "demo");
    await Promise.all([page.waitForNavigation(), send(page)]);
    expect(sent).toMatchObject([{ interest: "guide", phone: "" }]);
  });
});
