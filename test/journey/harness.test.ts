/** Proof that the harness detects faults: each of these, put into the definition, makes a run fail. */
import { describe, expect, it } from "vitest";
import type { Definition, State } from "../../local/twin/definition.ts";
import { synthesisedDefinition } from "./definition.ts";
import { error, machineOf, type Script } from "./machine.ts";

const context = { leadId: "lead-1", cycle: 1, signals: 3, stage: "handed-off" };
const startedAgain = { name: "lead-1.1.1" };
const script: Script = {
  "Read the lead": [context],
  "Judge the SLA": [
    { ...context, verdict: "wait", rung: 0, wait: { seconds: 60 } },
    { ...context, verdict: "remind", rung: 1, wait: { seconds: 1 } },
    { ...context, stage: "won", verdict: "answered", rung: 0, wait: { seconds: 1 } },
  ],
  "Remind the rep": [{ ...context, next: "wait", wait: { seconds: 60 } }],
  "Wait for the follow-up": ["timeout", { answered: "won" }],
};
const right = [
  "Remind the rep",
  "Is the answer still owed?",
  "Wait for the follow-up",
  "Judge the SLA",
  "What does the SLA say?",
  "Where does the lead stand?",
  "Won",
];

const changed = (name: string, change: (state: State) => void): Definition => {
  const definition = synthesisedDefinition();
  const state = definition.States[name];
  if (state === undefined) throw new Error(`no state ${name}`);
  change(state);
  return definition;
};

const endOf = async (definition: Definition) => {
  try {
    const { path } = await machineOf(definition)(script, startedAgain);
    return path.slice(-right.length);
  } catch (fault) {
    return String(fault);
  }
};

describe("a fault in the definition shows", () => {
  it("while the definition as it is does not", async () => {
    expect(await endOf(synthesisedDefinition())).toEqual(right);
  });

  it.each<[string, Definition]>([
    [
      "a timeout that nobody catches",
      changed("Wait for the follow-up", (state) => {
        state.Catch = (state.Catch ?? []).filter(({ ErrorEquals }) => !ErrorEquals.includes("States.Timeout"));
      }),
    ],
    [
      "two branches of a choice swapped",
      changed("What does the SLA say?", ({ Choices: [first, second] = [] }) => {
        if (first && second) [first.Next, second.Next] = [second.Next, first.Next];
      }),
    ],
    [
      "a deadline that is not there",
      changed("Wait for the follow-up", (state) => {
        state.TimeoutSecondsPath = "$.until.seconds";
      }),
    ],
    [
      "a wait that forgets the lead",
      changed("Wait for the follow-up", (state) => {
        delete state.ResultPath;
      }),
    ],
    [
      "a step that goes on to the wrong place",
      changed("Remind the rep", (state) => {
        state.Next = "Read the lead";
      }),
    ],
  ])("%s", async (_, definition) => {
    expect(await endOf(definition)).not.toEqual(right);
  });

  it("and so does a language feature that the interpreter would ignore", () => {
    const definition = changed("Judge the SLA", (state) => {
      state.Assign = { seen: 1 };
    });
    expect(() => machineOf(definition)).toThrow(/Assign/);
  });

  it("and a state that the script does not know, or an answer that is against the contract", async () => {
    const run = machineOf(synthesisedDefinition());
    const twice = { "Read the lead": [{ ...context, stage: "won" }, error("never asked")] };
    await expect(run(twice, startedAgain)).rejects.toThrow("never asked");
    const { path } = await run({ "Read the lead": [{ leadId: "lead-1" }] }, startedAgain);
    expect(path.at(-1)).toBe("Needs attention");
  });
});
