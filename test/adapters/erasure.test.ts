import { describe, expect, it } from "vitest";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { historyWrites } from "../../lambdas/adapters/dynamo-moves.ts";
import { type DynamoTable, put, readBeginningWith, readItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { goOnErasing } from "../../lambdas/erasure/erase.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { posted } from "../twin/board-requests.ts";
import { minutesAgreement } from "../twin/minutes-agreement.ts";
import { beforeFirstTransaction } from "./before-first-transaction.ts";
import { engines, newTable } from "./engines.ts";

const agreement = minutesAgreement();
const marketing = { user: "carla", role: "marketing" } as const;

const erase = (table: DynamoTable, { leadId, version, email }: Lead) =>
  posted({ table, agreement, now: () => now }, marketing, `leads/${leadId}/erase`, {
    version,
    reason: "Lo pide",
    confirm: email,
  });

const kept = async (table: DynamoTable, lead: Lead): Promise<void> => {
  const { leadId, email } = lead;
  await transact(table, [
    put(table, "lead", leadItem(lead)),
    put(table, "claim", { ...keys.emailClaim(email), leadId }),
    put(table, "load", { ...keys.repLoad("ana"), openLeads: 1 }),
    ...historyWrites(table, undefined, lead),
    ...Array.from({ length: 40 }, (_, i) =>
      put(table, `engagement ${i}`, {
        ...keys.engagement(leadId, `e-${i}`),
        leadId,
        cycle: 1,
        kind: "page-viewed",
        at: now,
      }),
    ),
  ]);
};

describe.each(engines())("erasure on $name", ({ endpoint }) => {
  it("leaves nothing of the lead, in as many steps as it takes, and what figures are counted from", async () => {
    const [table, lead] = [await newTable(endpoint), aLead("handed-off")];
    await kept(table, lead);
    expect((await erase(table, lead)).statusCode).toBe(200);
    expect(await readBeginningWith(table, { ...keys.lead(lead.leadId), sk: "" })).toEqual([]);
    expect(await readItem(table, keys.emailClaim(lead.email))).toBeUndefined();
    expect(await readItem(table, keys.repLoad("ana"))).toMatchObject({ openLeads: 0 });
    const erasure = await readItem(table, keys.erasure(lead.leadId));
    const { pk } = keys.erasedFact(String(erasure?.erasureId), "");
    expect(await goOnErasing(table, daysFromNow(1))).toBe(1);
    expect(await readItem(table, keys.erasure(lead.leadId))).toBeUndefined();
    const left = await readBeginningWith(table, { pk, sk: "MOVE#" });
    expect(left).toMatchObject([
      { from: null, to: "handed-off" },
      { from: "handed-off", to: null },
    ]);
    expect(JSON.stringify(left)).not.toContain(lead.leadId);
  });

  it("does not begin when the lead changes in that moment", async () => {
    const [plain, lead] = [await newTable(endpoint), aLead("dormant")];
    await kept(plain, lead);
    const table = beforeFirstTransaction(plain, () =>
      transact(plain, [put(plain, "lead", leadItem({ ...lead, version: lead.version + 1 }))]),
    );
    expect((await erase(table, lead)).statusCode).toBe(409);
    expect(await readLead(plain, lead.leadId)).toBeDefined();
    expect(await readItem(plain, keys.erasure(lead.leadId))).toBeUndefined();
  });
});
