import { describe, expect, it } from "vitest";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { readOrphans, recordOrphan } from "../../lambdas/adapters/dynamo-sweep.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { audit } from "../../lambdas/wake/audit.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow } from "../builders/now.ts";

describe("the audit", () => {
  it("wakes a smoke test's lead without a journey like any other, and tells people of the others only", async () => {
    const table = dynamoTwin();
    const orphans = ["lead-1", "smoke-1"].map((leadId) => aLead("nurturing", { leadId, nextDueAt: daysFromNow(2) }));
    for (const lead of orphans) await transact(table, [put(table, "lead", leadItem(lead))]);
    const woken: string[] = [];
    let counted = 0;
    await audit({
      table,
      agreement: anAgreement(),
      now: () => daysFromNow(1),
      isRunning: async () => false,
      lookAt: async (leadIds) => void woken.push(...leadIds),
      count: () => void counted++,
    });
    expect(woken.toSorted()).toEqual(["lead-1", "smoke-1"]);
    expect(counted).toBe(1);
    expect((await readOrphans(table, daysFromNow(0), 10)).map(({ leadId }) => leadId)).toEqual(["lead-1"]);
  });

  it("shows no smoke test that an earlier release has noted", async () => {
    const table = dynamoTwin();
    for (const leadId of ["lead-1", "smoke-1"])
      await recordOrphan(table, { leadId, at: daysFromNow(1), why: "no-journey" });
    expect((await readOrphans(table, daysFromNow(0), 10)).map(({ leadId }) => leadId)).toEqual(["lead-1"]);
  });
});
