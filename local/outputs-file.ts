import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { CloudOutputs } from "./cloud.ts";

/** Written whole: a script that reads meanwhile gets the old or the new. */
export const writeOutputs = async (file: string, outputs: CloudOutputs): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, textOf(outputs));
  await rename(aside, file);
};

/** Unless another cloud has put its own there. */
export const removeOutputs = async (file: string, outputs: CloudOutputs): Promise<void> => {
  const there = await readFile(file, "utf8").catch(() => "");
  if (there === textOf(outputs)) await rm(file, { force: true });
};

const textOf = (outputs: CloudOutputs): string => `${JSON.stringify(outputs, undefined, 2)}\n`;
