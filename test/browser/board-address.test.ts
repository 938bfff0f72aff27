import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Browser, HTTPRequest, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { toItem } from "../../lambdas/adapters/dynamo-table.ts";
import type { Role } from "../../lambdas/contract/board.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { firstGenerations } from "../../lambdas/domain/metrics/generations.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { stored } from "../board/asking.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { type BoardHere, openBoard } from "./board-here.ts";
import { openPage, press, says, textOf } from "./board-reader.ts";
import { openBrowser } from "./open-browser.ts";

const table = dynamoTwin();
const pages: Page[] = [];
let user: { readonly role: Role; readonly username: string } | undefined;
let browser: Browser;
let board: BoardHere;

/** Ana has 3 leads that are handed off, Luis has 122, and the counters know all of them. */
beforeAll(async () => {
  const handedOff = (ownerId: string, count: number) =>
    Array.from({ length: count }, (_, i) =>
      aLead("handed-off", {
        leadId: `${ownerId}-${i}`,
        contact: { company: `Talleres ${ownerId} ${i}` },
        followUp: { ownerId, dueAt: daysFromNow(i + 1) },
      }),
    );
  await stored(table, [...handedOff("ana", 3), ...handedOff("luis", 122)]);
  const { generation } = firstGenerations.current;
  const counted = { ...keys.stageCount(generation, "handed-off"), count: 125, pulse: 1 };
  await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toItem(counted) }));
  [browser, board] = await Promise.all([
    openBrowser({ person: true }),
    openBoard({ table, agreement: anAgreement, now: () => now, role: "manager", user: () => user }),
  ]);
});
afterAll(() => Promise.all([browser.close(), board.close()]));
afterEach(() => Promise.all(pages.splice(0).map((page) => page.close())));

interface Opening {
  readonly role?: Role;
  readonly username?: string;
  readonly width?: number;
}

const open = async (path: string, { role = "manager", username = "olga", width = 1440 }: Opening = {}) => {
  user = { role, username };
  const page = await openPage(browser, `${board.url}${path}`, { width });
  pages.push(page);
  return page;
};

const addressOf = (page: Page): string => page.url().slice(board.url.length);
const isAt = (page: Page, address: string) =>
  page.waitForFunction((at) => location.href === at, { timeout: 20_000 }, `${board.url}${address}`);
/** What stands at the head of a column. */
const headIs = (page: Page, count: string) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll(".pipeline-column-count")].some(
        (head) => (head.querySelector("[aria-hidden]") ?? head).textContent === wanted,
      ),
    { timeout: 20_000 },
    count,
  );

/** While it is on, requests of these parts of the API fail; everything else goes through. */
const failing = async (page: Page, parts: readonly string[], status: number | "nobody" = 500) => {
  let isOn = true;
  await page.setRequestInterception(true);
  page.on("request", (request: HTTPRequest) => {
    const { pathname } = new URL(request.url());
    if (!isOn || !parts.some((part) => pathname.startsWith(`/board/api/${part}`))) return void request.continue();
    if (status === "nobody") return void request.abort("connectionrefused");
    const problem = { type: "about:blank", title: "Internal error", status, detail: "Something broke in our server." };
    void request.respond({ status, contentType: "application/problem+json", body: JSON.stringify(problem) });
  });
  return () => {
    isOn = false;
  };
};

