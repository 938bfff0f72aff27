import { formatProblems, loadAgreement } from "../lambdas/agreement/load-agreement.ts";

/** `npm run agreement:check [-- FILE ...]`: says what is wrong with the agreements, by line and key. */
const given = process.argv.slice(2);
const files = given.length > 0 ? given : ["agreement.yaml", "agreement.demo.yaml"];

for (const file of files) {
  const loaded = loadAgreement(file);
  if (loaded.ok) console.log(`${file}: in order, version ${loaded.agreement.version}`);
  else {
    console.error(formatProblems(loaded.problems));
    process.exitCode = 1;
  }
}
