/** Starts one local cloud for all the tests that drive the deployed template. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { parseDocument } from "yaml";
import { type CloudOutputs, startCloud } from "../../local/cloud.ts";
import { openAnyDoor } from "../../local/front-server/door.ts";
import { readAgreement } from "../../local/read-agreement.ts";

declare module "vitest" {
  interface ProvidedContext {
    outputs: CloudOutputs;
  }
}

const testClouds = path.resolve(".local", "test");

export default async (project: TestProject): Promise<() => Promise<void>> => {
  await removeForgotten();
  const directory = path.join(testClouds, String(process.pid));
  await mkdir(directory, { recursive: true });
  const agreement = readAgreement(await writeHurriedAgreement(directory));
  const say = (line: string) => console.log(`local cloud: ${line}`);
  const cloud = await startCloud({ directory, agreement, door: await openAnyDoor(), say }).catch((cause: unknown) => {
    throw new Error(`The local cloud for the tests did not start; its logs are in ${directory}/logs`, { cause });
  });
  say(`its logs are in ${cloud.outputs.logs}`);
  project.provide("outputs", cloud.outputs);
  return () => cloud.stop();
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

/** The demo agreement, in even more of a hurry, and with reps who never have their hands full. */
const writeHurriedAgreement = async (directory: string): Promise<string> => {
  const terms = parseDocument(await readFile("agreement.demo.yaml", "utf8"));
  const hurried: [string, unknown][] = [
    ["sla.sales.followUp", "6 seconds"],
    ["sla.sales.followUpFastLane", "6 seconds"],
    ["sla.sales.followUpOf", []],
    ["sla.sales.reassignedWithin", "5 seconds"],
    ["sla.sales.overflow", { after: "10 minutes", to: "manager" }],
    ["sla.sales.reminderShare", 0.5],
    [
      "sla.sales.escalation",
      [
        { after: "2 seconds", to: "manager" },
        { after: "4 seconds", reassign: true },
        { after: "2 seconds", to: "director" },
      ],
    ],
    ["sla.sales.returnAfter", "6 seconds"],
    ["sla.sales.capacityRetry", "30 seconds"],
    ["sla.sales.askOutcomeAfter", "10 seconds"],
    ["nurture.cadence", "3 seconds"],
    ["nurture.mostTouches", 2],
    ["nurture.dormantAfter", "6 seconds"],
  ];
  for (const [key, value] of hurried) terms.setIn(key.split("."), terms.createNode(value));
  for (const rep of Object.keys(Object(terms.toJS().team.reps))) {
    terms.setIn(["team", "reps", Number(rep), "capacity"], terms.createNode({ newPerWeek: 1000, openAtMost: 1000 }));
  }
  const file = path.join(directory, "agreement.yaml");
  await writeFile(file, String(terms));
  return file;
};
