import { describe, expect, it } from "vitest";
import { readProposals } from "../../lambdas/adapters/dynamo-proposals.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { countered } from "../../lambdas/domain/agreement/proposal/proposal.ts";
import { eventsOfChange } from "../../lambdas/domain/publish/events-of-change.ts";
import { notifyTeams } from "../../lambdas/outcome/notify-teams.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { askingRoom, putFirstInForce, withLeastFit } from "../board/room-requests.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { aProposal } from "../builders/proposal.ts";
import { shippedAgreement } from "../builders/shipped-agreement.ts";

const irene = { user: "irene", role: "marketing" } as const;
const elena = { user: "elena", role: "manager" } as const;
const javier = { user: "javier", role: "manager" } as const;
const lower = { text: withLeastFit(44), title: "50 -> 44", why: "Half of the won ones had less." };

/** The room, and whoever is told of what is done there: each event comes twice. */
const told = async () => {
  const table = dynamoTwin();
  const agreement = shippedAgreement();
  await putFirstInForce(table, daysFromNow(-30));
  const ask = askingRoom({ table, now: () => now });
  const sent: Mail[] = [];
  const task = {
    table,
    agreement,
    now: () => now,
    send: async (mail: Mail) => ({ providerId: String(sent.push(mail)) }),
    keyring: async () => [{ keyId: "k", secret: new Uint8Array(32) }] as const,
    publicUrl: "https://api.example",
    parkEvent: async (_: string, reason: string) => {
      throw new Error(reason);
    },
  };
  const hear = async (proposalId: string, turn: number) => {
    sent.length = 0;
    const detail = {
      id: "e",
      version: 1,
      time: now,
      type: "ProposalMoved",
      correlationId: "c",
      data: { proposalId, turn },
    };
    const record = { messageId: "m", body: JSON.stringify({ detail }) };
    for (const _ of [1, 2]) expect(await notifyTeams(task)({ Records: [record] })).toEqual({ batchItemFailures: [] });
    return sent.map(({ to, subject }) => [to.name, subject]);
  };
  const propose = async (who: typeof irene | typeof javier, sentBody: object = lower) => {
    expect((await ask({ ...who, path: "proposals", sent: sentBody })).status).toBe(200);
    const all = await readProposals(table, 5);
    return all.find(({ by }) => by === who.user) ?? aProposal();
  };
  return { table, ask, sent, hear, propose };
};

describe("of a step of a proposal hear", () => {
  it("both signers and who proposed it, once each, but not of what they did themselves; that it is agreed, all", async () => {
    const { ask, sent, hear, propose } = await told();
    const { proposalId, version } = await propose(javier);
    const sign = (who: typeof irene | typeof elena) =>
      ask({ ...who, path: `proposals/${proposalId}/sign`, sent: { version } });
    expect(await hear(proposalId, 1)).toEqual([
      ["Irene Salas", "Javier Ortega propone un cambio del acuerdo: 50 -> 44"],
      ["Elena Vidal", "Javier Ortega propone un cambio del acuerdo: 50 -> 44"],
    ]);
    expect(sent[0]?.text).toContain(`https://api.example/board/room/${proposalId}`);
    expect(sent[0]?.text).toMatch(/antes 50, ahora 44/);
    await sign(irene);
    expect((await hear(proposalId, 2)).map(([name]) => name)).toEqual(["Elena Vidal", "Javier Ortega"]);
    await sign(elena);
    expect((await hear(proposalId, 3)).map(([name]) => name)).toEqual(["Irene Salas", "Elena Vidal", "Javier Ortega"]);
    expect(sent[0]?.text).toMatch(/La versión 2 entra en vigor el .*10/);
  });

  it("as much of a refusal and of a counter-proposal, with the reason", async () => {
    const { ask, sent, hear, propose } = await told();
    const { proposalId } = await propose(irene);
    const counter = await propose(javier, { ...lower, text: withLeastFit(45), counters: proposalId });
    expect((await hear(counter.proposalId, 1))[0]).toEqual([
      "Irene Salas",
      "Javier Ortega responde con otra propuesta: 50 -> 44",
    ]);
    await ask({ ...elena, path: `proposals/${proposalId}/refuse`, sent: { reason: "Sales is full until May." } });
    expect((await hear(proposalId, 2)).map(([name]) => name)).toEqual(["Irene Salas"]);
    expect(sent[0]?.text).toContain("Sales is full until May.");
  });
});

describe("the stream", () => {
  const stored = (proposal = aProposal()) => ({ ...keys.proposal(proposal.proposalId), ...proposal });

  it("tells each step of a proposal, and not that another one answers it", () => {
    const proposal = aProposal();
    const change = { id: "c", at: now, before: undefined, after: stored(proposal) };
    expect(eventsOfChange(change)).toMatchObject([
      { type: "ProposalMoved", data: { proposalId: proposal.proposalId, turn: 1 } },
    ]);
    expect(eventsOfChange({ ...change, before: stored(proposal), after: stored(countered(proposal, "p-2")) })).toEqual(
      [],
    );
    expect(
      eventsOfChange({ ...change, before: stored(proposal), after: { ...stored(proposal), turn: 2 } }),
    ).toHaveLength(1);
  });
});
