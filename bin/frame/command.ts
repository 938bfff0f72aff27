import { realpathSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as z from "zod/mini";
import { CommandError, sayError, UsageError } from "./errors.ts";
import { type Described, helpText, nameOf, rowOf, table } from "./help.ts";
import { helpOf, isRequired, type Options } from "./option.ts";

/**
 * What a command's end says, the same for all of them. `usedWrongly` is what the command line alone shows:
 * options, values, arguments. A file that is not there, an agreement with mistakes, a service that refuses: `notDone`.
 */
export const exitCodes = { done: 0, notDone: 1, usedWrongly: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where a command writes, and what it gets from elsewhere than the command line. Tests have their own. */
export interface Io {
  /** A text of whole lines. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => string;
  readonly pause: (millis: number) => Promise<void>;
}

/** What it says at its end, and how it ends if not with `done`. */
type Result = string | ExitCode | { readonly text: string; readonly exitCode: ExitCode };

export interface Command<S extends Options> extends Described {
  readonly options: S;
  /** How things are when it fails: `Nothing was sent.` */
  readonly otherwise?: string;
  /** What a failure ends with, where `notDone` says something else. */
  readonly failsWith?: ExitCode;
  readonly run: (values: z.output<z.ZodMiniObject<S, z.core.$strip>>, io: Io) => Result | Promise<Result>;
}

/** Carries the command out as it was typed; never throws. */
export type Main = (args: readonly string[], io?: Partial<Io>) => Promise<ExitCode>;

export const command =
  <const S extends Options>(described: Command<S>): Main =>
  async (args, given = {}) => {
    const io = { ...processIo, ...given };
    const { otherwise, failsWith = exitCodes.notDone } = described;
    try {
      if (args.includes("--help")) return say(io, helpText(described));
      const values = valuesOf(described, args, io.env);
      return say(io, await described.run(values, io));
    } catch (error) {
      const isTold = error instanceof CommandError || otherwise === undefined;
      io.err(`${isTold ? "" : `${otherwise} `}${sayError(error)}\n`);
      return error instanceof UsageError ? exitCodes.usedWrongly : failsWith;
    }
  };

const say = (io: Io, result: Result): ExitCode => {
  if (typeof result === "number") return result;
  const { text, exitCode } = typeof result === "string" ? { text: result, exitCode: exitCodes.done } : result;
  io.out(text.endsWith("\n") ? text : `${text}\n`);
  return exitCode;
};

const processIo: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  now: () => new Date().toISOString(),
  pause: (millis) => pause(millis),
};

/** @throws {UsageError} that names everything that is wrong with the command line, at once */
const valuesOf = <S extends Options>(described: Command<S>, args: readonly string[], env: Io["env"]) => {
  const { options, name, otherwise } = described;
  const { typed, faults, isWhole } = typedIn(args, options);
  const known: Record<string, unknown> = {};
  for (const key of Object.keys(options)) {
    const { environment = "", default: usual } = helpOf(options, key);
    known[key] = typed[key] ?? (env[environment] || undefined) ?? usual;
  }
  const checked = z.object(options).safeParse(known);
  const wrong = new Set(checked.success ? [] : checked.error.issues.map(({ path: [key] }) => String(key)));
  for (const key of wrong) if (known[key] !== undefined) faults.push(sayWrong(options, key, known[key]));
  // An option that has swallowed the next one would let that one be missing.
  const missing = isWhole ? missingIn(described, known) : [];
  if (missing.length > 0) faults.push("Missing:", table(missing));
  if (faults.length > 0 || !checked.success) {
    const said = otherwise === undefined ? [] : [otherwise];
    throw new UsageError([...said, ...faults, `npm run ${name} -- --help shows the options.`].join("\n"));
  }
  return checked.data;
};

const sayWrong = (options: Options, key: string, value: unknown): string => {
  const { takes = key, argument, kind, isSecret } = helpOf(options, key);
  return `${argument === undefined ? `--${key}` : takes} must be ${kind}${isSecret ? "" : `; it is "${value}"`}.`;
};

/** Rows as in the help: what is required and was not given; of alternatives, what each of them lacks. */
const missingIn = ({ options, needs = [] }: Described, known: Readonly<Record<string, unknown>>) => {
  const isMissing = (key: string) => known[key] === undefined;
  const required = Object.keys(options).filter((key) => isRequired(options, key));
  const open = needs
    .filter(({ when, oneOf }) => (when?.(known) ?? true) && oneOf.every((set) => set.some(isMissing)))
    .map(({ oneOf }) => oneOf.map((set) => set.filter(isMissing)));
  const single = [required, ...open.flatMap((sets) => (sets.length === 1 ? sets : []))].flat().filter(isMissing);
  const choices = open.filter((sets) => sets.length > 1);
  return [
    ...single.map((key) => rowOf(options, key)),
    ...choices.map((sets) => [
      sets.map((set) => set.map((key) => nameOf(options, key)).join(" with ")).join(", or "),
      "one of these",
    ]),
  ];
};

/** What stands on the command line, by option and argument, and what of it cannot be. */
const typedIn = (args: readonly string[], options: Options) => {
  const isArgument = (key: string) => helpOf(options, key).argument !== undefined;
  const isFlag = (key: string) => helpOf(options, key).takes === undefined;
  const named = Object.keys(options).filter((key) => !isArgument(key));
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(named.map((key) => [key, { type: isFlag(key) ? "boolean" : "string" } as const])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const typed: Record<string, unknown> = {};
  const unknown: string[] = [];
  const faults: string[] = [];
  let isWhole = true;
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    if (!named.includes(name)) unknown.push(rawName);
    else if (isFlag(name) && value !== undefined) faults.push(`${rawName} takes no value.`);
    else if (isFlag(name)) typed[name] = true;
    else if (value && (inlineValue || !/^-./.test(value))) typed[name] = value;
    else {
      isWhole = false;
      faults.push(`${rawName} needs a value.`);
    }
  }
  const words = [...positionals];
  for (const key of Object.keys(options).filter(isArgument))
    typed[key] = helpOf(options, key).argument === "one" ? words.shift() : words.splice(0);
  if (unknown.length > 0) faults.unshift(`Unknown: ${unknown.join(", ")}.`);
  // After an unknown option, or one that has swallowed another, it may be the value of that.
  else if (isWhole && words.length > 0) faults.push(`Not expected: ${words.join(", ")}.`);
  return { typed, faults, isWhole };
};

/** Carries the command out when its file is what Node was started with, and not when a test imports it. */
export const runIfStarted = async (main: Main, moduleUrl: string): Promise<void> => {
  const [, started] = process.argv;
  if (started === undefined || realpathSync(started) !== fileURLToPath(moduleUrl)) return;
  process.exitCode = await main(process.argv.slice(2));
};
