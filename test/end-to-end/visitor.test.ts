import { readFileSync } from "node:fs";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { AgreementSchema } from "../../lambdas/contract/agreement.ts";
import { EngagementSchema } from "../../lambdas/domain/lead/lead.ts";
import { openBrowser } from "../browser/open-browser.ts";
import {
  decisionsOf,
  eventually,
  isConfirmation,
  isHandOff,
  isNurture,
  leadIdOf,
  leadIn,
  leadItems,
  leadNow,
  linkIn,
  mailAbout,
  outputs,
  someone,
} from "./pipeline.ts";

const terms = AgreementSchema.parse(parse(readFileSync("agreement.demo.yaml", "utf8")));

const engagementsOf = async (leadId: string) =>
  (await leadItems(leadId, "ENGAGEMENT#")).map((item) => EngagementSchema.parse(item));

const engaged = (leadId: string, kind: string) =>
  eventually(`${kind} of ${leadId}`, async () => (await engagementsOf(leadId)).find((each) => each.kind === kind));

const at = (path: string): string => new URL(path, outputs.site).href;

/** Fills in the form as someone who fits and does not ask for a demo. */
const sendForm = async (page: Page, { email, company }: { email: string; company: string }): Promise<void> => {
  await page.goto(at("es/contacto"));
  for (const [name, value] of Object.entries({ email, company, jobTitle: "Directora de operaciones" }))
    await page.type(`#lead [name=${name}]`, value);
  await page.select("#lead [name=companySize]", await secondOption(page, "companySize"));
  await page.select("#lead [name=country]", "ES");
  await page.click("#lead [name=consent]");
  await Promise.all([page.waitForNavigation(), page.click("#lead button[type=submit]")]);
  expect(new URL(page.url()).pathname).toMatch(/gracias$/);
};

const secondOption = (page: Page, name: string): Promise<string> =>
  page.$eval(`#lead [name=${name}]`, (field) => [...field.querySelectorAll("option")].at(3)?.value ?? "");

describe("a visitor with a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser({ person: true });
  });
  afterAll(() => browser.close());

  it("reads three pages, sends the form, is nurtured, comes back from a mail and passes the gate", async () => {
    const { mark, body } = someone();
    const page = await browser.newPage();
    await page.goto(at("es/"));
    await page.waitForSelector("#banner:not([hidden])");
    await page.click("#banner [data-consent=given]");
    await page.goto(at("es/precios"));
    await page.goto(at("es/recursos"));
    await sendForm(page, body);

    const leadId = await leadIdOf(body.email);
    await engaged(leadId, "pricing-viewed");
    const { createdAt } = await leadNow(leadId);
    const before = (await engagementsOf(leadId)).filter((each) => each.at < createdAt);
    expect(before.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["page-viewed", "pricing-viewed"]));
    expect(before.length).toBeGreaterThanOrEqual(3);

    await page.goto(linkIn(await mailAbout(mark, "please confirm", isConfirmation), "confirm"));
    await Promise.all([page.waitForNavigation(), page.click("form button")]);
    await leadIn(leadId, "nurturing");
    const piece = await mailAbout(mark, "the first piece", isNurture);
    const content = terms.nurture.content.find(({ title }) => title.es === piece.subject);
    await page.goto(linkIn(piece, "go"));
    await page.waitForSelector(`[data-smarketing-content="${content?.id}"]`);
    expect(await engaged(leadId, "mail-visited")).toMatchObject({ subject: content?.id });
    expect(page.url()).not.toContain("#sm=");

    // As a hand does: once the link stands still.
    await page.locator("a[download], [data-smarketing-download]").click();
    await engaged(leadId, "content-downloaded");
    await mailAbout(mark, "hand-off", isHandOff);
    const [{ cycle }, decisions] = [await leadNow(leadId), await decisionsOf(leadId, "gate")];
    expect(decisions.at(0)).toMatchObject({ verdict: "not-yet" });
    expect(decisions.filter((decision) => decision.cycle === cycle).at(-1)).toMatchObject({ verdict: "qualified" });
    await page.close();
  });
});

describe("a scanner with a real browser", () => {
  it("follows the link in a mail to the content, and counts for nothing", async () => {
    const { mark, body } = someone({ jobTitle: "Directora de operaciones", country: "ES", companySize: 120 });
    const scanner = await openBrowser({ person: false });
    try {
      const page = await scanner.newPage();
      await page.goto(at("es/"));
      await sendForm(page, body);
      const leadId = await leadIdOf(body.email);
      await page.goto(linkIn(await mailAbout(mark, "please confirm", isConfirmation), "confirm"));
      await Promise.all([page.waitForNavigation(), page.click("form button")]);
      const piece = await mailAbout(mark, "the first piece", isNurture);
      await page.goto(linkIn(piece, "go"));
      await page.waitForSelector("[data-smarketing-content]");
      expect((await engagementsOf(leadId)).map(({ kind }) => kind)).toEqual(["form-submitted"]);
    } finally {
      await scanner.close();
    }
  });
});
