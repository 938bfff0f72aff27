import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import * as z from "zod/mini";
import { shippedTemplate } from "../infrastructure/synthesise.ts";
import { isAllowed } from "./policy.ts";
import { requestsOf } from "./requests.ts";
import { DeployedStack } from "./stack-roles.ts";

/** Which permissions each function was seen to need, by its entry; `npm run calls:keep` adds what a run has seen. */
export const recordedFile = path.resolve("test/iam/recorded-calls.json");

export type RecordedCalls = Readonly<Record<string, readonly string[]>>;

export const readRecorded = async (): Promise<RecordedCalls> =>
  z.record(z.string(), z.array(z.string())).parse(JSON.parse(await readFile(recordedFile, "utf8")));

/** With these lines of recorders, everything in order. */
export const merged = (recorded: RecordedCalls, lines: readonly string[]): RecordedCalls => {
  const calls = new Map(Object.entries(recorded).map(([entry, known]) => [entry, new Set(known)]));
  for (const line of lines) {
    const [entry = "", call] = line.split("\t");
    if (call !== undefined) calls.set(entry, (calls.get(entry) ?? new Set()).add(call));
  }
  return Object.fromEntries([...calls].sort().map(([entry, known]) => [entry, [...known].sort()]));
};

export interface Recording {
  /** For the functions' processes. */
  readonly functionEnvironment: NodeJS.ProcessEnv;
  /**
   * Judges what the record does not have: says so when the function's role allows it.
   * @throws when it does not
   */
  judge(): Promise<void>;
}

/** Writes down what the functions of a local cloud ask of AWS. */
export const recordingOf = async (directory: string): Promise<Recording> => {
  const [recorder, seen] = [path.join(directory, "recorder.cjs"), path.join(directory, "calls.tsv")];
  await build({
    entryPoints: [path.resolve("test/iam/recorder.ts")],
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile: recorder,
  });
  await writeFile(seen, "");
  return {
    functionEnvironment: { NODE_OPTIONS: `--require=${recorder}`, SMARKETING_RECORDED_CALLS: seen },
    judge: async () => {
      const recorded = await readRecorded();
      const unknown = await unknownIn(await linesOf(seen), recorded);
      if (unknown.length === 0) return;
      const refused = refusedOf(unknown);
      if (refused.length > 0)
        throw new Error(`the roles of functions do not allow what these did:\n${refused.join("\n")}`);
      console.log(`new calls of functions, all of them allowed; npm run calls:keep adds them:\n${unknown.join("\n")}`);
    },
  };
};

/** Calls, by the function's entry, that its role in the template does not allow. */
const refusedOf = (lines: readonly string[]): string[] => {
  const functions = new DeployedStack(shippedTemplate()).functions();
  return lines.filter((line) => {
    const [entry, call = ""] = line.split("\t");
    const one = functions.find((each) => each.entry === entry);
    return (
      one === undefined || requestsOf(call, one.environment).some((request) => !isAllowed(one.role.statements, request))
    );
  });
};

const linesOf = async (file: string): Promise<string[]> =>
  (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");

const unknownIn = (lines: readonly string[], recorded: RecordedCalls): string[] =>
  [...new Set(lines)].sort().filter((line) => {
    const [entry = "", call = ""] = line.split("\t");
    return recorded[entry]?.includes(call) !== true;
  });
