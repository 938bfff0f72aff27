/** A list that has to wait for the agreed pace, on the board's page and on the deployed template. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { importPaceOf } from "../../lambdas/contract/agreed-limits.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { RoomSchema, roomAt } from "../../lambdas/domain/import/pace.ts";
import { readAgreement } from "../../local/read-agreement.ts";
import { openBrowser } from "../browser/open-browser.ts";
import { button, choose, goTo, press, saysSoon, signedInAt, wordsOf } from "./board-page.ts";
import { eventually, itemsAt } from "./pipeline.ts";

/** How many rows the page says have become leads. */
const doneOf = async (page: Page): Promise<number> => Number(/(\d+) of \d+ rows/.exec(await wordsOf(page))?.[1]);

export const listsThatWait = () =>
  describe("a list with more rows than may come at once", () => {
    const files = mkdtempSync(path.join(tmpdir(), "lists-"));
    const mark = randomUUID().slice(0, 8);
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser({ person: true });
    });
    afterAll(async () => {
      await browser.close();
      rmSync(files, { recursive: true });
    });

    it("holds at the agreed pace, is paused, resumed and stopped by a manager, in English", async () => {
      const pace = importPaceOf(readAgreement(inject("agreementFile")).terms);
      // So many more than may ever come at once that nothing goes on by itself for a minute.
      const rows = Math.floor(roomAt(undefined, pace, "")) + 10;
      const people = Array.from({ length: rows }, (_, i) => `Person ${i},p${i}@lista-${mark}.example`);
      const file = path.join(files, "fair.csv");
      writeFileSync(file, `\uFEFFName,E-mail\r\n${people.join("\r\n")}\r\n`);
      const { page, complaints, close } = await signedInAt(browser, "manager", { language: "en" });

      await goTo(page, "/import");
      await choose(page, file);
      await saysSoon(page, `${rows} rows, 2 columns. CSV, comma, UTF-8.`);
      await page.locator("::-p-text(No, or we do not know)").click();
      await press(page, "Check each row");
      await press(page, `Import ${rows} leads`);
      await saysSoon(page, "It waits, so as not to exceed the agreed pace.");
      await press(page, "Pause");
      await page.waitForSelector(button("Resume"));
      const done = await doneOf(page);
      expect(done).toBeGreaterThan(0);

      await eventually("room for another row", async () => {
        const [room] = await itemsAt(keys.importPace());
        return roomAt(RoomSchema.parse(room), pace, new Date().toISOString()) > 1 ? true : undefined;
      });
      expect(await doneOf(page)).toBe(done);
      await press(page, "Resume");
      const further = await eventually("more rows", async () => {
        const now = await doneOf(page);
        return now > done ? now : undefined;
      });
      await press(page, "Stop");
      await page.locator("[role=alertdialog] .button-danger").click();
      await saysSoon(page, "What has become of each row");
      await saysSoon(page, `New ${further}`);
      expect(complaints).toEqual([]);
      await close();
    }, 300_000);
  });
