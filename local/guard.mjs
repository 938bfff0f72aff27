/**
 * `node guard.mjs COMMAND ARGS...`: runs the command for as long as the other end of standard input is open. When it
 * closes, however its holder ended, the whole process group is killed: the command and all that it started.
 */
import { spawn } from "node:child_process";

const [command, ...args] = process.argv.slice(2);
const endGroup = () => process.kill(-process.pid, "SIGKILL");

const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });
child.on("error", ({ message }) => {
  console.error(message);
  process.exit(127);
});
child.on("exit", (code) => process.exit(code ?? 1));
process.stdin.on("end", endGroup).on("error", endGroup).resume();
