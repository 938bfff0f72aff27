import { describe, expect, it } from "vitest";
import { recordOrphan } from "../../lambdas/adapters/dynamo-sweep.ts";
import { type Role, RoleSchema } from "../../lambdas/contract/board.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { deployed, heldFrom } from "../builders/in-force.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { asking, stored } from "./asking.ts";

const idsOf = (cards: readonly { readonly leadId: string }[]): string[] => cards.map(({ leadId }) => leadId);

/** Ana has `hers` and has won `won`; Luis has `his`; no one has `nobodys` yet. */
const withLeads = async () => {
  const table = dynamoTwin();
  const company = { company: "Talleres Núñez" };
  await stored(table, [
    aLead("handed-off", { leadId: "hers", contact: company, followUp: { dueAt: daysFromNow(-1) } }),
    aLead("won", { leadId: "won", contact: { company: "Fundación Sur" }, amount: 9000, createdAt: daysFromNow(-2) }),
    aLead("accepted", { leadId: "his", contact: company, followUp: { ownerId: "luis" } }),
    aLead("nurturing", { leadId: "nobodys", contact: { company: "TALLERES NUÑO" } }),
  ]);
  return table;
};

describe("the board's API", () => {
  const open = [200, 200, 200, 200] as const;
  const statuses: readonly (readonly [string, readonly [number, number, number, number]])[] = [
    ["me", open],
    ["pulse", open],
    ["columns/captured", open],
    ["worklist?owner=ana", open],
    ["worklist?owner=luis", [200, 403, 200, 200]],
    ["leads/hers", open],
    ["leads/his", [200, 404, 200, 200]],
    ["leads/nobodys", [200, 404, 200, 200]],
    ["leads/none", [404, 404, 404, 404]],
    [`leads/${"x".repeat(3000)}`, [404, 404, 404, 404]],
    [`worklist?owner=${"x".repeat(3000)}`, [400, 400, 400, 400]],
    [`columns/won?owner=${"x".repeat(3000)}`, [400, 400, 400, 400]],
    ["figures?weeks=2", open],
    ["agreement", open],
    ["attention", [200, 403, 200, 200]],
    ["wins", open],
    ["meetings", open],
    ["secrets", [404, 404, 404, 404]],
    ["constructor", [404, 404, 404, 404]],
  ];
  it.each(statuses)("answers %s by the user's role", async (path, expected) => {
    const ask = asking(await withLeads());
    const got = await Promise.all(RoleSchema.options.map(async (role) => (await ask(role, path)).status));
    expect(got).toEqual(expected);
  });

  it("shows a user without a role nothing", async () => {
    const ask = asking(await withLeads());
    expect((await ask("rep", "me", "stranger")).status).toBe(403);
  });

  it("gives the same 404 for a lead that is someone else's and for none", async () => {
    const ask = asking(await withLeads());
    expect((await ask("rep", "leads/his")).body).toEqual((await ask("rep", "leads/none")).body);
  });
});

describe("a search", () => {
  const found = async (role: Role, q: string, user?: string) => {
    const { body } = await asking(await withLeads())(role, "search", user, { q });
    return idsOf(body.cards).sort();
  };

  it("finds by the beginning of a company's name, however it is written", async () => {
    expect(await found("marketing", "talleres nu")).toEqual(["hers", "his", "nobodys"]);
    expect(await found("marketing", "TALLERES NÚÑ")).toEqual(["hers", "his", "nobodys"]);
    expect(await found("marketing", " Núñez")).toEqual([]);
  });

  it("finds a rep's own leads only, the closed ones too", async () => {
    expect(await found("rep", "talleres")).toEqual(["hers"]);
    expect(await found("rep", "fundacion")).toEqual(["won"]);
    expect(await found("rep", "talleres", "luis")).toEqual(["his"]);
  });

  it("needs two letters", async () => {
    const ask = asking(dynamoTwin());
    for (const q of ["", "a", " a "]) expect((await ask("marketing", "search", undefined, { q })).status).toBe(400);
  });

  it("shows 20 and says that there are more", async () => {
    const table = dynamoTwin();
    await stored(
      table,
      Array.from({ length: 21 }, (_, i) => aLead("won", { leadId: `lead-${i}` })),
    );
    const { body } = await asking(table)("marketing", "search", undefined, { q: "tall" });
    expect([body.cards.length, body.more]).toEqual([20, true]);
  });
});

