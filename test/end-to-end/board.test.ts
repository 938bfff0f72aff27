import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { openBrowser } from "../browser/open-browser.ts";
import { goTo, overflowOf, saysSoon, seriousFindings, signedInAt, userOf, wordsOf } from "./board-page.ts";
import { eventually, fitting, leadIdOf, leadIn, leadNow, outputs, post, someone } from "./pipeline.ts";

const SessionSchema = z.object({ accessToken: z.string() });
const FiguresSchema = z.object({ weeks: z.array(z.object({ accepted: z.number(), leads: z.number() })) });

const tokenOf = async (role: string): Promise<string> => {
  const answered = await post("/board/session", { user: userOf(role), password: outputs.demo.password });
  return SessionSchema.parse(await answered.json()).accessToken;
};

const ask = async (role: string, path: string, body?: object): Promise<Response> =>
  fetch(`${outputs.api}/board/api/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${await tokenOf(role)}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

const acceptedThisWeek = async (): Promise<number> =>
  FiguresSchema.parse(await (await ask("marketing", "figures?weeks=1")).json()).weeks[0]?.accepted ?? 0;

const press = (page: Page, name: string): Promise<void> =>
  page.locator(`::-p-aria([name="${name}"][role="button"])`).click();

/** A lead that asks for a demo and fits: with a rep within a second or two. */
const sent = async (facts: Record<string, string | number> = {}) => {
  const { mark, body } = someone({ ...fitting, ...facts });
  expect((await post("/leads", body)).status).toBe(202);
  return { mark, body, leadId: await leadIdOf(body.email) };
};

describe("the board in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser({ person: true });
  });
  afterAll(() => browser.close());

  it("shows a lead within five seconds of its coming, its story, and what an answer changes", async () => {
    const { page, context, complaints } = await signedInAt(browser, "manager");
    const before = await acceptedThisWeek();
    const { mark, leadId } = await sent();
    await saysSoon(page, `Marín ${mark}`, 5);

    await leadIn(leadId, "handed-off");
    await goTo(page, `/leads/${leadId}`);
    await saysSoon(page, "Por qué está aquí");
    await saysSoon(page, "Requisito cumplido, Cargo con capacidad de decisión");
    await press(page, "Responder");
    await page.locator("[role=dialog] input[type=radio][value=accept]").click();
    // A reminder, a breach or another owner may come in between: whoever looked before is asked to send it again.
    await eventually("the answer is taken", async () => {
      await page.$eval("[role=dialog] button[type=submit]", (button) => button.click()).catch(() => {});
      return (await leadNow(leadId)).stage === "accepted" ? true : undefined;
    });
    await saysSoon(page, "Aceptado (SAL)");

    expect(
      await eventually("one more accepted", async () => ((await acceptedThisWeek()) > before ? true : undefined)),
    ).toBe(true);
    await goTo(page, "/figures");
    await saysSoon(page, "Esta semana");
    await saysSoon(page, "Por qué ventas rechaza");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("finds a lead by its company, with the keyboard alone", async () => {
    const { mark, leadId } = await sent();
    const { page, context } = await signedInAt(browser, "marketing");
    await page.keyboard.press("/");
    await page.keyboard.type(`almacenes ${mark}`);
    await page.waitForSelector("[role=option]");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction((id) => location.pathname.endsWith(id), {}, leadId);
    await saysSoon(page, "Por qué está aquí");
    await context.close();
  });

  it("speaks the reader's language, and goes on speaking it", async () => {
    const { page, context } = await signedInAt(browser, "marketing");
    await page.locator(".user-menu-button").click();
    await page.locator("::-p-aria(English)").click();
    await saysSoon(page, "open leads");
    expect(await page.$eval("html", (html) => html.lang)).toBe("en");
    await page.reload();
    await saysSoon(page, "open leads");
    await context.close();
  });

  it.each(["marketing", "rep", "manager", "operations"])(
    "has no serious finding and fits a phone, for %s",
    async (role) => {
      const { page, context } = await signedInAt(browser, role);
      await page.setViewport({ width: 390, height: 844 });
      const found: string[] = [];
      for (const path of ["", "/my-leads", "/figures", "/agreement", "/celebrate", "/meeting"]) {
        await goTo(page, path);
        await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
        if ((await overflowOf(page)) > 0) found.push(`${path}: wider than a phone`);
        found.push(...(await seriousFindings(page)).map((finding) => `${path}: ${finding}`));
      }
      expect(found).toEqual([]);
      await context.close();
    },
  );

  it("signs out for good", async () => {
    const { page, context } = await signedInAt(browser, "rep");
    await page.locator(".user-menu-button").click();
    await page.locator("::-p-aria(Cerrar sesión)").click();
    await page.waitForSelector("input[autocomplete=username]");
    await page.goto(`${outputs.board}/figures`);
    await page.waitForSelector("input[autocomplete=username]");
    expect(await wordsOf(page)).not.toContain("Esta semana");
    await context.close();
  });
});

describe("what a role may not", () => {
  it("is refused by the API itself", async () => {
    const { leadId } = await sent();
    await leadIn(leadId, "handed-off");
    const lead = await leadNow(leadId);
    const owner = "followUp" in lead ? lead.followUp.ownerId : "";
    const seen = await ask("rep", `leads/${leadId}`);
    expect(seen.status).toBe(owner === userOf("rep") ? 200 : 404);
    expect((await ask("rep", "attention")).status).toBe(403);
    expect((await ask("marketing", `leads/${leadId}/reassign`, { version: 1, to: "chloe", reason: "x" })).status).toBe(
      403,
    );
    expect((await ask("operations", `leads/${leadId}/answer`, { version: 1, answer: "accept" })).status).toBe(403);
    expect((await fetch(`${outputs.api}/board/api/leads/${leadId}`)).status).toBe(401);
  });

  it("shows a rep own leads only, whoever is asked for", async () => {
    await Promise.all(Array.from({ length: 6 }, () => sent()));
    const CardsSchema = z.object({ cards: z.array(z.object({ ownerId: z.optional(z.string()) })) });
    for (const stage of ["handed-off", "accepted"]) {
      const read = await (await ask("rep", `columns/${stage}?owner=chloe`)).json();
      const owners = new Set(CardsSchema.parse(read).cards.map(({ ownerId }) => ownerId));
      expect([...owners].filter((each) => each !== userOf("rep"))).toEqual([]);
    }
  });
});

describe("a person who wants to be forgotten", () => {
  it("is, by somebody of operations, and the figures stay", async () => {
    const { body, leadId } = await sent();
    await leadIn(leadId, "handed-off");
    const lead = await leadNow(leadId);
    const erase = (confirm: string) =>
      ask("operations", `leads/${leadId}/erase`, { version: lead.version, reason: "asked for it by letter", confirm });
    expect((await erase("somebody@else.example")).status).toBe(422);
    const current = await leadNow(leadId);
    const done = await ask("operations", `leads/${leadId}/erase`, {
      version: current.version,
      reason: "asked for it",
      confirm: body.email,
    });
    expect(done.status).toBe(200);
    expect((await ask("marketing", `leads/${leadId}`)).status).toBe(404);
    const again = await (await ask("marketing", `search?q=${encodeURIComponent(body.email)}`)).json();
    expect(again).toMatchObject({ cards: [] });
  });
});
