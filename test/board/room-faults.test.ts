import { describe, expect, it } from "vitest";
import { readInForce } from "../../lambdas/adapters/dynamo-agreement-in-force.ts";
import { readAgreementVersions } from "../../lambdas/adapters/dynamo-agreement-versions.ts";
import { readProposals } from "../../lambdas/adapters/dynamo-proposals.ts";
import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { type Asking, askingRoom, putFirstInForce, withLeastFit } from "./room-requests.ts";

const irene = { user: "irene", role: "marketing" } as const;
const elena = { user: "elena", role: "manager" } as const;

const proposing: Asking = {
  ...irene,
  path: "proposals",
  sent: { text: withLeastFit(44), title: "50 -> 44", why: "Half of the won ones had less." },
};
const signing = (who: typeof irene | typeof elena, id: string, version: string): Asking => ({
  ...who,
  path: `proposals/${id}/sign`,
  sent: { version },
});

/** The function dies at its so many-th request to the table: before the request is made, or before its answer is there. */
const dyingAt = (table: DynamoTable, at: number, isMade: boolean) => {
  let count = 0;
  const client = new Proxy(table.client, {
    get: (target, name) =>
      name === "send"
        ? async (...args: unknown[]) => {
            count += 1;
            if (count > at || (count === at && !isMade)) throw new Error("the function has died");
            const answer: unknown = await Reflect.apply(target.send, target, args);
            if (count === at) throw new Error("the function has died");
            return answer;
          }
        : Reflect.get(target, name),
  });
  return { table: { ...table, client }, hasDied: () => count >= at };
};

const proposed = async () => {
  const table = dynamoTwin();
  await putFirstInForce(table, daysFromNow(-30));
  const ask = askingRoom({ table, now: () => now });
  expect((await ask(proposing)).status).toBe(200);
  const [{ proposalId = "", version = "" } = {}] = await readProposals(table, 1);
  return { table, ask, proposalId, version };
};

/** All that there is of what was proposed and agreed. */
const truthOf = async (table: DynamoTable) => {
  const [proposals, versions, inForce] = await Promise.all([
    readProposals(table, 10),
    readAgreementVersions(table, 10),
    readInForce(table),
  ]);
  return {
    states: proposals.map(({ state, signatures, turn }) => [state, signatures.length, turn]),
    versions: versions.map(({ number }) => number),
    inForce: [inForce?.current.number, inForce?.next?.number],
  };
};

describe.each([
  ["before a request", false],
  ["before an answer", true],
])("a function that dies %s", (_, isMade) => {
  it("leaves nothing half signed: the same signature again ends what was begun", async () => {
    for (let at = 1, dies = true; dies; at++) {
      const { table, ask, proposalId, version } = await proposed();
      await ask(signing(irene, proposalId, version));
      const dying = dyingAt(table, at, isMade);
      const { status } = await askingRoom({ ...dying, now: () => now })(signing(elena, proposalId, version));
      dies = dying.hasDied();
      expect(status).toBe(dies ? 503 : 200);
      expect([
        { states: [["open", 1, 2]], versions: [1], inForce: [1, undefined] },
        { states: [["agreed", 2, 3]], versions: [2, 1], inForce: [1, 2] },
      ]).toContainEqual(await truthOf(table));
      expect((await ask(signing(elena, proposalId, version))).status).toBe(200);
      expect(await truthOf(table)).toEqual({ states: [["agreed", 2, 3]], versions: [2, 1], inForce: [1, 2] });
    }
  });

  it("proposes nothing twice", async () => {
    for (let at = 1, dies = true; dies; at++) {
      const table = dynamoTwin();
      await putFirstInForce(table, daysFromNow(-30));
      const dying = dyingAt(table, at, isMade);
      await askingRoom({ ...dying, now: () => now })(proposing);
      dies = dying.hasDied();
      expect((await askingRoom({ table, now: () => now })(proposing)).status).toBe(200);
      expect((await truthOf(table)).states).toEqual([["open", 0, 1]]);
    }
  });
});

describe("at the same time", () => {
  it("two sign, and it is agreed once", async () => {
    const { table, ask, proposalId, version } = await proposed();
    const responses = await Promise.all(
      [irene, elena, irene, elena].map((who) => ask(signing(who, proposalId, version))),
    );
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await truthOf(table)).toEqual({ states: [["agreed", 2, 3]], versions: [2, 1], inForce: [1, 2] });
  });

  it("the last signature and a withdrawal have one result", async () => {
    const { table, ask, proposalId, version } = await proposed();
    await ask(signing(irene, proposalId, version));
    const [signed, withdrawn] = await Promise.all([
      ask(signing(elena, proposalId, version)),
      ask({ ...irene, path: `proposals/${proposalId}/withdraw`, sent: { reason: "No." } }),
    ]);
    expect([signed.status, withdrawn.status].sort()).toEqual([200, 409]);
    const agreed = { states: [["agreed", 2, 3]], versions: [2, 1], inForce: [1, 2] };
    const over = { states: [["withdrawn", 1, 3]], versions: [1], inForce: [1, undefined] };
    expect(await truthOf(table)).toEqual(signed.status === 200 ? agreed : over);
  });

  it("two proposals get their last signature, and one of them is agreed", async () => {
    const { table, ask, proposalId, version } = await proposed();
    await ask({ ...proposing, sent: { ...proposing.sent, text: withLeastFit(45) } });
    const other = (await readProposals(table, 2)).find((each) => each.proposalId !== proposalId);
    const both = [
      { proposalId, version },
      { proposalId: other?.proposalId ?? "", version: other?.version ?? "" },
    ];
    for (const each of both) await ask(signing(irene, each.proposalId, each.version));
    const signed = await Promise.all(both.map((each) => ask(signing(elena, each.proposalId, each.version))));
    expect(signed.map(({ status }) => status).sort()).toEqual([200, 409]);
    const truth = await truthOf(table);
    expect([truth.versions, truth.inForce]).toEqual([
      [2, 1],
      [1, 2],
    ]);
    expect(truth.states.map(([state]) => state).sort()).toEqual(["agreed", "open"]);
  });

  it("the same proposal comes twice, and is one", async () => {
    const table = dynamoTwin();
    await putFirstInForce(table, daysFromNow(-30));
    const ask = askingRoom({ table, now: () => now });
    const [one, other] = await Promise.all([ask(proposing), ask(proposing)]);
    expect([one?.status, one?.body]).toEqual([200, other?.body]);
    expect((await truthOf(table)).states).toEqual([["open", 0, 1]]);
  });
});
