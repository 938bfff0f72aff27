import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { weekOf } from "../../lambdas/domain/metrics/week.ts";
import { theCrm } from "./crm.ts";
import { dynamo, eventually, fitting, leadIdOf, leadNow, mailAbout, outputs, someone, submit } from "./pipeline.ts";

const ask = await theCrm();

/** They alone have Portugal (local-cloud.ts): the leads of other tests do not stand in this line. */
const reps = ["ines", "rui", "marisa", "duarte", "leonor", "tiago", "beatriz"];
const placesEach = 3;
const crowd = 50;

const setCapacity = async (rep: string, newPerWeek: number): Promise<void> => {
  const { status } = await ask("POST", "/team", { rep, capacity: { newPerWeek, openAtMost: 1000 } });
  expect(status).toBe(200);
};

const givenTo = async (rep: string): Promise<number> => {
  const Key = marshall(keys.repWeek(rep, weekOf(new Date().toISOString(), "Europe/Madrid")));
  const TableName = outputs.stack.TableName;
  const { Item: item } = await dynamo.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  return item === undefined ? 0 : z.object({ newLeads: z.number() }).parse(unmarshall(item)).newLeads;
};

const rankOf = (lead: Lead): string | undefined => (lead.stage === "qualified" ? lead.waiting?.rank : undefined);

describe(`${crowd} MQLs at once for ${reps.length * placesEach} places`, () => {
  afterAll(async () => {
    for (const rep of reps) await setCapacity(rep, 1000);
  });

  it("never give a rep more than their capacity; the others wait, and the first in line goes when there is room", async () => {
    const before = await Promise.all(reps.map(givenTo));
    for (const [i, rep] of reps.entries()) await setCapacity(rep, (before[i] ?? 0) + placesEach);
    const people = Array.from({ length: crowd }, () => someone({ ...fitting, country: "PT" }));
    await Promise.all(people.map(({ body }) => submit(body)));
    const leadIds = await Promise.all(people.map(({ body }) => leadIdOf(body.email)));
    const leads = () => Promise.all(leadIds.map((leadId) => leadNow(leadId)));
    // A lead that no one answers goes to the next rep, and takes one of the places there.
    const inLine = await eventually(
      "everybody has had a rep, or stands in line",
      async () => {
        const all = await leads();
        const waiting = all.filter((lead) => rankOf(lead) !== undefined);
        const atTheGate = all.filter(
          ({ stage, cycle }) => cycle === 1 && (stage === "captured" || stage === "nurturing"),
        );
        return atTheGate.length === 0 && waiting.length >= crowd - reps.length * placesEach ? waiting : undefined;
      },
      240,
    );
    const given = await Promise.all(reps.map(givenTo));
    for (const [i, rep] of reps.entries()) {
      const most = (before[i] ?? 0) + placesEach;
      expect({ rep, most, kept: (given[i] ?? 0) <= most }).toEqual({ rep, most, kept: true });
    }
    expect(given.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(before.reduce((sum, count) => sum + count, 0));
    const told = await mailAbout(
      "MQL",
      "marketing hears of the queue",
      ({ to, text }) => to.includes("marketing@anaquel.example") && /MQL/.test(text),
    );
    expect(told.subject).not.toBe("");
    const [first] = inLine.toSorted((one, other) => ((rankOf(one) ?? "") < (rankOf(other) ?? "") ? -1 : 1));
    for (const [i, rep] of reps.entries()) await setCapacity(rep, (before[i] ?? 0) + placesEach + crowd);
    await eventually(
      "the first in line has a rep",
      async () => (rankOf(await leadNow(first?.leadId ?? "")) === undefined ? true : undefined),
      120,
    );
  }, 500_000);
});
