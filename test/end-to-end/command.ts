import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Main } from "../../bin/frame/command.ts";
import { typed as typedTo } from "../bin/typed.ts";
import { outputs } from "./pipeline.ts";

/** What a command says when somebody types it and tells it of this pipeline; @throws what it says when it fails. */
export const typed = async (main: Main, ...args: string[]): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), "smarketing-command-"));
  try {
    const file = path.join(folder, "outputs.json");
    await writeFile(file, JSON.stringify(outputs));
    const { code, out, err } = await typedTo(main, ["--outputs", file, ...args]);
    if (code !== 0) throw new Error(`ended with ${code}: ${err}`);
    return out;
  } finally {
    await rm(folder, { recursive: true });
  }
};
