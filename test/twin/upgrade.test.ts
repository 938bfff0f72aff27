import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import * as messages from "../../lambdas/contract/journey.ts";
import { allStates, type Definition, DefinitionSchema, type State } from "../../local/twin/definition.ts";
import { World } from "../../local/twin/world.ts";
import { isAllowed } from "../iam/policy.ts";
import { DeployedStack } from "../iam/stack-roles.ts";
import { shippedTemplate } from "../infrastructure/synthesise.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { factsOf, refusedTales, type Tale, tales } from "./stories.ts";
import { claimsIn, lived, Story } from "./story.ts";

/** A JSON Schema, as far as it is compared. */
interface Shape {
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly enum?: readonly unknown[] | undefined;
}
const ShapeSchema: z.ZodMiniType<Shape> = z.object({
  required: z.optional(z.array(z.string())),
  get properties() {
    return z.optional(z.record(z.string(), ShapeSchema));
  },
  enum: z.optional(z.array(z.unknown())),
});
const ReleaseSchema = z.object({
  release: z.string(),
  definition: DefinitionSchema,
  messages: z.record(z.string(), ShapeSchema),
});

/** Releases of which executions may be open (docs/upgrading.md). */
const folder = path.resolve("test/released");
const releases = readdirSync(folder).map((file) =>
  ReleaseSchema.parse(JSON.parse(readFileSync(path.join(folder, file), "utf8"))),
);

const definition = synthesisedDefinition();
const stack = new DeployedStack(shippedTemplate());

const functionsOf = (of: Definition): string[] => [
  ...new Set(allStates(of).flatMap(([, { Resource = "" }]) => (Resource.includes(":lambda:") ? [Resource] : []))),
];
const idOf = (arn: string): string => arn.replace(/^.*:/, "");

/** Lived under the old definition, until the deploy in its so many-th wait. */
const live = async (old: Definition, tale: Tale, deployIn?: number) => {
  const world = new World(old, tale.agreement, { refuses: tale.refuses });
  world.whenItWaits = (waits) => {
    if (waits === deployIn) world.deploy(definition);
  };
  const { lead, undone } = await lived(world, tale.steps, factsOf(tale));
  const claims = claimsIn(world);
  const ends = { stage: lead.stage, cycle: lead.cycle, undone };
  return { world, ends, mailsEach: world.mails.length - claims.length };
};

/** What steps say that a definition decides by: of each message, by property. */
const verdictsOf = (shapes: Readonly<Record<string, Shape>>): string[] =>
  Object.values(shapes).flatMap(({ properties = {} }) =>
    ["next", "verdict"].flatMap((name) => (properties[name]?.enum ?? []).map((value) => `${name}: ${value}`)),
  );

const currentMessages = (): Record<string, Shape> =>
  Object.fromEntries(
    Object.entries(messages).flatMap(([name, schema]) =>
      schema instanceof z.core.$ZodType
        ? [[name.replace(/Schema$/, ""), ShapeSchema.parse(z.toJSONSchema(schema, { io: ioOf(name) }))]]
        : [],
    ),
  );
const ioOf = (name: string): "input" | "output" => (name.includes("Input") ? "input" : "output");

describe.each(releases)("an execution that began with release $release", (kept) => {
  it.each([...tales, ...refusedTales])(
    "and $name: comes to its end, whichever wait the deploy comes in; no mail goes twice",
    async (tale) => {
      const throughout = await live(kept.definition, tale);
      const asTold = { ends: { ...tale.ends, undone: 0 }, mailsEach: 0 };
      expect(throughout).toMatchObject(asTold);
      for (let wait = 1; wait <= throughout.world.waitsStored.length; wait++) {
        const { world, ...seen } = await live(kept.definition, tale, wait);
        expect({ wait, ...seen }).toEqual({ wait, ...asTold });
        expect(world.executions.filter(({ status }) => status === "FAILED")).toEqual([]);
        expect(world.entered).not.toContain("Flag the lead");
      }
    },
    120_000,
  );

  it("finds every function that it calls, under the same logical id, and may call it", () => {
    const [machine] = stack.all("AWS::StepFunctions::StateMachine", z.object({ RoleArn: z.string() }));
    const { statements } = stack.role(machine?.RoleArn ?? "");
    const there = stack.functions();
    const lost = functionsOf(kept.definition)
      .map(idOf)
      .filter((id) => {
        const found = there.find((each) => each.id === id);
        const call = { action: "lambda:InvokeFunction", resource: found?.arn ?? "", context: {} };
        return found === undefined || !isAllowed(statements, call);
      });
    expect(lost).toEqual([]);
  });

  it("has got every verdict that it does not know, in some tale, unless it cannot get it", async () => {
    const answers = new Set<string>();
    for (const tale of tales)
      for (const { answered } of (await live(kept.definition, tale)).world.executions)
        for (const answer of answered)
          for (const name of ["next", "verdict"])
            if (Object(answer)[name] !== undefined) answers.add(`${name}: ${Object(answer)[name]}`);
    const known = verdictsOf(kept.messages);
    const added = [...new Set(verdictsOf(currentMessages()))].filter((verdict) => !known.includes(verdict));
    const without = Object.keys(neverGiven).filter((verdict) => added.includes(verdict));
    expect(added.filter((verdict) => !answers.has(verdict)).sort()).toEqual(without.sort());
  }, 120_000);

  it.each(Object.entries(kept.messages))("exchanges %s with functions of this release", (name, old) => {
    const now = currentMessages()[name];
    if (now === undefined) expect(retiredMessages).toContain(name);
    else expect(name.includes("Input") ? lacks(old, now) : lacks(now, old)).toEqual([]);
  });
});

