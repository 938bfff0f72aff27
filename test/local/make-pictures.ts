/**
 * `npm run pictures`: makes the pictures of the README, docs/pictures/board.png and docs/pictures/hand-off-mail.png, from a
 * pipeline on this machine. `-- --outputs .local/outputs.json` takes one that runs; without it one is started and ended.
 */
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Browser, Page } from "puppeteer-core";
import * as z from "zod/mini";
import { startCloud } from "../../local/cloud.ts";
import { openAnyDoor } from "../../local/front-server/door.ts";
import { prepare } from "../../local/prepare.mjs";
import { projectRoot } from "../../local/project-root.ts";
import { readAgreement } from "../../local/read-agreement.ts";
import { openBrowser } from "../browser/open-browser.ts";

const folder = path.join(projectRoot, "docs", "pictures");
/** A README is read on slow lines, too. */
const mostBytes = 250_000;

const OutputsSchema = z.object({
  api: z.url(),
  board: z.url(),
  inbox: z.url(),
  demo: z.object({
    users: z.readonly(z.array(z.object({ user: z.string(), role: z.string() }))),
    password: z.string(),
  }),
});
type Outputs = z.infer<typeof OutputsSchema>;

const main = async (): Promise<void> => {
  const { outputs: file } = parseArgs({ options: { outputs: { type: "string" } } }).values;
  if (file !== undefined) return takePictures(OutputsSchema.parse(JSON.parse(await readFile(file, "utf8"))));
  await prepare();
  // As in local/start.mjs: about this Node, not about the one that the functions run on.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  const cloud = await startCloud({
    directory: path.join(projectRoot, ".local", "pictures"),
    agreement: readAgreement(path.join(projectRoot, "agreement.demo.yaml")),
    history: true,
    door: await openAnyDoor(),
    say: console.log,
  });
  try {
    await takePictures(cloud.outputs);
  } finally {
    await cloud.stop();
  }
};

const takePictures = async (outputs: Outputs): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser({ person: true });
  try {
    await save("board.png", await pictureOfBoard(browser, outputs));
    await save("hand-off-mail.png", await pictureOfMail(browser, outputs));
  } finally {
    await browser.close();
  }
};

const save = async (name: string, picture: Uint8Array): Promise<void> => {
  const file = path.join(folder, name);
  await writeFile(file, picture);
  const { size } = await stat(file);
  console.log(`${path.relative(projectRoot, file)}  ${Math.round(size / 1000)} kB`);
  if (size > mostBytes) throw new Error(`${name} is larger than ${mostBytes / 1000} kB`);
};

/** Nothing moves, and nothing depends on how this machine is set up: light, in English. */
const calmPage = async (browser: Browser, width: number, height: number): Promise<Page> => {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: "light" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.emulateTimezone("Europe/Madrid");
  return page;
};

/** The pipeline as the manager sees it. */
const pictureOfBoard = async (browser: Browser, { board, demo }: Outputs): Promise<Uint8Array> => {
  const page = await calmPage(browser, 1440, 760);
  await page.evaluateOnNewDocument(() => {
    for (const [name, value] of [
      ["language", "en"],
      ["theme", "light"],
      ["celebrate", "off"],
    ])
      localStorage.setItem(`smarketing-board-${name}`, `${value}`);
  });
  await page.goto(board);
  await page.waitForSelector("input[autocomplete=username]");
  await page.type("input[autocomplete=username]", demo.users.find(({ role }) => role === "manager")?.user ?? "");
  await page.type("input[autocomplete=current-password]", demo.password);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".pipeline-column li");
  await counted(page);
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  return page.screenshot();
};

/** How long the columns' numbers must stay as they are, in seconds: the stream brings the history's figures after its leads. */
const calmSeconds = 15;

const counted = async (page: Page): Promise<void> => {
  const end = Date.now() + 300_000;
  const numbers = () => page.$$eval(".pipeline-column", (columns) => columns.map((each) => each.textContent).join());
  let [seen, since] = [await numbers(), Date.now()];
  while (Date.now() - since < calmSeconds * 1000) {
    if (Date.now() > end) throw new Error("the board's numbers have not come to rest for five minutes");
    await pause(500);
    const now = await numbers();
    if (now !== seen) [seen, since] = [now, Date.now()];
  }
};

/** Someone who fits, has read a little, and asks for a demo. */
const lead = {
  email: "helena.duarte@tagusfoods.example",
  firstName: "Helena",
  lastName: "Duarte",
  company: "Tagus Foods",
  jobTitle: "Head of operations",
  companySize: 140,
  industry: "Food",
  country: "PT",
  phone: "+351 210 000 000",
  interest: "demo",
  message: "We pick 900 lines a day and one in thirty is wrong. Can we see it with our own data?",
  language: "en",
  consent: "nurture",
  utm_source: "linkedin",
  utm_medium: "social",
};
const visitorId = "4c1d7a52-6f0e-4a35-9b51-2f1f0f6f7a10";
const read = [
  { kind: "page-viewed", minutesAgo: 34 },
  { kind: "content-read", subject: "cost-of-errors", minutesAgo: 31 },
  { kind: "pricing-viewed", minutesAgo: 22 },
];

/** The mail by which a rep gets that lead. */
const pictureOfMail = async (browser: Browser, { api, inbox }: Outputs): Promise<Uint8Array> => {
  const events = read.map(({ minutesAgo, ...event }, i) => {
    const at = new Date(Date.now() - minutesAgo * 60_000).toISOString();
    return { ...event, id: `picture-${Date.now()}-${i}`, at };
  });
  await post(`${api}/engagements`, { visitorId, events });
  await post(`${api}/leads`, { ...lead, visitorId });
  const id = await handOffMail(inbox);
  const page = await calmPage(browser, 720, 900);
  // The inbox lets nothing run in a mail, not even what measures it here.
  await page.setContent(await (await fetch(`${inbox}/messages/${encodeURIComponent(id)}.html`)).text());
  const height = await page.$$eval(
    "h2",
    (headings, last) => {
      const heading = headings.find(({ textContent }) => textContent?.startsWith(last));
      return heading === undefined ? 0 : heading.getBoundingClientRect().top - 16;
    },
    firstLeftOut,
  );
  if (height <= 0) throw new Error(`the hand-off mail has no heading “${firstLeftOut}”`);
  return page.screenshot({ clip: { x: 0, y: 0, width: 720, height } });
};

/** The heading of the first part of the mail that the picture leaves out: the points in detail. */
const firstLeftOut = "Fit with the buyer persona";

const post = async (address: string, body: unknown): Promise<void> => {
  const headers = { "content-type": "application/json" };
  const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
};

const MailsSchema = z.array(z.object({ id: z.string(), subject: z.string(), text: z.string() }));

const handOffMail = async (inbox: string): Promise<string> => {
  const end = Date.now() + 120_000;
  for (;;) {
    const mails = MailsSchema.parse(await (await fetch(`${inbox}/messages.json`)).json());
    const mail = mails.find(({ text }) => text.includes(lead.company) && text.includes("/answers/"));
    if (mail !== undefined) return mail.id;
    if (Date.now() > end) throw new Error("no hand-off mail has come for two minutes");
    await pause(1000);
  }
};

await main();
process.exit(0);