describe("the worklist", () => {
  it("has the open leads of one's own, the most urgent first", async () => {
    const table = await withLeads();
    await stored(table, [aLead("assigned", { leadId: "soon" }), aLead("opportunity", { leadId: "later" })]);
    const { body } = await asking(table)("rep", "worklist");
    expect(body).toMatchObject({ ownerId: "ana", asOf: now });
    expect(idsOf(body.cards)).toEqual(["hers", "soon", "later"]);
  });

  it("asks for an owner when the user has no leads", async () => {
    expect((await asking(dynamoTwin())("operations", "worklist")).status).toBe(400);
  });
});

describe("the page of what someone should look at", () => {
  it("has flagged leads, broken promises, orphans and dead letters, each with what to do", async () => {
    const table = await withLeads();
    await stored(table, [aLead("nurturing", { leadId: "flagged", needsAttention: { error: "TypeError", at: now } })]);
    const refusal = {
      cycle: 1,
      turn: 0,
      ownerId: "ana",
      email: "ana@x.example",
      refusal: "recipient",
      at: now,
    } as const;
    await stored(table, [
      aLead("assigned", { leadId: "refused", refusedHandOffs: [refusal] }),
      aLead("assigned", { leadId: "just-assigned" }),
    ]);
    await recordOrphan(table, { leadId: "orphan", at: daysFromNow(-1), why: "no-journey" });
    await recordOrphan(table, { leadId: "long-ago", at: daysFromNow(-8), why: "no-journey" });
    const queue = { url: "https://queue.example", loss: "Mails are not sent.", runbook: "dead-letters" };
    const deadLetters = async () => [
      { ...queue, name: "Wake", messages: 2 },
      { ...queue, name: "Publish", messages: 0 },
    ];
    const { body } = await asking(table, { deadLetters })("operations", "attention");
    expect(body).toMatchObject({
      asOf: now,
      flagged: [{ card: { leadId: "flagged", needsAttention: true }, error: "TypeError", at: now }],
      refused: [{ card: { leadId: "refused", handOffMail: "refused" } }],
      breached: [{ card: { leadId: "hers" } }],
      moreBreached: false,
      orphans: [{ leadId: "orphan", at: daysFromNow(-1) }],
      deadLetters: [
        {
          queue: "Wake",
          messages: 2,
          loss: { es: expect.stringContaining("próximo plazo"), en: "Mails are not sent." },
        },
      ],
    });
    for (const { remedy } of [...body.flagged, ...body.refused, ...body.breached, ...body.orphans, ...body.deadLetters])
      expect([remedy.es.length > 20, remedy.en.length > 20, remedy.es === remedy.en]).toEqual([true, true, false]);
    expect(body.breached[0].remedy.en).toContain("Pablo Rey");
  });
});

describe("leads whom nobody in sales answered", () => {
  const nobodyAnswered = { cycle: 1, at: daysFromNow(-2), since: daysFromNow(-5), owners: ["ana", "luis", "ana"] };

  it("stand under Attention until it is decided, whatever stage they rest in, the longest waiting first", async () => {
    const table = dynamoTwin();
    const needsAttention = { error: "TypeError", at: now };
    await stored(table, [
      aLead("dormant", { leadId: "asleep", nobodyAnswered: { ...nobodyAnswered, at: daysFromNow(-3) } }),
      aLead("nurturing", { leadId: "nurtured", nobodyAnswered }),
      aLead("captured", { leadId: "stopped", needsAttention, nobodyAnswered: { ...nobodyAnswered, at: now } }),
      aLead("nurturing", { leadId: "decided", nobodyAnswered: { ...nobodyAnswered, settledAt: now } }),
      aLead("qualified", { leadId: "on-its-way", nobodyAnswered }),
    ]);
    const { body } = await asking(table)("manager", "attention");
    expect(idsOf(body.unanswered.map(({ card }: { card: { leadId: string } }) => card))).toEqual([
      "asleep",
      "nurtured",
      "stopped",
    ]);
    expect(body.unanswered[1]).toMatchObject({
      at: daysFromNow(-2),
      since: daysFromNow(-5),
      owners: ["Ana Gil", "Luis Mora"],
    });
    expect(body.moreUnanswered).toBe(false);
  });
});

