/** Lists on the board's page, in a real browser on the deployed template, as colleagues import them. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../browser/open-browser.ts";
import { asking } from "./board-api.ts";
import { button, choose, goTo, press, saysSoon, signedInAt, wordsOf } from "./board-page.ts";
import {
  eventually,
  fillIn,
  isConfirmation,
  leadIdOf,
  leadItems,
  leadNow,
  linkIn,
  mailAbout,
  someone,
  submit,
} from "./pipeline.ts";

/** Somebody whom we know, and who has unsubscribed since. */
const unsubscribed = async () => {
  const { mark, body } = someone();
  await submit(body);
  const leadId = await leadIdOf(body.email);
  const question = await mailAbout(mark, "please confirm", isConfirmation);
  await fillIn(linkIn(question, "unsubscribe"), {});
  await eventually("no mails any more", async () => (await leadNow(leadId)).unsubscribedAt);
  return { body, leadId };
};

export const onTheBoardsPage = () =>
  describe("on the board's page, in a real browser", () => {
    const files = mkdtempSync(path.join(tmpdir(), "lists-"));
    const mark = randomUUID().slice(0, 8);
    const at = (name: string) => `${name}@lista-${mark}.example`;
    const written = (name: string, content: string | Uint8Array): string => {
      const file = path.join(files, name);
      writeFileSync(file, content);
      return file;
    };
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser({ person: true });
    });
    afterAll(async () => {
      await browser.close();
      rmSync(files, { recursive: true });
    });

    it("is imported by marketing on a phone, in Spanish, as a Spanish Excel saves it, and undone", async () => {
      const known = await unsubscribed();
      const list = [
        "Asistente;Correo;Empresa;Teléfono;Número de almacenes;Acepta correos",
        `Begoña Íñiguez;${at("begona")};Peña & Íñiguez;600 000 001;2,5;sí`,
        `=HYPERLINK("http://malo.example");${at("formula")};+1+1;;1.200,5;quizá`,
        `Lucía Marín;${known.body.email};${known.body.company};600 111 222;;sí`,
        "=2+5;;Sin correo;;;sí",
        `Begoña otra vez;${at("BEGONA")};;;;`,
      ];
      const file = written("Feria de León.csv", Buffer.from(list.join("\r\n"), "latin1"));
      const { page, complaints, saved, close } = await signedInAt(browser, "marketing", { width: 390, language: "es" });

      await goTo(page, "/import");
      await choose(page, file);
      await saysSoon(page, "Qué es cada columna");
      await saysSoon(page, "5 filas, 6 columnas. CSV, punto y coma, Windows.");
      expect(await wordsOf(page)).toContain("Peña & Íñiguez");
      await page.locator("select[aria-label='Qué es «Asistente»']").fill("name");
      await press(page, "Comprobar cada fila");
      await saysSoon(page, "sin ella no se puede demostrar el consentimiento");
      await page.locator("textarea").fill("Marta, stand 12: «Acepto recibir novedades», en papel");
      await press(page, "Comprobar cada fila");

      await saysSoon(page, "Qué pasaría con cada fila");
      for (const said of [
        "2 aceptan correos",
        "Su consentimiento no se entiende",
        "Se dio de baja: no recibe correos, diga lo que diga la lista.",
        "Falta el correo.",
        "La fila 2 ya tiene esta dirección: cuenta la primera.",
      ])
        await saysSoon(page, said);
      await expect(leadIdOf(at("begona"))).rejects.toThrow();

      await press(page, "Importar 3 leads");
      await saysSoon(page, "Qué ha sido de cada fila");
      const [begona, formula] = [await leadIdOf(at("begona")), await leadIdOf(at("formula"))];
      expect(await leadItems(begona, "PROFILE")).toMatchObject([
        { contact: { name: "Begoña Íñiguez", company: "Peña & Íñiguez", own: { warehouses: 2.5 } } },
      ]);
      expect(await leadNow(known.leadId)).toMatchObject({ unsubscribedAt: expect.any(String) });

      await page.waitForSelector(button("Descargar las filas rechazadas (CSV)"));
      const refused = await saved(() => press(page, "Descargar las filas rechazadas (CSV)"));
      expect(refused.name).toBe("Feria de León-rechazadas.csv");
      expect(parse(refused.content, { bom: true, delimiter: ";", columns: true })).toMatchObject([
        {
          Asistente: "'=2+5",
          Empresa: "Sin correo",
          "Fila de la lista": "5",
          "Motivo del rechazo": "Falta el correo.",
        },
        { Asistente: "Begoña otra vez", Correo: at("BEGONA"), "Fila de la lista": "6" },
      ]);

      await press(page, "Deshacer la importación");
      await saysSoon(page, "Se borran del todo los leads nuevos que añadió (2)");
      await press(page, "Deshacer y borrar");
      await saysSoon(page, "2 leads borrados");
      expect(complaints).toEqual([]);
      await goTo(page, `/leads/${begona}`);
      await saysSoon(page, "No encontramos este lead");
      expect(await leadItems(formula, "PROFILE")).toEqual([]);
      expect(await leadIdOf(known.body.email)).toBe(known.leadId);
      await close();
    });

    it("is no page of a rep; operations see the lists and import none, and the API refuses both", async () => {
      const { page, close } = await signedInAt(browser, "operations", { language: "en" });
      expect(await page.$('nav a[href$="/import"]')).toBeNull();
      await goTo(page, "/import");
      await saysSoon(page, "Feria de León.csv");
      expect(await page.$("input[type=file]")).toBeNull();
      await close();
      const file = { fileName: "a.csv", bytes: 10 };
      const [rep, operations] = [await asking("rep"), await asking("operations")];
      expect([(await rep("imports")).status, (await rep("imports", file)).status]).toEqual([403, 403]);
      const [listed, begun] = [await operations("imports"), await operations("imports", file)];
      expect([listed.status, begun.status]).toEqual([200, 403]);
    });
  });
