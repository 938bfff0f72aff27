import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { text } from "node:stream/consumers";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { html } from "../../lambdas/domain/http/http.ts";
import { reportsVisit } from "../../lambdas/domain/nurture/visit.ts";
import { visitPage, visitScript } from "../../lambdas/views/nurture/visit-page.ts";
import { openBrowser } from "./open-browser.ts";

let person: Browser;
let scanner: Browser;
const servers: Server[] = [];
const pages: Page[] = [];

beforeAll(async () => {
  [person, scanner] = await Promise.all([openBrowser({ person: true }), openBrowser({ person: false })]);
});
afterAll(() => Promise.all([person.close(), scanner.close()]));
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

const serve = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${Object(server.address()).port}`;
};

interface Landing {
  /** `silent`: the API never answers a report. */
  readonly api?: "silent";
  readonly fragment?: string;
}

/** Our page, served as the API does it, and the web site that it leads to. */
const openLanding = async ({ api, fragment = "" }: Landing = {}) => {
  const reports: string[] = [];
  const referrers: (string | undefined)[] = [];
  const site = await serve((request, response) => {
    referrers.push(request.headers.referer);
    response
      .writeHead(200, { "content-type": "text/html" })
      .end('<!doctype html><link rel="icon" href="data:,">Content');
  });
  const url = `${site}/content${fragment}`;
  const view = { language: "en", company: "Engranaje", content: "five-signs", title: "Five signs", url } as const;
  const shown = html(200, visitPage({ ...view, reference: "1.abc-_.def" }), { script: visitScript });
  const origin = await serve(async (request, response) => {
    if (request.method !== "POST") return response.writeHead(shown.statusCode, { ...shown.headers }).end(shown.body);
    reports.push(await text(request));
    return api === "silent" ? undefined : response.writeHead(202).end();
  });
  return { address: `${origin}/go/1.visit.sig`, url, reports, referrers };
};

const pageIn = async (browser: Browser): Promise<Page> => {
  const page = await browser.newPage();
  pages.push(page);
  return page;
};

/**
 * Asks the browser, not the page: a page tells of its new address a moment before the browser has taken the navigation
 * for done, and Chromium never closes a page that it is asked to close in this moment.
 */
const arrives = (page: Page, at: string) =>
  vi.waitFor(() => expect([page.url(), page.target().url()]).toEqual([at, at]), { timeout: 10_000, interval: 20 });

describe("the page of a nurture mail's link in a browser", () => {
  it("reports a person's visit, once, and goes on as the lead, without a trace in history or referrer", async () => {
    const { address, url, reports, referrers } = await openLanding();
    const page = await pageIn(person);
    await page.goto(address);
    await arrives(page, `${url}#sm=1.abc-_.def`);
    expect(reports.map((body) => reportsVisit(Buffer.from(body), "five-signs"))).toEqual([true]);
    expect(referrers).toEqual([undefined]);
    await page.goBack();
    expect(page.url()).toBe("about:blank");
  });

  it("keeps the place in the content that its address names", async () => {
    const { address, url } = await openLanding({ fragment: "#third" });
    const page = await pageIn(person);
    await page.goto(address);
    await arrives(page, `${url}&sm=1.abc-_.def`);
  });

  it("does not keep a person waiting when the report is not answered", async () => {
    const { address, url, reports } = await openLanding({ api: "silent" });
    const page = await pageIn(person);
    await page.goto(address);
    await arrives(page, `${url}#sm=1.abc-_.def`);
    expect(reports).toHaveLength(1);
  });

  it("leads a scanner's browser on as a stranger, and reports nothing", async () => {
    const { address, url, reports } = await openLanding();
    const page = await pageIn(scanner);
    await page.goto(address);
    await arrives(page, url);
    expect(reports).toEqual([]);
  });

  it("leads on who runs no script, and reports nothing", async () => {
    const { address, url, reports } = await openLanding();
    const page = await pageIn(person);
    await page.setJavaScriptEnabled(false);
    await page.goto(address);
    await arrives(page, url);
    expect(reports).toEqual([]);
  });

  it("reports nothing while no one sees it, and does when someone does", async () => {
    const { address, url, reports } = await openLanding();
    const page = await pageIn(person);
    await page.evaluateOnNewDocument(
      "Object.defineProperty(document, 'visibilityState', { get: () => window.seen ? 'visible' : 'hidden' })",
    );
    await page.goto(address, { waitUntil: "networkidle0" });
    expect([page.url(), reports]).toEqual([address, []]);
    await page.evaluate("window.seen = true, document.dispatchEvent(new Event('visibilitychange')), undefined");
    await arrives(page, `${url}#sm=1.abc-_.def`);
    expect(reports).toHaveLength(1);
  });
});
