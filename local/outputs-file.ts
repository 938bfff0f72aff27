import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { CloudOutputs } from "./cloud.ts";

/** Written atomically: a script that reads meanwhile gets the old file or the new one. */
export const writeOutputs = async (file: string, outputs: CloudOutputs): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, textOf(outputs));
  await rename(aside, file);
};

/** Unless another cloud has written its own there since. */
export const removeOutputs = async (file: string, outputs: CloudOutputs): Promise<void> => {
  const there = await readFile(file, "utf8").catch(() => "");
  if (there === textOf(outputs)) await rm(file, { force: true });
};

const textOf = (outputs: CloudOutputs): string => `${JSON.stringify(outputs, undefined, 2)}\n`;
