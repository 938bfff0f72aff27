import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, ElementHandle, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../lambdas/contract/stages.ts";
import { now } from "../builders/now.ts";
import { workbook } from "../builders/workbook.ts";
import { importsOn } from "../import/pipeline.ts";
import { type BoardHere, openBoard } from "./board-here.ts";
import { findings, openPage, overflow, press, shows } from "./board-reader.ts";
import { openBrowser } from "./open-browser.ts";

const world = importsOn();
const files = mkdtempSync(path.join(tmpdir(), "lists-"));
const pages: Page[] = [];
let browser: Browser;
let board: BoardHere;
/** Whether what is asked for is carried out at once. */
let works = true;

const ask = async (method: "GET" | "POST", asked: string, body?: object) => {
  const reply = await world.ask(method, asked, body);
  if (method === "POST" && works) await world.work();
  return reply;
};

beforeAll(async () => {
  [browser, board] = await Promise.all([
    openBrowser({ person: true }),
    openBoard({
      table: world.table,
      agreement: () => world.agreement,
      now: () => now,
      role: "marketing",
      imports: { ask, put: (importId, file) => world.bucket.lists.put(`${importId}/upload`, file) },
    }),
  ]);
});
afterAll(async () => {
  await Promise.all([browser.close(), board.close()]);
  rmSync(files, { recursive: true });
});
afterEach(async () => {
  works = true;
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

/** Milliseconds, for what takes a fraction of a second on a machine with nothing else to do. */
const patience = 20_000;

const open = async (where: string, { width = 1280, language = "es" }: { width?: number; language?: Language } = {}) => {
  const first = async (page: Page) => page.setDefaultTimeout(patience);
  const page = await openPage(browser, `${board.url}/${where}`, { width, language, first });
  pages.push(page);
  return page;
};

const choose = (page: Page, label: string, value: string) => page.locator(`select[aria-label="${label}"]`).fill(value);
const isFileInput = (element: ElementHandle | null): element is ElementHandle<HTMLInputElement> => element !== null;
const upload = async (page: Page, name: string, content: string | Uint8Array) => {
  const file = path.join(files, name);
  writeFileSync(file, content);
  const input = await page.waitForSelector("input[type=file]");
  if (!isFileInput(input)) throw new Error("there is no place for a file");
  await input.uploadFile(file);
};
/** What is serious or critical, by WCAG 2.2 AA, in light and dark. */
const inBothThemes = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const theme of ["light", "dark"] as const)
    found.push(...(await findings(page, theme, ["[data-live-announcer]"])).map((each) => `${theme} ${each}`));
  return found;
};
const isWellShown = async (page: Page) => {
  expect(await overflow(page)).toBe(0);
  expect(await inBothThemes(page)).toEqual([]);
};

/** As Excel saves it: UTF-16, with a title; of ten rows two cannot be leads. */
const fair = Buffer.from(
  [
    "\uFEFFVisitantes del stand 12",
    "",
    "Quién\tCorreo electrónico\tEmpresa\tMóvil\tNotas",
    ...Array.from(
      { length: 8 },
      (_, i) => `Persona ${i}\tp${i}@feria.example\tTalleres ${i}\t+34 600 10 00 0${i}\tMuñoz ${i}`,
    ),
    "Sin correo\t\tTalleres\t\t",
    "Otra vez\tp0@feria.example\tTalleres\t\t",
  ].join("\r\n"),
  "utf16le",
);

