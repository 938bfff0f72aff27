import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { leadOfAddress } from "../../lambdas/adapters/dynamo-search.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { Role } from "../../lambdas/contract/board.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { type BoardHere, openBoard } from "./board-here.ts";
import { openPage, press, says, saysNoMore } from "./board-reader.ts";
import { openBrowser } from "./open-browser.ts";

const agreement = anAgreement({
  fields: [{ id: "warehouses", label: { es: "Almacenes", en: "Warehouses" }, type: "number", shown: ["lead"] }],
});
const numbers = [{ as: "600 111 222", dial: "+34600111222" }];
const marta = aLead("accepted", {
  leadId: "marta",
  email: "marta@nave.example",
  contact: {
    name: "Marta Ríos",
    company: "Nave Azul",
    phone: "600 111 222",
    readAs: [{ field: "phone", value: "600 111 222", numbers }],
  },
  followUp: { ownerId: "luis" },
});
const twin = aLead("accepted", {
  ...marta,
  leadId: "marta-2",
  email: "m.rios@nave.example",
  followUp: { ownerId: "ana" },
});

const table = dynamoTwin();
const pages: Page[] = [];
let user: { readonly role: Role; readonly username: string } | undefined;
let browser: Browser;
let board: BoardHere;

beforeAll(async () => {
  [browser, board] = await Promise.all([
    openBrowser({ person: true }),
    openBoard({
      table,
      agreement: () => agreement,
      now: () => now,
      role: "marketing",
      user: () => user,
    }),
  ]);
});
beforeEach(async () => {
  for (const lead of [marta, twin])
    await transact(table, [
      put(table, "lead", leadItem(lead)),
      put(table, "claim", { ...keys.emailClaim(lead.email), leadId: lead.leadId }),
    ]);
});
afterAll(() => Promise.all([browser.close(), board.close()]));
afterEach(() => Promise.all(pages.splice(0).map((page) => page.close())));

type Language = "es" | "en";

const open = async (path: string, language: Language, width: number, who: Role, username = "olga"): Promise<Page> => {
  user = { role: who, username };
  const page = await openPage(browser, `${board.url}${path}`, { width, language });
  pages.push(page);
  return page;
};

