import { beforeAll, describe, expect, it } from "vitest";
import { readEngagements, storeEngagements } from "../../lambdas/adapters/dynamo-engagements.ts";
import { leadItem, readJourney, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { type Fingerprint, type NewSubmission, storeSubmission } from "../../lambdas/adapters/dynamo-submissions.ts";
import {
  type DynamoTable,
  isNew,
  put,
  readBeginningWith,
  readItem,
  transact,
} from "../../lambdas/adapters/dynamo-table.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { beforeFirstTransaction } from "./before-first-transaction.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const agreement = anAgreement();
const now = "2026-11-24T09:00:00.000Z";
const minutesLater = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();

let count = 0;
const aSubmission = (email: string, overrides: Partial<NewSubmission> = {}): NewSubmission => {
  const id = `s-${++count}`;
  return {
    submissionId: id,
    normalisedEmail: email,
    fingerprints: [`BODY#${id}`],
    content: { email },
    engagements: [{ engagementId: `${id}.form-submitted`, kind: "form-submitted", at: now }],
    referenceId: `r-${id}`,
    grant: { purpose: "lead", language: "es", until: "2027-11-24T09:00:00.000Z" },
    at: now,
    agreement,
    receive: (known) => known ?? aLead("captured", { leadId: `l-${id}`, email }),
    ...overrides,
  };
};

const leadIdOf = async (table: DynamoTable, email: string): Promise<string> =>
  String((await readItem(table, keys.emailClaim(email)))?.leadId);

const submissionsOf = async (table: DynamoTable, email: string) =>
  readBeginningWith(table, keys.submission(await leadIdOf(table, email), ""));

describe.each(engines())("the submissions on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  it("of one e-mail address are of one lead; what a later one asks for waits for its confirmation", async () => {
    await storeSubmission(table, aSubmission("one@x.example"));
    await storeSubmission(table, aSubmission("one@x.example"));
    await storeSubmission(table, aSubmission("other@x.example"));
    const leadId = await leadIdOf(table, "one@x.example");
    expect(await submissionsOf(table, "one@x.example")).toHaveLength(2);
    expect(await readEngagements(table, leadId)).toHaveLength(1);
    expect(await readBeginningWith(table, keys.pending(leadId, ""))).toHaveLength(1);
    expect(await readJourney(table, leadId)).toMatchObject({ signals: 2 });
    expect(await readLead(table, leadId)).toMatchObject({ version: 2 });
  });

  it("that are the same get the same response: by content for ten minutes, by key for a day", async () => {
    const again = (fingerprints: Fingerprint[], at: string) =>
      storeSubmission(table, aSubmission("again@x.example", { fingerprints, at }));
    const first = await again(["BODY#1", "KEY#1"], now);
    expect(await again(["BODY#1"], minutesLater(9))).toBe(first);
    expect(await again(["BODY#2", "KEY#1"], minutesLater(9))).toBe(first);
    expect(await submissionsOf(table, "again@x.example")).toHaveLength(1);
    expect(await again(["BODY#1", "KEY#1"], minutesLater(24 * 60 - 1))).toBe(first);
    expect(await again(["BODY#1"], minutesLater(10))).not.toBe(first);
    expect(await again(["BODY#3", "KEY#1"], minutesLater(24 * 60))).not.toBe(first);
    expect(await submissionsOf(table, "again@x.example")).toHaveLength(3);
  });

  it("are not shut out by a claim whose lead is no more", async () => {
    await transact(table, [put(table, "claim", { ...keys.emailClaim("gone@x.example"), leadId: "l-gone" }, isNew)]);
    await storeSubmission(table, aSubmission("gone@x.example"));
    expect(await leadIdOf(table, "gone@x.example")).not.toBe("l-gone");
    expect(await submissionsOf(table, "gone@x.example")).toHaveLength(1);
  });
});

describe.each(isolatingEngines())("submissions that come at once on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  const twenty = (make: () => NewSubmission) =>
    Promise.all(Array.from({ length: 20 }, () => storeSubmission(table, make())));

  it("are one when they are the same", async () => {
    const references = await twenty(() => aSubmission("same@x.example", { fingerprints: ["BODY#same", "KEY#same"] }));
    expect(new Set(references)).toHaveLength(1);
    expect(await submissionsOf(table, "same@x.example")).toHaveLength(1);
  });

  it("are all kept when they differ", async () => {
    expect(new Set(await twenty(() => aSubmission("many@x.example")))).toHaveLength(20);
    expect(await submissionsOf(table, "many@x.example")).toHaveLength(20);
    expect(await readLead(table, await leadIdOf(table, "many@x.example"))).toMatchObject({ version: 20 });
  });
});

describe.each(engines())("the engagements on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  const stored = async (leadId: string) => {
    const lead = aLead("nurturing", { leadId });
    await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
    return lead;
  };
  const engagement = (engagementId: string) => ({ engagementId, kind: "page-viewed", at: now });

  it("count once, in one request and in many", async () => {
    await stored("e-once");
    const record = (...ids: string[]) =>
      storeEngagements(table, "e-once", ids.map(engagement), (lead) => lead, agreement);
    expect(await record("a", "b", "a")).toBe(2);
    expect(await record("b", "c")).toBe(1);
    expect(await record("c")).toBe(0);
    expect(await readEngagements(table, "e-once")).toHaveLength(3);
    expect(await readJourney(table, "e-once")).toMatchObject({ signals: 2 });
    expect(await readLead(table, "e-once")).toMatchObject({ version: 1 });
  });

  it("of a lead that is parked after it was read, and before they are written, see the parked lead", async () => {
    await stored("e-parked");
    const parked = leadItem(aLead("dormant", { leadId: "e-parked", version: 2 }));
    const disturbed = beforeFirstTransaction(table, () => transact(table, [put(table, "lead", parked)]));
    const seen: string[] = [];
    const receive = (lead: Lead) => {
      seen.push(lead.stage);
      return lead;
    };
    const record = storeEngagements(disturbed, "e-parked", [engagement("a")], receive, agreement);
    expect(await record).toBe(1);
    expect(seen).toEqual(["nurturing", "dormant"]);
  });

  it("of a lead that is no more are no one's", async () => {
    expect(await storeEngagements(table, "e-nobody", [engagement("a")], (lead) => lead, agreement)).toBe(0);
    expect(await readEngagements(table, "e-nobody")).toEqual([]);
  });
});
