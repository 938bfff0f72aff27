import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { putPack } from "../../lambdas/adapters/dynamo-meetings.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import type { Item } from "../../lambdas/adapters/dynamo-table.ts";
import { explainForBoard } from "../../lambdas/agreement/explain/explain-page.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import type { Role } from "../../lambdas/contract/board.ts";
import { type Language, StageSchema } from "../../lambdas/contract/stages.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { kinds } from "../../lambdas/domain/source/kinds/index.ts";
import { readFiguresAbout } from "../../lambdas/metrics/read-figures.ts";
import { packOf } from "../../lambdas/views/meeting/pack-of.ts";
import { importHistory } from "../../local/demo-history/import.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { jsonSent } from "../../local/twin/requests.ts";
import { deployed } from "../builders/in-force.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { noTalk } from "../builders/pack.ts";
import { aList, importsOn } from "../import/pipeline.ts";
import { type InBoth, tonguesOf } from "../tongues/other-tongue.ts";
import { agreement, items, known, lead, typed } from "../tongues/rich-lead.ts";
import { type BoardHere, openBoard } from "./board-here.ts";
import { openPage } from "./board-reader.ts";
import { openBrowser } from "./open-browser.ts";

const { terms } = agreement;
const tongues = tonguesOf(agreement);
const table = dynamoTwin();
const lists = importsOn({ ...terms, imports: { perHour: 1_000_000, pauseAtWaiting: 1_000_000 } }, table);
const list = aList(1);
const spam = {
  email: "spam@nave.example",
  name: typed.name,
  message: "http://a.example http://b.example http://c.example viagra casino",
};
let browser: Browser;
let board: BoardHere;
let role: Role = "manager";
let importId = "";

/** What is kept of the lead with everything, under its keys. */
const history = (): Item[] => {
  const { leadId, cycle } = lead;
  return [
    ...items.submission.map((item) => ({ ...keys.submission(leadId, item.submissionId), ...item })),
    ...items.engagement.map((item) => ({ ...keys.engagement(leadId, item.engagementId), ...item })),
    ...items.message.map((item, i) => ({ ...keys.message(leadId, cycle, item.purpose, `${i}`), ...item })),
    ...items.score.map((item, i) => ({ ...keys.score(leadId, i === 0 ? "fit" : "familiarity"), ...item })),
    ...items.decision.map((item) => ({ ...keys.decision(leadId, cycle, item.at), ...item })),
    ...items.answer.map((item) => ({ ...keys.answer(leadId, cycle, item.at), ...item })),
    ...items.outcome.map((item) => ({ ...keys.outcome(leadId, cycle, item.at), ...item })),
    ...items.clock.map((item, i) => ({ ...keys.clock(leadId, cycle, i), ...item })),
    ...items.breach.map((item) => ({ ...keys.breach(leadId, cycle, 0, item.level), ...item })),
    ...items.move.map((item) => ({ ...keys.move(leadId, cycle, item.at, item.to ?? ""), ...item })),
  ];
};

/** A lead in each stage, and those of whom somebody has to take care. */
const leads = () => [
  lead,
  ...StageSchema.options.map((stage, i) =>
    aLead(stage, {
      ...known,
      leadId: stage,
      email: `${stage}@nave.example`,
      source: ["calendly", "direct", "list"][i % 3],
    }),
  ),
  aLead("captured", {
    ...known,
    leadId: "stopped",
    email: "stopped@nave.example",
    needsAttention: { error: "Boom", at: now },
  }),
  aLead("handed-off", {
    ...known,
    leadId: "late",
    email: "late@nave.example",
    nextDueAt: daysFromNow(-1),
    followUp: { ownerId: "marta", dueAt: daysFromNow(-1), rung: 2 },
  }),
  {
    ...aLead("nurturing", { ...known, leadId: "silent", email: "silent@nave.example" }),
    nobodyAnswered: { cycle: 1, at: now, since: daysFromNow(-9), owners: ["marta"] },
  },
];

