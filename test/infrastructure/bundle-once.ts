/** Bundles the functions once in a run of the tests: for every process that needs them, each of them would take seconds. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Metafile } from "esbuild";
import { buildAll, madeBefore } from "../../lib/house/bundle.ts";

const folderOfRun = "SMARKETING_TEST_RUN";
const metafileIn = (folder: string): string => path.join(folder, "metafile.json");

/** For the set-up of a project: a place for the whole run, empty until somebody needs a bundle. */
export default (): (() => void) => {
  // Another project of the same run has made it.
  if (process.env[folderOfRun] !== undefined) return () => {};
  const folder = mkdtempSync(path.join(tmpdir(), "smarketing-bundles-"));
  process.env[folderOfRun] = folder;
  return () => rmSync(folder, { recursive: true });
};

/** From now on this process takes the bundles of the run; two that ask at the same time both build them, to the same end. */
export const bundleOnce = (): void => {
  const { [folderOfRun]: folder } = process.env;
  if (folder === undefined || process.env[madeBefore] !== undefined) return;
  const kept = path.join(folder, "all");
  if (!existsSync(kept)) keep(folder, kept);
  process.env[madeBefore] = kept;
};

const keep = (folder: string, kept: string): void => {
  const fresh = mkdtempSync(path.join(folder, "being-made-"));
  const { files, metafile } = buildAll();
  for (const [name, content] of files) {
    mkdirSync(path.dirname(path.join(fresh, name)), { recursive: true });
    writeFileSync(path.join(fresh, name), content);
  }
  writeFileSync(metafileIn(fresh), JSON.stringify(metafile));
  try {
    renameSync(fresh, kept);
  } catch (error) {
    if (!existsSync(kept)) throw error;
  }
};

/** What went into each of the bundles. */
export const metafileOfAll = (): Metafile => {
  bundleOnce();
  const { [madeBefore]: folder } = process.env;
  return folder === undefined ? buildAll().metafile : JSON.parse(readFileSync(metafileIn(folder), "utf8"));
};
