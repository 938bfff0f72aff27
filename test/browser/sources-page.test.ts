import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { now } from "../builders/now.ts";
import { aSource, sourcesOn } from "../source/pipeline.ts";
import { type BoardHere, openBoard } from "./board-here.ts";
import { findings, openPage, overflow, press, shows } from "./board-reader.ts";
import { openBrowser } from "./open-browser.ts";

const secret = "made-up-secret-of-this-source";
const crm = aSource({ id: "crm", kind: "flat", label: { es: "Formulario de demo", en: "Demo form" } });
const mended = { ...crm, mapping: [{ id: "contacto_web", to: "email" }] };
const web = sourcesOn([crm, aSource({ id: "meta", kind: "meta-lead-ads" })]);
const pages: Page[] = [];
let browser: Browser;
let board: BoardHere;

const arrives = async (body: object) => {
  const headers = { "content-type": "application/json", authorization: `Bearer ${secret}` };
  await web.post("/sources/crm", headers, JSON.stringify(body));
  await web.readAll();
};

beforeAll(async () => {
  await web.addHashedSecret("crm", secret);
  // Of two addresses nobody can tell whose it is.
  await arrives({ contacto_web: "laura.gil@almacenes-gil.example", jefe: "jefe@almacenes-gil.example" });
  await arrives({ contacto_web: "ivan.rey@talleres-rey.example", jefe: "jefe@talleres-rey.example" });
  [browser, board] = await Promise.all([
    openBrowser({ person: true }),
    openBoard({ table: web.table, agreement: () => web.world.agreement, now: () => now, role: "marketing" }),
  ]);
});
afterAll(() => Promise.all([browser.close(), board.close()]));
afterEach(() => Promise.all(pages.splice(0).map((page) => page.close())));

const open = async (path: string, width: number) => {
  const page = await openPage(browser, `${board.url}/${path}`, { width });
  pages.push(page);
  return page;
};

describe("the page of sources", () => {
  it.each([390, 1280])("shows how each is connected, what came and what is missing, %i pixels wide", async (width) => {
    const page = await open("sources", width);
    await shows(page, "https://leads.example.com/sources/crm");
    await shows(page, "npm run keys -- source add meta --use challenge");
    await shows(page, "2 envíos sin leer");
    expect(await overflow(page)).toBe(0);
    for (const theme of ["light", "dark"] as const) expect(await findings(page, theme)).toEqual([]);
  });

  it.each([390, 1280])("walks a request through a dry run, %i pixels wide", async (width) => {
    const page = await open("sources", width);
    await press(page, "Probar un envío");
    await page.locator("textarea").fill('{"email":"laura.gil@almacenes-gil.example","firma":"Almacenes Gil"}');
    await press(page, "Recorrer");
    await shows(page, "Sería un lead: laura.gil@almacenes-gil.example.");
    await shows(page, "También dijo");
    await shows(page, "Criterios que no se cumplirán nunca");
    expect(await page.evaluate("document.querySelector('.dialog-body').scrollWidth <= innerWidth")).toBe(true);
    for (const theme of ["light", "dark"] as const) expect(await findings(page, theme)).toEqual([]);
  });
});

describe("what could not be read, under Attention", () => {
  it("is walked through, and read again as a whole once the mapping is mended", async () => {
    const page = await open("attention", 390);
    await shows(page, "Fuentes: envíos sin leer");
    for (const theme of ["light", "dark"] as const) expect(await findings(page, theme)).toEqual([]);
    await page.locator("button[aria-label^='Ver recorrido']").click();
    await shows(page, '- { id: "contacto_web", to: email }');
    await press(page, "Cerrar");
    web.world.agreement = sourcesOn([mended]).world.agreement;
    await press(page, "Leer los 2 de nuevo");
    await shows(page, "2 se vuelven a leer");
    await web.readAll();
    expect(web.leads()).toHaveLength(2);
    expect(await overflow(page)).toBe(0);
  });
});
