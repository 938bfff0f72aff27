import validate from "asl-validator";
import { describe, expect, it } from "vitest";
import { errorNames } from "../../lambdas/contract/journey.ts";
import { allStates, isWait } from "../../local/twin/definition.ts";
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

  it("retries functions for a busy Lambda and for other writers, mails for a refusal, the table when it is busy", () => {
    const { lambdaBusy, contention, mailNotSent, tableBusy } = errorNames;
    for (const [name, state] of tasks) {
      const retried = (state.Retry ?? []).map(({ ErrorEquals }) => ErrorEquals);
      const forFunctions = [lambdaBusy, [contention], ...(mailing.has(name) ? [[mailNotSent]] : [])];
      expect([name, retried]).toEqual([name, state.Resource?.includes(":dynamodb:") ? [tableBusy] : forFunctions]);
    }
  });

  it("catches each state's errors, and keeps the lead beside the fault", () => {
    const { signalCameIn, timeout, leadGone, all } = errorNames;
    const ends = [catcher(leadGone, "The lead was erased"), catcher(all, "Flag the lead")];
    for (const [name, state] of Object.entries(definition.States)) {
      if (state.Type !== "Task" && state.Type !== "Parallel") continue;
      if (name === "Flag the lead") continue;
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

  it("fails in the end even when the lead cannot be flagged", () => {
    expect(definition.States["Flag the lead"]?.Catch).toEqual([catcher(errorNames.all, "Needs attention", null)]);
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
