import "./frame/quiet.ts";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SFNClient } from "@aws-sdk/client-sfn";
import * as z from "zod/mini";
import { readKept } from "../lambdas/adapters/dynamo-kept-outside.ts";
import { defaultEnvironment, stackNameOf } from "../lambdas/contract/deployed-environment.ts";
import { type Replayed, replayKept } from "../lambdas/restore/replay-kept.ts";
import { startJourneysOver } from "../lambdas/restore/start-over.ts";
import { type Command, command, type Io, runIfStarted } from "./frame/command.ts";
import { deployedStack } from "./frame/deployed-stack.ts";
import { CommandError } from "./frame/errors.ts";
import { environmentOption, option, optionalText, text } from "./frame/option.ts";
import { copyBack, surveyed } from "./restore/copy-back.ts";
import { type Pipeline, runs, start, startedSince, stop } from "./restore/pipeline.ts";
import { PointSchema } from "./restore/point.ts";

const steps = ["check", "stop", "copy", "replay", "journeys", "start"] as const;

const options = {
  step: option(z.enum(steps), {
    takes: "STEP",
    says: steps.join(", "),
    kind: `one of ${steps.join(", ")}`,
    argument: "one",
  }),
  outputs: text("FILE", "the stack's outputs, as `npx cdk deploy --outputs-file` writes them"),
  environment: environmentOption(),
  from: optionalText("TABLE", "the table that point-in-time recovery restored (check, copy)"),
  "as-of": option(z.optional(PointSchema), {
    takes: "INSTANT",
    says: "the point that it was restored to, in UTC, such as 2026-11-29T09:50:00Z (copy, replay, journeys)",
    kind: "an instant in UTC",
  }),
};

const StackSchema = z.object({
  TableName: z.string(),
  OutsideTableName: z.string(),
  StateMachineArn: z.string(),
  Environment: z.optional(z.string()),
});

type Values = Parameters<Command<typeof options>["run"]>[0];

const opened = ({ outputs, environment }: Values) => {
  const named = "outputs TableName, OutsideTableName and StateMachineArn";
  const { stack, reach, reachJourneys } = deployedStack({ outputs, environment }, StackSchema, named);
  const client = new DynamoDBClient(reach);
  const pipeline: Pipeline = {
    functions: new LambdaClient(reach),
    journeys: new SFNClient(reachJourneys),
    stackName: stackNameOf(environment ?? stack.Environment ?? defaultEnvironment),
    stateMachineArn: stack.StateMachineArn,
  };
  const tableOf = (tableName: string) => ({ client, tableName });
  return { pipeline, tableOf, table: tableOf(stack.TableName), outside: tableOf(stack.OutsideTableName) };
};

const given = (values: Values, key: "from" | "as-of"): string => {
  const value = values[key];
  if (value === undefined) throw new CommandError(`The step ${values.step} needs --${key}.`);
  return value;
};

/** Whatever writes to the table would be lost, or would undo what is written here. */
const mustStand = async (pipeline: Pipeline): Promise<void> => {
  const [first, ...others] = await runs(pipeline);
  if (first !== undefined)
    throw new CommandError(
      `The pipeline runs: ${first} and ${others.length} more. First: restore stop (readers take a minute or two to stop).`,
    );
};

const carriedOut = async (values: Values, { out, now }: Io): Promise<string> => {
  const { pipeline, tableOf, table, outside } = opened(values);
  const say = (line: string) => out(`${line}\n`);
  switch (values.step) {
    case "check": {
      const [restored, here] = [await surveyed(tableOf(given(values, "from"))), await surveyed(table)];
      return `Restored: ${restored.leads} leads, ${restored.items} items. The table: ${here.leads} leads, ${here.items} items.`;
    }
    case "stop":
      await stop(pipeline, say);
      return "The pipeline stands.";
    case "copy": {
      const [from, asOf] = [given(values, "from"), given(values, "as-of")];
      await mustStand(pipeline);
      const { leads, items, removed } = await copyBack(tableOf(from), table, asOf);
      return `${leads} leads (${items} items) are as they were at ${asOf}; ${removed} items that came later are gone.`;
    }
    case "replay": {
      const asOf = given(values, "as-of");
      await mustStand(pipeline);
      return sayReplayed(await replayKept(table, await readKept(outside, asOf, now()), now()));
    }
    case "journeys": {
      const asOf = given(values, "as-of");
      await mustStand(pipeline);
      const taken = await startedSince(pipeline, asOf);
      const open = await startJourneysOver(table, (name) => taken.has(name), now());
      return `${open} open leads are due: the sweep starts their journeys within minutes of: restore start.`;
    }
    default:
      await start(pipeline, say);
      return "Next: npm run counters:rebuild, and deploy once more if functions have a reserved concurrency.";
  }
};

const sayReplayed = (replayed: Replayed): string =>
  [
    line("mails that went", replayed["mail-sent"]),
    line("people who get no more mails", replayed["no-mails"]),
    line("people who were erased", replayed.erased),
  ].join("\n");

const line = (what: string, { told, known, ofNobody }: Replayed["erased"]): string =>
  `${what}: ${told} told again, ${known} known, ${ofNobody} of leads that the table does not have`;

export const main = command({
  name: "restore",
  does: "Brings the table back to what a restored copy of it holds, step by step, while the pipeline stands: check, stop, copy, replay, journeys, start. Each step may be repeated. docs/runbook.md#restore has the order, and what is lost.",
  options,
  permissions:
    "lambda:ListFunctions, ListEventSourceMappings, UpdateEventSourceMapping, GetFunctionConcurrency, PutFunctionConcurrency and DeleteFunctionConcurrency, states:ListExecutions and StopExecution, and on both tables dynamodb:Scan, Query, GetItem, PutItem, UpdateItem, DeleteItem, ConditionCheckItem and BatchWriteItem",
  run: carriedOut,
});

await runIfStarted(main, import.meta.url);
