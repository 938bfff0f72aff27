import { describe, expect, it } from "vitest";
import { allStates } from "../../local/twin/definition.ts";
import { type Kill, World } from "../../local/twin/world.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { factsOf, refusedTales, type Tale, tales } from "./stories.ts";
import { claimsIn, lived } from "./story.ts";

const definition = synthesisedDefinition();

const live = async (tale: Tale, kill?: Kill) => {
  const world = new World(definition, tale.agreement, { kill, refuses: tale.refuses });
  const { lead, undone } = await lived(world, tale.steps, factsOf(tale));
  const claims = claimsIn(world);
  return { world, lead, undone, claims };
};

/**
 * What mails were sent for, in which cycle. (Which rep gets a lead is drawn by lot, and how often one is asked is
 * time's.)
 */
const purposesOf = ({ mails }: World): string[] => [
  ...new Set(mails.map(({ tags }) => `${tags?.cycle} ${tags?.purpose}`).sort()),
];

/**
 * Before each task; and once its wait is stored. After any other task is as before the next one: nothing is written
 * between them.
 */
const killsOf = ({ tasks, waitsStored }: World): Kill[] => [
  ...Array.from({ length: tasks }, (_, i) => ({ task: i + 1, when: "before" as const })),
  ...waitsStored.map((task) => ({ task, when: "after" as const })),
];

describe.each([...tales, ...refusedTales])("$name", (tale) => {
  it("comes to its end, and to the same one when any of its executions is killed at any state; no mail goes twice", async () => {
    const { world, lead, undone, claims } = await live(tale);
    expect({ stage: lead.stage, cycle: lead.cycle, undone }).toEqual({ ...tale.ends, undone: 0 });
    expect(world.mails).toHaveLength(claims.length);
    const purposes = purposesOf(world);
    for (const { task, when } of killsOf(world)) {
      const again = await live(tale, { task, when });
      const at = { killed: `${when} task ${task}` };
      expect({ ...at, stage: again.lead.stage, cycle: again.lead.cycle, undone: again.undone }).toEqual({
        ...at,
        ...tale.ends,
        undone: 0,
      });
      expect({ ...at, killed: again.world.executions.some(({ status }) => status === "ABORTED") }).toEqual({
        ...at,
        killed: true,
      });
      expect({ ...at, mails: again.world.mails.length }).toEqual({ ...at, mails: again.claims.length });
      expect({ ...at, purposes: purposesOf(again.world) }).toEqual({
        ...at,
        purposes: expect.arrayContaining(purposes),
      });
    }
  }, 600_000);
});

it("together the tales enter every state that an internal error does not lead to", async () => {
  const entered = new Set<string>();
  for (const tale of tales) for (const name of (await live(tale)).world.entered) entered.add(name);
  const never = allStates(definition)
    .map(([name]) => name)
    .filter((name) => !entered.has(name));
  expect(never.sort()).toEqual([
    "Flag the lead",
    // For an execution whose definition does not know what a step says.
    "Leave the lead to the newest definition",
    "Needs attention",
    "Over: nothing is owed here",
    "Over: the newest definition goes on",
    // For an execution that is started again, as those above.
    "Read the lead",
    "The lead was erased",
  ]);
}, 120_000);
