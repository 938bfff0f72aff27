import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { spawnGuarded } from "./spawn-guarded.mjs";

export interface Command {
  /** Its name in messages. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** @default the folder that this process is in */
  readonly cwd?: string | undefined;
}

/** How long a process may take to end by itself, in milliseconds. */
const patience = 3000;

/** Everything that one local cloud has started; all of it ends together. */
export class ProcessFamily {
  readonly #groups = new Set<number>();
  #stopped = false;

  /** Starts it; `ended` resolves with its exit code. */
  start({ name, command, args, env, logFile, cwd }: Command): { readonly ended: Promise<number> } {
    if (this.#stopped) throw new Error(`${name} is not started: everything is being stopped`);
    const log = openSync(logFile, "a");
    const child = spawnGuarded(command, args, { env, log, cwd });
    closeSync(log);
    const group = child.pid;
    if (group === undefined) throw new Error(`${name} cannot be started (${command})`);
    this.#groups.add(group);
    return { ended: once(child, "close").then(([code]) => Number(code ?? 1)) };
  }

  /** Runs it to completion; rejects with the end of its log. */
  async run(command: Command): Promise<void> {
    const code = await this.start(command).ended;
    if (this.#stopped) throw new Error(`${command.name} was stopped`);
    if (code !== 0) throw new Error(`${command.name} failed (${command.logFile}):\n${lastLines(command.logFile)}`);
  }

  /** Terminates all of them, then kills what is left; afterwards none runs. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const group of this.#groups) signal(group, "SIGTERM");
    const end = Date.now() + patience;
    while (this.#alive().length > 0 && Date.now() < end) await pause(50);
    for (const group of this.#groups) signal(group, "SIGKILL");
    while (this.#alive().length > 0 && Date.now() < end + patience) await pause(20);
  }

  #alive(): number[] {
    return [...this.#groups].filter((group) => signal(group, 0));
  }
}

/** Whether the group still had a process. */
const signal = (group: number, kind: "SIGTERM" | "SIGKILL" | 0): boolean => {
  try {
    process.kill(-group, kind);
    return true;
  } catch {
    return false;
  }
};

const lastLines = (file: string): string => readFileSync(file, "utf8").trimEnd().split("\n").slice(-25).join("\n");
