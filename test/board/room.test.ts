import { describe, expect, it } from "vitest";
import { readCompiled, readInForce } from "../../lambdas/adapters/dynamo-agreement-in-force.ts";
import { readAgreementVersions } from "../../lambdas/adapters/dynamo-agreement-versions.ts";
import { putDecision } from "../../lambdas/adapters/dynamo-meetings.ts";
import { readProposals } from "../../lambdas/adapters/dynamo-proposals.ts";
import { putFactor } from "../../lambdas/adapters/dynamo-second-factor.ts";
import { readTrail } from "../../lambdas/adapters/dynamo-trail.ts";
import type { RoomDependencies } from "../../lambdas/board/room/act.ts";
import {
  CheckedSchema,
  DraftSchema,
  ProposalViewSchema,
  ProposedSchema,
  RoomViewSchema,
} from "../../lambdas/contract/room.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { shipped } from "../agreement/explain/altered.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { askingRoom, putFirstInForce, withLeastFit } from "./room-requests.ts";

const irene = { user: "irene", role: "marketing" } as const;
const elena = { user: "elena", role: "manager" } as const;
const javier = { user: "javier", role: "manager" } as const;
const marta = { user: "marta", role: "rep" } as const;
const olga = { user: "olga", role: "operations" } as const;

const lower = { text: withLeastFit(44), title: "50 -> 44", why: "Half of the won ones had less." };

/** The room with the shipped agreement in force, on a clock that moves by hand. */
const room = async (deps: Partial<RoomDependencies> = {}) => {
  const table = dynamoTwin();
  const clock = { now };
  await putFirstInForce(table, daysFromNow(-30));
  const ask = askingRoom({ table, now: () => clock.now, ...deps });
  const view = async (who: typeof irene | typeof elena | typeof javier | typeof marta, id: string) =>
    ProposalViewSchema.parse((await ask({ ...who, path: `proposals/${id}` })).body);
  const propose = async (who: typeof irene | typeof elena | typeof javier, sent: object = lower) => {
    const { body } = await ask({ ...who, path: "proposals", sent });
    const { proposalId, problems } = ProposedSchema.parse(body);
    if (proposalId === undefined) throw new Error(JSON.stringify(problems));
    return proposalId;
  };
  const sign = async (
    who: typeof irene | typeof elena | typeof javier | typeof marta,
    id: string,
    signedInFor = 10,
  ) => {
    const { proposal } = await view(who, id);
    return ask({ ...who, path: `proposals/${id}/sign`, sent: { version: proposal.version }, signedInFor });
  };
  const all = async () => RoomViewSchema.parse((await ask({ ...marta, path: "proposals" })).body);
  return { table, clock, ask, view, propose, sign, all };
};

describe("a proposal", () => {
  it("is checked, proposed, and read by everybody as what it changes", async () => {
    const { ask, propose, view, all } = await room();
    const checked = CheckedSchema.parse((await ask({ ...irene, path: "proposals/check", sent: lower })).body);
    const proposalId = await propose(irene);
    const { proposal, changes, text, may } = await view(marta, proposalId);
    expect(checked).toEqual({ problems: [], changes });
    expect(changes.changes).toEqual([
      { es: expect.stringMatching(/: antes 50, ahora 44$/), en: expect.stringMatching(/: was 50, is now 44$/) },
    ]);
    expect(changes.before).toHaveLength(1);
    expect(changes.after[0]?.title).toEqual(changes.before[0]?.title);
    expect([text, may, proposal.byName, proposal.base.number]).toEqual([lower.text, [], "Irene Salas", 1]);
    expect((await all()).proposals).toEqual([proposal]);
  });

  it("that does not compile is not kept, and its mistakes are named by line", async () => {
    const { ask, all } = await room();
    const sent = {
      ...lower,
      text: withLeastFit(44).replace("signers: { marketing: irene", "signers: { marketing: elena"),
    };
    const line = sent.text.slice(0, sent.text.indexOf("signers:")).split("\n").length;
    const problem = { line, key: "signers.sales", message: expect.stringContaining("nobody signs for both") };
    for (const path of ["proposals", "proposals/check"])
      expect((await ask({ ...irene, path, sent })).body).toMatchObject({ problems: [problem] });
    expect((await all()).proposals).toEqual([]);
  });

  it.each([
    ["what is in force", { text: `# A comment more\n${shipped}` }, 422],
    ["a day that has passed", { from: "2026-03-09" }, 422],
    ["a day too far ahead", { from: "2026-06-30" }, 422],
    ["a decision that there is not", { decision: { week: "2026-W11", decisionId: "d-1" } }, 422],
    ["an answer to a proposal that there is not", { counters: "20260310-x" }, 409],
    ["no reason", { why: " " }, 422],
  ])("is refused of %s", async (_, wrong, status) => {
    const { ask, all } = await room();
    expect((await ask({ ...irene, path: "proposals", sent: { ...lower, ...wrong } })).status).toBe(status);
    expect((await all()).proposals).toEqual([]);
  });

  it("carries a decision of the meeting", async () => {
    const { table, propose, view } = await room();
    const decision = { week: "2026-W11", decisionId: "d-1" };
    await putDecision(table, { ...decision, text: "35", ownerId: "irene", notedBy: "irene", notedAt: now });
    expect((await view(irene, await propose(irene, { ...lower, decision }))).proposal.decision).toEqual(decision);
  });

  it("sent twice is one, with a key and without, until it has ended", async () => {
    const { ask, propose, all } = await room();
    const [first, again] = [await propose(irene), await propose(irene)];
    expect(again).toBe(first);
    const keyed = { ...irene, path: "proposals", sent: { ...lower, title: "Another" }, key: "k-1" };
    expect((await ask(keyed)).body).toEqual((await ask(keyed)).body);
    expect((await ask({ ...keyed, sent: lower })).status).toBe(422);
    await ask({ ...irene, path: `proposals/${first}/withdraw`, sent: { reason: "No." } });
    expect(await propose(irene)).not.toBe(first);
    expect((await all()).proposals).toHaveLength(3);
  });

  it("is countered by another one, and both stay open", async () => {
    const { propose, view, all } = await room();
    const first = await propose(irene);
    const counter = await propose(elena, { ...lower, text: withLeastFit(37), counters: first });
    expect((await view(irene, first)).proposal).toMatchObject({ state: "open", counteredBy: [counter] });
    expect((await all()).proposals.map(({ proposalId, counters }) => [proposalId, counters])).toContainEqual([
      counter,
      first,
    ]);
  });

  it("is withdrawn or refused for a reason that stays; the same again is the same", async () => {
    const { ask, propose, view } = await room();
    const id = await propose(irene);
    const refusal = { ...javier, path: `proposals/${id}/refuse`, sent: { reason: "Too many." } };
    expect((await ask({ ...javier, path: `proposals/${id}/withdraw`, sent: { reason: "No." } })).status).toBe(403);
    const refused = await ask(refusal);
    expect([refused.status, (await ask(refusal)).body]).toEqual([200, refused.body]);
    expect((await view(irene, id)).proposal.ended).toEqual({
      by: "javier",
      byName: "Javier Ortega",
      at: now,
      reason: "Too many.",
    });
    expect((await ask({ ...irene, path: `proposals/${id}/withdraw`, sent: { reason: "No." } })).status).toBe(409);
  });
});

