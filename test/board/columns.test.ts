import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Card } from "../../lambdas/contract/board.ts";
import { openStages, type Stage } from "../../lambdas/contract/stages.ts";
import { cardOf, columnAt } from "../../lambdas/domain/board/card.ts";
import { matches } from "../../lambdas/domain/board/column-query.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { asking, stored } from "./asking.ts";

const persona = fc.constantFrom("operations", "large");
const source = fc.constantFrom("direct", "fair");

type Made<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** Many leads at few instants: what is due at the same time must not get lost between two pages. */
const aboutALead = fc.record({
  stage: fc.constantFrom("handed-off", "handed-off", "handed-off", "won", "won", "nurturing"),
  days: fc.integer({ min: -4, max: 4 }),
  owner: fc.constantFrom("ana", "luis"),
  persona,
  source,
  isFlagged: fc.boolean(),
});
type About = Made<typeof aboutALead>;

const leadOf = ({ stage, days, owner, persona, source, isFlagged }: About, i: number): Lead => {
  const [at, leadId] = [daysFromNow(days), `lead-${i}`];
  const scores = { fit: 50, familiarity: 50, persona, grade: "B2" };
  const known = { leadId, source, scores, ...(isFlagged && { needsAttention: { error: "TypeError", at: now } }) };
  if (stage === "won") return aLead("won", { ...known, ownerId: owner, stageSince: at });
  if (stage === "nurturing") return aLead("nurturing", { ...known, nextDueAt: at });
  return aLead("handed-off", { ...known, followUp: { ownerId: owner, dueAt: at } });
};

const askedOf = fc.record({
  stage: fc.constantFrom<Stage>("handed-off", "won", "nurturing"),
  owner: fc.option(fc.constantFrom("ana", "luis"), { nil: undefined }),
  persona: fc.option(persona, { nil: undefined }),
  source: fc.option(source, { nil: undefined }),
  attention: fc.option(fc.constant<"1">("1"), { nil: undefined }),
  overdue: fc.option(fc.constant<"1">("1"), { nil: undefined }),
});
type Asked = Made<typeof askedOf>;

type Ask = ReturnType<typeof asking>;

const addressOf = ({ stage, ...filters }: Asked, cursor?: string): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, cursor })) if (value) query.set(name, value);
  return `columns/${stage}?${query}`;
};

const walk = async (ask: Ask, asked: Asked, between: () => Promise<void> = async () => {}): Promise<Card[]> => {
  const cards: Card[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await ask("manager", addressOf(asked, cursor), "pablo");
    expect(status).toBe(200);
    expect(body.cards.length).toBeLessThanOrEqual(20);
    cards.push(...body.cards);
    cursor = body.cursor;
    await between();
  } while (cursor !== undefined);
  return cards;
};

const wanted = (lead: Lead, { stage, owner, overdue, ...filters }: Asked): boolean =>
  lead.stage === stage &&
  (owner === undefined || cardOf(lead).ownerId === owner) &&
  (overdue === undefined || (stage !== "won" && columnAt(lead) < now)) &&
  matches(cardOf(lead), filters);

const isInOrder = (cards: readonly Card[], stage: Stage): boolean => {
  const at = cards.map(({ dueAt, since }) => dueAt ?? since);
  const isOpen = openStages.some((open) => open === stage);
  return at.every((each, i) => i === 0 || (isOpen ? each >= (at[i - 1] ?? "") : each <= (at[i - 1] ?? "")));
};

