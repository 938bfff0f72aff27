import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { AgreementTerms } from "../lambdas/contract/agreement.ts";
import { type Cloud, type CloudOutputs, startCloud } from "./cloud.ts";
import { curlToTry, demoSourceSecret } from "./demo-sources.ts";
import { openDoor } from "./front-server/door.ts";
import type { Options } from "./options.mjs";
import { projectRoot } from "./project-root.ts";
import { readAgreement } from "./read-agreement.ts";

const localDirectory = path.join(projectRoot, ".local");

/** Runs the local cloud until a signal ends it; throws when it cannot start or when a part of it exits. */
export const run = async (options: Options): Promise<void> => {
  const signal = stopSignal();
  const agreement = readAgreement(options.agreement);
  const door = await openDoor(options.port);
  const directory = path.join(localDirectory, String(door.port));
  try {
    const cloud = await startCloud({
      directory,
      agreement,
      door,
      history: options.history,
      sourceSecret: demoSourceSecret,
      say: console.log,
      signal,
    });
    await serve(cloud, agreement.terms, directory, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  console.log("Stopped.");
};

/** Aborted by Ctrl-C, by `kill`, and when the terminal closes. */
const stopSignal = (): AbortSignal => {
  const stopping = new AbortController();
  const stop = () => {
    if (!stopping.signal.aborted) console.log("Stopping ...");
    stopping.abort();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  return stopping.signal;
};

const serve = async (cloud: Cloud, terms: AgreementTerms, directory: string, signal: AbortSignal): Promise<void> => {
  const files = [path.join(directory, "outputs.json"), path.join(localDirectory, "outputs.json")];
  try {
    for (const file of files) await writeOutputs(file, cloud.outputs);
    console.log(readyLines(cloud, terms));
    const broken = await Promise.race([cloud.broken, aborted(signal)]);
    if (broken !== undefined && !signal.aborted) throw new Error(broken);
  } finally {
    for (const file of files) await removeOutputs(file, cloud.outputs);
    await cloud.stop();
  }
};

const aborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener("abort", () => resolve(undefined));
  });

const readyLines = (
  { outputs: { api, site, form, inbox, board, demo, logs } }: Cloud,
  terms: AgreementTerms,
): string => `
Ready.
  board   ${board}
          sign in as ${demo.users.map(({ user, role }) => `${user} (${role})`).join(", ")};
          password of all of them: ${demo.password}
  site    ${site}es/  ${site}en/
  form    ${form}es/  ${form}en/
  inbox   ${inbox}/
  API     ${api}, described at ${api}/reference/
  logs    ${logs}
${tryingLines(api, terms)}
Ctrl-C stops all of it.`;

/** Where the agreement has a source that anybody can post to by hand. */
const tryingLines = (api: string, terms: AgreementTerms): string => {
  const curl = curlToTry(api, terms);
  return curl === undefined ? "" : `\nA form tool's lead, who passes the gate at once:\n  ${curl}\n`;
};

/** Written atomically: a script that reads meanwhile gets the old file or the new one. */
const writeOutputs = async (file: string, outputs: CloudOutputs): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, textOf(outputs));
  await rename(aside, file);
};

/** Unless another cloud has written its own there since. */
const removeOutputs = async (file: string, outputs: CloudOutputs): Promise<void> => {
  const there = await readFile(file, "utf8").catch(() => "");
  if (there === textOf(outputs)) await rm(file, { force: true });
};

const textOf = (outputs: CloudOutputs): string => `${JSON.stringify(outputs, undefined, 2)}\n`;
