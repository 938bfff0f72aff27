// @ts-check
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const guard = fileURLToPath(new URL("guard.mjs", import.meta.url));

/**
 * Starts a command in a process group of its own that cannot outlive this process.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, log: number, cwd?: string }} options `log`: descriptor of an open file
 */
export const spawnGuarded = (command, args, { env, log, cwd }) =>
  spawn(process.execPath, [guard, command, ...args], { cwd, env, detached: true, stdio: ["pipe", log, log] });
