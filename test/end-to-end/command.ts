import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { outputs } from "./pipeline.ts";

const run = promisify(execFile);

/** What a command of `bin/` says when somebody types it and tells it of this pipeline. */
export const typed = async (command: string, ...options: string[]): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), "smarketing-command-"));
  try {
    const file = path.join(folder, "outputs.json");
    await writeFile(file, JSON.stringify(outputs));
    return (await run(process.execPath, ["--import", "tsx", `bin/${command}.ts`, "--outputs", file, ...options]))
      .stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
};
