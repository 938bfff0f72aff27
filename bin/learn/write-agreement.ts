import { writeFileSync } from "node:fs";
import { checkAgreement } from "../../lambdas/agreement/check-agreement.ts";
import { formatProblems } from "../../lambdas/agreement/problem.ts";
import { knownHolidays } from "../../lambdas/agreement/public-holidays.ts";
import { CommandError } from "../frame/errors.ts";

/** @throws {CommandError} with all mistakes when it is no valid agreement; then nothing is written */
export const writeAgreement = (file: string, yaml: string): void => {
  const checked = checkAgreement(yaml, file, knownHolidays);
  if (!checked.ok) throw new CommandError(`Nothing was written.\n${formatProblems(checked.problems)}`);
  writeFileSync(file, yaml);
};
