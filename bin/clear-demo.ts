import { setTimeout as pause } from "node:timers/promises";
import { formatProblems, loadAgreement } from "../lambdas/agreement/load-agreement.ts";
import { recount } from "../lambdas/metrics/recount.ts";
import { clearHistory } from "../local/demo-history/clear.ts";
import { deployedTable } from "./deployed-table.ts";
import { MendableError } from "./mendable-error.ts";
import { optionsOf } from "./options.ts";

const usage = `npm run demo:clear -- [--outputs FILE] [--agreement FILE]

Takes the history that npm start has made out of the table, and counts the figures anew without it, while everything
goes on. Leads that you have sent stay. It takes some minutes, for the counting's sake.

  --outputs FILE    the outputs of the pipeline on this machine (default: .local/outputs.json)
  --agreement FILE  the agreement that it works by (default: agreement.demo.yaml): weeks begin by its time zone
  --help            this text`;

const typed = () => {
  const text = { type: "string" } as const;
  const options = { outputs: text, agreement: text, help: { type: "boolean" } } as const;
  return optionsOf("demo:clear", { options }).values;
};

const clear = async ({ outputs = ".local/outputs.json", agreement: file = "agreement.demo.yaml" }) => {
  const loaded = loadAgreement(file);
  if (!loaded.ok) throw new MendableError(formatProblems(loaded.problems));
  const table = deployedTable({ outputs, table: "" });
  const leads = await clearHistory(table);
  console.log(`${leads} leads of the demo's history are gone; counting the figures without them ...`);
  const { timeZone } = loaded.agreement.terms.company;
  const now = () => new Date().toISOString();
  await recount({ table, timeZone, now, pause: (millis) => pause(millis), say: console.log });
  console.log("Done.");
};

try {
  const options = typed();
  if (options.help === true) console.log(usage);
  else await clear(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
