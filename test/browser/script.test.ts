import type { Browser, BrowserContext, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openBrowser } from "./open-browser.ts";
import { openSite, type Site } from "./site.ts";

const form = `<form method="post" action="API/leads"><input name="email" value="lucia@empresa.example">
  <button>Send</button></form>`;
const article = `<article data-smarketing-content="cost-of-errors"><div style="height: 300vh">Text</div>
  <a id="file" download href="/guide.txt">Guide</a></article>`;
const pages = {
  "/": "Home",
  "/pricing": `<meta name="smarketing:page" content="pricing-viewed">Pricing`,
  "/article": article,
  "/contact": form,
};

let person: Browser;
let scanner: Browser;
const toClose: (() => Promise<void>)[] = [];

beforeAll(async () => {
  [person, scanner] = await Promise.all([openBrowser({ person: true }), openBrowser({ person: false })]);
});
afterAll(() => Promise.all([person.close(), scanner.close()]));
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

/** Someone new at a new site. */
const visit = async ({ consent, browser = person }: { consent?: string; browser?: Browser } = {}) => {
  const site = await openSite(pages, consent);
  const context = await browser.createBrowserContext();
  toClose.push(
    () => context.close(),
    () => site.close(),
  );
  const page = await context.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  return { site, context, page, open: openIn(site, page), sent: () => requests.filter(isVisit) };
};

const isVisit = (url: string): boolean => url.endsWith("/engagements");

/** Opens a page, and waits until the script has started there. */
const openIn = (site: Site, page: Page) => async (path: string) => {
  await page.goto(site.origin + path, { waitUntil: "load" });
  await page.waitForFunction("typeof smarketing === 'object' && !Array.isArray(smarketing)");
};

const agree = (page: Page) => page.evaluate("smarketing.consent('given')");
const stored = (page: Page) => page.evaluate("JSON.stringify([Object.entries(localStorage), document.cookie])");
const nothingStored = JSON.stringify([[], ""]);

const events = (site: Site) => site.told.flatMap((told) => told.events);
const kinds = (site: Site) => events(site).map(({ kind }) => kind);
const ids = (site: Site) => events(site).map(({ id }) => id);
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

const asIfHidden = (page: Page) =>
  page.evaluateOnNewDocument(
    `Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true })`,
  );
const show = (page: Page) =>
  page.evaluate(`Object.defineProperty(document, "visibilityState", { value: "visible" });
    document.dispatchEvent(new Event("visibilitychange"))`);

describe("before a person agrees", () => {
  it("nothing is stored and nothing is sent, and afterwards what happened on this page is", async () => {
    const { site, page, open, sent } = await visit();
    await open("/");
    await open("/pricing");
    await page.evaluate("smarketing.track('webinar-attended', 'Inventory')");
    expect([await stored(page), sent(), await page.evaluate("smarketing.choice()")]).toEqual([
      nothingStored,
      [],
      "pending",
    ]);
    await agree(page);
    await eventually(() => expect(kinds(site)).toEqual(["pricing-viewed", "webinar-attended"]));
    expect(site.told[0]?.visitorId).toMatch(/^[\w-]{22}$/);
  });

  it("who refuses is not known on the next page either, and is not asked again", async () => {
    const { page, open, sent } = await visit();
    await open("/");
    await page.evaluate("smarketing.consent('refused')");
    await open("/pricing");
    expect(await page.evaluate("[smarketing.choice(), typeof smarketing.visitorId()]")).toEqual([
      "refused",
      "undefined",
    ]);
    expect([await stored(page), sent()]).toEqual([
      JSON.stringify([[["smarketing", JSON.stringify({ choice: "refused" })]], ""]),
      [],
    ]);
  });

  it("a browser that asks for privacy has refused, whatever the site says, until the person agrees", async () => {
    const { site, page, open, sent } = await visit({ consent: "given" });
    await page.evaluateOnNewDocument("Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })");
    await open("/");
    await open("/pricing");
    expect([await stored(page), sent()]).toEqual([nothingStored, []]);
    await agree(page);
    await eventually(() => expect(kinds(site)).toEqual(["pricing-viewed"]));
  });
});

