/**
 * Scorings of the fit a second on one core, by us and by json-rules-engine with the same criteria: the personas of the
 * shipped agreement. Both must say the same of every lead first. What counts is the ratio, taken in turns in one run.
 */
import { deepStrictEqual } from "node:assert";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import { bundling } from "../../lib/house/bundle.ts";
import { median } from "./median.ts";
import { randomLeads } from "./random-leads.ts";

const [rounds, leadsInRound, oursPerLead] = [25, 500, 40];

/** As a function is built, since that is what runs: the rules engine stays as its package ships it. */
const builtEngines = async (): Promise<typeof import("./fit-engines.ts")> => {
  mkdirSync(".local", { recursive: true });
  const work = mkdtempSync(path.join(".local", "bench-"));
  const outfile = path.resolve(work, "fit-engines.cjs");
  await build({ ...bundling, entryPoints: ["test/bench/fit-engines.ts"], outfile, external: ["json-rules-engine"] });
  const engines = createRequire(import.meta.url)(outfile);
  rmSync(work, { recursive: true });
  return engines;
};

const shipped = loadAgreement("agreement.yaml");
if (!shipped.ok) throw new Error("agreement.yaml has mistakes");
const { terms } = shipped.agreement;
const { ours, rulesEngine } = await builtEngines();
const [score, scoreByRules] = [ours(terms), rulesEngine(terms)];

const leads = randomLeads(leadsInRound);
for (const lead of leads) {
  const { points, matched, persona } = score(lead);
  deepStrictEqual({ points, matched, persona }, await scoreByRules(lead));
}

/** Microseconds a scoring. */
const timed = async (scorings: number, run: () => unknown): Promise<number> => {
  const start = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - start) / 1000 / scorings;
};

const oneRound = async () => ({
  byRules: await timed(leads.length, async () => {
    for (const lead of leads) await scoreByRules(lead);
  }),
  byUs: await timed(leads.length * oursPerLead, () => {
    for (let i = 0; i < oursPerLead; i++) for (const lead of leads) score(lead);
  }),
});

const times: Awaited<ReturnType<typeof oneRound>>[] = [];
for (let round = 0; round < rounds; round++) times.push(await oneRound());
const byRules = median(times.map((each) => each.byRules));
const byUs = median(times.map((each) => each.byUs));
const perSecond = (micros: number): string => Math.round(1_000_000 / micros).toLocaleString("en");
const criteria = terms.personas.flatMap((persona) => persona.criteria).length;

console.log(
  `\nfit of ${leads.length} leads, ${terms.personas.length} personas, ${criteria} criteria: same points from both`,
);
console.log(`ours               ${byUs.toFixed(1).padStart(7)} µs  ${perSecond(byUs).padStart(9)} a second`);
console.log(`json-rules-engine  ${byRules.toFixed(1).padStart(7)} µs  ${perSecond(byRules).padStart(9)} a second`);
console.log(
  `ratio              ${median(times.map((each) => each.byRules / each.byUs))
    .toFixed(1)
    .padStart(7)}`,
);
