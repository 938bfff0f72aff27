import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { now } from "../builders/now.ts";
import { shippedAgreement } from "../builders/shipped-agreement.ts";
import { type BoardHere, openBoard } from "./board-here.ts";
import { button, findings, openPage, overflow, press, says, shows } from "./board-reader.ts";
import { openBrowser } from "./open-browser.ts";
import { roomFixture, shippedText } from "./room-fixture.ts";
import { aTrial } from "./trial-fixture.ts";

const agreement = shippedAgreement();
const room = roomFixture(now);
const lower = shippedText.replace("leastFamiliarity: 40", "leastFamiliarity: 35");
const pages: Page[] = [];
let browser: Browser;
let board: BoardHere;
let isIn = true;

beforeAll(async () => {
  [browser, board] = await Promise.all([
    openBrowser({ person: true }),
    openBoard({
      table: dynamoTwin(),
      agreement: () => agreement,
      now: () => now,
      role: "marketing",
      user: () => (isIn ? { role: "marketing", username: "irene.salas" } : undefined),
      room: room.ask,
    }),
  ]);
});
afterAll(() => Promise.all([browser.close(), board.close()]));
afterEach(() => Promise.all(pages.splice(0).map((page) => page.close())));

const open = async (path: string, width = 1280): Promise<Page> => {
  const page = await openPage(browser, `${board.url}/${path}`, { width, language: "es" });
  pages.push(page);
  return page;
};
const proposed = (title: string): string => room.add(lower, { title, why: "Esperamos demasiado." });
const both = ["light", "dark"] as const;
const isFine = async (page: Page): Promise<void> => {
  expect(await overflow(page)).toBe(0);
  // What was announced of a button that is gone by now.
  for (const theme of both) expect(await findings(page, theme, ["[data-live-announcer]"])).toEqual([]);
};
/** A proposal whose simulation has come to its end. */
const openProposal = async (id: string, width?: number): Promise<Page> => {
  const page = await open(`room/${id}`, width);
  await page.waitForSelector(".room-fit-pace");
  return page;
};
const named = (name: string): string => `::-p-aria([name="${name}"])`;
const fill = async (page: Page, name: string, text: string): Promise<void> => page.locator(named(name)).fill(text);

/** In its shadow root, where no selector waits for it. */
const editorOf = async (page: Page) => {
  await page.waitForFunction(() => document.querySelector(".room-editor")?.shadowRoot?.querySelector(".cm-content"));
  return page.$(">>> .cm-content");
};

describe("the room", () => {
  it.each([390, 1440])("shows what is in force, who signs, and what is proposed, %i pixels wide", async (width) => {
    proposed("Familiaridad a 35");
    room.add(lower, {
      title: "Correos cada cinco días",
      why: "Para mantener el contacto.",
      state: "refused",
      ended: { by: "elena", byName: "Elena Vidal", at: now, reason: "Las bajas ya subieron en enero." },
    });
    const page = await open("room", width);
    await shows(page, "Versión 7, en vigor desde el lunes 2 mar");
    await says(page, "Las bajas ya subieron en enero.");
    await isFine(page);
    await page.locator(button("Proponer volver a la versión 6")).click();
    await shows(page, "Versión 6");
    expect(await page.$eval(named("Propuesta, en una frase (obligatorio)"), (field) => Object(field).value)).toBe(
      "Volver a la versión 6",
    );
  });
});

