import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { formatProblems, loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { CommandError } from "./errors.ts";

/**
 * The text of a file that was named on the command line.
 * @param is what it was named as: `the table of the team (FILE.csv)`
 * @throws {CommandError} that says what the file was for, and what to do
 */
export const textOfFile = (file: string, is: string, remedy = "give the path of one"): string => {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw unreadable(cause, file, is, remedy);
  }
};

/**
 * That a file which is read piece by piece is there.
 * @throws {CommandError} as above
 */
export const checkFile = (file: string, is: string, remedy = "give the path of one"): void => {
  try {
    accessSync(file, constants.R_OK);
  } catch (cause) {
    throw unreadable(cause, file, is, remedy);
  }
  if (statSync(file).isDirectory()) throw new CommandError(`${file}, ${is}, is a folder: ${remedy}.`);
};

const unreadable = (cause: unknown, file: string, is: string, remedy: string): CommandError => {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  const fault = code === "ENOENT" ? "is not there" : code === "EISDIR" ? "is a folder" : `cannot be read (${code})`;
  return new CommandError(`${file}, ${is}, ${fault}: ${remedy}.`, { cause });
};

/** A secret by a file, or `-` for what is typed or piped in: on the command line itself everybody would see it. */
export const secretIn = (file: string): string => {
  const secret = textOfFile(file === "-" ? "/dev/stdin" : file, "the file with the secret (--secret-from)").trim();
  if (secret === "" || /\s/.test(secret)) throw new CommandError("The secret must be one word, and not empty.");
  return secret;
};

/** @throws {CommandError} with all mistakes, by line */
export const agreementIn = (file: string, named = "--agreement"): Agreement => {
  textOfFile(file, `the agreement (${named})`);
  const loaded = loadAgreement(file);
  if (!loaded.ok) throw new CommandError(formatProblems(loaded.problems));
  return loaded.agreement;
};
