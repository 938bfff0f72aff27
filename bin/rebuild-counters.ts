import "./frame/quiet.ts";
import type { Difference } from "../lambdas/domain/metrics/period-counters.ts";
import { type Recounted, recount } from "../lambdas/metrics/recount.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { deployedTable, eitherDeployment } from "./frame/deployed-stack.ts";
import { agreementIn } from "./frame/files.ts";
import { agreementOption, environmentOption, outputsOption, tableOption } from "./frame/option.ts";

export const main = command({
  name: "counters:rebuild",
  does: "Recounts all figures from the facts that are kept with each lead, while everything goes on: the board shows the old figures until the new ones are complete. It waits two minutes so that nothing is missed or counted twice, and reads the whole table once. Stopped halfway it has changed nothing that is shown; started again it begins from the start.",
  options: {
    outputs: outputsOption(),
    environment: environmentOption(),
    table: tableOption(),
    agreement: agreementOption("the agreement that is deployed: weeks begin by its time zone"),
  },
  needs: [eitherDeployment],
  permissions: "dynamodb:Scan, Query, GetItem, PutItem, UpdateItem and DeleteItem on the table",
  otherwise: "The figures are as they were.",
  run: async ({ agreement, ...deployment }, { out, now, pause }) => {
    const { timeZone } = agreementIn(agreement).terms.company;
    const table = deployedTable(deployment);
    const done = await recount({ table, timeZone, now, pause, say: (line) => out(`${line}\n`) });
    return summaryOf(done).join("\n");
  },
});

/** More lines than that nobody reads. */
const mostLines = 20;

const summaryOf = ({ facts, unreadable, differences }: Recounted): string[] => [
  `${facts} facts counted${unreadable === 0 ? "" : `, ${unreadable} items could not be read`}.`,
  differences.length === 0
    ? "The figures were right: nothing has changed."
    : `${differences.length} counters have another value now:`,
  ...differences.slice(0, mostLines).map(lineOf),
  ...(differences.length > mostLines ? [`  and ${differences.length - mostLines} more`] : []),
];

const lineOf = ({ period, slice, counter, was, is }: Difference): string =>
  `  ${period} ${slice} ${counter}: ${was} -> ${is}`;

await runIfStarted(main, import.meta.url);
