import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { filesBelow, packFiles } from "./pack-files.ts";

const repository = path.join(import.meta.dirname, "../..");
const builds = path.join(repository, ".local", "board-build");

/** Everything that the board is built from; packages by their lock file. */
const sources = ["web/board", "lambdas/contract", "lambdas/domain", "lib/board", "vite.config.ts", "package-lock.json"];

/**
 * Builds the board with Vite and compresses it, once for the same sources: tests synthesise often.
 * @returns the folder with its files.
 */
export const buildBoard = (): string => {
  const folder = path.join(builds, hashOfSources());
  if (existsSync(folder)) return folder;
  mkdirSync(builds, { recursive: true });
  // Built in a temporary folder and moved into place: another process may synthesise at the same time.
  const aside = mkdtempSync(path.join(builds, "aside-"));
  const vite = path.join(repository, "node_modules/vite/bin/vite.js");
  const options = ["build", "--config", "vite.config.ts", "--outDir", aside, "--logLevel", "warn"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, ...options], {
    cwd: repository,
    encoding: "utf8",
    // Under a test runner it would be "test", which selects React's development build.
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    throw new Error(`The board was not built:\n${stdout}${stderr}`);
  }
  packFiles(aside);
  return putInPlace(aside, folder);
};

const putInPlace = (aside: string, folder: string): string => {
  try {
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
};

const hashOfSources = (): string => {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesIn)) {
    const content = readFileSync(path.join(repository, file));
    hash.update(`${file}\0${content.byteLength}\0`).update(content);
  }
  return hash.digest("hex").slice(0, 16);
};

const filesIn = (source: string): string[] =>
  source.includes("/") ? filesBelow(path.join(repository, source)).map((name) => `${source}/${name}`) : [source];
