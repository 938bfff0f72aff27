import { beforeAll, describe, expect, it } from "vitest";
import { forgetToken } from "../../lambdas/adapters/dynamo-journeys.ts";
import { leadItem, readJourney, replaceLead } from "../../lambdas/adapters/dynamo-leads.ts";
import {
  backToClaimed,
  claimMessage,
  type MessageName,
  markSending,
  markSent,
  readMessage,
  readMessages,
  settle,
} from "../../lambdas/adapters/dynamo-messages.ts";
import { openReference, putGrant, sign } from "../../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { type DynamoTable, isNew, put, readItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { keys, unsettledMailPartition } from "../../lambdas/contract/table.ts";
import { aLead } from "../builders/lead.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const now = "2026-11-24T09:00:00.000Z";
const moment = { at: now, settlesAt: "2026-11-24T09:15:00.000Z" };
const grant = {
  purpose: "answer",
  leadId: "l-1",
  cycle: 1,
  ownerId: "ana",
  language: "es",
  until: "2026-12-24T09:00:00.000Z",
} as const;

/** A lead in a rep's hands, and the mail that reminds of it. */
const handedOff = async (table: DynamoTable, leadId: string) => {
  const lead = aLead("handed-off", { leadId });
  await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
  const name: MessageName = { leadId, cycle: lead.cycle, purpose: "reminder", step: lead.followUp.ownerId };
  return { name, still: { stage: "handed-off", ownerId: lead.followUp.ownerId } } as const;
};

describe.each(engines())("mails and links on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  it("no nurture mail goes to a lead that has unsubscribed since the decision", async () => {
    const lead = aLead("nurturing", { leadId: "m-ended" });
    await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
    const name = { leadId: "m-ended", cycle: lead.cycle, purpose: "nurture", step: "first" } as const;
    const still = { stage: "nurturing", subscribed: true } as const;
    expect(await claimMessage(table, name, still, [], moment)).toBe("claimed");
    await transact(table, [replaceLead(table, lead, { ...lead, unsubscribedAt: now })]);
    expect(await claimMessage(table, { ...name, step: "second" }, still, [], moment)).toBe("lead-moved");
  });

  it("no nurture mail goes once a form has said no; who has agreed since is asked whether it was them", async () => {
    const lead = aLead("nurturing", { leadId: "m-declined", declinedAt: now });
    await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
    const name = { leadId: "m-declined", cycle: lead.cycle, purpose: "nurture", step: "first" } as const;
    const claimedSince = (since: string) =>
      claimMessage(table, { ...name, step: since }, { stage: "nurturing", subscribed: { since } }, [], moment);
    expect(await claimMessage(table, name, { stage: "nurturing", subscribed: true }, [], moment)).toBe("lead-moved");
    expect(await claimedSince("2026-11-23T09:00:00.000Z")).toBe("lead-moved");
    expect(await claimedSince("2026-11-25T09:00:00.000Z")).toBe("claimed");
  });

  it.each(["bounced", "complained"] as const)(
    "no nurture mail goes to an address that has %s since",
    async (because) => {
      const lead = aLead("nurturing", { leadId: `m-${because}` });
      await transact(table, [put(table, "lead", leadItem({ ...lead, undeliverable: { because, at: now } }), isNew)]);
      const name = { leadId: lead.leadId, cycle: lead.cycle, purpose: "nurture", step: "first" } as const;
      const still = { stage: "nurturing", subscribed: true } as const;
      expect(await claimMessage(table, name, still, [], moment)).toBe("lead-moved");
      expect(await readMessages(table, lead.leadId)).toEqual([]);
    },
  );

  it("no mail goes about a lead that has moved on, or to a rep who no longer has it", async () => {
    const { name, still } = await handedOff(table, "m-moved");
    expect(await claimMessage(table, name, { stage: "assigned" }, [], moment)).toBe("lead-moved");
    expect(await claimMessage(table, name, { ...still, ownerId: "somebody-else" }, [], moment)).toBe("lead-moved");
    expect(await claimMessage(table, { ...name, cycle: 9 }, still, [], moment)).toBe("lead-moved");
    expect(await readMessages(table, "m-moved")).toEqual([]);
  });

  it("one attempt at a time may send it, a refused one is claimed again, and a settled one is not", async () => {
    const { name, still } = await handedOff(table, "m-refused");
    const claimed = { status: "claimed", attempt: 0 } as const;
    const sending = { status: "sending", attempt: 1 } as const;
    await claimMessage(table, name, still, [], moment);
    expect(await markSending(table, name, claimed, still, moment)).toBe("sending");
    expect(await markSending(table, name, claimed, still, moment)).toBeUndefined();
    expect(await claimMessage(table, name, still, [], moment)).toBe("claimed-before");
    expect(await backToClaimed(table, name, sending, "for-now", moment.settlesAt)).toBe(true);
    expect(await readMessage(table, name)).toMatchObject({ status: "claimed", attempt: 1 });
    expect(await markSending(table, name, { status: "claimed", attempt: 1 }, still, moment)).toBe("sending");
    expect(await markSent(table, name, "provider-id", now)).toBe(true);
    expect(await settle(table, name, sending, { status: "unknown", settledAt: now })).toBe(false);
    expect(await readMessage(table, name)).toMatchObject({ status: "sent", sentAt: now, attempt: 2 });
    expect(await markSent(table, { ...name, step: "erased" }, "provider-id", now)).toBe(false);
  });

  it("it is not given to the mail service when the lead has moved since the claim", async () => {
    const { name, still } = await handedOff(table, "m-late");
    await claimMessage(table, name, still, [], moment);
    const [claimed, moved] = [{ status: "claimed", attempt: 0 } as const, { ...still, ownerId: "somebody-else" }];
    expect(await markSending(table, name, claimed, moved, moment)).toBe("lead-moved");
  });

  it("the sweep's index has it until its fate is known", async () => {
    const { name, still } = await handedOff(table, "m-index");
    const entry = async () => {
      const item = await readItem(table, keys.message(name.leadId, name.cycle, name.purpose, name.step));
      return [item?.attentionPartition, item?.attentionAt];
    };
    await claimMessage(table, name, still, [], moment);
    expect(await entry()).toEqual([unsettledMailPartition, moment.settlesAt]);
    await markSending(table, name, { status: "claimed", attempt: 0 }, still, { ...moment, settlesAt: now });
    expect(await entry()).toEqual([unsettledMailPartition, now]);
    await markSent(table, name, "provider-id", now);
    expect(await entry()).toEqual([undefined, undefined]);
  });

  it("a reference opens what it was made for, until its time is over", async () => {
    await transact(table, [putGrant(table, "r-1", grant)]);
    const keyring = signingKeys(table);
    const reference = await sign(keyring, "r-1");
    const open = (text: string, purpose: "answer" | "outcome", at: string) =>
      openReference(table, keyring, text, purpose, at);
    expect(await open(reference, "answer", now)).toEqual(grant);
    expect(await open(reference, "outcome", now)).toBeUndefined();
    expect(await open(reference, "answer", grant.until)).toBeUndefined();
    expect(
      await open(
        reference.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
        "answer",
        now,
      ),
    ).toBeUndefined();
    expect(await open(await sign(keyring, "r-unknown"), "answer", now)).toBeUndefined();
  });

  it("a token is forgotten only by who answered it", async () => {
    const waiting = { ...keys.journey("m-token"), signals: 1, taskToken: "new", tokenCycle: 1, seenSignals: 1 };
    await transact(table, [put(table, "journey", waiting)]);
    await forgetToken(table, "m-token", "old");
    expect(await readJourney(table, "m-token")).toMatchObject({ taskToken: "new" });
    await forgetToken(table, "m-token", "new");
    expect(await readJourney(table, "m-token")).not.toHaveProperty("taskToken");
  });
});

