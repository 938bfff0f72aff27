import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { MeSchema, RoleSchema } from "../../lambdas/contract/board.ts";
import { openBrowser } from "../browser/open-browser.ts";
import { asking, userOf } from "./board-api.ts";
import { goTo, overflowOf, press, saysSoon, seriousFindings, signedInAt, signIn, wordsOf } from "./board-page.ts";
import { eventually, fitting, leadIdOf, leadIn, leadNow, outputs, someone, submit } from "./pipeline.ts";

const FiguresSchema = z.object({ weeks: z.array(z.object({ accepted: z.number() })) });
const CardsSchema = z.object({ cards: z.array(z.object({ leadId: z.string(), ownerId: z.optional(z.string()) })) });

/** A lead that asks for a demo and fits: with a rep within a second or two. */
const sent = async (facts: Record<string, string | number> = {}) => {
  const { mark, body } = someone({ ...fitting, ...facts });
  await submit(body);
  return { mark, body, leadId: await leadIdOf(body.email) };
};

describe("the board in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser({ person: true });
  });
  afterAll(() => browser.close());

  it("shows a lead that comes while it is open, its story, and what an answer changes", async () => {
    const { page, close, complaints } = await signedInAt(browser, "manager");
    const ask = await asking("marketing");
    const acceptedThisWeek = async () =>
      FiguresSchema.parse((await ask("figures?weeks=1")).body).weeks[0]?.accepted ?? 0;
    const before = await acceptedThisWeek();
    const { mark, leadId } = await sent();
    await saysSoon(page, `Marín ${mark}`);

    await leadIn(leadId, "handed-off");
    await goTo(page, `/leads/${leadId}`);
    await saysSoon(page, "Por qué está aquí");
    await saysSoon(page, "Imprescindible cumplido, Cargo con capacidad de decisión");
    await press(page, "Responder");
    await page.locator("[role=dialog] input[type=radio][value=accept]").click();
    // A reminder, a breach or another owner may come in between: a user who saw the older state is asked to send it
    // again.
    await eventually(
      "the answer is taken",
      async () => {
        const buttons = "[role=dialog] button[type=submit]:not([disabled])";
        await page.$$eval(buttons, (found) => {
          for (const button of found) button.click();
        });
        return (await leadNow(leadId)).stage === "accepted" ? true : undefined;
      },
      40,
      1000,
    );
    await saysSoon(page, "Aceptado (SAL)");

    expect(
      await eventually("one more accepted", async () => ((await acceptedThisWeek()) > before ? true : undefined)),
    ).toBe(true);
    await goTo(page, "/figures");
    await saysSoon(page, "Esta semana");
    await saysSoon(page, "Por qué ventas rechaza");
    expect(complaints).toEqual([]);
    await close();
  });

  it("opens a filtered view again, on a reload, shared with a slash, and after signing in", async () => {
    const { people } = MeSchema.parse((await (await asking("manager"))("me")).body);
    const owner = people.find(({ post }) => post === "rep")?.id ?? "";
    const { page, close, complaints } = await signedInAt(browser, "manager");
    const isFiltered = async () => {
      await page.waitForSelector(".pipeline-column");
      expect(await page.$eval(".pipeline-filters select", (select) => select.value)).toBe(owner);
      expect(page.url()).toBe(`${outputs.board}?owner=${owner}`);
    };
    for (const path of [`?owner=${owner}`, `/?owner=${owner}`]) {
      await page.goto(`${outputs.board}${path}`);
      await isFiltered();
      await page.reload();
      await isFiltered();
    }
    expect(complaints).toEqual([]);
    await close();

    const fresh = await browser.createBrowserContext();
    const other = await fresh.newPage();
    await other.goto(`${outputs.board}/my-leads/?owner=${owner}`);
    await signIn(other, "manager");
    await other.waitForSelector(".my-leads-owner");
    expect(await other.$eval(".my-leads-owner select", (select) => select.value)).toBe(owner);
    await fresh.close();

    const unknown = await fetch(`${outputs.api}/nothing-here`);
    expect([unknown.status, unknown.headers.get("content-type")]).toEqual([
      404,
      "application/problem+json; charset=utf-8",
    ]);
  });

  it("finds a lead by its company, with the keyboard alone", async () => {
    const { mark, leadId } = await sent();
    const { page, close } = await signedInAt(browser, "marketing");
    await page.keyboard.press("/");
    await page.keyboard.type(`almacenes ${mark}`);
    await page.waitForSelector("[role=option]");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction((id) => location.pathname.endsWith(id), {}, leadId);
    await saysSoon(page, "Por qué está aquí");
    await close();
  });

  it("speaks the reader's language, and goes on speaking it", async () => {
    const { page, close } = await signedInAt(browser, "marketing");
    await page.locator(".user-menu-button").click();
    await page.locator("::-p-aria(English)").click();
    await saysSoon(page, "open leads");
    expect(await page.$eval("html", (html) => html.lang)).toBe("en");
    await page.reload();
    await saysSoon(page, "open leads");
    await close();
  });

  it.each(RoleSchema.options)("has no serious finding and fits a phone, for %s", async (role) => {
    const { page, close } = await signedInAt(browser, role);
    await page.setViewport({ width: 390, height: 844 });
    const found: string[] = [];
    const own = role === "operations" ? ["/trail"] : [];
    for (const path of [
      "",
      "/my-leads",
      "/figures",
      "/agreement",
      "/celebrate",
      "/meeting",
      "/second-factor",
      ...own,
    ]) {
      await goTo(page, path);
      await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
      if ((await overflowOf(page)) > 0) found.push(`${path}: wider than a phone`);
      found.push(...(await seriousFindings(page)).map((finding) => `${path}: ${finding}`));
    }
    expect(found).toEqual([]);
    await close();
  });

  it.each(["here", "everywhere"])("signs out for good, %s", async (where) => {
    const { page, close } = await signedInAt(browser, "rep");
    await page.locator(".user-menu-button").click();
    if (where === "here") await page.locator("::-p-aria(Cerrar sesión)").click();
    else {
      await page.locator("::-p-aria(Cerrar sesión en todas partes)").click();
      await press(page, "Cerrar todas");
    }
    await page.waitForSelector("input[autocomplete=username]");
    await page.goto(`${outputs.board}/figures`);
    await page.waitForSelector("input[autocomplete=username]");
    expect(await wordsOf(page)).not.toContain("Esta semana");
    await close();
  });
});

