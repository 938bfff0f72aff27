import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { putPack } from "../../lambdas/adapters/dynamo-meetings.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { readFiguresAbout } from "../../lambdas/metrics/read-figures.ts";
import { packOf } from "../../lambdas/views/meeting/pack-of.ts";
import { anAgreement } from "../builders/agreement.ts";
import { deployed } from "../builders/in-force.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { noTalk } from "../builders/pack.ts";
import { CountingWorld } from "../domain/metrics/counting-world.ts";
import { type BoardHere, openBoard } from "./board-here.ts";
import { openPage, overflow, shows } from "./board-reader.ts";
import { openBrowser } from "./open-browser.ts";

const agreement = anAgreement();
const world = new CountingWorld();
const pages: Page[] = [];
let browser: Browser;
let board: BoardHere;

/** The history of a lead: captured, an MQL, taken on by Ana, and closed. */
const lives = async (i: number, daysAgo: number, { won, read }: { won: boolean; read: boolean }) => {
  const leadId = `lead-${i}`;
  const facts = {
    leadId,
    cycle: 1,
    source: i % 3 === 0 ? "linkedin" : "direct",
    persona: "operations",
    ownerId: "ana",
  };
  const speaks = { matched: ["decides"], read: read ? ["case-study"] : [] };
  const move = (from: string | null, to: string, later: number) => {
    const at = daysFromNow(later - daysAgo);
    const since = daysFromNow(later - daysAgo - 0.5);
    return world.write({ ...keys.move(leadId, 1, at, to), ...facts, ...speaks, at, from, to, since, because: to });
  };
  const at = daysFromNow(0.6 - daysAgo);
  await move(null, "captured", 0);
  await move("captured", "qualified", 0.1);
  await move("handed-off", "accepted", 0.2);
  await world.write({ ...keys.answer(leadId, 1, daysFromNow(0.2 - daysAgo)), ...facts, at, kind: "accepted" });
  const clock = { closedAt: at, dueAt: daysFromNow(1 - daysAgo), because: "accepted", answered: true, inTime: true };
  await world.write({ ...keys.clock(leadId, 1, 0), ...facts, ...clock });
  await move("accepted", "sales-qualified", 0.3);
  await move("sales-qualified", "opportunity", 0.4);
  await move("opportunity", won ? "won" : "lost", 0.5);
  const outcome = won ? { kind: "won", amount: 12_000, currency: "EUR" } : { kind: "lost" };
  await world.write({ ...keys.outcome(leadId, 1, at), ...facts, at, ...outcome });
};

/** The agreement came into force three weeks and a half ago; nothing happened before, nor in the week after the first. */
beforeAll(async () => {
  await deployed(world.table, agreement, daysFromNow(-24.5));
  for (let i = 0; i < 50; i++) {
    const daysAgo = i < 30 ? 20 + (i % 4) : i < 48 ? 4 + (i % 5) : 0.9;
    await lives(i, daysAgo, { won: i % 3 !== 0, read: i < 25 });
  }
  // A lead that came back and began another cycle.
  const at = daysFromNow(-5);
  const again = { leadId: "lead-1", cycle: 2, at, from: "handed-off", to: "captured", because: "rejected:not-now" };
  await world.write({ ...keys.move("lead-1", 2, at, "captured"), ...again, since: daysFromNow(-6) });
  await world.deliver((pending) => [...pending]);
  const figures = await readFiguresAbout(world.table, agreement, now, { about: "2026-W10", weeks: 9 });
  await putPack(world.table, packOf({ ...noTalk, week: "2026-W11", figures, capacity: 40, agreement, now }));
  [browser, board] = await Promise.all([
    openBrowser({ person: true }),
    openBoard({ table: world.table, agreement: () => agreement, now: () => now, role: "manager" }),
  ]);
});
afterAll(() => Promise.all([browser.close(), board.close()]));
afterEach(() => Promise.all(pages.splice(0).map((page) => page.close())));

