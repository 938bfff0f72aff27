import { StateMachine } from "aws-local-stepfunctions";
import * as z from "zod/mini";
import {
  GateInputSchema,
  GateVerdictSchema,
  HandOffResultSchema,
  JourneyInputSchema,
  NurtureInputSchema,
  NurtureStepSchema,
  OutcomeVerdictSchema,
  ReassignmentInputSchema,
  ReassignmentSchema,
  RungInputSchema,
  RungResultSchema,
  ScoreSchema,
  SituationSchema,
  SlaVerdictSchema,
} from "../../lambdas/contract/journey.ts";
import { allStates, type Definition, isWait } from "../../local/twin/definition.ts";
import { retried } from "../../local/twin/retrying.ts";
import type { Step } from "../../local/twin/steps.ts";
import "../../local/twin/with-resolvers.ts";

/** The input and result of each step: the contract of its function. */
export const steps = {
  "Read the lead": { takes: JourneyInputSchema, gives: SituationSchema },
  "Score persona fit": { takes: JourneyInputSchema, gives: ScoreSchema },
  "Score familiarity": { takes: JourneyInputSchema, gives: ScoreSchema },
  "Decide at the MQL gate": { takes: GateInputSchema, gives: GateVerdictSchema },
  "Send the next nurture step": { takes: NurtureInputSchema, gives: NurtureStepSchema },
  "Hand off to sales": { takes: JourneyInputSchema, gives: HandOffResultSchema },
  "Judge the SLA": { takes: JourneyInputSchema, gives: SlaVerdictSchema },
  "Remind the rep": { takes: RungInputSchema, gives: RungResultSchema },
  "Escalate the breach": { takes: RungInputSchema, gives: RungResultSchema },
  "Reassign the lead": { takes: ReassignmentInputSchema, gives: ReassignmentSchema },
  "Ask what became of the lead": { takes: JourneyInputSchema, gives: OutcomeVerdictSchema },
  "Return the lead to marketing": { takes: JourneyInputSchema, gives: SituationSchema },
} as const satisfies Record<Step, unknown>;

/**
 * How a wait ends: its token is answered (with the stage in which `wake` found the lead), its time is over, or its token
 * cannot be stored because a signal came in.
 */
export type WaitEnd = { readonly answered: unknown } | "timeout" | "signal came in";

/** What the world does at each state, by name, attempt by attempt; an error that stands last happens again and again. */
export type Script = Partial<Record<Step, readonly (object | Error)[]>> & {
  readonly [wait: `Wait for ${string}`]: readonly (WaitEnd | Error)[];
  /** The flag cannot be set. */
  readonly "Flag the lead"?: readonly [Error];
  /** It has come there too often. */
  readonly "Leave the lead to the newest definition"?: readonly [Error];
};

export interface Run {
  /** Names of the states visited, in order. */
  readonly path: readonly string[];
  readonly waits: readonly { readonly name: string; readonly seconds: number; readonly stored: unknown }[];
  readonly ended: "succeeded" | "failed";
  /** What `Flag the lead` wrote. */
  readonly flags: readonly unknown[];
  /** What `Leave the lead to the newest definition` wrote. */
  readonly leftToNewest: readonly unknown[];
  /** The clock at the end: it jumps to the deadline when a wait's time is over, and over the pauses of retries. */
  readonly elapsedSeconds: number;
}

class NamedError extends Error {
  override readonly name: string;
  constructor(name: string) {
    super(`${name} as the script says`);
    this.name = name;
  }
}
export const error = (name: string): Error => new NamedError(name);

const waitErrors = {
  timeout: "States.Timeout",
  "signal came in": "DynamoDb.ConditionalCheckFailedException",
} as const;