it("explains no verdict that every kept release knows, and no message that none of them has", () => {
  const inEach = releases.map((kept) => ({ verdicts: verdictsOf(kept.messages), names: Object.keys(kept.messages) }));
  const isKnown = (verdict: string) => inEach.every(({ verdicts }) => verdicts.includes(verdict));
  const isGone = (name: string) => inEach.every(({ names }) => !names.includes(name));
  expect([Object.keys(neverGiven).filter(isKnown), retiredMessages.filter(isGone)]).toEqual([[], []]);
});

/** Verdicts that no execution of a kept release gets, and why. */
const neverGiven: Readonly<Record<string, string>> = {
  "next: judge": "no tale has a cool-down; its default comes to the gate, which notes that it judged: so it comes once",
  "next: no-capacity": "its hand-off is reached by leads only that have a rep",
  "verdict: accepted": "an answer in the second of the deadline; its default reads the lead, which then is accepted",
};

/** Messages of steps that only kept releases have: their tales show that they still go together. */
const retiredMessages = ["Assignment", "Parking", "ParkingInput"];

/** What the reader requires and the writer does not always give. */
const lacks = (writer: Shape, reader: Shape, at = ""): string[] =>
  (reader.required ?? []).flatMap((name) => {
    if (writer.required?.includes(name) !== true) return [`${at}${name}`];
    const [given, wanted] = [writer.properties?.[name], reader.properties?.[name]];
    return given === undefined || wanted === undefined ? [] : lacks(given, wanted, `${at}${name}.`);
  });

describe("the definition", () => {
  const choices = allStates(definition).filter(([, { Type }]) => Type === "Choice");
  const stateNamed = (name: string): State | undefined => allStates(definition).find(([each]) => each === name)?.[1];

  it("leaves the lead to the newest at a verdict that it does not know, instead of asking again for ever", () => {
    const asking = choices.filter(([, state]) => JSON.stringify(state.Choices).match(/"\$\.(next|verdict|stage)"/));
    expect(asking.length).toBeGreaterThan(5);
    for (const [name, { Default = "" }] of asking) {
      expect([name, Default]).toEqual([name, "Leave the lead to the newest definition"]);
      expect(stateNamed(stateNamed(Default)?.Next ?? "")?.Type).toBe("Succeed");
    }
  });

  /** As if this verdict had come with the deploy. */
  const without = (choice: string, verdict: string): Definition => {
    const older = structuredClone(definition);
    const state = older.States[choice];
    const left = state?.Choices?.filter((rule) => !("StringEquals" in rule) || rule.StringEquals !== verdict) ?? [];
    expect(left.length).toBe((state?.Choices?.length ?? 0) - 1);
    return { ...older, States: { ...older.States, [choice]: { ...state, Type: "Choice", Choices: left } } };
  };

  it.each([
    ["no rep has room", "Does anyone have capacity?", "no-capacity"],
    ["nobody answers", "What does the SLA say?", "reassign"],
    ["nobody answers", "Is the answer still owed?", "wait"],
    ["the second rep accepts", "Has somebody else taken it?", "hand-off"],
    ["the second rep accepts", "Is the outcome still open?", "wait"],
  ])(
    "of “%s” without a verdict at «%s» (%s): the newest goes on within minutes, nobody is paged",
    async (begins, choice, verdict) => {
      const tale = tales.find(({ name }) => name.startsWith(begins));
      if (tale === undefined) throw new Error("there is no such tale");
      const { world, ...seen } = await live(without(choice, verdict), tale, 1);
      expect(seen).toEqual({ ends: { ...tale.ends, undone: 0 }, mailsEach: 0 });
      expect(world.entered).toContain("Leave the lead to the newest definition");
      expect(world.entered).not.toContain("Flag the lead");
      expect(world.executions.filter(({ status }) => status === "FAILED")).toEqual([]);
    },
  );

  it("flags a lead whose verdict the newest does not know either", async () => {
    const [tale] = tales;
    if (tale === undefined) throw new Error("there are no tales");
    const lacking = without("What does the SLA say?", "reassign");
    const world = new World(lacking, tale.agreement);
    const story = new Story(world);
    await story.submit();
    await story.engage("pricing-viewed");
    while (!world.entered.includes("Flag the lead")) expect(await world.advance()).toBe(true);
    const times = world.entered.filter((name) => name === "Leave the lead to the newest definition");
    expect(times).toHaveLength(6);
    expect(await story.lead()).toMatchObject({
      stage: "handed-off",
      unknownVerdicts: 5,
      needsAttention: expect.anything(),
    });
  });
});
