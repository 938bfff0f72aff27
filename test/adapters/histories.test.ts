import { beforeAll, describe, expect, it } from "vitest";
import { type Histories, readHistories } from "../../lambdas/adapters/dynamo-histories.ts";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { type DynamoTable, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { LeadHistory } from "../../lambdas/domain/agreement/trial/history.ts";
import { aPast, itemsOf } from "../agreement/trial/pasts.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { engines, newTable } from "./engines.ts";

const agreement = anAgreement();
const pasts = Array.from({ length: 40 }, (_, i) => aPast(i + 1, agreement));

const aside = aLead("captured", { leadId: "aside-1", aside: { kind: "network", at: now } });
const ofAside = { lead: aside, engagements: [], forms: [], moves: [], decisions: [], outcomes: [] };
const all = [...pasts, ofAside];

/** Whatever order they are in. */
const inOrder = (histories: readonly LeadHistory[]) =>
  [...histories]
    .sort((one, other) => (one.lead.leadId < other.lead.leadId ? -1 : 1))
    .map(({ lead, engagements, forms, moves, decisions, outcomes }) => ({
      lead: { ...lead, beyond: undefined },
      engagements: engagements.map((each) => JSON.stringify(each)).sort(),
      forms: forms.map((each) => JSON.stringify(each)).sort(),
      moves: moves.map((each) => JSON.stringify(each)).sort(),
      decisions: decisions.map((each) => JSON.stringify(each)).sort(),
      outcomes: outcomes.map((each) => JSON.stringify(each)).sort(),
    }));

/** So long that a past takes several pages. */
const long = "Quisiera saber cuánto tarda. ".repeat(1200);

const fill = async (table: DynamoTable) => {
  for (const past of pasts) {
    const items = itemsOf(past).map((item) => (item.sk.startsWith("SUBMISSION#") ? { ...item, long } : item));
    for (let from = 0; from < items.length; from += 10)
      await transact(
        table,
        items.slice(from, from + 10).map((item, i) => put(table, String(i), item)),
      );
  }
  await transact(table, [
    put(table, "smoke", leadItem(aLead("nurturing", { leadId: "smoke-1" }))),
    put(table, "aside", leadItem(aside)),
    put(table, "visitor", { ...keys.visitor("browser"), leadId: "lead-0000001" }),
    put(table, "counter", { ...keys.counters(1, "2026-W10", "all"), mql: 3 }),
  ]);
};

const readAll = async (table: DynamoTable, from?: Histories["next"]): Promise<Histories[]> => {
  const pages: Histories[] = [];
  for await (const page of readHistories(table, from)) pages.push(page);
  return pages;
};

const allOf = (pages: readonly Histories[]) => inOrder(pages.flatMap(({ leads }) => leads));

describe.each(engines())("the pasts of all leads on $name", ({ endpoint }) => {
  let table: DynamoTable;
  let pages: Histories[];
  beforeAll(async () => {
    table = await newTable(endpoint);
    await fill(table);
    pages = await readAll(table);
  });

  it("are each whole, over all pages, and nobody else's", () => {
    expect(pages.length).toBeGreaterThan(1);
    expect(allOf(pages)).toEqual(inOrder(all));
  });

  it("go on behind every page: none is read twice, and none is left out", async () => {
    for (const [i, { next }] of pages.entries()) {
      const rest = next === undefined ? [] : await readAll(table, next);
      expect(allOf([...pages.slice(0, i + 1), ...rest])).toEqual(inOrder(all));
    }
  });
});