const fill = (page: Page, label: string, value: string) => page.locator(`::-p-aria([name="${label}"])`).fill(value);
const isOpen = (page: Page) => page.waitForSelector("[role=dialog]", { timeout: 20_000 });
/** By how many pixels something is wider than its window. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      document.documentElement.scrollWidth - window.innerWidth,
      ...[...document.querySelectorAll(".dialog-body")].map((body) => body.scrollWidth - body.clientWidth),
    ),
  );

const words = {
  es: {
    add: "Añadir lead (tecla N)",
    email: "Correo (obligatorio)",
    phone: "Teléfono",
    name: "Nombre",
    company: "Empresa",
    way: "Cómo nos llegó (obligatorio)",
    send: "Añadir",
    missing: "Falta por rellenar",
    known: "Puede que ya lo conozcamos",
    undialled: "no se puede marcar",
    added: "Añadido.",
    open: "Abrir el lead",
    edit: "Corregir datos",
    save: "Guardar",
    before: "1 valor anterior",
    hidden: "Un lead que no llevas tú: el mismo correo. Lo lleva Luis",
    same: "¿La misma persona?",
    notSame: "No es la misma persona",
  },
  en: {
    add: "Add lead (key N)",
    email: "E-mail (required)",
    phone: "Phone",
    name: "Name",
    company: "Company",
    way: "How they reached us (required)",
    send: "Add",
    missing: "Please fill this in",
    known: "We may know them already",
    undialled: "cannot be dialled",
    added: "Added.",
    open: "Open the lead",
    edit: "Correct details",
    save: "Save",
    before: "1 earlier value",
    hidden: "A lead who is not yours: the same e-mail. Luis",
    same: "The same person?",
    notSame: "Not the same person",
  },
} as const;

describe.each([
  ["es", 390],
  ["en", 1440],
] as const)("by hand, in %s at %i pixels", (language, width) => {
  const say = words[language];
  const newcomer = `jon.${language}@nuevo.example`;

  it("adds somebody who called: known people are shown while typing, and what cannot be used is asked again", async () => {
    const page = await open("/figures", language, width, "marketing");
    await page.waitForSelector("main h1");
    await page.keyboard.press("n");
    await isOpen(page);
    expect(new URL(page.url()).search).toBe("?add=1");
    await press(page, say.send);
    await says(page, say.missing);
    await fill(page, say.email, marta.email);
    await says(page, say.known);
    await says(page, "Marta Ríos");
    await fill(page, say.email, newcomer);
    await saysNoMore(page, say.known);
    await fill(page, say.name, "marta rios");
    await fill(page, say.company, "Nave Azul");
    await says(page, say.known);
    await fill(page, say.company, `Otra Nave ${language}`);
    await saysNoMore(page, say.known);
    await fill(page, say.phone, "no tiene");
    await fill(page, say.way, "fair");
    await press(page, say.send);
    await says(page, say.undialled);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await fill(page, say.phone, "+34 600 999 888");
    await press(page, say.send);
    await says(page, say.added);
    const lead = await leadOfAddress(table, newcomer);
    expect(lead).toMatchObject({ source: "fair", contact: { phone: "+34 600 999 888" } });
    await page.locator(`::-p-text(${say.open})`).click();
    await says(page, "+34 600 999 888");
    expect(page.url()).toBe(`${board.url}/leads/${lead?.leadId}`);
  });

  it("corrects a telephone, with its history", async () => {
    const page = await open("/leads/marta-2", language, width, "rep", "ana");
    await press(page, say.edit);
    await isOpen(page);
    await fill(page, say.phone, "600 777 666");
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await press(page, say.save);
    await says(page, say.before);
    await says(page, "Ana Gil");
    expect((await leadOfAddress(table, twin.email))?.contact.phone).toBe("600 777 666");
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });

  it("shows possible duplicates until somebody says that they are none", async () => {
    const page = await open("/leads/marta", language, width, "manager", "pablo");
    await says(page, say.same);
    await press(page, say.notSame);
    await saysNoMore(page, say.same);
    expect((await leadOfAddress(table, twin.email))?.notSame).toHaveLength(1);
  });

  it("tells a rep no more of somebody else's lead than who to ask", async () => {
    const page = await open("/?add=1", language, width, "rep", "ana");
    await isOpen(page);
    await fill(page, say.email, marta.email);
    await says(page, say.hidden);
    expect(await page.$eval(".by-hand-found", ({ textContent }) => textContent)).not.toContain("Marta");
  });
});

describe("a session that ends while somebody types", () => {
  const signIn = async (page: Page, username: string) => {
    user = { role: "rep", username };
    await page.type("input[autocomplete=username]", username);
    await page.type("input[autocomplete=current-password]", "a long password");
    await page.keyboard.press("Enter");
    await isOpen(page);
  };
  const typedIn = (page: Page, label: string) =>
    page.$eval(`::-p-aria([name="${label}"])`, (input) => Object(input).value);

  it.each([
    ["on the pipeline", "/?add=1", words.en.email, "somebody@fair.example"],
    ["on a lead's page", "/leads/marta-2?do=edit", words.en.company, "Nave Roja"],
  ])("gives back what was typed %s, to the one who typed it", async (_, address, label, text) => {
    const page = await open(address, "en", 1440, "rep", "ana");
    await isOpen(page);
    await fill(page, label, text);
    user = undefined;
    await page.waitForSelector("input[autocomplete=username]");
    await signIn(page, "ana");
    expect(await typedIn(page, label)).toBe(text);
    // Closed, it is gone.
    await page.keyboard.press("Escape");
    await page.waitForSelector("[role=dialog]", { hidden: true });
    await page.evaluate((where) => history.pushState(null, "", where), `${board.url}${address}`);
    await isOpen(page);
    expect(await typedIn(page, label)).not.toBe(text);
  });

  it("gives nobody what a colleague typed", async () => {
    const page = await open("/?add=1", "en", 1440, "rep", "ana");
    await isOpen(page);
    await fill(page, words.en.email, "somebody@fair.example");
    user = undefined;
    await page.waitForSelector("input[autocomplete=username]");
    await signIn(page, "luis");
    expect(await typedIn(page, words.en.email)).toBe("");
  });
});

it("is nothing for operations", async () => {
  const page = await open("/?add=1", "en", 1440, "operations");
  await page.waitForSelector(".pipeline-columns");
  await page.keyboard.press("n");
  expect(await page.$("[role=dialog]")).toBeNull();
  expect(await page.$(`[aria-label="${words.en.add}"]`)).toBeNull();
});