describe("a proposal", () => {
  it.each([390, 1440])("is made by a control, and its text by hand is the same text, %i pixels wide", async (width) => {
    const page = await open("room/propose", width);
    await fill(page, "Puntos de familiaridad necesarios para ser MQL", "33");
    await shows(page, "Puntos de familiaridad necesarios para ser MQL: antes 40, ahora 33");
    await isFine(page);
    await page.locator("::-p-aria([name='Texto completo'][role='tab'])").click();
    await editorOf(page);
    await isFine(page);
    await fill(page, "Propuesta, en una frase (obligatorio)", "Familiaridad a 33");
    await page.reload();
    await shows(page, "antes 40, ahora 33");
    await press(page, "Proponer");
    await shows(page, "Indica por qué lo propones.");
    await fill(page, "Por qué la propones (obligatorio)", "Siete pidieron una demostración.");
    await press(page, "Proponer");
    await page.waitForFunction(() => /\/room\/proposal-\d+$/.test(location.pathname));
    await shows(page, "Siete pidieron una demostración.");
  });

  it("names its mistakes at their line, completes keys, and keeps the controls off a text that cannot be read", async () => {
    const page = await open("room/propose?view=text");
    const content = await editorOf(page);
    await content?.click();
    await page.keyboard.down("Control");
    await page.keyboard.press("Home");
    await page.keyboard.up("Control");
    await page.keyboard.type("sta: [\n");
    await says(page, "en el texto");
    await shows(page, "Línea 1");
    await page.waitForSelector(">>> .cm-lint-marker-error");
    await page.locator("::-p-aria([name='Controles'][role='tab'])").click();
    await shows(page, "Corrígelo en «Texto completo».");
    await press(page, "Descartar los cambios");
    await shows(page, "Todavía no has cambiado nada.");
  });

  it("completes a key by the agreement's schema", async () => {
    const page = await open("room/propose?view=text");
    const content = await editorOf(page);
    await content?.click();
    await page.keyboard.down("Control");
    await page.keyboard.press("End");
    await page.keyboard.up("Control");
    await page.keyboard.type("\nreten");
    await page.waitForFunction(() =>
      document
        .querySelector(".room-editor")
        ?.shadowRoot?.querySelector(".cm-tooltip-autocomplete")
        ?.textContent?.includes("retention"),
    );
  });

  it("is still there in the same tab once the session has ended and somebody has signed in again", async () => {
    const page = await open("room/propose");
    await fill(page, "Por qué la propones (obligatorio)", "Lo que escribí");
    isIn = false;
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await page.reload();
    await page.waitForSelector("input[type=password]");
    isIn = true;
    await page.reload();
    await page.waitForSelector(named("Por qué la propones (obligatorio)"));
    expect(await page.$eval("textarea", ({ value }) => value)).toBe("Lo que escribí");
  });

  it.each([390, 1440])(
    "shows the contract before and after, and is refused with a reason, %i pixels wide",
    async (width) => {
      const id = proposed("Familiaridad, otra vez");
      const page = await openProposal(id, width);
      await shows(page, "Cuándo un lead es un MQL");
      expect(await page.$$eval("del", (marks) => marks.map(({ textContent }) => textContent))).toContain("40");
      expect(await page.$$eval("ins", (marks) => marks.map(({ textContent }) => textContent))).toContain("35");
      await isFine(page);
      await press(page, "Rechazar");
      await page.waitForSelector("[role=dialog] textarea");
      await page.locator("[role=dialog] button[type=submit]").click();
      await shows(page, "Indica el motivo.");
      await isFine(page);
      await page.locator("[role=dialog] textarea").fill("Aún no.");
      await page.locator("[role=dialog] button[type=submit]").click();
      await shows(page, "Has rechazado la propuesta.");
      await says(page, "Aún no.");
    },
  );

  it("says whether the team keeps up, and answers its sliders", async () => {
    const page = await openProposal(proposed("Con simulación"));
    await shows(page, "El equipo da abasto.");
    const slider = await page.waitForSelector("input[type=range]");
    await slider?.focus();
    const begun = Date.now();
    await page.keyboard.press("End");
    await shows(page, "El equipo no da abasto.");
    // A second where nothing else runs; here other tests do.
    expect(Date.now() - begun).toBeLessThan(3000);
    await press(page, "Como en la propuesta");
    await shows(page, "El equipo da abasto.");
    await isFine(page);
  });
});

describe("a signature", () => {
  it.each([390, 1440])("is of exactly what is shown, after the password once more, %i pixels wide", async (width) => {
    const id = proposed("Para firmar");
    room.state.signInAgain = true;
    const page = await openProposal(id, width);
    await press(page, "Firmar");
    await shows(page, "Firmas los términos que serán la versión 8 del acuerdo.");
    await isFine(page);
    await press(page, "Firmar estos términos");
    await shows(page, "Para firmar hay que volver a iniciar sesión");
    await isFine(page);
    room.state.signInAgain = false;
    await page.locator("[role=dialog] input[type=password]").fill("made-up password");
    await page.locator("[role=dialog] button[type=submit]").click();
    await shows(page, "Has firmado la propuesta.");
    await page.waitForSelector(".room-signed");
  });

  it("is not given to terms that have changed meanwhile", async () => {
    const page = await open(`room/${proposed("Cambia al leerla")}`);
    room.state.changed = true;
    await press(page, "Firmar");
    await press(page, "Firmar estos términos");
    await shows(page, "No se ha firmado nada");
    expect(await page.$(button("Firmar estos términos"))).toBeNull();
    room.state.changed = false;
  });

  it("is printed with names, dates and what changed", async () => {
    const signed = { by: "irene", name: "Irene Salas", at: now, version: "4f1c" } as const;
    const id = room.add(lower, {
      title: "Firmada por los dos",
      why: "Acordado.",
      state: "agreed",
      signatures: [
        { ...signed, department: "marketing" },
        { ...signed, department: "sales", name: "Elena Vidal" },
      ],
      becomes: { number: 8, version: "4f1c", since: now },
    });
    const page = await open(`room/${id}`);
    await shows(page, "Es la versión 8, en vigor desde el martes 10 mar");
    await page.emulateMediaType("print");
    // As it is laid out: what is hidden on paper is not in it.
    const seen = await page.evaluate("document.body.innerText");
    for (const text of ["Irene Salas", "Elena Vidal", "10 mar 2026", "antes 40, ahora 35"])
      expect(seen).toContain(text);
    for (const text of ["Imprimir", "Proponer", "Probar con el pasado"]) expect(seen).not.toContain(text);
  });
});

describe("a trial on the past", () => {
  it.each([390, 1440])(
    "is asked for, shows how far it is, and then what would have been, %i pixels wide",
    async (width) => {
      room.state.trial = undefined;
      const id = proposed("Para probar");
      const page = await openProposal(id, width);
      await press(page, "Probar");
      await shows(page, "Revisados 300 leads de unos 1000");
      await isFine(page);
      room.state.trial = aTrial(room.view(id)?.proposal.version ?? "");
      await shows(page, "Habrían entrado: 45");
      await shows(page, "No habrían entrado: 3 (entre 0,6 y 8,8)");
      await says(page, "Qué habría sido de los leads que ventas nunca vio.");
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await isFine(page);
      expect(await page.$eval(".room-leads a", (link) => link.getAttribute("href"))).toBe("/board/leads/lead-1");
    },
  );
});
