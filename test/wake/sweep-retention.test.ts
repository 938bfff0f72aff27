import { describe, expect, it } from "vitest";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { erasedAt } from "../../lambdas/domain/erasure/retention.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { goOnErasing } from "../../lambdas/erasure/erase.ts";
import { sweepRetention } from "../../lambdas/wake/sweep-retention.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";

const retention = {
  won: "1000 days",
  lost: "100 days",
  disqualified: "100 days",
  dormant: "100 days",
  neverConfirmed: "10 days",
};
const agreement = anAgreement({ nurture: { doubleOptIn: true }, retention });
const now = "2030-06-01T10:20:00.000Z";
const daysAgo = (days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const later = (minutes: number): string => new Date(Date.parse(now) + minutes * 60_000).toISOString();

const consent = { purpose: "nurture", at: daysAgo(500) };
const confirmed = { consents: [{ ...consent, confirmedAt: daysAgo(499) }] };

const ended: Readonly<Record<string, Lead>> = {
  "won-long-ago": aLead("won", { leadId: "won-long-ago", stageSince: daysAgo(999) }),
  "lost-over": aLead("lost", { leadId: "lost-over", stageSince: daysAgo(101) }),
  "lost-today": aLead("lost", { leadId: "lost-today", stageSince: daysAgo(0.1) }),
  "lost-wrote": aLead("lost", {
    leadId: "lost-wrote",
    stageSince: daysAgo(101),
    wroteAgain: { submissionId: "s-2", at: daysAgo(50) },
  }),
  "dormant-known": aLead("dormant", { leadId: "dormant-known", stageSince: daysAgo(99), ...confirmed }),
  "dormant-stranger": aLead("dormant", { leadId: "dormant-stranger", stageSince: daysAgo(11), consents: [consent] }),
  nurturing: aLead("nurturing", { leadId: "nurturing", stageSince: daysAgo(2000) }),
};
const over = ["dormant-stranger", "lost-over"];

const stored = async (leads: readonly Lead[]) => {
  const table = dynamoTwin();
  for (const lead of leads)
    await transact(table, [
      put(table, "lead", leadItem(lead)),
      put(table, "form", { ...keys.submission(lead.leadId, "s-1"), at: lead.createdAt }),
    ]);
  return table;
};
const goneOf = async (table: ReturnType<typeof dynamoTwin>, leads: readonly Lead[]): Promise<string[]> => {
  const read = await Promise.all(leads.map(({ leadId }) => readLead(table, leadId)));
  return leads.flatMap(({ leadId }, i) => (read[i] === undefined ? [leadId] : [])).sort();
};

describe("a person is kept for as long as the agreement says", () => {
  const leads = Object.values(ended);

  it("and erased after it, by ending, and whether they ever confirmed their address", async () => {
    const table = await stored(leads);
    await sweepRetention(table, agreement, now);
    expect(await goneOf(table, leads)).toEqual(over);
    await goOnErasing(table, later(17));
    for (const leadId of over) expect(JSON.stringify(table.items())).not.toContain(leadId);
    expect(table.items().filter(({ sk }) => sk?.S?.startsWith("MOVE#"))).toHaveLength(over.length);
  });

  it("for ever, where it says nothing", async () => {
    const table = await stored(leads);
    await sweepRetention(table, anAgreement({ retention: undefined }), now);
    await sweepRetention(table, anAgreement({ retention: { won: "2000 days" } }), now);
    expect(await goneOf(table, leads)).toEqual([]);
  });

  it("in small steps: a crowd takes several rounds, and those who stay do not stop the walk", async () => {
    const stay = Array.from({ length: 60 }, (_, i) =>
      aLead("dormant", { leadId: `known-${i}`, stageSince: daysAgo(50), ...confirmed }),
    );
    const go = Array.from({ length: 60 }, (_, i) =>
      aLead("dormant", { leadId: `stranger-${i}`, stageSince: daysAgo(40), consents: [consent] }),
    );
    const table = await stored([...stay, ...go]);
    const counts: number[] = [];
    for (let round = 0; round < 8; round++) {
      const before = counts.at(-1) ?? 0;
      await sweepRetention(table, agreement, later(20 * round));
      counts.push((await goneOf(table, go)).length);
      expect((counts.at(-1) ?? 0) - before).toBeLessThanOrEqual(25);
    }
    expect(counts.at(-1)).toBe(60);
    expect(await goneOf(table, stay)).toEqual([]);
  });

  it("at every twentieth minute only, and goes on when a new agreement looks less far", async () => {
    const go = Array.from({ length: 40 }, (_, i) =>
      aLead("dormant", { leadId: `stranger-${i}`, stageSince: daysAgo(40), consents: [consent] }),
    );
    const table = await stored(go);
    await sweepRetention(table, agreement, later(1));
    expect(await goneOf(table, go)).toEqual([]);
    await sweepRetention(table, agreement, now);
    expect(await goneOf(table, go)).toHaveLength(25);
    const longer = anAgreement({
      nurture: { doubleOptIn: true },
      retention: { ...retention, neverConfirmed: "60 days" },
    });
    await sweepRetention(table, longer, later(20));
    for (const round of [2, 3, 4]) await sweepRetention(table, agreement, later(20 * round));
    expect(await goneOf(table, go)).toHaveLength(40);
  });
});

it("without double opt-in nobody is a stranger", () => {
  const { terms } = anAgreement({ nurture: { doubleOptIn: false }, retention });
  const lead = aLead("dormant", { stageSince: daysAgo(11), consents: [consent] });
  expect(erasedAt(lead, terms)).toBe(new Date(Date.parse(daysAgo(11)) + 100 * 86_400_000).toISOString());
});
