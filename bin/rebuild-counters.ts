import { setTimeout as pause } from "node:timers/promises";
import { formatProblems, loadAgreement } from "../lambdas/agreement/load-agreement.ts";
import type { Difference } from "../lambdas/domain/metrics/period-counters.ts";
import { type Recounted, recount } from "../lambdas/metrics/recount.ts";
import { deployedTable } from "./deployed-table.ts";
import { MendableError } from "./mendable-error.ts";
import { optionsOf } from "./options.ts";

const usage = `npm run counters:rebuild -- [--outputs FILE | --table NAME] [--agreement FILE]

Counts all figures anew from the facts that are kept with each lead, while everything goes on: the board shows the old
figures until the new ones are complete. It waits two minutes so that nothing is missed or counted twice, and reads the
whole table once. Stopped halfway it has changed nothing that is shown; begun again it begins anew.

  --outputs FILE    the stack's outputs: .local/outputs.json, or what cdk deploy --outputs-file wrote
  --table NAME      or the stack's output TableName (default: the environment's TABLE_NAME)
  --agreement FILE  the agreement that is deployed (default: agreement.yaml): weeks begin by its time zone
  --help            this text

It works with your AWS credentials and region, which must allow dynamodb:Scan, Query, GetItem, PutItem, UpdateItem and
DeleteItem on the table; the pipeline on your machine needs none.`;

const typed = () => {
  const text = { type: "string" } as const;
  const options = { outputs: text, table: text, agreement: text, help: { type: "boolean" } } as const;
  return optionsOf("counters:rebuild", { options }).values;
};
type Options = ReturnType<typeof typed>;

const tableOf = ({ outputs, table = process.env.TABLE_NAME ?? "" }: Options) => {
  if (outputs === undefined && table === "") throw new MendableError("Which pipeline? Give --outputs or --table.");
  return deployedTable({ outputs, table });
};

const timeZoneOf = ({ agreement: file = "agreement.yaml" }: Options): string => {
  const loaded = loadAgreement(file);
  if (!loaded.ok) throw new MendableError(formatProblems(loaded.problems));
  return loaded.agreement.terms.company.timeZone;
};

/** More lines than that nobody reads. */
const mostLines = 20;

const summaryOf = ({ facts, unreadable, differences }: Recounted): string[] => [
  `${facts} facts counted${unreadable === 0 ? "" : `, ${unreadable} items could not be read`}.`,
  differences.length === 0
    ? "The figures were right: nothing has changed."
    : `${differences.length} counters are another number now:`,
  ...differences.slice(0, mostLines).map(lineOf),
  ...(differences.length > mostLines ? [`  and ${differences.length - mostLines} more`] : []),
];

const lineOf = ({ period, slice, counter, was, is }: Difference): string =>
  `  ${period} ${slice} ${counter}: ${was} -> ${is}`;

try {
  const options = typed();
  if (options.help === true) console.log(usage);
  else {
    const [table, timeZone] = [tableOf(options), timeZoneOf(options)];
    const now = () => new Date().toISOString();
    const wait = async (millis: number) => void (await pause(millis));
    const done = await recount({ table, timeZone, now, pause: wait, say: console.log });
    console.log(summaryOf(done).join("\n"));
  }
} catch (error) {
  console.error(error instanceof MendableError ? error.message : `The figures are as they were. ${error}`);
  process.exitCode = 1;
}
