import {
  DeleteFunctionConcurrencyCommand,
  GetFunctionConcurrencyCommand,
  type LambdaClient,
  PutFunctionConcurrencyCommand,
  paginateListEventSourceMappings,
  paginateListFunctions,
  UpdateEventSourceMappingCommand,
} from "@aws-sdk/client-lambda";
import { paginateListExecutions, type SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";

/** The functions of one stack, and the executions of its journey. */
export interface Pipeline {
  readonly functions: LambdaClient;
  readonly journeys: SFNClient;
  readonly stackName: string;
  readonly stateMachineArn: string;
}

interface Mapping {
  readonly id: string;
  readonly state: string;
}

/**
 * Nothing of the pipeline runs from now on: first queues and stream are read no more (a message that is read and not
 * dealt with counts as tried), then no function can be started, which the API answers with 503, and at last no
 * execution waits any more. Safe to repeat.
 */
export const stop = async (pipeline: Pipeline, say: (line: string) => void): Promise<void> => {
  const names = await functionNames(pipeline);
  const mappings = await mappingsOf(pipeline, names);
  await setMappings(pipeline, mappings, false);
  say(`${mappings.length} readers of queues and of the stream are stopped.`);
  for (const name of names)
    await pipeline.functions.send(
      new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 0 }),
    );
  say(`${names.length} functions cannot be started: the API answers 503.`);
  say(`${await stopExecutions(pipeline)} executions are stopped.`);
};

/** What `stop` did, undone. Safe to repeat. */
export const start = async (pipeline: Pipeline, say: (line: string) => void): Promise<void> => {
  const names = await functionNames(pipeline);
  for (const name of names) await pipeline.functions.send(new DeleteFunctionConcurrencyCommand({ FunctionName: name }));
  const mappings = await mappingsOf(pipeline, names);
  await setMappings(pipeline, mappings, true);
  say(`${names.length} functions and ${mappings.length} readers of queues and of the stream run again.`);
};

/**
 * The one that goes on: it writes to the outside table only, and what the mail service said last must be in there before
 * it is told to the restored table.
 */
const keepsOutside = (name: string, stackName: string): boolean => name.startsWith(`${stackName}-RestoreKeep`);

/**
 * What of the pipeline still runs; empty when it stands. Executions too: a function that was under way when it was stopped
 * may have started one.
 */
export const runs = async (pipeline: Pipeline): Promise<string[]> => {
  const names = await functionNames(pipeline);
  const mappings = await mappingsOf(pipeline, names);
  const free: string[] = [];
  for (const name of names) {
    const { ReservedConcurrentExecutions: most } = await pipeline.functions.send(
      new GetFunctionConcurrencyCommand({ FunctionName: name }),
    );
    if (most !== 0) free.push(name);
  }
  for (const { state, id } of mappings) if (state !== "Disabled") free.push(`mapping ${id}`);
  for await (const { name } of runningExecutions(pipeline)) free.push(`execution ${name}`);
  return free;
};

/** Names of all executions that were started since then; those of 90 days are known. */
export const startedSince = async ({ journeys, stateMachineArn }: Pipeline, since: string): Promise<Set<string>> => {
  const names = new Set<string>();
  // The newest come first.
  for await (const { executions = [] } of paginateListExecutions({ client: journeys }, { stateMachineArn }))
    for (const { name, startDate } of executions) {
      if (startDate !== undefined && startDate.toISOString() < since) return names;
      if (name !== undefined) names.add(name);
    }
  return names;
};

const functionNames = async ({ functions, stackName }: Pipeline): Promise<string[]> => {
  const names: string[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client: functions }, {}))
    names.push(
      ...Functions.flatMap(({ FunctionName: name }) =>
        name?.startsWith(`${stackName}-`) && !keepsOutside(name, stackName) ? [name] : [],
      ),
    );
  return names;
};

const mappingsOf = async ({ functions }: Pipeline, names: readonly string[]): Promise<Mapping[]> => {
  const found: Mapping[] = [];
  for (const FunctionName of names)
    for await (const { EventSourceMappings = [] } of paginateListEventSourceMappings(
      { client: functions },
      { FunctionName },
    ))
      found.push(...EventSourceMappings.flatMap(({ UUID: id, State: state = "" }) => (id ? [{ id, state }] : [])));
  return found;
};

/** One that is as it should be, or is on its way there, is left alone: AWS refuses a change of one that changes. */
const setMappings = async ({ functions }: Pipeline, mappings: readonly Mapping[], Enabled: boolean): Promise<void> => {
  const asItShould = Enabled ? ["Enabled", "Enabling"] : ["Disabled", "Disabling"];
  for (const { id: UUID, state } of mappings)
    if (!asItShould.includes(state)) await functions.send(new UpdateEventSourceMappingCommand({ UUID, Enabled }));
};

const stopExecutions = async (pipeline: Pipeline): Promise<number> => {
  let stopped = 0;
  for await (const { executionArn } of runningExecutions(pipeline)) {
    await pipeline.journeys.send(new StopExecutionCommand({ executionArn, cause: "The table is restored" }));
    stopped++;
  }
  return stopped;
};

async function* runningExecutions({ journeys, stateMachineArn }: Pipeline) {
  const running = { stateMachineArn, statusFilter: "RUNNING" } as const;
  for await (const { executions = [] } of paginateListExecutions({ client: journeys }, running)) yield* executions;
}
