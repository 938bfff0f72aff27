import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "puppeteer-core";
import readExcelFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Role } from "../../lambdas/contract/board.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { stored } from "../board/asking.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { type BoardHere, openBoard } from "./board-here.ts";
import { openPage } from "./board-reader.ts";
import { openBrowser } from "./open-browser.ts";

const table = dynamoTwin();
const files = mkdtempSync(path.join(tmpdir(), "exports-"));
let user: { readonly role: Role; readonly username: string } = { role: "manager", username: "olga" };
let browser: Browser;
let board: BoardHere;

/** Ana has 45 leads, more than a page of a column; Luis has one, whose company looks like a formula. */
beforeAll(async () => {
  const lead = (leadId: string, ownerId: string, company: string) =>
    aLead("handed-off", {
      leadId,
      contact: { company, phone: "600111222" },
      followUp: { ownerId, dueAt: daysFromNow(1) },
    });
  await stored(table, [
    ...Array.from({ length: 45 }, (_, i) => lead(`ana-${i}`, "ana", `Talleres ${i}`)),
    lead("luis-0", "luis", "=1+1"),
  ]);
  [browser, board] = await Promise.all([
    openBrowser({ person: true }),
    openBoard({ table, agreement: anAgreement, now: () => now, role: "manager", user: () => user }),
  ]);
});
afterAll(async () => {
  await Promise.all([browser.close(), board.close()]);
  rmSync(files, { recursive: true });
});

const press = (page: Page, name: string, role: "button" | "menuitem") =>
  page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();

/** What the page saves; a browser of a test writes over a file of the same name. */
const saved = async (page: Page, ending: string, button: string, item?: string): Promise<Buffer> => {
  for (const name of readdirSync(files)) rmSync(path.join(files, name));
  await press(page, button, "button");
  if (item !== undefined) await press(page, item, "menuitem");
  return vi.waitFor(
    () => {
      const found = readdirSync(files).find((name) => name.endsWith(ending));
      if (found === undefined) throw new Error("nothing is saved yet");
      return readFileSync(path.join(files, found));
    },
    { timeout: 20_000, interval: 100 },
  );
};

const open = async (asked: string, as: typeof user, language: "es" | "en", width = 1440): Promise<Page> => {
  user = as;
  const first = async (page: Page) => {
    const session = await page.createCDPSession();
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: files });
  };
  return openPage(browser, `${board.url}${asked}`, { width, language, first });
};

describe("an exported list", () => {
  it("has for a manager all leads of the filter, in Spanish, and runs nothing", async () => {
    const page = await open("?owner=ana", { role: "manager", username: "olga" }, "es");
    const all = (await saved(page, ".csv", "Exportar", "CSV")).toString();
    const rows = parse(all, { bom: true, delimiter: ";", columns: true });
    expect(new Set(rows.map((row: unknown) => Object(row)["ID del lead"]))).toEqual(
      new Set(Array.from({ length: 45 }, (_, i) => `ana-${i}`)),
    );
    await page.goto(`${board.url}?owner=luis`, { waitUntil: "load" });
    const formula = (await saved(page, ".csv", "Exportar", "CSV")).toString();
    expect(parse(formula, { bom: true, delimiter: ";", columns: true })).toMatchObject([{ Empresa: "'=1+1" }]);
    await page.close();
  });

  it("has for a rep own leads only, as a workbook, in English, on a phone", async () => {
    const page = await open("/my-leads?owner=ana", { role: "rep", username: "luis" }, "en", 390);
    const file = await saved(page, ".xlsx", "Export", "Excel");
    const [sheet] = await readExcelFile(file);
    const [headings = [], ...rows] = sheet?.data ?? [];
    expect(rows).toHaveLength(1);
    expect(Object.fromEntries(headings.map((label, i) => [String(label), rows[0]?.[i]]))).toMatchObject({
      Company: "=1+1",
      "Lead ID": "luis-0",
      Due: expect.any(Date),
      Phone: "600 111 222",
    });
    await page.close();
  });

  it("has what a search finds, more than is listed, and no server sees in an address what was typed", async () => {
    const page = await open("/figures", { role: "manager", username: "olga" }, "es", 390);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url().replace(/#.*$/, "")));
    await page.locator("input[role=combobox]").fill("talleres");
    const file = (await saved(page, ".csv", "Exportar: CSV")).toString();
    expect(parse(file, { bom: true, delimiter: ";", columns: true })).toHaveLength(45);
    await page.waitForSelector("::-p-text(45 filas exportadas)");
    expect(asked.filter((url) => url.includes("talleres"))).toEqual([]);
    expect(asked.filter((url) => url.endsWith("/exports/search"))).toHaveLength(1);
    await page.close();
  });
});