describe("with consent", () => {
  it("three pages and the form carry the same visitor, and the form where and when it was sent", async () => {
    const { site, page, open } = await visit({ consent: "given" });
    for (const path of ["/", "/pricing", "/article"]) await open(path);
    await eventually(() => expect(new Set(kinds(site))).toEqual(new Set(["page-viewed", "pricing-viewed"])));
    await eventually(() => expect(new Set(ids(site)).size).toBe(3));
    await open("/contact?email=x#top");
    await Promise.all([page.waitForNavigation(), page.click("button")]);
    const [lead] = site.leads;
    expect([...new Set(site.told.map(({ visitorId }) => visitorId))]).toEqual([lead?.get("visitorId")]);
    expect(lead?.get("pageUrl")).toBe(`${site.origin}/contact?email=x`);
    expect(lead?.get("timeZone")).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(events(site).every(({ subject }) => !subject.includes("?"))).toBe(true);
  });

  it("a piece counts as read when its first half was on the screen for a while, once", async () => {
    const { site, page, open } = await visit({ consent: "given" });
    await open("/article");
    await eventually(() => expect(kinds(site)).toEqual(["page-viewed"]));
    await page.evaluate("scrollTo(0, document.body.scrollHeight)");
    await page.evaluate("document.getElementById('file').click()");
    await eventually(() => expect(kinds(site)).toContain("content-read"));
    expect(events(site).map(({ kind, subject }) => [kind, subject])).toEqual([
      ["page-viewed", `${site.origin}/article`],
      ["content-downloaded", "cost-of-errors"],
      ["content-read", "cost-of-errors"],
    ]);
  });

  it("pages that the site shows without loading them are views, and fragments are not", async () => {
    const { site, page, open } = await visit({ consent: "given" });
    await open("/");
    await page.evaluate("history.pushState({}, '', '/one'); history.replaceState({}, '', '/one?x=1')");
    await page.waitForFunction("location.pathname === '/one'");
    await page.evaluate("location.hash = 'part'");
    await page.evaluate(
      "new Promise((done) => { addEventListener('popstate', done, { once: true }); history.go(-2) })",
    );
    const views = ["/", "/one", "/"].map((path) => site.origin + path);
    await eventually(() => expect(events(site).map(({ subject }) => subject)).toEqual(views));
  });

  it("calls from before the script had loaded count", async () => {
    const { site, page, open } = await visit();
    await page.evaluateOnNewDocument(`window.smarketing = [["consent", "given"], ["track", "demo-requested", "Demo"],
      ["nonsense"], (api) => { window.known = api.choice() }]`);
    await open("/");
    await eventually(() => expect(kinds(site).sort()).toEqual(["demo-requested", "page-viewed"]));
    expect(await page.evaluate("known")).toBe("given");
  });

  it("a mail's reference goes with what follows and disappears from the address", async () => {
    const { site, page, open } = await visit({ consent: "given" });
    await open("/article#sm=abc.DEF-1_2");
    expect(page.url()).toBe(`${site.origin}/article`);
    await open("/pricing");
    await eventually(() => expect(kinds(site).sort()).toEqual(["page-viewed", "pricing-viewed"]));
    expect(new Set(site.told.map(({ reference }) => reference))).toEqual(new Set(["abc.DEF-1_2"]));
  });

  it("is taken back at any time: then nothing is left of it", async () => {
    const { page, open } = await visit({ consent: "given" });
    await open("/#sm=abc");
    await page.evaluate("smarketing.forget()");
    expect([await stored(page), await page.evaluate("smarketing.visitorId()")]).toEqual([nothingStored, undefined]);
  });
});

describe("on the way to the API", () => {
  it("what happens offline arrives later, with the same ids", async () => {
    const { site, page, open } = await visit({ consent: "given" });
    await open("/");
    await eventually(() => expect(kinds(site)).toEqual(["page-viewed"]));
    await page.setOfflineMode(true);
    const failed = new Promise((resolve) => page.once("requestfailed", resolve));
    await page.evaluate("smarketing.track('demo-requested')");
    await failed;
    const waiting = String(await stored(page));
    await page.setOfflineMode(false);
    await eventually(() => expect(kinds(site)).toEqual(["page-viewed", "demo-requested"]));
    expect(waiting).toContain(ids(site)[1]);
  });

  it("what the API could not take in comes again from the next page, with the same ids", async () => {
    const { site, open } = await visit({ consent: "given" });
    site.answerWith(503);
    await open("/");
    await eventually(() => expect(site.told.length).toBeGreaterThanOrEqual(1));
    const [first] = ids(site);
    site.answerWith(202);
    await open("/pricing");
    await eventually(() => expect(kinds(site)).toContain("pricing-viewed"));
    expect(ids(site).filter((id) => id === first).length).toBeGreaterThanOrEqual(2);
    expect(new Set(ids(site)).size).toBe(2);
  });

  it("a visitor whose clock is wrong counts all the same, at the time of arrival", async () => {
    const { site, open } = await visit({ consent: "given" });
    site.answerWith(422);
    await open("/");
    await eventually(() => expect(events(site).map(({ at }) => at)).toEqual([expect.any(String), undefined]));
    expect(new Set(ids(site)).size).toBe(1);
  });

  it("takes twenty at most in one request, and what no API would take in not at all", async () => {
    const { site, page, open } = await visit({ consent: "given" });
    await open("/");
    await page.evaluate("for (let i = 0; i < 30; i++) smarketing.track('page-viewed', 'p' + i)");
    await page.evaluate("smarketing.track('No kind'); smarketing.track('x'.repeat(65))");
    await eventually(() => expect(kinds(site)).toHaveLength(31));
    expect(Math.max(...site.told.map((told) => told.events.length))).toBeLessThanOrEqual(20);
  });
});

describe("a client that is not a visitor", () => {
  it("a program that drives a browser leaves nothing, whatever it does", async () => {
    const { page, open, sent } = await visit({ consent: "given", browser: scanner });
    await open("/article#sm=abc");
    await agree(page);
    await page.evaluate("scrollTo(0, document.body.scrollHeight); smarketing.track('demo-requested')");
    await page.evaluate("document.getElementById('file').click()");
    await open("/pricing");
    await open("/contact");
    await Promise.all([page.waitForNavigation(), page.click("button")]);
    expect(sent()).toEqual([]);
  });

  it("a page that no one sees has not been visited before someone does", async () => {
    const { site, context, page, open, sent } = await visit({ consent: "given" });
    await asIfHidden(page);
    await open("/pricing");
    await page.evaluate("smarketing.track('demo-requested'); dispatchEvent(new Event('pagehide'))");
    await seenByAnother(context, site);
    expect(sent()).toEqual([]);
    await show(page);
    await eventually(() => expect(kinds(site).sort()).toEqual(["demo-requested", "page-viewed", "pricing-viewed"]));
  });
});

/** By the time when another page's view has arrived, the hidden one's would have. */
const seenByAnother = async (context: BrowserContext, site: Site): Promise<void> => {
  const page = await context.newPage();
  await openIn(site, page)("/");
  await eventually(() => expect(kinds(site)).toEqual(["page-viewed"]));
};