describe("a list from a fair", () => {
  it("is dropped, mapped, checked row by row, imported and undone; a reload keeps where it is", async () => {
    const page = await open("import");
    await shows(page, "Suelta aquí una lista");
    await upload(page, "feria de bilbao.csv", fair);

    await shows(page, "Qué es cada columna");
    expect(page.url()).toMatch(/\/import\/[\w-]+$/);
    await shows(page, "10 filas, 5 columnas");
    await shows(page, "Muñoz 0");
    await choose(page, "Qué es «Quién»", "name");
    await press(page, "Comprobar cada fila");
    await shows(page, "Elige una respuesta.");
    await isWellShown(page);
    await page.locator("::-p-text(Sí, todas las personas de la lista)").click();
    await page.locator("textarea").fill("Stand 12, 3 de marzo: «Acepto recibir novedades»");

    await page.reload({ waitUntil: "load" });
    await shows(page, "Qué es cada columna");
    expect(await page.$eval("textarea", (area) => area.value)).toContain("Stand 12");
    expect(await page.$eval("select[aria-label='Qué es «Quién»']", (select) => Object(select).value)).toBe("name");
    await press(page, "Comprobar cada fila");

    await shows(page, "Qué pasaría con cada fila");
    await shows(page, "8 aceptan correos");
    expect(world.leads()).toEqual([]);
    await page.locator("::-p-text(Rechazadas)").click();
    await shows(page, "Falta el correo.");
    expect(page.url()).toContain("rows=refused");
    await page.reload({ waitUntil: "load" });
    await shows(page, "La fila 4 ya tiene esta dirección");

    await press(page, "Importar 8 leads");
    await shows(page, "Qué ha sido de cada fila");
    await shows(page, "Descargar las filas rechazadas (CSV)");
    expect(
      world
        .leads()
        .map(({ email }) => email)
        .sort(),
    ).toEqual(Array.from({ length: 8 }, (_, i) => `p${i}@feria.example`));

    await press(page, "Deshacer la importación");
    await shows(page, "Se borran del todo los leads nuevos que añadió (8)");
    await isWellShown(page);
    await press(page, "Deshacer y borrar");
    await shows(page, "8 leads borrados");
    expect(world.leads()).toEqual([]);
    await page.locator(`::-p-aria([name="Todas las listas"][role="link"])`).click();
    await shows(page, "Deshecha");
  }, 120_000);

  it("is a workbook on a phone, in English, with the consent in a column", async () => {
    const page = await open("import", { width: 390, language: "en" });
    const bytes = workbook([
      { name: "Notes", rows: [["not here"]] },
      {
        name: "Leads",
        rows: [
          ["Name", "E-mail", "Newsletter", "Since"],
          ["Ann", "ann@fair.example", "yes", "03/04/2026"],
          ["Bob", "bob@fair.example", "perhaps", "05/04/2026"],
          ["Cho", "cho@", "yes", ""],
        ],
      },
    ]);
    await upload(page, "leads.xlsx", bytes);
    await shows(page, "What each column is");
    await page.locator("::-p-text(Do accents or columns look wrong?)").click();
    await page.locator("select").fill("Leads");
    await press(page, "Read again");
    await shows(page, "3 rows, 4 columns");
    await isWellShown(page);
    await page.locator("textarea").fill("Paper form at the stand");
    await press(page, "Check each row");
    await shows(page, "1 agrees to mails");
    await shows(page, "1 consent is not understood");
    await shows(page, "The e-mail address is not valid");
    await isWellShown(page);
  });
});

describe("a file that is no list", () => {
  it("is told with what to do, and another one can be dropped", async () => {
    const page = await open("import", { width: 390 });
    await upload(page, "viejo.xls", Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]));
    await shows(page, "Es un libro de Excel antiguo");
    await isWellShown(page);
    await upload(page, "nueva.csv", "nombre;correo\nAna;ana@b.example\n");
    await shows(page, "Qué es cada columna");
  });

  it("is not sent when it is empty", async () => {
    const page = await open("import");
    await upload(page, "nada.csv", "");
    await shows(page, "El archivo está vacío.");
  });
});

describe("an import that runs", () => {
  it("shows how far it is and why it holds, and can be paused", async () => {
    const importId = await world.upload("nombre;correo\nAna;ana@run.example\n");
    const mapping = [
      { column: 0, to: "name" },
      { column: 1, to: "email" },
    ];
    const terms = { mapping, headerRows: 1, dateOrder: "dmy", decimal: ",", origin: "feria", basis: { is: "none" } };
    await world.decide(importId, "terms", { terms });
    await world.work();
    works = false;
    const page = await open(`import/${importId}`, { width: 390 });
    await press(page, "Importar 1 lead");
    await shows(page, "0 de 1 filas");
    await shows(page, "Ritmo acordado");
    await isWellShown(page);
    await press(page, "Interrumpir");
    await shows(page, "Las filas que faltan no se importan");
    await press(page, "Cancelar");
    await world.work();
    await shows(page, "Qué ha sido de cada fila");
  });

  it("is changed by somebody else meanwhile: that is told, and shown", async () => {
    const importId = await world.upload("nombre;correo\nAna;ana@other.example\n");
    const page = await open(`import/${importId}`);
    await shows(page, "Qué es cada columna");
    await world.decide(importId, "stop");
    await page.locator("::-p-text(No, o no lo sabemos)").click();
    await press(page, "Comprobar cada fila");
    await shows(page, "la importación ha cambiado");
    await shows(page, "No se ha importado nada.");
  });
});
