import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { leadItem, readJourney, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { claimMessage, markSending, readMessage } from "../../lambdas/adapters/dynamo-messages.ts";
import { readSuppression } from "../../lambdas/adapters/dynamo-suppressions.ts";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { intakeMailFeedback } from "../../lambdas/nurture/intake-mail-feedback.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { aBounce, aBounceWith, aComplaint, anEvent } from "../domain/nurture/ses-events.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const record = (body: string, i = 0) => ({ messageId: `message-${i}`, body });
const busEvent = (detail: unknown) => record(JSON.stringify({ id: "event-0001", source: "aws.ses", detail }));
const at = "2026-03-10T09:29:00.000Z";

describe.each(engines())("what comes back about mails, on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  let [measured, parked]: [string[], string[]] = [[], []];
  beforeEach(() => {
    [measured, parked] = [[], []];
  });

  const takesIn = (...records: ReturnType<typeof record>[]) =>
    intakeMailFeedback({
      table,
      now: () => now,
      measure: (metric) => measured.push(metric),
      parkEvent: async (_, reason) => {
        parked.push(reason);
      },
    })({ Records: records });

  const lead = async (leadId: string) => {
    const known = aLead("nurturing", { leadId, email: `${leadId}@talleresnorte.example` });
    await transact(table, [put(table, "lead", leadItem(known), isNew)]);
    return known;
  };

  it.each([
    ["bounced", aBounce],
    ["complained", aComplaint],
  ] as const)(
    "a lead that has %s gets nothing more, its journey hears of it, and a repeat changes nothing",
    async (because, make) => {
      const known = await lead(`f-${because}`);
      const event = busEvent(make({ leadId: known.leadId, to: known.email }));
      for (let i = 0; i < 3; i++) expect(await takesIn(event)).toEqual({ batchItemFailures: [] });
      const other = because === "bounced" ? aComplaint : aBounce;
      await takesIn(busEvent(other({ leadId: known.leadId, to: known.email })));
      expect(await readLead(table, known.leadId)).toEqual({
        ...known,
        version: 2,
        undeliverable: { because, at, ...(because === "bounced" && { code: "5.1.1" }) },
      });
      expect((await readJourney(table, known.leadId)).signals).toBe(1);
      expect(await readSuppression(table, known.email)).toEqual({ reason: because, at });
      expect([measured, parked]).toEqual([[], []]);
    },
  );

  it("an absence, and a mail that is none of ours, change nothing", async () => {
    const known = await lead("f-full");
    const { mail, ...event } = aBounce({ leadId: known.leadId });
    await takesIn(
      busEvent(aBounceWith("Transient", undefined, { leadId: known.leadId })),
      busEvent({ ...event, mail: { destination: mail.destination } }),
    );
    expect(await readLead(table, known.leadId)).toEqual(known);
    expect([measured, parked]).toEqual([[], []]);
  });

  it("a full mailbox stops the mails at the third bounce in a row, and a mail that arrives starts the count again", async () => {
    const { leadId, email: to } = await lead("f-row");
    const full = (minute: number) => {
      const { bounce, ...event } = aBounceWith("Transient", "5.2.2", { leadId, to });
      return busEvent({ ...event, bounce: { ...bounce, timestamp: `2026-03-10T09:0${minute}:00.000Z` } });
    };
    await takesIn(full(1), full(1), full(2));
    expect(await readLead(table, leadId)).toMatchObject({ bouncesInARow: { count: 2 } });
    await takesIn(busEvent(anEvent("Delivery", { leadId, to })));
    expect(await readLead(table, leadId)).not.toHaveProperty("bouncesInARow");
    await takesIn(full(3), full(4));
    expect(await readLead(table, leadId)).not.toHaveProperty("undeliverable");
    await takesIn(full(5));
    const undeliverable = { because: "bounced", code: "5.2.2", at: "2026-03-10T09:05:00.000Z" };
    expect(await readLead(table, leadId)).toMatchObject({ undeliverable });
    expect((await readJourney(table, leadId)).signals).toBe(1);
  });

  it("a server that refuses us as a sender is operations' matter: the address stays good", async () => {
    const known = await lead("f-sender");
    await takesIn(busEvent(aBounceWith("Permanent", "5.7.1", { leadId: known.leadId, to: known.email })));
    expect(await readLead(table, known.leadId)).toEqual(known);
    expect(measured).toEqual(["SenderRefused"]);
  });

  it("`Send` settles a mail of which nobody knew, wakes its journey once, and says nothing new of one that is known", async () => {
    const known = await lead("f-send");
    const name = { leadId: known.leadId, cycle: 1, purpose: "hand-off", step: "ana.0" } as const;
    await claimMessage(table, name, undefined, [], { at: now, settlesAt: now });
    await markSending(table, name, { status: "claimed", attempt: 0 }, undefined, { at: now, settlesAt: now });
    for (let i = 0; i < 2; i++) await takesIn(busEvent(anEvent("Send", name)));
    const sentAt = "2026-03-10T09:28:00.000Z";
    expect(await readMessage(table, name)).toMatchObject({ status: "sent", sentAt });
    expect((await readJourney(table, known.leadId)).signals).toBe(1);
    await takesIn(busEvent(anEvent("Send", { ...name, leadId: "f-send-erased" })));
    expect(await readMessage(table, { ...name, leadId: "f-send-erased" })).toBeUndefined();
    await takesIn(busEvent(anEvent("Reject", name)));
    expect(await readMessage(table, name)).toMatchObject({ status: "undeliverable" });
    expect([measured, parked]).toEqual([["MailRefusedContent"], []]);
  });

  it("a mail to one of the team that comes back does not touch the lead, and is measured", async () => {
    const known = await lead("f-colleague");
    await takesIn(busEvent(aBounce({ leadId: known.leadId, purpose: "hand-off", to: "ana@engranaje.example" })));
    expect(await readLead(table, known.leadId)).toEqual(known);
    expect(await readSuppression(table, "ana@engranaje.example")).toBeUndefined();
    expect(measured).toEqual(["ColleagueMailBounced"]);
  });

  it("of a lead that has been erased only the address's hash is kept", async () => {
    const to = "f-erased@talleresnorte.example";
    expect(await takesIn(busEvent(aComplaint({ leadId: "f-erased", to })))).toEqual({ batchItemFailures: [] });
    expect(await readLead(table, "f-erased")).toBeUndefined();
    expect(await readSuppression(table, to)).toEqual({ reason: "complained", at });
    expect(await takesIn(busEvent(aComplaint({ leadId: "f-erased", to: "no address" })))).toEqual({
      batchItemFailures: [],
    });
  });

  it("what cannot be parsed is parked with the reason, and what fails is retried alone", async () => {
    const known = await lead("f-batch");
    const { batchItemFailures } = await takesIn(
      busEvent({ eventType: "Bounce" }),
      record(JSON.stringify({ detail: {} }), 1),
      record("no JSON", 2),
      busEvent(aBounce({ leadId: known.leadId, to: known.email })),
    );
    expect(parked).toEqual(["no event about a mail as SES publishes it", "not an event of the bus"]);
    expect(batchItemFailures).toEqual([{ itemIdentifier: "message-2" }]);
    expect(await readLead(table, known.leadId)).toMatchObject({ undeliverable: { because: "bounced" } });
  });
});

describe.each(isolatingEngines())("what comes back many times at once, on $name", ({ endpoint }) => {
  it("is taken in once", async () => {
    const table = await newTable(endpoint);
    const known = aLead("nurturing", { leadId: "f-race", email: "f-race@talleresnorte.example" });
    await transact(table, [put(table, "lead", leadItem(known), isNew)]);
    const takeIn = intakeMailFeedback({ table, now: () => now, measure: () => {}, parkEvent: async () => {} });
    const events = Array.from({ length: 10 }, (_, i) => busEvent((i % 2 ? aBounce : aComplaint)({ leadId: "f-race" })));
    await Promise.all(events.map((event) => takeIn({ Records: [event] })));
    expect(await readLead(table, "f-race")).toMatchObject({ version: 2 });
    expect((await readJourney(table, "f-race")).signals).toBe(1);
  });
});
