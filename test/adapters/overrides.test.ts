import { beforeEach, describe, expect, it } from "vitest";
import { readDecisions } from "../../lambdas/adapters/dynamo-decisions.ts";
import { leadItem, readJourney, readLead, replaceLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { intakeEvent } from "../../lambdas/bus-intake/intake-event.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const agreement = anAgreement();
const asked = { leadId: "o-lead", verdict: "qualified", reason: "Nos conoce de la feria", by: "Carla" };

const setUp = async (endpoint: string) => {
  const table = await newTable(endpoint);
  const parked: { body: string; reason: string }[] = [];
  const take = intakeEvent({
    table,
    keyring: signingKeys(table),
    agreement,
    siteOrigins: [],
    now: () => now,
    parkEvent: async (body, reason) => void parked.push({ body, reason }),
  });
  const takenAs = (type: string, detail: unknown, ids: string[]) => {
    const bodies = ids.map((id) => JSON.stringify({ id, source: "marketing", "detail-type": type, detail }));
    return take({ Records: bodies.map((body) => ({ messageId: "m", body })) });
  };
  const taken = (detail: unknown, ...ids: string[]) => takenAs("OverrideGate", detail, ids);
  return { table, parked, taken, takenAs };
};

const stored = async <L extends Lead>(table: DynamoTable, lead: L): Promise<L> => {
  const claim = put(table, "claim", { ...keys.emailClaim(lead.email), leadId: lead.leadId });
  await transact(table, [put(table, "lead", leadItem(lead), isNew), claim]);
  return lead;
};

describe.each(engines())("a decision by hand on $name", ({ endpoint }) => {
  let table: DynamoTable;
  let parked: { body: string; reason: string }[];
  let taken: Awaited<ReturnType<typeof setUp>>["taken"];
  beforeEach(async () => {
    ({ table, parked, taken } = await setUp(endpoint));
  });

  it("is recorded with its reason, and wakes the journey", async () => {
    const lead = await stored(table, aLead("nurturing", { leadId: "o-lead" }));
    expect(await taken(asked, "event-1")).toEqual({ batchItemFailures: [] });
    const { leadId: _, ...override } = asked;
    expect(await readLead(table, "o-lead")).toEqual({
      ...lead,
      version: lead.version + 1,
      override: { ...override, at: now },
    });
    expect(await readDecisions(table, lead)).toEqual([
      {
        at: now,
        cycle: 1,
        of: "override",
        verdict: "qualified",
        reasons: [
          {
            es: "Marketing (Carla) lo ha decidido a mano, cualificado: «Nos conoce de la feria»",
            en: "Marketing (Carla) decided by hand, qualified: “Nos conoce de la feria”",
          },
        ],
        agreementVersion: agreement.version,
      },
    ]);
    expect([await readJourney(table, "o-lead"), parked]).toMatchObject([{ signals: 1 }, []]);
  });

  it("finds the lead by its address, however it is written", async () => {
    await stored(table, aLead("captured", { leadId: "o-lead" }));
    await taken({ ...asked, leadId: undefined, email: " Ines@TalleresNorte.example " }, "event-1");
    expect([(await readLead(table, "o-lead"))?.override?.by, parked]).toEqual(["Carla", []]);
  });

  it("counts once when its event comes again, also after the lead has begun its next cycle", async () => {
    const lead = await stored(table, aLead("dormant", { leadId: "o-lead" }));
    await taken(asked, "event-1", "event-1");
    await taken(asked, "event-1");
    const after = await readLead(table, "o-lead");
    expect(after).toMatchObject({ stage: "captured", cycle: 2, because: "gate-overridden", override: { by: "Carla" } });
    expect(await readDecisions(table, lead)).toEqual([]);
    expect(await readDecisions(table, { ...lead, cycle: 2 })).toHaveLength(1);
    expect([await readJourney(table, "o-lead"), parked]).toMatchObject([{ signals: 1 }, []]);
  });

  it.each([
    ["a lead that nobody knows", { leadId: "o-nobody" }, "no lead has this leadId"],
    ["an address that nobody has", { leadId: undefined, email: "a@b.example" }, "no lead has this email"],
    ["no lead", { leadId: "" }, "leadId: required, or else the lead's address in email"],
    ["an unknown verdict", { verdict: "maybe" }, "verdict: must be one of: qualified, not-yet, disqualified"],
    ["no reason", { reason: " \n " }, "reason: required"],
    ["nobody who decides", { by: undefined }, "by: required"],
  ])("is put aside for people, with the reason: %s", async (_, changes, reason) => {
    const lead = await stored(table, aLead("nurturing", { leadId: "o-lead" }));
    expect(await taken({ ...asked, ...changes }, "event-1")).toEqual({ batchItemFailures: [] });
    expect(parked.map((each) => each.reason)).toEqual([reason]);
    expect(await readLead(table, "o-lead")).toEqual(lead);
  });

  it("comes too late when a rep got the lead in the same moment", async () => {
    const lead = await stored(table, aLead("qualified", { leadId: "o-lead" }));
    const { followUp } = aLead("assigned");
    const assigned = aLead("assigned", { ...lead, stage: "assigned", followUp });
    const { middlewareStack } = table.client;
    middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const isFirst = commandName === "TransactWriteItemsCommand" && middlewareStack.remove("meanwhile");
          if (isFirst) await transact(table, [replaceLead(table, lead, assigned)]);
          return next(args);
        },
      { step: "initialize", name: "meanwhile" },
    );
    await taken(asked, "event-1");
    expect(parked.map(({ reason }) => reason)).toEqual([
      "the lead is past the gate (assigned): marketing can decide by hand only until the hand-off",
    ]);
    expect((await readLead(table, "o-lead"))?.override).toBeUndefined();
    expect(await readDecisions(table, lead)).toEqual([]);
  });
});

describe.each(engines())("an event of a type that no one here knows, on $name", ({ endpoint }) => {
  it("is parked for people", async () => {
    const { parked, takenAs } = await setUp(endpoint);
    expect(await takenAs("LeadPainted", {}, ["event-9"])).toEqual({ batchItemFailures: [] });
    expect(parked.map(({ reason }) => reason)).toEqual(["nobody here knows this type of event"]);
  });
});

describe.each(isolatingEngines())("the same decision by hand many times at once on $name", ({ endpoint }) => {
  it("is recorded once", async () => {
    const { table, parked, taken } = await setUp(endpoint);
    const lead = await stored(table, aLead("nurturing", { leadId: "o-lead" }));
    await Promise.all(Array.from({ length: 10 }, () => taken(asked, "event-1")));
    expect(await readLead(table, "o-lead")).toMatchObject({ version: lead.version + 1 });
    expect(await readDecisions(table, lead)).toHaveLength(1);
    expect([await readJourney(table, "o-lead"), parked]).toMatchObject([{ signals: 1 }, []]);
  });
});