describe("what a role may not", () => {
  it("is refused by the API itself", async () => {
    const { leadId } = await sent();
    await leadIn(leadId, "handed-off");
    const lead = await leadNow(leadId);
    const owner = "followUp" in lead ? lead.followUp.ownerId : "";
    const [rep, marketing, operations] = [await asking("rep"), await asking("marketing"), await asking("operations")];
    expect((await rep(`leads/${leadId}`)).status).toBe(owner === userOf("rep") ? 200 : 404);
    expect((await rep("attention")).status).toBe(403);
    expect((await marketing(`leads/${leadId}/reassign`, { version: 1, to: "chloe", reason: "x" })).status).toBe(403);
    expect((await operations(`leads/${leadId}/answer`, { version: 1, answer: "accept" })).status).toBe(403);
    expect((await fetch(`${outputs.api}/board/api/leads/${leadId}`)).status).toBe(401);
  });

  it("shows a rep own leads only, whichever owner is asked for", async () => {
    const [rep, manager] = [await asking("rep"), await asking("manager")];
    const ownersIn = async (ask: typeof rep, way: string) =>
      CardsSchema.parse((await ask(way)).body).cards.map(({ ownerId }) => ownerId);
    await Promise.all(Array.from({ length: 6 }, () => sent()));
    // Some are with others: a column that shows no one's leads would pass, too.
    await eventually("others have leads in hand", async () => {
      const owners = await ownersIn(manager, "columns/handed-off");
      return owners.some((owner) => owner !== userOf("rep")) ? true : undefined;
    });
    for (const way of ["columns/handed-off", "columns/handed-off?owner=chloe", "columns/accepted?owner=chloe"])
      expect((await ownersIn(rep, way)).filter((owner) => owner !== userOf("rep"))).toEqual([]);
  });
});

describe("a person who wants to be forgotten", () => {
  it("is, by someone of operations, and no one finds them any more", async () => {
    const { body, leadId } = await sent();
    await leadIn(leadId, "handed-off");
    const [operations, marketing] = [await asking("operations"), await asking("marketing")];
    // The lead's clock goes on: who opened it before a reminder went is asked to look again.
    const erase = (confirm: string) =>
      eventually("an answer to the lead as it is", async () => {
        const { version } = await leadNow(leadId);
        const answer = await operations(`leads/${leadId}/erase`, {
          version,
          reason: "asked for it by letter",
          confirm,
        });
        return answer.status === 409 ? undefined : answer;
      });
    expect((await marketing("search", { q: body.email })).body.cards).toHaveLength(1);
    expect((await erase("somebody@else.example")).status).toBe(422);
    expect((await erase(body.email)).status).toBe(200);
    expect((await marketing(`leads/${leadId}`)).status).toBe(404);
    expect((await marketing("search", { q: body.email })).body).toMatchObject({ cards: [] });
  });
});
