// @ts-check
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart } from "./cannot-start.mjs";
import { spawnGuarded } from "./spawn-guarded.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs one step of the installation; throws `CannotStart` with the end of its output when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} name the step, as shown to the user
 */
export const installStep = async (command, args, name) => {
  const logFile = path.join(root, ".local", "install.log");
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = openSync(logFile, "w");
  const code = await codeOf(spawnGuarded(command, args, { env: process.env, log, cwd: root }));
  closeSync(log);
  if (code === 0) return;
  const said = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-8).join("\n");
  throw new CannotStart(
    `${name} failed; check the connection to the package registry (full output: .local/install.log) and start again.\n${said}`,
  );
};

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number | null>}
 */
const codeOf = (child) =>
  new Promise((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
