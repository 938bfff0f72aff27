import { expect, it } from "vitest";
import { readHistories } from "../../lambdas/adapters/dynamo-histories.ts";
import { randomFrom } from "../../lambdas/agreement/capacity-check/random.ts";
import { merge, noTally } from "../../lambdas/domain/agreement/trial/tally.ts";
import { tryLead } from "../../lambdas/domain/agreement/trial/try-lead.ts";
import { live } from "../../local/demo-history/live.ts";
import { prospectsBetween } from "../../local/demo-history/prospects.ts";
import { World } from "../../local/twin/world.ts";
import { shippedAgreement } from "../builders/shipped-agreement.ts";
import { synthesisedDefinition } from "../journey/definition.ts";

/** Three weeks of leads who lived by the real functions and the executed journey. */
const lived = async () => {
  const agreement = shippedAgreement();
  const [from, until] = ["2026-02-02T00:00:00.000Z", "2026-02-23T00:00:00.000Z"];
  const random = randomFrom(7);
  const world = new World(synthesisedDefinition(), agreement, { begins: from });
  const [begin, end] = [Date.parse(from), Date.parse(until)];
  const prospects = prospectsBetween(begin, end, 10, agreement.terms, random);
  await live({ world, agreement, random, until: end }, prospects);
  return { world, agreement, from, until };
};

it("judges leads again as the pipeline has judged them then", { timeout: 120_000 }, async () => {
  const { world, agreement, from, until } = await lived();
  const { timeZone } = agreement.terms.company;
  const trial = { from, until, timeZone, proposal: agreement, versions: [{ since: from, agreement }] as const };
  let tally = noTally;
  const apart: string[] = [];
  for await (const { leads } of readHistories(world.table))
    for (const history of leads) {
      const one = tryLead(trial, history);
      if (one.notAsRecorded > 0)
        apart.push(JSON.stringify(history.moves.map(({ at, to, because }) => [at, to, because])));
      tally = merge(tally, one);
    }
  const weeks = Object.values(tally.weeks);
  const sum = (which: "recorded" | "before") => weeks.reduce((all, week) => all + week[which], 0);
  expect(apart).toEqual([]);
  expect(sum("recorded")).toBeGreaterThan(4);
  expect(sum("before")).toBe(sum("recorded"));
});