const open = async (path: string, width: number, language: Language) => {
  const page = await openPage(browser, `${board.url}/${path}`, { width, language });
  pages.push(page);
  return page;
};
const textOf = async (page: Page) => String(await page.evaluate("document.querySelector('main').innerText"));
/** The rows of the table below a chart. */
const rowsBelow = async (page: Page, chart: string): Promise<string[][]> =>
  page.$$eval(
    "figure.chart",
    (figures, title) =>
      figures
        .filter((figure) => figure.querySelector("figcaption")?.textContent?.includes(title))
        .flatMap((figure) => [...figure.querySelectorAll("tbody tr")])
        .map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")),
    chart,
  );

const views = [
  { language: "es", width: 1440 },
  { language: "es", width: 390 },
  { language: "en", width: 1440 },
  { language: "en", width: 390 },
] as const;

const ofMeeting = {
  es: ["Repasa la semana 10", "Cómo fue la semana 10", "Qué funcionó en la semana 10", "1.er trimestre de 2026"],
  en: ["It reviews week 10", "How week 10 went", "What worked in week 10", "Q1 2026"],
} as const;

describe("the page of the meeting", () => {
  it.each(views)("names one week in all its parts ($language, $width)", async ({ language, width }) => {
    const page = await open("meeting", width, language);
    for (const text of ofMeeting[language]) await shows(page, text);
    const said = (await textOf(page)).split("\n");
    // The next meeting is about the current week; all below it is about the one before.
    const below = said.slice(said.findIndex((line) => line.includes(ofMeeting[language][0])));
    expect(below.filter((line) => /(semana|week) 11|\b[SW]11\b/.test(line))).toEqual([]);
    const mqls = await rowsBelow(page, language === "es" ? "MQL por semana" : "MQLs per week");
    expect(mqls.map(([week]) => week).at(-1)).toMatch(/^[SW]10$/);
    expect(await overflow(page)).toBe(0);
  });
});

const ofFigures = {
  es: {
    start: "Las cifras empiezan en la semana 7",
    funnel: "De lead a venta",
    entries: "51 entradas = 50 leads nuevos + 1 de leads que empezaron otro ciclo",
    few: "demasiado pocos para comparar",
    open: "S11 (en curso)",
  },
  en: {
    start: "Figures start in week 7",
    funnel: "From lead to deal",
    entries: "51 entries = 50 new leads + 1 of leads that began another cycle",
    few: "too few to compare",
    open: "W11 (so far)",
  },
} as const;

describe("the page of figures", () => {
  it.each(views)("shows nothing that is not so ($language, $width)", async ({ language, width }) => {
    const page = await open("figures", width, language);
    const say = ofFigures[language];
    for (const text of [say.start, say.entries]) await shows(page, text);
    const weeks = await rowsBelow(page, language === "es" ? "MQL por semana" : "MQLs per week");
    expect(weeks.map(([week = ""]) => week.slice(1))).toEqual(["7", "8", "9", "10", say.open.slice(1)]);
    // The week in which nothing happened, after the agreement had come into force, is a true zero.
    expect(weeks[2]?.slice(1)).toEqual(["0", "12"]);
    const funnel = await rowsBelow(page, say.funnel);
    expect(funnel[0]?.[1]).toBe("50");
    expect(funnel.at(-1)).toEqual([language === "es" ? "Ganado" : "Won", "33"]);
    const few = await page.$$eval("details.figures-few", (all) =>
      all.map((each) => ({
        isOpen: each.hasAttribute("open"),
        says: each.querySelector("summary")?.textContent ?? "",
        body: each.querySelector("tbody")?.textContent ?? "",
      })),
    );
    expect(few.length).toBeGreaterThan(0);
    for (const { isOpen, says, body } of few) {
      expect(isOpen).toBe(false);
      expect(says).toContain(say.few);
      expect(says).toContain("20");
      expect(body).not.toContain("%");
    }
    expect(await overflow(page)).toBe(0);
  });
});
