/** Starts one local cloud for all the tests that drive the deployed template. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { parseDocument } from "yaml";
import * as z from "zod/mini";
import { type CloudOutputs, startCloud } from "../../local/cloud.ts";
import { openAnyDoor } from "../../local/front-server/door.ts";
import { readAgreement } from "../../local/read-agreement.ts";
import { recordingOf } from "../iam/recording.ts";
import { aTool } from "../source/a-tool.ts";
import { everySource, fetchedLead } from "../sources/posted.ts";

declare module "vitest" {
  interface ProvidedContext {
    outputs: CloudOutputs;
    /** The file of the agreement that is deployed. */
    agreementFile: string;
    /** How much the tests of load take on: `npm test` looks whether it works, `npm run test:load` also how much it bears. */
    load: "small" | "full";
  }
}

const RepsSchema = z.object({ reps: z.array(z.object({ id: z.string(), territories: z.optional(z.unknown()) })) });

const testClouds = path.resolve(".local", "test");

export default async (project: TestProject): Promise<() => Promise<void>> => {
  await removeForgotten();
  const directory = path.join(testClouds, String(process.pid));
  await mkdir(directory, { recursive: true });
  const agreementFile = await writeHurriedAgreement(directory, project.name);
  const agreement = readAgreement(agreementFile);
  const say = (line: string) => console.log(`local cloud: ${line}`);
  const recording = await recordingOf(directory);
  const door = await openAnyDoor();
  const tools = await aTool(({ url = "" }, response) => void response.writeHead(200).end(fetchedLead(url)));
  const { functionEnvironment } = recording;
  const cloud = await startCloud({
    directory,
    agreement,
    door,
    say,
    functionEnvironment,
    toolsOrigin: tools.origin,
    adaptJourney: hurried,
  }).catch((cause: unknown) => {
    throw new Error(`The local cloud for the tests did not start; its logs are in ${directory}/logs`, { cause });
  });
  say(`its logs are in ${cloud.outputs.logs}`);
  project.provide("outputs", cloud.outputs);
  project.provide("agreementFile", agreementFile);
  return async () => {
    await cloud.stop();
    await tools.stop();
    await recording.judge();
  };
};

/** The logs of a run stay until the next one, to see why it failed. */
const removeForgotten = async (): Promise<void> => {
  for (const name of await readdir(testClouds).catch(() => [])) {
    if (!isRunning(Number(name))) await rm(path.join(testClouds, name), { recursive: true, force: true });
  }
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * The definition in more of a hurry: what it retries for a quarter of an hour, it retries for some seconds. How long it
 * really takes is tested by a clock that jumps (test/journey).
 */
const hurried = (definition: string): string =>
  JSON.stringify(
    JSON.parse(definition, (key, value: unknown) =>
      key === "Retry" ? z.array(RetrierSchema).parse(value).map(hurriedRetrier) : value,
    ),
  );

const RetrierSchema = z.looseObject({ MaxAttempts: z.optional(z.int()) });

const hurriedRetrier = (retrier: z.infer<typeof RetrierSchema>) =>
  retrier.MaxAttempts === 0 ? retrier : { ...retrier, IntervalSeconds: 1, MaxDelaySeconds: 1, MaxAttempts: 10 };

/** The reps who have Portugal to themselves: a test may fill their hands while others give leads from Spain away. */
const portuguese = ["ines", "rui", "marisa", "duarte", "leonor", "tiago", "beatriz"];

/**
 * The demo agreement, in even more of a hurry, and with reps who never have their hands full. Tests run side by side, so
 * that those who are everywhere in the demo are in Spain alone.
 */
const writeHurriedAgreement = async (directory: string, project: string): Promise<string> => {
  const terms = parseDocument(await readFile("agreement.demo.yaml", "utf8"));
  const hurried: (readonly [string, unknown])[] = [
    ["sla.sales.followUp", "10 seconds"],
    ["sla.sales.followUpFastLane", "10 seconds"],
    ["sla.sales.followUpOf", []],
    ["sla.sales.reassignedWithin", "5 seconds"],
    ["sla.sales.overflow", { after: "10 minutes", to: "manager" }],
    ["sla.sales.reminderShare", 0.5],
    [
      "sla.sales.escalation",
      [
        { after: "2 seconds", to: "manager" },
        { after: "8 seconds", reassign: true },
        { after: "2 seconds", to: "director" },
      ],
    ],
    ["sla.sales.returnAfter", "6 seconds"],
    ["sla.sales.capacityRetry", "30 seconds"],
    ["sla.sales.askOutcomeAfter", "10 seconds"],
    ["nurture.cadence", "3 seconds"],
    ["nurture.mostTouches", 2],
    ["nurture.dormantAfter", "6 seconds"],
    // A thousand at once: how rows wait for the agreed pace is tested with the demo's.
    ...(project === "load" ? [["imports.perHour", 12_000] as const] : []),
  ];
  for (const [key, value] of hurried) terms.setIn(key.split("."), terms.createNode(value));
  const { reps } = RepsSchema.parse(terms.toJS().team);
  const capacity = { newPerWeek: 1000, openAtMost: 1000 };
  for (const [i, { territories }] of reps.entries()) {
    terms.setIn(["team", "reps", i, "capacity"], terms.createNode(capacity));
    if (territories === undefined)
      terms.setIn(["team", "reps", i, "territories"], terms.createNode([{ country: "ES" }]));
  }
  for (const id of portuguese.filter((each) => reps.every((rep) => rep.id !== each))) {
    const who = { id, name: `${id} Pereira`, email: `${id}@anaquel.example`, language: "es", speaks: ["es"] };
    terms.addIn(
      ["team", "reps"],
      terms.createNode({ ...who, territories: [{ country: "PT" }], capacity, manager: "sarah" }),
    );
  }
  terms.setIn(["sources"], terms.createNode(everySource));
  const file = path.join(directory, "agreement.yaml");
  await writeFile(file, String(terms));
  return file;
};
