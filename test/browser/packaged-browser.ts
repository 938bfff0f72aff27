import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** A change of the package's version is a change of this name. */
const unpacked = path.join(tmpdir(), "smarketing-chromium-137.0.1");

/**
 * Chromium from the npm package and the libraries that a bare machine lacks, unpacked once for all processes and all
 * times: aside first, so that no one starts one that is half there.
 */
export const packagedBrowser = async (): Promise<{ executablePath: string; env: NodeJS.ProcessEnv }> => {
  if (!existsSync(unpacked)) await unpack();
  return {
    executablePath: path.join(unpacked, "chromium"),
    env: { ...process.env, LD_LIBRARY_PATH: path.join(unpacked, "al2023", "lib") },
  };
};

const unpacker = path.join(import.meta.dirname, "unpack-browser.mjs");

/**
 * The package unpacks into the folder for temporary files, and the libraries only where it takes itself to be on AWS.
 */
const unpack = async (): Promise<void> => {
  const aside = await mkdtemp(`${unpacked}-`);
  const env = { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" };
  await promisify(execFile)(process.execPath, [unpacker], { env });
  // Another process may have been faster.
  await rename(aside, unpacked).catch(() => rm(aside, { recursive: true }));
};
