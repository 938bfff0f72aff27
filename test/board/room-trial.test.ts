import { describe, expect, it } from "vitest";
import { readCompiled } from "../../lambdas/adapters/dynamo-agreement-in-force.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { readTrial } from "../../lambdas/adapters/dynamo-trials.ts";
import { ProposedSchema } from "../../lambdas/contract/room.ts";
import { TrialViewSchema } from "../../lambdas/contract/trial.ts";
import { goOnTrying } from "../../lambdas/in-force/try-past.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { aPast, itemsOf } from "../agreement/trial/pasts.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { shippedAgreement } from "../builders/shipped-agreement.ts";
import { askingRoom, putFirstInForce, withLeastFit } from "./room-requests.ts";

const irene = { user: "irene", role: "marketing" } as const;
const marta = { user: "marta", role: "rep" } as const;

const roomWithLeads = async (leads: number) => {
  const table = dynamoTwin();
  await putFirstInForce(table, daysFromNow(-200));
  for (let seed = 1; seed <= leads; seed++)
    for (const item of itemsOf(aPast(seed, shippedAgreement()))) await transact(table, [put(table, "item", item)]);
  const ask = askingRoom({ table, now: () => now });
  const sent = { text: withLeastFit(30), title: "50 -> 30", why: "Half of the won ones had less." };
  const { proposalId = "" } = ProposedSchema.parse((await ask({ ...irene, path: "proposals", sent })).body);
  const path = `proposals/${proposalId}/trial`;
  const view = async () => TrialViewSchema.parse((await ask({ ...marta, path })).body);
  const start = (who: typeof irene | typeof marta, body: object) =>
    ask({ ...who, path: `proposals/${proposalId}/try`, sent: body });
  return { table, ask, proposalId, view, start };
};

describe("a proposal tried on the past in the room", () => {
  it("is asked for by who negotiates, and read by everybody", async () => {
    const { table, proposalId, view, start } = await roomWithLeads(40);
    expect(await view()).toEqual({ proposalId });
    expect((await start(marta, {})).status).toBe(403);
    expect(await view()).toEqual({ proposalId });
    const started = await start(irene, { weeks: 12 });
    expect(started.body).toEqual(await view());
    expect((await view()).trial).toMatchObject({ state: "asked", by: "irene", weeks: 12 });
    const deps = { table, now: () => now, terms: (termsId: string) => readCompiled(table, termsId) };
    await goOnTrying(deps, proposalId, (await readTrial(table, proposalId))?.turn ?? 0);
    const { trial } = await view();
    expect(trial).toMatchObject({ state: "done", progress: { done: 40, of: 40 } });
    expect(trial?.figures?.perWeek).toHaveLength(12);
    expect(trial?.figures?.out.all.count).toBe(0);
    expect(trial?.figures?.lists.in.leads.every(({ after }) => after.fit >= 30)).toBe(true);
  });

  it("is refused with other weeks than can be tried, and of no proposal", async () => {
    const { ask, start, view } = await roomWithLeads(0);
    for (const weeks of [0, 53, "all"]) expect((await start(irene, { weeks })).status).toBe(422);
    expect((await view()).trial).toBeUndefined();
    expect((await ask({ ...irene, path: "proposals/nobody/trial" })).status).toBe(404);
    expect((await ask({ ...irene, path: "proposals/nobody/try", sent: {} })).status).toBe(404);
  });
});
