/** Lists of the board as files, from a real browser on the deployed template, and what the audit trail has of it. */
import { parse } from "csv-parse/sync";
import type { Browser } from "puppeteer-core";
import readExcelFile from "read-excel-file/node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../browser/open-browser.ts";
import { asking, userOf } from "./board-api.ts";
import { goTo, press, saysSoon, signedInAt } from "./board-page.ts";
import { eventually, fitting, leadIdOf, leadIn, leadNow, someone, submit } from "./pipeline.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ person: true });
});
afterAll(() => browser.close());

/** A lead that this rep has accepted; its company looks like a formula. */
const acceptedBy = async (rep: string) => {
  const { mark, body } = someone({ ...fitting, company: `=1+1 ${crypto.randomUUID().slice(0, 8)}` });
  await submit(body);
  const leadId = await leadIdOf(body.email);
  await leadIn(leadId, "handed-off");
  const manager = await asking("manager");
  // Its clock goes on: who saw the older state sends it again.
  await eventually("the rep has it and accepts", async () => {
    const lead = await leadNow(leadId);
    const { version } = lead;
    if (lead.stage !== "handed-off") return lead.stage === "accepted" ? true : undefined;
    if (lead.followUp.ownerId === rep) await manager(`leads/${leadId}/answer`, { version, answer: "accept" });
    else await manager(`leads/${leadId}/reassign`, { version, to: rep, reason: "Los conoce" });
    return undefined;
  });
  return { mark, leadId, company: body.company };
};

it("has for a rep own leads, for a manager the pipeline, and both exports are in the trail", async () => {
  const rep = userOf("rep");
  const [own, other] = await Promise.all([acceptedBy(rep), acceptedBy("chloe")]);

  const atRep = await signedInAt(browser, "rep", { width: 390, language: "es" });
  await goTo(atRep.page, "/my-leads");
  await press(atRep.page, "Exportar");
  const csv = await atRep.saved(() => press(atRep.page, "CSV", "menuitem"));
  expect(csv.name).toMatch(/^leads-\d{4}-\d\d-\d\d\.csv$/);
  const rows = parse(csv.content, { bom: true, delimiter: ";", columns: true });
  expect(rows).toContainEqual(expect.objectContaining({ "ID del lead": own.leadId, Empresa: `'${own.company}` }));
  expect(rows).not.toContainEqual(expect.objectContaining({ "ID del lead": other.leadId }));

  const atManager = await signedInAt(browser, "manager", { language: "en" });
  await press(atManager.page, "Export");
  const xlsx = await atManager.saved(() => press(atManager.page, "Excel", "menuitem"));
  expect(xlsx.name).toMatch(/^pipeline-.*\.xlsx$/);
  const [sheet] = await readExcelFile(xlsx.content);
  const [headings = [], ...cells] = sheet?.data ?? [];
  const [id, company] = [headings.indexOf("Lead ID"), headings.indexOf("Company")];
  for (const lead of [own, other]) expect(cells.find((row) => row[id] === lead.leadId)?.[company]).toBe(lead.company);

  const atOperations = await signedInAt(browser, "operations", { language: "en" });
  await goTo(atOperations.page, "/trail");
  await saysSoon(atOperations.page, "steps");
  const steps = await atOperations.page.$$eval("tbody tr", (found) => found.map((row) => row.textContent ?? ""));
  expect(steps).toContainEqual(expect.stringMatching(new RegExp(`${rep}.*leads.*\\d+ rows?`, "i")));
  expect(steps).toContainEqual(expect.stringMatching(new RegExp(`${userOf("manager")}.*pipeline.*\\d+ rows?`, "i")));

  for (const { complaints, close } of [atRep, atManager, atOperations]) {
    expect(complaints).toEqual([]);
    await close();
  }
});