describe("the wins", () => {
  it("are everyone's, the newest first, with how long they took", async () => {
    const table = await withLeads();
    await stored(table, [aLead("won", { leadId: "older", stageSince: daysFromNow(-1), ownerId: "luis" })]);
    const { body } = await asking(table)("rep", "wins");
    expect(idsOf(body.wins)).toEqual(["won", "older"]);
    expect(body.wins[0]).toMatchObject({
      closedBy: expect.any(String),
      amount: 9000,
      seconds: 2 * 24 * 3600,
      wonAt: now,
    });
  });
});

describe("a list that is cut", () => {
  it("says that there is more than it shows", async () => {
    const table = dynamoTwin();
    const many = (stage: "won" | "handed-off", count: number) =>
      Array.from({ length: count }, (_, i) => aLead(stage, { leadId: `${stage}-${i}` }));
    const ask = asking(table, { now: () => daysFromNow(30) });
    await stored(table, [...many("won", 50), ...many("handed-off", 50)]);
    const lists = async () => {
      const [wins, worklist, attention] = await Promise.all(
        ["wins", "worklist?owner=ana", "attention"].map(async (path) => (await ask("marketing", path)).body),
      );
      return [
        wins.wins.length,
        wins.more,
        worklist.cards.length,
        worklist.more,
        attention.breached.length,
        attention.isCut,
      ];
    };
    expect(await lists()).toEqual([50, false, 50, false, 50, false]);
    await stored(table, [...many("won", 51), ...many("handed-off", 201)]);
    expect(await lists()).toEqual([50, true, 200, true, 50, true]);
  });
});

describe("the agreement", () => {
  it("comes with its versions, the newest first, and what changed in each", async () => {
    const table = dynamoTwin();
    const next = anAgreement({ goals: { wonPerQuarter: 99 } }, { version: "next" });
    await deployed(table, anAgreement(), daysFromNow(-9));
    await deployed(table, anAgreement(), daysFromNow(-8));
    for (const day of [-2, -1]) await deployed(table, next, daysFromNow(day));
    const { body } = await asking(table, { agreement: next })("rep", "agreement");
    expect(body).toMatchObject({ version: "next", number: 2, since: heldFrom(daysFromNow(-2)), isUnsigned: true });
    expect(body.versions).toEqual([
      {
        number: 2,
        version: "next",
        since: heldFrom(daysFromNow(-2)),
        changes: [
          expect.objectContaining({ en: expect.stringMatching(/^New customers per quarter: was \d+, is now 99$/) }),
        ],
      },
      { number: 1, version: anAgreement().version, since: daysFromNow(-9), changes: [] },
    ]);
    expect(body.stages).toHaveLength(12);
  });
});

describe("who is signed in", () => {
  it("gets the agreement's words, and what a colleague is called", async () => {
    const { body } = await asking(dynamoTwin())("rep", "me");
    expect(body).toMatchObject({ user: "ana", role: "rep", colleagueId: "ana", language: "es" });
    expect(body.people.map(({ post }: { post: string }) => post)).toEqual([
      "rep",
      "rep",
      "manager",
      "director",
      "marketing",
    ]);
    expect(body.grades).toEqual(["A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2", "C3"]);
    expect((await asking(dynamoTwin())("operations", "me")).body).toMatchObject({ user: "olga", name: "olga" });
  });
});
