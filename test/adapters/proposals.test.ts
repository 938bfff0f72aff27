import { beforeAll, describe, expect, it } from "vitest";
import { readInForce } from "../../lambdas/adapters/dynamo-agreement-in-force.ts";
import { readAgreementVersions } from "../../lambdas/adapters/dynamo-agreement-versions.ts";
import { readProposals } from "../../lambdas/adapters/dynamo-proposals.ts";
import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import { ProposedSchema, RoomViewSchema } from "../../lambdas/contract/room.ts";
import { type Asking, askingRoom, putFirstInForce, withLeastFit } from "../board/room-requests.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const irene = { user: "irene", role: "marketing" } as const;
const elena = { user: "elena", role: "manager" } as const;
const proposing = (points: number): Asking => ({
  ...irene,
  path: "proposals",
  sent: { text: withLeastFit(points), title: `50 -> ${points}`, why: "Half of the won ones had less." },
});

const roomOn = async (endpoint: string) => {
  const table = await newTable(endpoint);
  await putFirstInForce(table, daysFromNow(-30));
  const ask = askingRoom({ table, now: () => now });
  const propose = async (points: number) => ProposedSchema.parse((await ask(proposing(points))).body).proposalId ?? "";
  const sign = async (who: typeof irene | typeof elena, id: string) => {
    const version = (await readProposals(table, 10)).find(({ proposalId }) => proposalId === id)?.version ?? "";
    return ask({ ...who, path: `proposals/${id}/sign`, sent: { version } });
  };
  return { table, ask, propose, sign };
};

const agreedIn = async (table: DynamoTable) => ({
  proposals: (await readProposals(table, 10)).map(({ state, signatures }) => [state, signatures.length]),
  versions: (await readAgreementVersions(table, 10)).map(({ number }) => number),
  next: (await readInForce(table))?.next?.number,
});

describe.each(engines())("the negotiation room on $name", ({ endpoint }) => {
  let room: Awaited<ReturnType<typeof roomOn>>;
  beforeAll(async () => {
    room = await roomOn(endpoint);
  });

  it("proposes, counters, refuses, names who signs, and signs", async () => {
    const { table, ask, propose, sign } = room;
    const first = await propose(44);
    expect(await propose(44)).toBe(first);
    const counter = await ask({ ...elena, path: "proposals", sent: { ...proposing(46).sent, counters: first } });
    expect(counter.status).toBe(200);
    expect((await ask({ ...elena, path: `proposals/${first}/refuse`, sent: { reason: "Too many." } })).status).toBe(
      200,
    );
    const naming = { department: "sales", id: "javier", why: "Elena has left." };
    const named = await ask({ user: "olga", role: "operations", path: "proposals/signers", sent: naming });
    expect(RoomViewSchema.parse(named.body).signers[1]?.id).toBe("javier");
    await ask({ user: "olga", role: "operations", path: "proposals/signers", sent: { ...naming, id: "elena" } });
    const { proposalId = "" } = ProposedSchema.parse(counter.body);
    for (const who of [irene, elena]) expect((await sign(who, proposalId)).status).toBe(200);
    const { proposals, ...agreed } = await agreedIn(table);
    expect(agreed).toEqual({ versions: [2, 1], next: 2 });
    expect(proposals).toHaveLength(2);
    expect(proposals).toEqual(
      expect.arrayContaining([
        ["agreed", 2],
        ["refused", 0],
      ]),
    );
  });
});

describe.each(isolatingEngines())("at the same time, on $name", ({ endpoint }) => {
  it("two sign twice each, and it is agreed once", async () => {
    const { table, propose, sign } = await roomOn(endpoint);
    const id = await propose(44);
    const signed = await Promise.all([irene, elena, elena, irene].map((who) => sign(who, id)));
    expect(signed.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await agreedIn(table)).toEqual({ proposals: [["agreed", 2]], versions: [2, 1], next: 2 });
  });

  it("the last signature and a withdrawal have one result", async () => {
    const { table, ask, propose, sign } = await roomOn(endpoint);
    const id = await propose(44);
    await sign(irene, id);
    const [signed, withdrawn] = await Promise.all([
      sign(elena, id),
      ask({ ...irene, path: `proposals/${id}/withdraw`, sent: { reason: "No." } }),
    ]);
    expect([signed.status, withdrawn.status].sort()).toEqual([200, 409]);
    expect(await agreedIn(table)).toEqual(
      signed.status === 200
        ? { proposals: [["agreed", 2]], versions: [2, 1], next: 2 }
        : { proposals: [["withdrawn", 1]], versions: [1], next: undefined },
    );
  });

  it("two proposals get their last signature, and one of them is agreed", async () => {
    const { table, propose, sign } = await roomOn(endpoint);
    const both = [await propose(44), await propose(45)];
    for (const id of both) await sign(irene, id);
    const signed = await Promise.all(both.map((id) => sign(elena, id)));
    expect(signed.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { versions, next } = await agreedIn(table);
    expect([versions, next]).toEqual([[2, 1], 2]);
  });
});
