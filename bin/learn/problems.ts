import {
  type LearnLead,
  type LineProblem,
  type LineReading,
  leadOf,
  readLine,
} from "../../lambdas/agreement/learn/line.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { CommandError } from "../frame/errors.ts";

/** More of them would be no help. */
const mostShown = 20;

/** What is wrong with the lines of a file, to be said at its end. */
export class Problems {
  readonly #file: string;
  readonly #lines: string[] = [];
  readonly #undeclared = new Map<string, number>();
  #count = 0;

  constructor(file: string) {
    this.#file = file;
  }

  add(line: number, problems: readonly LineProblem[]): void {
    for (const { field, says } of problems)
      if (++this.#count <= mostShown)
        this.#lines.push(`${this.#file}:${line}: ${field === "" ? "" : `${field}: `}${says}`);
  }

  /** The lead of a line; `undefined` when something is wrong with it, which is then kept. */
  lead(text: string, line: number, agreement: Agreement): LearnLead | undefined {
    const read = readLine(text);
    const reading: LineReading = read.ok ? leadOf(read.line, agreement) : read;
    if (reading.ok) return reading.lead;
    const { problems, undeclared = [] } = reading;
    this.add(line, problems);
    for (const name of undeclared) if (!this.#undeclared.has(name)) this.#undeclared.set(name, line);
    return undefined;
  }

  /** @throws {CommandError} that names all of them, if there are any */
  check(): void {
    if (this.#count === 0 && this.#undeclared.size === 0) return;
    const more = this.#count - this.#lines.length;
    const fields = [...this.#undeclared].map(([name, line]) => `"${name}" (line ${line})`).join(", ");
    throw new CommandError(
      [
        ...this.#lines,
        ...(more > 0 ? [`and ${more} more`] : []),
        ...(fields === ""
          ? []
          : [
              `${this.#file}: the agreement declares no such fields: ${fields}.`,
              "npm run agreement:score -- --declare writes the declarations that the file needs.",
            ]),
      ].join("\n"),
    );
  }
}
