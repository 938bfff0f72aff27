import validate from "asl-validator";
import { describe, expect, it } from "vitest";
import { errorNames } from "../../lambdas/contract/journey.ts";
import { allStates, isWait } from "../../local/twin/definition.ts";
import { pausesOf, retrierOf } from "../../local/twin/retrying.ts";
import { synthesisedDefinition } from "./definition.ts";

const definition = synthesisedDefinition();
const states = allStates(definition);
const tasks = states.filter(([, { Type }]) => Type === "Task");

/** The steps that send mail. */
const mailing = new Set([
  "Send the next nurture step",
  "Hand off to sales",
  "Remind the rep",
  "Escalate the breach",
  "Ask what became of the lead",
]);

type Kind = "function" | "mailing" | "wait" | "write";

/**
 * Which errors a state of each kind meets, and who names them. The local engines differ: the local cloud gives every
 * error of a function the name `Runtime.HandlerError`, never ends one at its limit, and counts a retrier's attempts over
 * the whole execution; `aws-local-stepfunctions` lets `States.TaskFailed` stand for `States.Timeout`, too, so the tests
 * retry by `local/twin/retrying.ts`. Only here the names are those of AWS.
 */
const faults: Record<string, { readonly names: readonly string[]; readonly kinds: readonly Kind[] }> = {
  "Lambda, which could not run the function or lost it,": {
    names: [
      "Lambda.ServiceException",
      "Lambda.AWSLambdaException",
      "Lambda.SdkClientException",
      "Lambda.TooManyRequestsException",
      "Lambda.ClientExecutionTimeoutException",
      "Lambda.EC2ThrottledException",
      "Lambda.ENILimitReachedException",
      "Lambda.ResourceConflictException",
      "Lambda.Unknown",
      "Sandbox.Timedout",
      "Runtime.ExitError",
      "Runtime.ImportModuleError",
    ],
    kinds: ["function", "mailing"],
  },
  "a function, from the SDK, the network or other writers,": {
    names: [
      "ThrottlingException",
      "ProvisionedThroughputExceededException",
      "RequestLimitExceeded",
      "TransactionConflictException",
      "TransactionCanceledException",
      "TransactionInProgressException",
      "InternalServerError",
      "ServiceUnavailable",
      "TimeoutError",
      "ECONNRESET",
      "ECONNREFUSED",
      "EAI_AGAIN",
      "CredentialsProviderError",
      "LeadContention",
      "Error",
    ],
    kinds: ["function", "mailing"],
  },
  "a function of the other release, while a deployment runs,": {
    names: ["ZodError", "$ZodError", "TypeError"],
    kinds: ["function", "mailing"],
  },
  "a function, when the mail service refuses,": { names: ["MailNotSent"], kinds: ["mailing"] },
  "DynamoDB, to a state that writes itself,": {
    names: [
      "DynamoDb.DynamoDbException",
      "DynamoDb.TransactionConflictException",
      "DynamoDb.ProvisionedThroughputExceededException",
      "DynamoDb.RequestLimitExceededException",
      "DynamoDb.InternalServerErrorException",
      "DynamoDb.ThrottlingException",
      "DynamoDb.SdkClientException",
    ],
    kinds: ["wait", "write"],
  },
  "Step Functions itself, of a task that gave no answer,": {
    names: ["States.Timeout"],
    kinds: ["function", "mailing", "write"],
  },
};

/** What the timer of each wait leads to. */
const timers = [
  ["Wait for engagement", "Send the next nurture step"],
  ["Wait for sales capacity", "Score the lead"],
  ["Wait for the follow-up", "Judge the SLA"],
  ["Wait for the outcome", "Ask what became of the lead"],
] as const;

const catcher = (error: string, Next: string, ResultPath: string | null = "$.fault") => ({
  ErrorEquals: [error],
  ResultPath,
  Next,
});

