import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { LanguageSchema } from "../../lambdas/contract/stages.ts";
import { agreementHere } from "../../local/agreement-here.ts";
import { type Door, openAnyDoor } from "../../local/front-server/door.ts";
import { formHandler, siteHandler } from "../../local/front-server/site.ts";
import { type LocalAgreement, readAgreement } from "../../local/read-agreement.ts";
import { sitePages } from "../../web/site/pages.ts";
import { fieldsOfEachType } from "../builders/own-fields.ts";

const origin = "http://127.0.0.1:8080";
let directory: string;
let agreement: LocalAgreement;
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "smarketing-site-"));
  agreement = await agreementHere(readAgreement("agreement.demo.yaml"), `${origin}/site`, directory);
  pages = sitePages({ terms: agreement.terms, prefix: "/site" });
});
afterAll(() => rm(directory, { recursive: true }));

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

const behindDoor = async (handler: Parameters<Door["answerWith"]>[0]) => {
  const door = await openAnyDoor();
  toClose.push(() => door.close());
  door.answerWith(handler);
  return (address: string, headers: Record<string, string> = {}, method = "GET") =>
    fetch(door.origin + address, { method, headers, redirect: "manual" });
};

const linksIn = (page: string): string[] =>
  [...page.matchAll(/\b(?:href|data-thanks|action)="(\/[^"]*)"/g)].flatMap(([, link = ""]) => link);

describe("the agreement of the local start", () => {
  it("differs from the one it was made of in nothing but the addresses of the company's pages", async () => {
    const [theirs, ours] = await Promise.all([
      readFile("agreement.demo.yaml", "utf8"),
      readFile(agreement.file, "utf8"),
    ]);
    expect(ours.replaceAll(`${origin}/site/`, "https://www.anaquel.example/")).toBe(theirs);
    const { company, nurture } = agreement.terms;
    expect(company.sites).toEqual(["https://www.anaquel.example"]);
    expect(nurture.content.length).toBeGreaterThanOrEqual(7);
    for (const { url } of nurture.content)
      for (const address of Object.values(url)) expect(address).toMatch(/^http:\/\/127\.0\.0\.1:8080\/site\/e[sn]\//);
  });
});

describe("the sample site", () => {
  it("has a page and a file for every piece of content, in both languages, that says whose reading it is", () => {
    for (const { id, url, title } of agreement.terms.nurture.content)
      for (const language of ["es", "en"] as const) {
        const address = new URL(url[language]).pathname.replace("/site", "");
        expect(pages.get(address), address).toContain(`data-smarketing-content="${id}"`);
        expect(pages.get(address), address).toContain(`<html lang="${language}">`);
        expect(pages.get(`${address}.txt`)?.split("\n")[0]).toBe(title[language]);
      }
  });

  it("leads nowhere that is not there", () => {
    const others = new Set(["/inbox/", "/leads", "/site/assets/site.css"]);
    for (const [address, page] of pages)
      for (const link of linksIn(page)) {
        const isThere = others.has(link) || pages.has(link.replace("/site", ""));
        expect(isThere, `${link} on ${address}`).toBe(true);
      }
  });

  it("gives every page the script, before consent, and a banner whose answers look alike", () => {
    const made = [...pages].filter(([address]) => !address.endsWith(".txt"));
    expect(made.length).toBeGreaterThanOrEqual(2 * 14);
    for (const [, page] of made) {
      expect(page).toContain('<script async src="/smarketing.js" data-consent="pending"></script>');
      expect(page).toMatch(
        /<button type="button" data-consent="refused">[^<]+<\/button>\s*<button type="button" data-consent="given">/,
      );
    }
  });

  it("says of its pages for prices and for jobs what a visit there means", () => {
    const kinds = [...pages].flatMap(([address, page]) => {
      const [, kind] = /<meta name="smarketing:page" content="([^"]+)">/.exec(page) ?? [];
      return kind === undefined ? [] : [[address, kind]];
    });
    expect(kinds).toEqual([
      ["/es/precios", "pricing-viewed"],
      ["/es/empleo", "careers-viewed"],
      ["/en/pricing", "pricing-viewed"],
      ["/en/careers", "careers-viewed"],
    ]);
    const known = agreement.terms.familiarity.map(({ kind }) => kind);
    for (const [, kind] of kinds) expect(known).toContain(kind);
  });

  it("asks in its form what only the agreement asks for, by the names and options that it declares", () => {
    const declared = sitePages({ terms: { ...agreement.terms, fields: [...fieldsOfEachType] }, prefix: "/site" });
    for (const language of LanguageSchema.options) {
      const html = [...declared].find(
        ([at, page]) => at.startsWith(`/${language}/`) && page.includes('id="lead"'),
      )?.[1];
      for (const { id, label, options = [] } of fieldsOfEachType) {
        expect(html).toContain(`name="${id}"`);
        expect(html).toContain(label[language]);
        for (const option of options) expect(html).toContain(`value="${option.id}"`);
      }
    }
  });

  it("is served: pages, files and what a browser needs for them", async () => {
    const ask = await behindDoor(siteHandler(agreement.terms));
    const home = await ask("/site/es/?utm_source=x");
    expect([home.status, home.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    const file = await ask("/site/en/resources/cost-of-errors.txt");
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
    for (const asset of ["site.css", "form.js", "sending.js", "consent.js"])
      expect((await ask(`/site/assets/${asset}`)).status, asset).toBe(200);
    const statuses = await Promise.all([
      ask("/site/es/no-existe"),
      ask("/site/assets/../pages.ts"),
      ask("/site/es/precios", {}, "POST"),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 405]);
  });

  it("finds the visitor's language where the address does not say it", async () => {
    const ask = await behindDoor(siteHandler(agreement.terms));
    const locationOf = async (address: string, language: string) =>
      (await ask(address, { "accept-language": language })).headers.get("location");
    expect(await locationOf("/site", "en-GB")).toBe("/site/en/");
    expect(await locationOf("/site/?x=1", "fr")).toBe("/site/es/?x=1");
    expect(await locationOf("/site/en", "es")).toBe("/site/en/");
  });

  it("has its form at the short addresses too, and keeps what they say of the campaign", async () => {
    const ask = await behindDoor(formHandler);
    const locationOf = async (address: string) =>
      (await ask(address, { "accept-language": "en" })).headers.get("location");
    expect(await locationOf("/form/es/?utm_source=x")).toBe("/site/es/contacto?utm_source=x");
    expect(await locationOf("/form/en")).toBe("/site/en/contact");
    expect(await locationOf("/form/")).toBe("/site/en/contact");
  });
});
