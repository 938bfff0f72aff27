import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { type LoadedAgreement, loadAgreement } from "../../../lambdas/agreement/load-agreement.ts";

/** Loads what is written here as if it were a file. */
export const loadText = (text: string): LoadedAgreement => {
  const folder = mkdtempSync(path.join(tmpdir(), "agreement-test-"));
  const file = path.join(folder, "agreement.yaml");
  try {
    writeFileSync(file, text);
    return loadAgreement(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export const shipped = readFileSync("agreement.yaml", "utf8");

/** The shipped agreement with one passage written otherwise; the passage must be there. */
export const altered = (passage: string, otherwise: string): string => {
  if (!shipped.includes(passage)) throw new Error(`agreement.yaml does not say: ${passage}`);
  return shipped.replace(passage, otherwise);
};

/** What is wrong, as `line key: message`. */
export const problemsOf = (loaded: LoadedAgreement): string[] =>
  loaded.ok ? [] : loaded.problems.map(({ line, key, message }) => `${line} ${key}: ${message}`);

/** The number of the line in which this stands for the first time. */
export const lineOf = (text: string, passage: string): number => {
  const at = text.indexOf(passage);
  if (at < 0) throw new Error(`not there: ${passage}`);
  return text.slice(0, at).split("\n").length;
};

/** What the shipped agreement says, what is written instead, where that is found, and what is said of it. */
export type Mistake = readonly [passage: string, otherwise: string, at: string, problem: string];

/** Expects that the mistake is named, in the line in which it was made. */
export const isFound = (passage: string, otherwise: string, at: string, problem: string): void => {
  const text = altered(passage, otherwise);
  expect(problemsOf(loadText(text))).toContainEqual(expect.stringContaining(`${lineOf(text, at)} ${problem}`));
};
