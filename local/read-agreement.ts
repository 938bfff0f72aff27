import { statSync } from "node:fs";
import { formatProblems, loadAgreement } from "../lib/agreement/load-agreement.ts";
import { CannotStart } from "./cannot-start.mjs";

/** What the local cloud has to know of an agreement; throws `CannotStart` with what is wrong in which line. */
export const readAgreement = (file: string): { file: string; sender: string } => {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new CannotStart(`There is no agreement file ${file}; give the path of one with --agreement FILE.`);
  }
  const loaded = loadAgreement(file);
  if (loaded.ok) return { file, sender: loaded.agreement.terms.company.sender.email };
  throw new CannotStart(
    `The agreement has mistakes; correct them and start again:\n${formatProblems(loaded.problems)}`,
  );
};
