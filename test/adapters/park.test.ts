import { beforeAll, describe, expect, it } from "vitest";
import { storeEngagements } from "../../lambdas/adapters/dynamo-engagements.ts";
import { leadItem, readLead, signal } from "../../lambdas/adapters/dynamo-leads.ts";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { park } from "../../lambdas/nurture/park.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead, anEngagement } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { engines, newTable } from "./engines.ts";

/** What both do: the step that sends (send-step.test.ts), and the retired one of executions that began before. */
describe.each(engines())("parking a lead on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  const nurtured = async (leadId: string) => {
    const lead = put(table, "lead", leadItem(aLead("nurturing", { leadId })), isNew);
    await transact(table, [lead, signal(table, leadId)]);
    return { leadId, cycle: 1, signals: 1 };
  };
  const parking = (input: unknown) => park({ table, now: () => now })(input);
  const engaged = (leadId: string) => storeEngagements(table, leadId, [anEngagement()], (lead) => lead, anAgreement());

  it("ends the cycle of one that stayed silent", async () => {
    const step = await nurtured("p-silent");
    expect(await parking(step)).toEqual({ ...step, stage: "nurturing", parked: true });
    expect(await readLead(table, "p-silent")).toMatchObject({ stage: "dormant", because: "stayed-silent" });
    expect(await parking(step)).toMatchObject({ parked: false });
  });

  it("leaves one alone that gave a sign of life after it was decided to park it", async () => {
    const step = await nurtured("p-late");
    await engaged("p-late");
    expect(await parking(step)).toEqual({ ...step, signals: 2, stage: "nurturing", parked: false });
    expect(await readLead(table, "p-late")).toMatchObject({ stage: "nurturing" });
  });

  it("parks one whose sign of life the decision had seen", async () => {
    const step = await nurtured("p-seen");
    await engaged("p-seen");
    expect(await parking({ ...step, signals: 2 })).toMatchObject({ parked: true });
  });

  it("parks one that never had a sign of life", async () => {
    const lead = aLead("nurturing", { leadId: "p-never" });
    await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
    expect(await parking({ leadId: "p-never", cycle: 1, signals: 0 })).toMatchObject({ parked: true });
  });
});
