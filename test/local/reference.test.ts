import { readFileSync } from "node:fs";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Door, openAnyDoor } from "../../local/front-server/door.ts";
import { front } from "../../local/front-server/front.ts";
import { referenceHandler } from "../../local/front-server/reference.ts";
import { openBrowser } from "../browser/open-browser.ts";

const nobody = async () => {
  throw new Error("this part must not be asked");
};

describe("the page of the API's reference", () => {
  let browser: Browser;
  let door: Door;
  beforeAll(async () => {
    [browser, door] = await Promise.all([openBrowser({ person: true }), openAnyDoor()]);
    door.answerWith(
      front({
        site: nobody,
        form: nobody,
        inbox: nobody,
        reference: referenceHandler,
        api: async (_, response) => {
          response.writeHead(200, { "content-type": "application/json" });
          response.end(readFileSync("docs/openapi.json"));
        },
      }),
    );
  });
  afterAll(async () => {
    await browser.close();
    await door.close();
  });

  it("shows every operation, loads nothing from elsewhere, and the browser has nothing to complain of", async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== door.origin) complaints.push(request.url());
    });
    await page.goto(`${door.origin}/reference/`);
    await page.waitForSelector(".opblock");
    const { paths } = JSON.parse(readFileSync("docs/openapi.json", "utf8"));
    const operations = Object.values(paths).flatMap((methods) => Object.keys(Object(methods)));
    expect(await page.$$eval(".opblock", (blocks) => blocks.length)).toBe(operations.length);
    await page.click("#operations-Forms-postLead .opblock-summary-control");
    await page.waitForSelector("#operations-Forms-postLead .opblock-body");
    expect(complaints).toEqual([]);
  });
});
