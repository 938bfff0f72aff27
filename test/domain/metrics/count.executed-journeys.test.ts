import { unmarshall } from "@aws-sdk/util-dynamodb";
import { expect, it } from "vitest";
import { readGenerations } from "../../../lambdas/adapters/dynamo-counter-generations.ts";
import { readCounters, readPulse } from "../../../lambdas/adapters/dynamo-counters.ts";
import { bumpPulse, countOnce } from "../../../lambdas/adapters/dynamo-counting.ts";
import { MoveFactSchema } from "../../../lambdas/domain/lead/move-fact.ts";
import { factIn } from "../../../lambdas/domain/metrics/fact.ts";
import { weekOf } from "../../../lambdas/domain/metrics/week.ts";
import { count } from "../../../lambdas/metrics/count.ts";
import { readFigures } from "../../../lambdas/metrics/read-figures.ts";
import { World } from "../../../local/twin/world.ts";
import { synthesisedDefinition } from "../../journey/definition.ts";
import { factsOf, tales } from "../../twin/stories.ts";
import { lived } from "../../twin/story.ts";
import { naiveRecount, naiveStages } from "./naive-recount.ts";

const definition = synthesisedDefinition();

it.each(tales)("the figures of a pipeline that has lived through “$name” are those of its facts", async (tale) => {
  const world = new World(definition, tale.agreement);
  const { lead } = await lived(world, tale.steps, factsOf(tale));
  const { table, agreement } = world;
  const { timeZone } = agreement.terms.company;
  const items = table.items();
  const facts = items.map((item) => unmarshall(item)).filter((item) => factIn(item) !== undefined);
  const told = await count({
    timeZone,
    generations: () => readGenerations(table),
    countOnce: (event, counting) => countOnce(table, event, counting),
    bumpPulse: (generation, stage) => bumpPulse(table, generation, stage),
    measure: () => {},
    parkRecord: async (_, reason) => {
      throw new Error(reason);
    },
  })({
    Records: items.map((NewImage, i) => ({
      eventID: `e${i}`,
      dynamodb: { ApproximateCreationDateTime: 1, SequenceNumber: String(i), NewImage },
    })),
  });
  expect(told).toEqual({ batchItemFailures: [] });

  // Each move begins where the one before has ended, and the last one where the lead is.
  const moves = facts.filter(({ sk }) => String(sk).startsWith("MOVE#")).map((item) => MoveFactSchema.parse(item));
  expect(moves.map(({ from }) => from)).toEqual([null, ...moves.slice(0, -1).map(({ to }) => to)]);
  expect(moves.at(-1)).toMatchObject({ to: lead.stage, cycle: lead.cycle });
  expect(naiveStages(facts)).toEqual({ [lead.stage]: 1 });
  const { stages } = await readPulse(table);
  expect(Object.entries(stages).filter(([, { count: leads }]) => leads !== 0)).toEqual([
    [lead.stage, expect.objectContaining({ count: 1 })],
  ]);

  const naive = naiveRecount(facts, timeZone);
  const weeks = [...new Set(moves.map(({ at }) => weekOf(at, timeZone)))];
  const counters = await readCounters(table, weeks);
  for (const [i, week] of weeks.entries()) {
    const counted = [...(counters[i] ?? [])].filter(([, by]) => by !== 0);
    const expected = Object.entries(naive).filter(([name]) => name.startsWith(`${week} all `));
    expect(Object.fromEntries(counted.map(([name, by]) => [`${week} all ${name}`, by]))).toEqual(
      Object.fromEntries(expected),
    );
  }
  const figures = await readFigures(table, agreement, world.now(), 12);
  expect(figures.weeks.reduce((sum, { leads }) => sum + leads, 0)).toBe(weeks.length > 0 ? 1 : 0);
  expect(figures.bySource).toMatchObject([{ id: "direct", leads: 1 }]);
});
