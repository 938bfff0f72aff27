/**
 * `npm test`: everything that must hold, from types to the deployed template, and one line of totals at the end.
 * `npm run test:unit`: of it what needs neither emulators nor a browser. `npm run test:load`: what the pipeline bears.
 * `npm test -- test/some.test.ts`: these files alone.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { prepare } from "../local/prepare.mjs";

const bin = (name) => path.join("node_modules", ".bin", name);
const reports = mkdtempSync(path.join(tmpdir(), "smarketing-test-"));

const checks = [
  ["types", bin("tsgo"), ["--noEmit", "-p", "."]],
  ["formatter and linter", bin("biome"), ["check", "--error-on-warnings", "."]],
  ["unused code", bin("knip"), []],
  ["known advisories", bin("tsx"), ["bin/advisories.ts", "--offline"]],
  [
    "import fences and cycles",
    bin("depcruise"),
    ["bin", "lib", "lambdas", "local", "web", "test", "--output-type", "err-long"],
  ],
];

/** Runs to the end; what it says is shown only when it fails, unless it is to be seen as it comes. */
const run = (command, args, stdio) =>
  new Promise((resolve) => {
    // The SDK warns of Node 20 in each of its processes; the functions run on 24.
    const child = spawn(command, args, { stdio, env: { ...process.env, NODE_NO_WARNINGS: "1" } });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
    child.on("error", ({ message }) => resolve({ ok: false, said: message }));
    child.on("close", (code) => resolve({ ok: code === 0, said }));
  });

const totals = { passed: 0, failed: 0, skipped: 0 };
const toLookAt = [];

const check = async ([name, command, args]) => {
  const { ok, said } = await run(command, args, ["ignore", "pipe", "pipe"]);
  console.log(`${ok ? "ok    " : "FAILED"}  ${name}`);
  totals[ok ? "passed" : "failed"]++;
  if (ok) return;
  console.log(said);
  toLookAt.push(`${name}: see above (${command} ${args.join(" ")})`);
};

const counted = (report) => {
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

/** One run of vitest over these projects (all of them when none is named). */
const suites = async (projects, args = []) => {
  const report = path.join(reports, `${["report", ...projects].join("-")}.json`);
  const reporting = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const named = projects.flatMap((project) => ["--project", project]);
  const { ok } = await run(bin("vitest"), ["run", ...reporting, ...named, ...args], "inherit");
  const tests = counted(report);
  if (!ok && tests.failed === 0) tests.failed = 1;
  for (const kind of ["passed", "failed", "skipped"]) totals[kind] += tests[kind];
  if (tests.failed > 0) toLookAt.push("tests: see FAIL above; logs of the local cloud are in .local/test/");
};

const inTurn = async (all) => {
  for (const each of all) await each();
};
const allChecks = checks.map((each) => () => check(each));

const atOnce = (lanes) => () => Promise.all(lanes.map((lane) => lane()));

/**
 * What is run one after the other. The checks run beside what starts for most of its time; suites do not run beside each
 * other: on two cores that saves no time, and those who wait for the local cloud would wait for the other suite.
 */
const steps = (which, args) => {
  if (which === "--unit") return [atOnce([() => inTurn(allChecks), () => suites(["pure"], args)])];
  if (which === "--load")
    return [() => suites(["load"], args), () => suites(["restore"], args), () => suites(["drills"], args)];
  if (which !== undefined)
    return [() => suites(["pure", "alone", "browser", "local-cloud", "restore"], [which, ...args])];
  return [atOnce([() => suites(["local-cloud"]), () => inTurn(allChecks)]), () => suites(["pure", "alone", "browser"])];
};

await prepare();
const [which, ...args] = process.argv.slice(2);
await inTurn(steps(which, args));
rmSync(reports, { recursive: true, force: true });
for (const each of new Set(toLookAt)) console.log(`look at  ${each}`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);