describe("a column, page by page", () => {
  it("shows each lead that was asked for once, in order, however many there are and whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aboutALead, { maxLength: 90 }), askedOf, async (abouts, asked) => {
        const [table, leads] = [dynamoTwin(), abouts.map(leadOf)];
        await stored(table, leads);
        const cards = await walk(asking(table), asked);
        const expected = leads.filter((lead) => wanted(lead, asked)).map(({ leadId }) => leadId);
        expect(cards.map(({ leadId }) => leadId).sort()).toEqual(expected.sort());
        expect(isInOrder(cards, asked.stage)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("shows every lead that stays where it is, while others come, go and move", async () => {
    const moving = fc.array(fc.tuple(fc.nat(79), aboutALead), { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(aboutALead, { minLength: 80, maxLength: 80 }),
        askedOf,
        moving,
        async (all, asked, moves) => {
          const [table, leads] = [dynamoTwin(), all.map(leadOf)];
          await stored(table, leads);
          const left = [...moves];
          const cards = await walk(asking(table), asked, async () => {
            const now = left.splice(0, 3).map(([i, about]) => leadOf(about, i));
            await stored(table, now);
          });
          const moved = new Set(moves.map(([i]) => `lead-${i}`));
          const stays = leads
            .filter((lead) => !moved.has(lead.leadId) && wanted(lead, asked))
            .map(({ leadId }) => leadId);
          const shown = cards.map(({ leadId }) => leadId).filter((leadId) => !moved.has(leadId));
          expect(shown.sort()).toEqual(stays.sort());
        },
      ),
      { numRuns: 30 },
    );
  });

  it("asks no more of the table with 5,000 leads than with 50, nor when hardly any lead is wanted", async () => {
    const holding = async (count: number) => {
      let reads = 0;
      const table = dynamoTwin(async ({ writes }) => {
        reads += writes ? 0 : 1;
      });
      const about = { stage: "handed-off", owner: "ana", persona: "large", source: "fair", isFlagged: false } as const;
      await stored(
        table,
        Array.from({ length: count }, (_, i) => leadOf({ ...about, days: (i % 97) / 10 }, i)),
      );
      return async (query: string) => {
        const before = reads;
        const { status, body } = await asking(table)("manager", `columns/handed-off${query}`, "pablo");
        expect(status).toBe(200);
        return { reads: reads - before, cards: body.cards.length, hasMore: body.cursor !== undefined };
      };
    };
    const [few, many] = [await holding(50), await holding(5000)];
    for (const ask of [few, many]) {
      const page = await ask("");
      expect(page).toMatchObject({ cards: 20, hasMore: true });
      expect(page.reads).toBeLessThanOrEqual(8);
    }
    const rare = await many("?grade=A1");
    expect(rare).toMatchObject({ cards: 0, hasMore: true });
    expect(rare.reads).toBeLessThanOrEqual(16);
  });
});

describe("a question about a column", () => {
  it("is refused when it is none: 404 for a stage that there is not, 400 for the rest", async () => {
    const table = dynamoTwin();
    await stored(
      table,
      Array.from({ length: 30 }, (_, i) => aLead("handed-off", { leadId: `lead-${i}` })),
    );
    const ask = asking(table);
    expect((await ask("manager", "columns/sold")).status).toBe(404);
    expect((await ask("manager", "columns")).status).toBe(404);
    expect((await ask("manager", "columns/won/2")).status).toBe(404);
    expect(await ask("manager", "columns/won?overdue=yes")).toMatchObject({
      status: 400,
      body: { errors: [{ field: "overdue" }] },
    });
    const wrong = { status: 400, body: { errors: [{ field: "cursor" }] } };
    expect(await ask("manager", "columns/won?cursor=abc")).toMatchObject(wrong);
    const { cursor } = (await ask("manager", "columns/handed-off")).body;
    expect(cursor).toEqual(expect.any(String));
    expect(await ask("manager", `columns/won?cursor=${cursor}`)).toMatchObject(wrong);
    expect(await ask("manager", `columns/handed-off?overdue=1&cursor=${cursor}`)).toMatchObject(wrong);
    expect(await ask("rep", `columns/handed-off?cursor=${cursor}`)).toMatchObject(wrong);
    expect((await ask("manager", `columns/handed-off?cursor=${cursor}`)).body.cards).toHaveLength(10);
  });

  it("shows a rep own leads only, whomever the rep names", async () => {
    const table = dynamoTwin();
    const followUp = { ownerId: "luis" };
    await stored(table, [aLead("handed-off", { leadId: "own" }), aLead("handed-off", { leadId: "other", followUp })]);
    for (const query of ["", "?owner=luis", "?owner="]) {
      const { body } = await asking(table)("rep", `columns/handed-off${query}`);
      expect(body.cards.map(({ leadId }: Card) => leadId)).toEqual(["own"]);
    }
  });

  it("shows at once that a lead needs attention, although the journey that flags it does not write cards", async () => {
    const table = dynamoTwin();
    await stored(table, [aLead("handed-off", { needsAttention: { error: "TypeError", at: now } })]);
    const { body } = await asking(table)("manager", "columns/handed-off?attention=1");
    expect(body.cards).toMatchObject([{ leadId: "lead-0001", needsAttention: true }]);
  });
});
