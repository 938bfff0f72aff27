import "./frame/quiet.ts";
import { SFNClient } from "@aws-sdk/client-sfn";
import * as z from "zod/mini";
import { openTable } from "../lambdas/adapters/dynamo-table.ts";
import { executionsOf } from "../lambdas/adapters/sfn-executions.ts";
import { command, type Main, runIfStarted } from "./frame/command.ts";
import {
  type Deployment,
  deployedPipeline,
  deployedStack,
  eitherDeployment,
  outputsIn,
} from "./frame/deployed-stack.ts";
import { agreementIn } from "./frame/files.ts";
import {
  agreementOption,
  environmentOption,
  flag,
  languageOption,
  optionalText,
  outputsOption,
  tableOption,
  text,
} from "./frame/option.ts";
import { type Deployed, readLeadJourney } from "./journey/read-journey.ts";
import { journeyScreen, mostExecutions } from "./journey/screen.ts";

/** @param open what the command looks at; tests have a pipeline of their own */
export const journeyCommand = (
  open: (asked: Deployment & { readonly machine?: string | undefined }) => Deployed,
): Main =>
  command({
    name: "journey",
    does: "Shows on one screen where a lead is and how they got there: their stages, the executions of their journey, what is awaited and until when, what they did, what was decided, and the mails about them; in each part the newest first.",
    options: {
      lead: text("LEAD", "the lead's id, or its e-mail address", { argument: "one" }),
      outputs: outputsOption(),
      environment: environmentOption(),
      table: tableOption(),
      machine: optionalText("ARN", "with its output StateMachineArn; without it executions are left out", {
        environment: "STATE_MACHINE_ARN",
      }),
      agreement: agreementOption(),
      language: languageOption(),
      all: flag("shows everything, not only what fits a terminal of 80 columns and 50 lines"),
      personal: flag(
        "shows personal data too: the lead's own details, reasons and notes. Without it only ids, stages, times and the names of colleagues are shown",
      ),
    },
    needs: [eitherDeployment],
    permissions:
      "dynamodb:GetItem and Query on the table, and states:DescribeExecution and GetExecutionHistory on the journey's executions",
    run: async ({ lead, agreement: file, language, all, personal, ...deployment }, io) => {
      const agreement = agreementIn(file);
      const limit = all ? Number.POSITIVE_INFINITY : mostExecutions;
      const read = await readLeadJourney(open(deployment), agreement, lead, limit);
      return journeyScreen(read, agreement, {
        language: language ?? agreement.terms.company.languages[0] ?? "es",
        now: io.now(),
        isPersonal: personal,
        isAll: all,
      });
    },
  });

const MachineSchema = z.object({ StateMachineArn: z.string() });

export const main = journeyCommand(({ table = "", machine, ...deployment }) => {
  const of = outputsIn(deployment);
  if (of === undefined)
    return {
      table: openTable(table),
      readExecution: machine === undefined ? undefined : executionsOf(new SFNClient({}), machine),
    };
  const { stack, reachJourneys } = deployedStack(of, MachineSchema, "output StateMachineArn");
  return {
    table: deployedPipeline(of).table,
    readExecution: executionsOf(new SFNClient(reachJourneys), stack.StateMachineArn),
  };
});

await runIfStarted(main, import.meta.url);