describe("the address of a view", () => {
  it.each(["?owner=ana", "/?owner=ana"])("opens it again, on a reload and elsewhere: %s", async (path) => {
    const page = await open(path);
    await headIs(page, "3");
    expect(addressOf(page)).toBe("?owner=ana");
    await page.reload();
    await headIs(page, "3");
    expect(await page.$eval(".pipeline-filters select", (select) => Object(select).value)).toBe("ana");
  });

  it("is written without a slash before its filters, and goes back and forward", async () => {
    const page = await open("");
    await headIs(page, "125");
    await page.select(".pipeline-filters select", "ana");
    await isAt(page, "?owner=ana");
    await headIs(page, "3");
    await page.goBack();
    await headIs(page, "125");
    await page.goForward();
    await headIs(page, "3");
    expect(await page.$eval('.shell-nav a[aria-current="page"]', (link) => link.getAttribute("href"))).toBe("/board");
  });

  it("opens a lead's dialog, which one step back closes", async () => {
    const page = await open("/leads/ana-0");
    await page.waitForSelector(".lead-filter input");
    await page.$$eval(".lead-filter input", (filters) => filters.at(-1)?.click());
    await isAt(page, "/leads/ana-0?show=mails");
    await press(page, "Reasignar");
    await page.waitForSelector("[role=dialog]");
    await isAt(page, "/leads/ana-0?show=mails&do=reassign");
    await page.reload();
    await page.waitForSelector("[role=dialog]");
    await page.goBack();
    await page.waitForSelector("[role=dialog]", { hidden: true });
    await isAt(page, "/leads/ana-0?show=mails");
    await page.goForward();
    await page.waitForSelector("[role=dialog]");
    await press(page, "Cancelar");
    await isAt(page, "/leads/ana-0?show=mails");
  });

  it("says what it does not know, and shows the rest", async () => {
    const page = await open("?owner=nobody&grade=Z9&overdue=perhaps");
    await says(page, "no se ha tenido en cuenta: responsable, calificación y fuera de plazo");
    await headIs(page, "125");
    const lead = await open("/leads/ana-0?do=fly");
    await says(lead, "no se ha tenido en cuenta: acción");
    const trail = await open("/trail?day=2026-02-31", { role: "operations" });
    await says(trail, "no se ha tenido en cuenta: día");
  });

  it("keeps what is searched for from every server", async () => {
    const asked: string[] = [];
    const page = await open("");
    await headIs(page, "125");
    page.on("request", (request) => asked.push(request.url()));
    await page.type(".search-box-input", "talleres ana");
    await page.waitForSelector("[role=option]");
    await page.waitForFunction(() => location.hash === "#q=talleres+ana");
    await page.reload();
    await page.waitForSelector("[role=option]");
    expect(await page.$eval(".search-box-input", (input) => Object(input).value)).toBe("talleres ana");
    expect(asked.filter((url) => /talleres/i.test(url.split("#")[0] ?? ""))).toEqual([]);
  });

  it("is the one that was asked for, after signing in", async () => {
    const page = await open("/my-leads?owner=luis", { username: "olga" });
    await says(page, "122 leads abiertos");
    user = undefined;
    await page.reload();
    await page.waitForSelector("input[autocomplete=username]");
    user = { role: "manager", username: "olga" };
    await page.type("input[autocomplete=username]", "olga");
    await page.type("input[autocomplete=current-password]", "a long password");
    await page.keyboard.press("Enter");
    await says(page, "122 leads abiertos");
    expect(addressOf(page)).toBe("/my-leads?owner=luis");
  });
});

describe("a count", () => {
  it("is that of what is shown, or says that there are more", async () => {
    const page = await open("?owner=luis");
    await page.waitForFunction(
      () => {
        const head = document.querySelector(".pipeline-column-count [aria-hidden]")?.textContent ?? "";
        const [, count] = /^(\d+)\+$/.exec(head) ?? [];
        return document.body.textContent?.includes(`Al menos ${count} leads abiertos con estos filtros`);
      },
      { timeout: 20_000 },
    );
  });

  it("is a rep's own", async () => {
    const page = await open("", { role: "rep", username: "ana" });
    await headIs(page, "3");
    await says(page, "3 leads abiertos a tu cargo");
    expect(await textOf(page)).not.toMatch(/\b125\b/);
  });
});

describe("a request that fails", () => {
  it("leaves what was known, with its age, and can be tried again", async () => {
    const page = await open("/my-leads?owner=ana");
    await says(page, "3 leads abiertos");
    const works = await failing(page, ["worklist"]);
    await says(page, "No se ha podido actualizar: ves los datos de las");
    expect(await textOf(page)).toContain("Talleres ana 0");
    expect(await textOf(page)).toMatch(/hace (menos de un|\d+) minutos?/);
    works();
    await press(page, "Reintentar");
    await page.waitForSelector(".stale-note", { hidden: true });
  });

  it("ends the session where it must, and comes back to the same address", async () => {
    const page = await open("/my-leads?owner=ana");
    await says(page, "3 leads abiertos");
    user = undefined;
    await says(page, "Tu sesión ha caducado");
    expect(addressOf(page)).toBe("/my-leads?owner=ana");
  });

  it.each([
    ["", "columns", 500],
    ["/my-leads?owner=ana", "worklist", 500],
    ["/my-leads?owner=ana", "worklist", "nobody"],
    ["/attention", "attention", 500],
    ["/agreement", "agreement", 500],
    ["/sources", "sources", 500],
    ["/meeting", "meetings", 500],
    ["/figures", "figures", 500],
    ["/leads/ana-0", "leads", 500],
    ["/celebrate", "wins", 403],
    ["/celebrate", "wins", 422],
  ] as const)("is not shown as nothing, nor in English: %s, %s, %s", async (path, part, status) => {
    user = { role: "manager", username: "olga" };
    const page = await browser.newPage();
    pages.push(page);
    await failing(page, [part], status);
    await page.goto(`${board.url}${path}`, { waitUntil: "load" });
    await page.waitForSelector("main .problem-note", { timeout: 20_000 });
    const text = await page.$eval("main", ({ textContent }) => textContent ?? "");
    expect(text).not.toMatch(
      /broke in our server|Internal error|Ningún lead|Todavía no|Nada que revisar|Todo en orden/i,
    );
    expect((await page.$$("main .failed-note button")).length > 0).toBe(status !== 403);
  });
});