/** Executes the definition: the interpreter walks the states, the script answers for the functions and the table. */
export const machineOf = (definition: Definition) => {
  refuseWhatTheInterpreterIgnores(definition);
  const machine = new StateMachine(interpretable(definition), { validationOptions: { checkArn: false } });
  const states = new Map(allStates(definition));
  return async (script: Script, { name = "lead-1.1", cycle = 1 } = {}): Promise<Run> => {
    const stored: { name: string; parameters: unknown; end: WaitEnd | Error }[] = [];
    const flags: unknown[] = [];
    const leftToNewest: unknown[] = [];
    const left = new Map(Object.entries(script).map(([name, answers]) => [name, [...answers]]));
    const lasting = new Map<string, Error>();
    const next = (name: string) => {
      const answer = left.get(name)?.shift() ?? lasting.get(name);
      if (answer === undefined) throw error(`the script has no answer for «${name}»`);
      if (answer instanceof Error) lasting.set(name, answer);
      return answer;
    };
    let elapsedSeconds = 0;
    const carriedOut = (name: string, told: unknown) => {
      const state = states.get(name);
      if (state === undefined) throw error(`there is no state «${name}»`);
      const attempt = async () => JSON.parse(JSON.stringify(handlerOf(name)(told)));
      return retried(state, attempt, async (seconds) => {
        // Full jitter: half of it on average.
        elapsedSeconds += seconds / 2;
      });
    };
    const handlerOf = (name: string): ((parameters: unknown) => unknown) => {
      const step = Object.entries(steps).find(([each]) => each === name)?.[1];
      if (step !== undefined)
        return (parameters) => {
          step.takes.parse(parameters);
          const answer = next(name);
          if (answer instanceof Error) throw answer;
          return Object(step.gives.parse(answer));
        };
      if (name === "Flag the lead")
        return (parameters) => {
          const [refusal] = script["Flag the lead"] ?? [];
          left.delete(name);
          if (refusal !== undefined) throw refusal;
          flags.push(parameters);
          return {};
        };
      if (name === "Leave the lead to the newest definition")
        return (parameters) => {
          const [refusal] = script[name] ?? [];
          left.delete(name);
          if (refusal !== undefined) throw refusal;
          leftToNewest.push(parameters);
          return {};
        };
      return (parameters) => {
        const end = WaitEndSchema.parse(next(name));
        stored.push({ name, parameters, end });
        if (end instanceof Error) throw end;
        if (typeof end === "string") throw error(waitErrors[end]);
        return end.answered;
      };
    };
    const tasks = [...states].filter(([, { Type }]) => Type === "Task").map(([name]) => name);
    const { result, eventLogs } = machine.run(
      { leadId: "lead-1", cycle },
      {
        overrides: {
          taskResourceLocalHandlers: Object.fromEntries(
            tasks.map((name) => [name, (told: unknown) => carriedOut(name, told)]),
          ),
        },
        context: {
          Execution: { Name: name, Id: "arn:execution" },
          State: { EnteredTime: "2026-11-24T09:00:00.000Z" },
          Task: { Token: "task-token" },
        },
      },
    );
    const ended = await result.then(
      () => "succeeded" as const,
      () => "failed" as const,
    );
    const path: string[] = [];
    const waits: { name: string; seconds: number; stored: unknown }[] = [];
    for await (const event of eventLogs) {
      if (event.type !== "StateEntered") continue;
      path.push(event.state.name);
      const state = states.get(event.state.name);
      if (state === undefined || !isWait(state)) continue;
      const seconds = SecondsSchema.parse(at(event.state.input, state.TimeoutSecondsPath ?? ""));
      const wait = stored[waits.length];
      waits.push({ name: event.state.name, seconds, stored: wait?.parameters });
      if (wait?.end === "timeout") elapsedSeconds += seconds;
    }
    const unused = [...left].filter(([, answers]) => answers.length > 0).map(([name]) => name);
    if (unused.length > 0) throw new Error(`never asked: ${unused.join(", ")}; the path was ${path.join(" -> ")}`);
    return { path, waits, ended, flags, leftToNewest, elapsedSeconds };
  };
};

const WaitEndSchema = z.union([
  z.enum(["timeout", "signal came in"]),
  z.instanceof(Error),
  z.object({ answered: z.unknown() }),
]);
/** A wait's time is a whole number of seconds that Step Functions takes. */
const SecondsSchema = z.int().check(z.gte(1), z.lte(99_999_999));

const at = (input: unknown, path: string): unknown =>
  path
    .replace(/^\$\.?/, "")
    .split(".")
    .reduce((value, key) => Object(value)[key], input);

/**
 * The interpreter looks for a task's limit in the wrong place, has no timers to jump, and retries by rules of its own:
 * the harness does these parts.
 */
const interpretable = (definition: Definition) => {
  const copy = structuredClone(definition);
  for (const [, state] of allStates(copy)) {
    delete state.TimeoutSeconds;
    delete state.TimeoutSecondsPath;
    delete state.Retry;
  }
  return JSON.parse(JSON.stringify(copy));
};

const refuseWhatTheInterpreterIgnores = (definition: Definition): void => {
  const ignored = /"(QueryLanguage|Assign|HeartbeatSeconds|HeartbeatSecondsPath|Arguments|Output)":/.exec(
    JSON.stringify(definition),
  );
  if (ignored !== null) throw new Error(`the interpreter ignores ${ignored[1]}: it may not stand in the definition`);
};