describe.each(isolatingEngines())("mails and links at once on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  it("one of many that would send the same mail may send it, and what its links open is kept", async () => {
    const { name, still } = await handedOff(table, "m-claim");
    const links = [{ referenceId: "m-claim-link", grant }];
    const claims = await Promise.all(Array.from({ length: 10 }, () => claimMessage(table, name, still, links, moment)));
    expect(claims.filter((claim) => claim === "claimed")).toHaveLength(1);
    expect(new Set(claims)).toEqual(new Set(["claimed", "claimed-before"]));
    const keyring = signingKeys(table);
    expect(await openReference(table, keyring, await sign(keyring, "m-claim-link"), "answer", now)).toEqual(grant);
  });

  it("the first key is made once, and a newer one signs while the older still opens", async () => {
    const fresh = await newTable(endpoint);
    const secrets = await Promise.all(Array.from({ length: 6 }, async () => (await signingKeys(fresh)())[0].secret));
    expect(new Set(secrets.map((secret) => Buffer.from(secret).toString("hex")))).toHaveLength(1);
    await transact(fresh, [putGrant(fresh, "r-2", grant)]);
    const old = await sign(signingKeys(fresh), "r-2");
    await transact(fresh, [put(fresh, "key", { ...keys.signingKey("2"), secret: new Uint8Array(32).fill(7) }, isNew)]);
    const keyring = signingKeys(fresh);
    expect(await sign(keyring, "r-2")).toMatch(/^2\./);
    expect(await openReference(fresh, keyring, old, "answer", now)).toEqual(grant);
  });
});