describe("the definition", () => {
  it("is valid in the States Language", () => {
    const { isValid, errorsText } = validate(JSON.parse(JSON.stringify(definition)), {
      checkPaths: true,
      checkArn: false,
    });
    expect([isValid, isValid || errorsText("\n")]).toEqual([true, true]);
  });

  it("names every state once", () => {
    const names = states.map(([name]) => name);
    expect(new Set(names)).toHaveLength(names.length);
  });

  it("gives every task a limit: a computed one to a wait, a fixed one to all others", () => {
    for (const [name, state] of tasks)
      expect([name, state.TimeoutSeconds, state.TimeoutSecondsPath]).toEqual(
        isWait(state) ? [name, undefined, "$.wait.seconds"] : [name, 60, undefined],
      );
  });

  it("catches and retries errors by names that the contract knows", () => {
    const known = new Set<string>(Object.values(errorNames).flat());
    const named = states.flatMap(([, { Catch = [], Retry = [] }]) =>
      [...Catch, ...Retry].flatMap(({ ErrorEquals }) => ErrorEquals),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  const kindOf = ([name, state]: (typeof tasks)[number]): Kind => {
    if (isWait(state)) return "wait";
    if (state.Resource?.includes(":dynamodb:")) return "write";
    return mailing.has(name) ? "mailing" : "function";
  };

  it.each(Object.entries(faults))("retries what %s throws for about a quarter of an hour", (_, { names, kinds }) => {
    const affected = tasks.filter((task) => kinds.includes(kindOf(task)));
    expect(affected.length).toBeGreaterThan(0);
    for (const [name, state] of affected)
      for (const error of names) {
        const pauses = pausesOf(retrierOf(state, error) ?? { ErrorEquals: [], MaxAttempts: 0 });
        // A function that is too slow takes its limit of 30 s at each attempt.
        const calls = error === "Sandbox.Timedout" || error === "States.Timeout" ? pauses.length * 30 : 0;
        const minutes = (calls + pauses.reduce((sum, pause) => sum + pause / 2, 0)) / 60;
        const mostMinutes = error === "MailNotSent" ? 120 : 20;
        const isRight = minutes > 10 && minutes < mostMinutes;
        expect({ name, error, minutes, isRight }).toEqual({ name, error, minutes, isRight: true });
      }
  });

  it("retries no result: a lead that is gone, a signal that came in, a wait's time that is over", () => {
    for (const [name, state] of tasks) {
      const results = isWait(state)
        ? ["DynamoDb.ConditionalCheckFailedException", "States.Timeout"]
        : [kindOf([name, state]) === "write" ? "DynamoDb.ConditionalCheckFailedException" : "LeadGone"];
      for (const error of results)
        expect([name, error, pausesOf(retrierOf(state, error) ?? { ErrorEquals: [], MaxAttempts: 0 })]).toEqual([
          name,
          error,
          [],
        ]);
    }
  });

  it("names what stands for all errors alone, and last: else AWS refuses the definition", () => {
    for (const [name, { Retry = [], Catch = [] }] of states)
      for (const list of [Retry, Catch]) {
        const wild = list.filter(({ ErrorEquals }) => ErrorEquals.includes("States.ALL"));
        expect([name, wild.length <= 1, wild.every(({ ErrorEquals }) => ErrorEquals.length === 1)]).toEqual([
          name,
          true,
          true,
        ]);
        if (wild.length > 0) expect([name, list.at(-1)]).toEqual([name, wild[0]]);
      }
  });

  it("catches each state's errors, and keeps the lead beside the fault", () => {
    const { signalCameIn, timeout, leadGone, all } = errorNames;
    const ends = [catcher(leadGone, "The lead was erased"), catcher(all, "Flag the lead")];
    for (const [name, state] of Object.entries(definition.States)) {
      if (state.Type !== "Task" && state.Type !== "Parallel") continue;
      // Below.
      if (name === "Flag the lead" || name === "Leave the lead to the newest definition") continue;
      const [, timer] = timers.find(([wait]) => wait === name) ?? [];
      const waiting = timer === undefined ? [] : [catcher(signalCameIn, "Read the lead"), catcher(timeout, timer)];
      expect([name, state.Catch]).toEqual([name, [...waiting, ...ends]]);
    }
    expect(timers.map(([wait]) => wait).sort()).toEqual(
      tasks
        .filter(([, state]) => isWait(state))
        .map(([name]) => name)
        .sort(),
    );
  });

  it("flags a lead that it cannot leave to the newest definition, or not again", () => {
    const state = definition.States["Leave the lead to the newest definition"];
    expect(state?.Catch).toEqual([catcher(errorNames.all, "Flag the lead")]);
  });

  it("fails in the end even when the lead cannot be flagged", () => {
    expect(definition.States["Flag the lead"]?.Catch).toEqual([
      catcher(errorNames.leadMovedOn, "Over: nothing is owed here", null),
      catcher(errorNames.all, "Needs attention", null),
    ]);
  });

  it("retries every task, and lets no error out that is not caught", () => {
    const inBranches = new Set(
      states.flatMap(([, { Branches = [] }]) => Branches.flatMap(({ States }) => Object.keys(States))),
    );
    for (const [name, { Retry = [], Catch = [], Type }] of states) {
      if (Type === "Task") expect([name, Retry.length > 0]).toEqual([name, true]);
      if (Type === "Task" || Type === "Parallel")
        expect([name, Catch.at(-1)?.ErrorEquals]).toEqual([name, inBranches.has(name) ? undefined : ["States.ALL"]]);
    }
  });
});
