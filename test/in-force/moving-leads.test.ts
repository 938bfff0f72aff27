import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Histories, readHistories } from "../../lambdas/adapters/dynamo-histories.ts";
import { leadItem, shardOf } from "../../lambdas/adapters/dynamo-leads.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { StageSchema } from "../../lambdas/contract/stages.ts";
import { columnPartition } from "../../lambdas/contract/table.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow } from "../builders/now.ts";

/** That leads move: before which request, counted from the beginning, which one goes to which stage. */
interface MoveAt {
  readonly request: number;
  readonly lead: number;
  readonly stage: (typeof stages)[number];
  readonly columnAt: number;
}
const stages = StageSchema.options;

/** A table with so many leads in its first column, whose indexes hand out two entries at a time. */
const tableOfMoving = async (leads: number) => {
  const moves: MoveAt[] = [];
  let [requests, isQuiet] = [0, true];
  const table = dynamoTwin(async () => {
    requests++;
    if (isQuiet) return;
    for (const { lead, ...to } of moves.filter(({ request }) => request === requests)) await moveTo(lead, to);
  });
  const moveTo = async (lead: number, { stage, columnAt: at }: Pick<MoveAt, "stage" | "columnAt">) => {
    const wasQuiet = isQuiet;
    isQuiet = true;
    const item = leadItem(aLead("captured", { leadId: `lead-${lead}` }));
    const column = columnPartition(stage, shardOf(`lead-${lead}`));
    const before = requests;
    await transact(table, [put(table, "moved", { ...item, columnPartition: column, columnAt: daysFromNow(at) })]);
    [requests, isQuiet] = [before, wasQuiet];
  };
  table.client.middlewareStack.add(
    (next) => (step) => {
      const input: object = step.input;
      return next({ ...step, input: "IndexName" in input ? Object.assign(input, { Limit: 2 }) : step.input });
    },
    { step: "initialize", priority: "high" },
  );
  for (let lead = 0; lead < leads; lead++) await moveTo(lead, { stage: "captured", columnAt: lead });
  return {
    table,
    moveTo,
    begin: (those: readonly MoveAt[]) => {
      moves.splice(0, moves.length, ...those);
      [requests, isQuiet] = [0, false];
    },
  };
};

describe("leads that move while all pasts are read", () => {
  const leads = 30;
  const stage = fc.constantFrom(...stages);
  const place = { stage, columnAt: fc.integer({ min: -leads, max: 2 * leads }) };
  const each = <T extends object>(what: fc.Arbitrary<T>) =>
    fc
      .array(what, { minLength: leads, maxLength: leads })
      .map((places) => places.map((one, lead) => ({ lead, ...one })));
  const when = fc.integer({ min: 1, max: 250 });
  /** While it is read, each goes somewhere, and from there on to a later column. */
  const moving = each(fc.record({ request: when, ...place, later: when, after: stage })).map((moves) =>
    moves.flatMap(({ later, after, ...move }): MoveAt[] => [
      move,
      ...(later > move.request && stages.indexOf(after) > stages.indexOf(move.stage)
        ? [{ ...move, request: later, stage: after }]
        : []),
    ]),
  );
  const between = each(fc.record(place));
  const turns = fc.array(fc.record({ pages: fc.integer({ min: 1, max: 4 }), moving, between }), { maxLength: 3 });

  it("are read once each, wherever they go and wherever the reading is interrupted", async () => {
    await fc.assert(
      fc.asyncProperty(between, turns, moving, async (before, interrupted, last) => {
        const world = await tableOfMoving(leads);
        for (const to of before) await world.moveTo(to.lead, to);
        const read: string[] = [];
        let from: Histories["next"] = { shard: 0 };
        for (const turn of [...interrupted, { pages: Number.POSITIVE_INFINITY, moving: last, between: [] }]) {
          if (from === undefined) break;
          world.begin(turn.moving);
          let pages = 0;
          for await (const page of readHistories(world.table, from)) {
            read.push(...page.leads.map(({ lead }) => lead.leadId));
            from = page.next;
            if (++pages === turn.pages) break;
          }
          world.begin([]);
          for (const to of turn.between) await world.moveTo(to.lead, to);
        }
        expect(read.sort()).toEqual(Array.from({ length: leads }, (_, i) => `lead-${i}`).sort());
      }),
      { numRuns: 40 },
    );
  });
});
