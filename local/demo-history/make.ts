/**
 * Lives the demo's history and writes its items: a process of its own beside the deployment.
 *
 *     node --import tsx local/demo-history/make.ts TEMPLATE AGREEMENT OUTPUT
 */
import { readFileSync } from "node:fs";
import { keepTerms } from "../../lambdas/adapters/dynamo-agreement-in-force.ts";
import { versionWrite } from "../../lambdas/adapters/dynamo-agreement-versions.ts";
import { transact } from "../../lambdas/adapters/dynamo-table.ts";
import { randomFrom } from "../../lambdas/agreement/capacity-check/random.ts";
import { explainForBoard } from "../../lambdas/agreement/explain/explain-page.ts";
import { loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import { definitionIn } from "../twin/definition.ts";
import { World } from "../twin/world.ts";
import { writeHistory } from "./file.ts";
import { live } from "./live.ts";
import { prospectsBetween } from "./prospects.ts";

const weeks = 8;
const leadsPerWeek = 34;
/** The same people and outcomes each time; only the dates move. */
const seed = 7;

const [templateFile = "", agreementFile = "", output = ""] = process.argv.slice(2);
const loaded = loadAgreement(agreementFile);
if (!loaded.ok) throw new Error(`${agreementFile} has mistakes`);
const { agreement } = loaded;
const random = randomFrom(seed);
const until = Date.now();
const from = until - weeks * 7 * 86_400_000;
const definition = definitionIn(JSON.parse(readFileSync(templateFile, "utf8")));
const world = new World(definition, agreement, { begins: new Date(from).toISOString() });
const { version } = agreement;
// Since the deployment has put it in force it has the same number.
const termsId = await keepTerms(world.table, { agreement, text: loaded.text, chapters: explainForBoard(agreement) });
const first = { number: 1, version, since: world.now(), termsId };
await transact(world.table, [versionWrite(world.table, agreement, first)]);
await live({ world, agreement, random, until }, prospectsBetween(from, until, leadsPerWeek, agreement.terms, random));
await writeHistory(output, world.table.items());
// The interpreter keeps timers for waits that are over.
process.exit(0);
