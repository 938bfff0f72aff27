/** Every kind of item that the contract of the table has, with a person planted in it, and what an erasure leaves. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type Item, type Key, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { type ItemKind, itemKinds, kindOfItem } from "../../lambdas/contract/item-kinds.ts";
import { personRules } from "../../lambdas/contract/person-data.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { goOnErasing } from "../../lambdas/erasure/erase.ts";
import type { Twin } from "../../local/twin/dynamo-twin.ts";
import { posted } from "./board-requests.ts";
import { agreement, at, company, livedOn, visitorId, week } from "./planted.ts";

const kindOf = (key: Key): ItemKind => {
  const kind = kindOfItem(key);
  if (kind === undefined) throw new Error(`an item of no kind of the contract: ${key.pk} ${key.sk}`);
  return kind;
};

const KeySchema = z.looseObject({ pk: z.string(), sk: z.string() });
const itemsOf = (table: Twin, kind: ItemKind): (Item & Key)[] =>
  table
    .items()
    .map((item) => KeySchema.parse(unmarshall(item)))
    .filter((item) => kindOf(item) === kind);

const tracesOf = ({ leadId, email }: Lead) => [
  leadId,
  email,
  "Inés",
  "Talleres Norte",
  company,
  "910 000 000",
  visitorId,
];
const traced = (items: readonly Item[], lead: Lead): string[] =>
  tracesOf(lead).filter((trace) => JSON.stringify(items, readable).includes(trace));
const readable = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString() : value;

const erased = async ({ table, now, lead }: Awaited<ReturnType<typeof livedOn>>) => {
  const { leadId, version, email } = lead;
  const answer = await posted(
    { table, agreement, now: () => now },
    { user: "carla", role: "marketing" },
    `leads/${leadId}/erase`,
    { version, reason: "Lo pide", confirm: email },
  );
  const begun = itemsOf(table, "erasure");
  await goOnErasing(table, new Date(Date.parse(now) + 16 * 60_000).toISOString());
  return { answer, begun };
};

describe("an erasure, kind by kind of item", () => {
  let before: Record<string, string[]>;
  let after: Record<string, string[]>;
  let left: Record<string, number>;
  let said: string;
  let leadId: string;
  beforeAll(async () => {
    const life = await livedOn();
    const { table, lead } = life;
    ({ leadId } = lead);
    const seen = () => Object.fromEntries(itemKinds.map((kind) => [kind, traced(itemsOf(table, kind), lead)]));
    before = seen();
    left = Object.fromEntries(itemKinds.map((kind) => [kind, itemsOf(table, kind).length]));
    const { answer, begun } = await erased(life);
    before.erasure = traced(begun, lead);
    said = JSON.stringify(answer.body);
    after = seen();
    for (const kind of itemKinds) left[kind] = itemsOf(table, kind).length;
    // Whoever is first synthesises the stack.
  }, 120_000);

  /** By a hash of the address only, or found by that. */
  const hashed: readonly ItemKind[] = ["limit", "suppression", "idempotency", "reference", "arrival", "arrivalOf"];

  it.each(itemKinds)("%s: the person is in it before, if they can be, and afterwards as its rule says", (kind) => {
    const { erasure } = personRules[kind];
    if (erasure === "nothing") expect(before[kind]).toEqual([]);
    else if (!hashed.includes(kind)) expect(before[kind]).not.toEqual([]);
    switch (erasure) {
      case "by-hand":
        expect(after[kind]).toEqual(["Inés"]);
        expect(said).toContain(week);
        return;
      case "stays":
        expect(left[kind]).toBeGreaterThan(0);
        expect(after[kind]).toEqual(kind === "trail" ? [leadId] : []);
        return;
      case "ends":
        expect(after[kind]).toEqual([leadId]);
        return;
      case "taken-out":
        expect([left[kind], after[kind]]).toEqual([1, []]);
        return;
      case "nothing":
        expect(after[kind]).toEqual([]);
        return;
      default:
        expect([left[kind], after[kind]]).toEqual([
          kind === "reference" || kind === "idempotency" ? left[kind] : 0,
          [],
        ]);
    }
  });
});

describe("a company that others are known by, too", () => {
  it("keeps its rep, and only the erased lead is forgotten in it", async () => {
    const life = await livedOn();
    const colleague = { ...keys.companyLead(company, "another-lead"), at };
    await transact(life.table, [put(life.table, "colleague", colleague)]);
    await erased(life);
    expect(itemsOf(life.table, "companyOwner")).toMatchObject([{ ownerId: "ana" }]);
    expect(itemsOf(life.table, "companyLead")).toEqual([colleague]);
  });
});
