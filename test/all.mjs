/** `npm test`: everything that must hold, from types to the deployed template, and one line of totals at the end. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { prepare } from "../local/prepare.mjs";

const bin = (name) => path.join("node_modules", ".bin", name);
const report = path.join(mkdtempSync(path.join(tmpdir(), "smarketing-test-")), "report.json");

const checks = [
  ["types", bin("tsc"), ["--noEmit", "-p", "."]],
  ["formatter and linter", bin("biome"), ["check", "--error-on-warnings", "."]],
  ["unused code", bin("knip"), []],
  [
    "import fences and cycles",
    bin("depcruise"),
    ["bin", "lib", "lambdas", "local", "web", "test", "--output-type", "err-long"],
  ],
];
const suites = [
  bin("vitest"),
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)],
];

/** Runs to the end; what it says is shown only when it fails, unless it is to be seen as it comes. */
const run = (command, args, stdio) =>
  new Promise((resolve) => {
    // The SDK warns of Node 20 in each of its processes; the functions run on 24.
    const child = spawn(command, args, { stdio, env: { ...process.env, NODE_NO_WARNINGS: "1" } });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
    child.on("close", (code) => resolve({ ok: code === 0, said }));
  });

const counted = () => {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    const brokenFiles = testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

await prepare();
let passed = 0;
const failures = [];
for (const [name, command, args] of checks) {
  const { ok, said } = await run(command, args, ["ignore", "pipe", "pipe"]);
  console.log(`${ok ? "ok    " : "FAILED"}  ${name}`);
  if (ok) passed++;
  else failures.push(`${name}: see above (${command} ${args.join(" ")})`) && console.log(said);
}
const vitest = await run(...suites, "inherit");
const tests = counted();
rmSync(path.dirname(report), { recursive: true, force: true });
if (!vitest.ok && tests.failed === 0) tests.failed = 1;
if (tests.failed > 0) failures.push("tests: see FAIL above; logs of the local cloud are in .local/test/");
for (const failure of failures) console.log(`look at  ${failure}`);
console.log(
  `${passed + tests.passed} passed, ${failures.length === 0 ? 0 : checks.length - passed + tests.failed} failed, ${tests.skipped} skipped`,
);
process.exit(failures.length === 0 ? 0 : 1);