describe("a signature", () => {
  it("of both puts the next version in force, and the terms that were read are those that hold", async () => {
    const { table, clock, propose, sign, view, all } = await room();
    const id = await propose(irene);
    expect((await sign(irene, id)).status).toBe(200);
    expect((await readInForce(table))?.next).toBeUndefined();
    const { body } = await sign(elena, id);
    const { proposal } = ProposalViewSchema.parse(body);
    expect(proposal.state).toBe("agreed");
    const next = (await readInForce(table))?.next;
    expect(next).toMatchObject({ ...proposal.becomes, number: 2, signed: true });
    expect((await readCompiled(table, next?.termsId ?? "")).terms.gate.leastFit).toBe(44);
    expect([(await all()).inForce.number, (await all()).next]).toEqual([1, proposal.becomes]);
    expect((await readAgreementVersions(table, 1))[0]).toMatchObject({ number: 2, proposalId: id });
    clock.now = proposal.becomes?.since ?? "";
    const then = await all();
    expect([then.inForce, then.next, then.versions.map(({ number }) => number)]).toEqual([
      proposal.becomes,
      undefined,
      [1],
    ]);
    expect((await view(irene, id)).may).toEqual([]);
  });

  it("given again is the same, also when its response was lost and the other one came between", async () => {
    const { table, propose, sign } = await room();
    const id = await propose(irene);
    await sign(irene, id);
    await sign(elena, id);
    // The audit trail counts both requests.
    const kept = async () => ({
      proposals: await readProposals(table, 5),
      inForce: await readInForce(table),
      items: table.items().length,
    });
    const before = await kept();
    expect((await sign(irene, id)).status).toBe(200);
    expect((await sign(elena, id)).status).toBe(200);
    expect(await kept()).toEqual(before);
  });

  it("needs a sign-in of the last five minutes, and says so", async () => {
    const { propose, sign, view } = await room();
    const id = await propose(irene);
    const { status, code } = await sign(irene, id, 301);
    expect([status, code]).toEqual([401, "sign-in-again"]);
    expect((await sign(irene, id, 299)).status).toBe(200);
    expect((await view(irene, id)).proposal.signatures).toHaveLength(1);
  });

  it("needs a second factor, except where anybody tries it out", async () => {
    const { table, propose, sign } = await room({ signing: "with-factor" });
    const id = await propose(irene);
    expect((await sign(irene, id)).status).toBe(403);
    await putFactor(table, "irene", [], now);
    expect((await sign(irene, id)).status).toBe(200);
  });

  it.each([
    ["a rep", marta, {}, 403],
    ["a manager whom nobody named", javier, {}, 403],
    ["other terms than the proposed ones", elena, { version: "cccccccccccc" }, 409],
  ] as const)("is refused of %s", async (_, who, wrong, status) => {
    const { ask, propose, view } = await room();
    const id = await propose(irene);
    const { proposal } = await view(irene, id);
    const sent = { version: proposal.version, ...wrong };
    expect((await ask({ ...who, path: `proposals/${id}/sign`, sent })).status).toBe(status);
    expect((await view(irene, id)).proposal).toEqual(proposal);
  });

  it("of a proposal on a version that is over is refused, and so is one while another is to come", async () => {
    const { clock, propose, sign, view } = await room();
    const [first, second] = [await propose(irene), await propose(irene, { ...lower, text: withLeastFit(36) })];
    await sign(irene, first);
    await sign(elena, first);
    expect((await sign(elena, second)).said?.en).toContain("does not hold yet");
    clock.now = daysFromNow(1);
    const late = await sign(elena, second);
    expect([late.status, (await view(elena, second)).proposal.state]).toEqual([409, "outdated"]);
  });

  it("of those whom the version in force names counts, whomever the proposal names", async () => {
    const { propose, sign, view } = await room();
    const text = shipped.replace(
      "signers: { marketing: irene, sales: elena }",
      "signers: { marketing: irene, sales: javier }",
    );
    const id = await propose(irene, { ...lower, text });
    expect((await sign(javier, id)).status).toBe(403);
    await sign(irene, id);
    await sign(elena, id);
    expect((await view(irene, id)).proposal.state).toBe("agreed");
  });
});