beforeAll(async () => {
  await deployed(table, agreement, daysFromNow(-40));
  await importHistory(table, [...leads().map(leadItem), ...history()], {
    importedAt: now,
    timeZone: terms.company.timeZone,
  });
  const figures = await readFiguresAbout(table, agreement, now, { about: "2026-W10", weeks: 9 });
  await putPack(table, packOf({ ...noTalk, week: "2026-W11", figures, capacity: 40, agreement, now }));
  const task = {
    table,
    agreement,
    now: () => now,
    keyring: signingKeys(table),
    publicUrl: "https://leads.example",
    siteOrigins: [],
  };
  await postLead(task)(jsonSent("/leads", spam));
  [browser, board] = await Promise.all([
    openBrowser({ person: true }),
    openBoard({
      table,
      agreement: () => agreement,
      now: () => now,
      role: "manager",
      user: () => ({ role, username: "olga" }),
      chapters: explainForBoard(agreement),
      imports: { ask: lists.ask, put: (id, file) => lists.bucket.lists.put(`${id}/upload`, file) },
    }),
  ]);
  importId = await lists.upload(list, "feria.csv");
});
afterAll(() => Promise.all([browser.close(), board.close()]));

/** All that is read, or read aloud, on the page: texts that can be seen, names, titles and hints. */
const seenOn = async (page: Page, language: Language): Promise<string[]> => {
  await page.waitForFunction((lang) => document.documentElement.lang === lang, {}, language);
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const read: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: element, textContent } = walker.currentNode;
      if (element !== null && !element.closest("script, style, textarea, input, code")) read.push(textContent ?? "");
    }
    for (const element of document.querySelectorAll("*"))
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
        const value = element.getAttribute(name);
        if (value !== null) read.push(value);
      }
    return read;
  });
};

/** The page as it is read in one language and, without loading anything again, in the other. */
const walk = async (where: string): Promise<InBoth> => {
  const page = await openPage(browser, `${board.url}/${where}`, { width: 1280, language: "es" });
  try {
    await page.waitForSelector(where.includes("?") ? "[role=dialog] h2" : "main h1");
    await page.waitForNetworkIdle({ idleTime: 200 });
    const es = await seenOn(page, "es");
    // As if it was chosen in another tab.
    await page.evaluate(() => {
      localStorage.setItem("smarketing-board-language", "en");
      dispatchEvent(new Event("storage"));
    });
    return { es, en: await seenOn(page, "en") };
  } finally {
    await page.close();
  }
};

const places: readonly (readonly [string, Role, string])[] = [
  ["the pipeline", "manager", ""],
  ["one's leads", "manager", "my-leads"],
  ["a lead", "manager", `leads/${lead.leadId}`],
  ["a won lead", "manager", "leads/won"],
  ["an unanswered lead", "manager", "leads/silent"],
  ["an answer to a hand-off", "manager", `leads/${lead.leadId}?do=answer`],
  ["a decision instead of the gate", "marketing", "leads/nurturing?do=override"],
  ["an outcome", "manager", "leads/opportunity?do=outcome"],
  ["corrected details", "manager", `leads/${lead.leadId}?do=edit`],
  ["a lead added by hand", "manager", "?add=1"],
  ["the figures", "manager", "figures"],
  ["the meeting", "manager", "meeting"],
  ["what needs attention", "marketing", "attention"],
  ["the wins", "manager", "celebrate"],
  ["the sources", "marketing", "sources"],
  ["the agreement", "manager", "agreement"],
  ["imports", "marketing", "import"],
  ["a list's columns and terms", "marketing", "import/LIST"],
  ["the audit trail", "operations", "trail"],
];

/** A user, kinds of files, a section of the runbook, an error of the test's. */
const ours = [
  "olga",
  // As Chromium names the Falkland Islands in both languages.
  "Islas Malvinas",
  "feria.csv",
  "feria",
  "marta",
  ...list.split(/[;\r\n]+/),
  "Smarketing",
  ".xlsx",
  "Needs attention",
  "Boom",
  spam.message.split(" ").slice(3).join(" "),
];
/** What tools call their own buttons and permissions, and commands. */
const ofTools = (terms.sources ?? []).flatMap(({ id, kind }) => {
  const { name, steps } = kinds[kind];
  return [
    ...[id, name, name.split(" ")[0] ?? ""],
    ...steps.flatMap(({ en }) =>
      [...en.matchAll(/“([^”]+)”|(\S+(?: \S+)? > [\w ]+\w)|(Apps Script)|(docs\/\S+)/g)].flatMap((found) =>
        found.slice(1),
      ),
    ),
  ].filter((text) => text !== undefined);
});

describe("the words of the board", () => {
  it.each(places)("are of one language, without codes, on %s", async (_, as, address) => {
    role = as;
    const where = address.replace("LIST", importId);
    const seen = await walk(where);
    expect(seen.es.length).toBeGreaterThan(30);
    expect(tongues.wrongIn(seen, [...Object.values(typed), ...ours, ...ofTools])).toEqual([]);
  });
});
