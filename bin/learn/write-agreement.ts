import { writeFileSync } from "node:fs";
import { checkAgreement } from "../../lambdas/agreement/check-agreement.ts";
import { formatProblems } from "../../lambdas/agreement/problem.ts";
import { knownHolidays } from "../../lambdas/agreement/public-holidays.ts";
import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { CommandError } from "../frame/errors.ts";

/** @throws {CommandError} with all mistakes when it is no valid agreement; then nothing is written */
export const writeAgreement = (file: string, yaml: string): { readonly terms: AgreementTerms } => {
  const checked = checkAgreement(yaml, file, knownHolidays);
  if (!checked.ok) throw new CommandError(`Nothing was written.\n${formatProblems(checked.problems)}`);
  writeFileSync(file, yaml);
  return checked;
};
