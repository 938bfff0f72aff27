import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";

// Node keeps ten frames, of which the SDK fills eight.
Error.stackTraceLimit = 30;

let known: SourceMap | "none" | undefined;

/**
 * The map that the deployment put beside the bundle. It is read at the first error: Node's own `--enable-source-maps`
 * reads it at every cold start, which takes an eighth longer then (docs/adr/0025).
 */
const mapBeside = (): SourceMap | undefined => {
  known ??= readMap();
  return known === "none" ? undefined : known;
};

const readMap = (): SourceMap | "none" => {
  try {
    return new SourceMap(JSON.parse(readFileSync(path.join(__dirname, "index.js.map"), "utf8")));
  } catch {
    // Not in a bundle: tests and commands run the sources themselves.
    return "none";
  }
};

const frame = /^\s+at (?:.*\()?(.+):(\d+):(\d+)\)?$/;

/** The frames of a stack: those of our own code by line of the TypeScript source, the others as they are. */
export const sourceLines = (stack: string): string[] =>
  stack.split("\n").flatMap((line) => {
    const [, file, row, column] = frame.exec(line) ?? [];
    if (file === undefined) return [];
    const entry = file.endsWith("/index.js") ? mapBeside()?.findEntry(Number(row) - 1, Number(column) - 1) : undefined;
    const { originalSource, originalLine, originalColumn } = Object(entry);
    return [originalSource ? `at ${originalSource}:${originalLine + 1}:${originalColumn + 1}` : line.trim()];
  });
