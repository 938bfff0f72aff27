import { createReadStream } from "node:fs";
import { CommandError } from "../frame/errors.ts";
import { checkFile } from "../frame/files.ts";

/** A longer line is no lead. */
const longestLine = 1_000_000;

/**
 * The lines of a file, one after the other, with their numbers; empty ones are left out. Never more than one of them, and a
 * piece of the file, is in memory.
 * @throws {CommandError} when it is not there, or has a line that is longer than a lead can be
 */
export async function* linesOfFile(file: string): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  checkFile(file, "the leads (--from)");
  let [line, rest] = [0, ""];
  for await (const chunk of createReadStream(file, { encoding: "utf8" })) {
    const texts = `${rest}${chunk}`.split("\n");
    rest = texts.pop() ?? "";
    for (const text of texts) {
      line++;
      if (text.trim() !== "") yield { line, text: unmarked(text, line) };
    }
    if (rest.length > longestLine)
      throw new CommandError(
        `${file}, line ${line + 1}: longer than ${longestLine} characters; expected one lead on each line (JSON Lines).`,
      );
  }
  if (rest.trim() !== "") yield { line: line + 1, text: unmarked(rest, line + 1) };
}

/** Without the mark that some programs put before a text in UTF-8. */
const unmarked = (text: string, line: number): string => (line === 1 ? text.replace(/^\uFEFF/, "") : text);