describe("going back", () => {
  it("is proposed with the earlier version's text, comments and all, and signed like any other", async () => {
    const { clock, ask, propose, sign, all } = await room();
    const id = await propose(irene);
    await sign(irene, id);
    await sign(elena, id);
    clock.now = daysFromNow(1);
    const draft = async (from: string) =>
      DraftSchema.parse((await ask({ ...irene, path: `proposals/draft${from}` })).body);
    expect([(await draft("")).text, (await draft("?from=1")).text]).toEqual([lower.text, shipped]);
    expect((await ask({ ...irene, path: "proposals/draft?from=9" })).status).toBe(404);
    const back = await propose(elena, { ...lower, text: (await draft("?from=1")).text, origin: "back" });
    await sign(elena, back);
    await sign(irene, back);
    clock.now = daysFromNow(2);
    const { inForce, versions } = await all();
    expect([inForce.number, inForce.version, versions.map(({ number }) => number)]).toEqual([
      3,
      versions[1]?.version,
      [2, 1],
    ]);
  });
});

describe("a signer who has left", () => {
  it("is replaced by operations, who say why; nobody signs for both", async () => {
    const { ask, propose, sign, view } = await room();
    const naming = (who: typeof olga | typeof irene, id: string) =>
      ask({ ...who, path: "proposals/signers", sent: { department: "sales", id, why: "Elena has left." } });
    expect((await naming(irene, "javier")).status).toBe(403);
    expect([(await naming(olga, "irene")).status, (await naming(olga, "marta")).status]).toEqual([422, 422]);
    const named = await naming(olga, "javier");
    expect(RoomViewSchema.parse(named.body).signers[1]).toEqual({
      department: "sales",
      id: "javier",
      name: "Javier Ortega",
      replaces: { id: "elena", by: "olga", at: now, why: "Elena has left." },
    });
    expect((await naming(olga, "javier")).body).toEqual(named.body);
    const id = await propose(irene);
    expect((await sign(elena, id)).status).toBe(403);
    await sign(javier, id);
    await sign(irene, id);
    expect((await view(irene, id)).proposal.state).toBe("agreed");
  });
});

describe("the room", () => {
  it("leaves in the audit trail who proposed, signed and named signers, and who was refused; not who only checked", async () => {
    const { table, ask, propose, sign } = await room();
    await ask({ ...irene, path: "proposals/check", sent: lower });
    const id = await propose(irene);
    await sign(irene, id);
    await sign(javier, id);
    await ask({ ...olga, path: "proposals/signers", sent: { department: "sales", id: "javier", why: "Left." } });
    const { steps } = await readTrail(table, now.slice(0, 10), 20);
    expect(steps.map(({ user, by, refused }) => [user, by, refused ?? false]).sort()).toEqual([
      ["irene", "proposals", false],
      ["irene", "proposals/sign", false],
      ["javier", "proposals/sign", true],
      ["olga", "proposals/signers", false],
    ]);
  });

  it("is for reading only, to reps and operations", async () => {
    const { ask } = await room();
    for (const who of [marta, olga]) {
      expect((await ask({ ...who, path: "proposals" })).status).toBe(200);
      expect((await ask({ ...who, path: "proposals", sent: lower })).status).toBe(403);
      expect((await ask({ ...who, path: "proposals/check", sent: lower })).status).toBe(403);
    }
  });

  it.each(["proposals/none", "proposals/a/b/c", "proposals/none/sign", "proposals/none/again"])(
    "has no %s",
    async (path) => {
      const { ask } = await room();
      const sent = path.endsWith("sign") ? { sent: { version: "v" } } : path.endsWith("again") ? { sent: {} } : {};
      expect((await ask({ ...irene, path, ...sent })).status).toBe(404);
    },
  );
});
