import { statSync } from "node:fs";
import { formatProblems, loadAgreement } from "../lambdas/agreement/load-agreement.ts";
import type { AgreementTerms } from "../lambdas/contract/agreement.ts";
import { CannotStart } from "./cannot-start.mjs";

/** What the local cloud has to know of an agreement. */
export interface LocalAgreement {
  readonly file: string;
  readonly terms: AgreementTerms;
}

/** Throws `CannotStart` with what is wrong in which line. */
export const readAgreement = (file: string): LocalAgreement => {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new CannotStart(`There is no agreement file ${file}; give the path of one with --agreement FILE.`);
  }
  const loaded = loadAgreement(file);
  if (loaded.ok) return { file, terms: loaded.agreement.terms };
  throw new CannotStart(
    `The agreement has mistakes; correct them and start again:\n${formatProblems(loaded.problems)}`,
  );
};
