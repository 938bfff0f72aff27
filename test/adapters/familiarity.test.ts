import { beforeAll, describe, expect, it } from "vitest";
import { engagementWrite, readEngagements, storeEngagements } from "../../lambdas/adapters/dynamo-engagements.ts";
import { readFamiliarity } from "../../lambdas/adapters/dynamo-familiarity.ts";
import { readKeptSums } from "../../lambdas/adapters/dynamo-familiarity-sums.ts";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { countPending } from "../../lambdas/adapters/dynamo-pending.ts";
import { readSentForm } from "../../lambdas/adapters/dynamo-sent-forms.ts";
import { type NewSubmission, storeSubmission } from "../../lambdas/adapters/dynamo-submissions.ts";
import { type DynamoTable, isNew, put, readItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { storeVisit } from "../../lambdas/adapters/dynamo-visitors.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { sumsOf } from "../../lambdas/domain/score/familiarity-sums.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead, anEngagement } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { beforeFirstTransaction } from "./before-first-transaction.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const plain = anAgreement();
const agreement = anAgreement({
  familiarity: plain.terms.familiarity.map((terms) => ({ ...terms, capPerDay: 10 })),
});
const { terms } = agreement;

const viewed = (engagementId: string, daysAgo = 0) => anEngagement({ engagementId, at: daysFromNow(-daysAgo) });

const storedLead = (table: DynamoTable, leadId: string) =>
  transact(table, [put(table, "lead", leadItem(aLead("nurturing", { leadId })), isNew)]);

const record = (table: DynamoTable, leadId: string, ...engagements: ReturnType<typeof viewed>[]) =>
  storeEngagements(table, leadId, engagements, (lead) => lead, agreement);

const aSubmission = (id: string, email: string, overrides: Partial<NewSubmission> = {}): NewSubmission => ({
  submissionId: id,
  normalisedEmail: email,
  fingerprints: [`BODY#${id}`],
  content: { email },
  engagements: [anEngagement({ engagementId: `${id}.form-sent`, kind: "form-sent" })],
  referenceId: `r-${id}`,
  grant: { purpose: "lead", language: "es", until: daysFromNow(400) },
  at: now,
  agreement,
  receive: (known) => known ?? aLead("captured", { leadId: `l-${id}`, email }),
  ...overrides,
});

const keptVersion = async (table: DynamoTable, leadId: string) => (await readKeptSums(table, leadId))?.version;

describe.each(engines())("the sums of a lead's engagements on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  const expectTrue = async (leadId: string, by = agreement) =>
    expect(await readFamiliarity(table, leadId, by)).toEqual(sumsOf(await readEngagements(table, leadId), by.terms));

  it("are kept with each submission and each engagement, and read as they are", async () => {
    // Both forms from one browser: the second counts at once.
    const visitorId = "browser-0123456789";
    await storeSubmission(table, aSubmission("s-1", "kept@x.example", { visitorId }));
    await record(table, "l-s-1", viewed("a"), viewed("b", 3), viewed("a"));
    await record(table, "l-s-1", viewed("b", 3), viewed("c"));
    await storeSubmission(table, aSubmission("s-2", "kept@x.example", { visitorId }));
    expect(await readKeptSums(table, "l-s-1")).toEqual({
      version: 4,
      sums: sumsOf(await readEngagements(table, "l-s-1"), terms),
    });
    await expectTrue("l-s-1");
    expect(await readFamiliarity(table, "l-s-1", agreement)).toMatchObject({
      kinds: { "page-viewed": { count: 3 }, "form-sent": { count: 2 } },
    });
    expect(await keptVersion(table, "l-s-1")).toBe(4);
  });

  it("are rebuilt, once, when something came in long after its day", async () => {
    await storedLead(table, "l-late");
    await readFamiliarity(table, "l-late", agreement);
    await record(table, "l-late", viewed("a"));
    await readFamiliarity(table, "l-late", agreement);
    await record(table, "l-late", viewed("b", 40));
    expect(await readKeptSums(table, "l-late")).toEqual({ version: 3 });
    await expectTrue("l-late");
    expect(await readKeptSums(table, "l-late")).toMatchObject({ version: 4, sums: { lastAt: now } });
    await expectTrue("l-late");
    expect(await keptVersion(table, "l-late")).toBe(4);
  });

  it("are rebuilt for a lead whose engagements are from before there were sums", async () => {
    await storedLead(table, "l-old");
    await transact(
      table,
      ["a", "b"].map((id) => engagementWrite(table, "l-old", 1, viewed(id, 2))),
    );
    await expectTrue("l-old");
    await record(table, "l-old", viewed("c"));
    await expectTrue("l-old");
    expect(await readFamiliarity(table, "l-old", agreement)).toMatchObject({ kinds: { "page-viewed": { count: 3 } } });
  });

  it("are rebuilt when they were kept by other terms, or in a form that no one knows any more", async () => {
    await storeSubmission(table, aSubmission("s-terms", "terms@x.example"));
    await expectTrue("l-s-terms", plain);
    await record(table, "l-s-terms", viewed("a"));
    await expectTrue("l-s-terms");
    const item = { ...keys.familiarity("l-s-terms"), version: 9, sums: { total: 12 } };
    await transact(table, [put(table, "familiarity", item)]);
    await expectTrue("l-s-terms");
  });

  it("are made of all that came in while they were made", async () => {
    await storedLead(table, "l-between");
    await transact(table, [engagementWrite(table, "l-between", 1, viewed("a"))]);
    const disturbed = beforeFirstTransaction(table, () => record(table, "l-between", viewed("b")));
    expect(await readFamiliarity(disturbed, "l-between", agreement)).toEqual(sumsOf([viewed("a"), viewed("b")], terms));
    expect(await keptVersion(table, "l-between")).toBe(2);
  });

  it("are not kept for a lead that did nothing, or is no more", async () => {
    expect(await readFamiliarity(table, "l-nobody", agreement)).toEqual(sumsOf([], terms));
    expect(await readItem(table, keys.familiarity("l-nobody"))).toBeUndefined();
  });

  it("have what the browser did before its form, once", async () => {
    const visitorId = "visitor-of-the-sums-0001";
    await storeVisit(table, visitorId, [viewed("v-1", 1), viewed("v-2")], now);
    await storeSubmission(table, aSubmission("s-visitor", "visitor@x.example", { visitorId }));
    await storeVisit(table, visitorId, [viewed("v-3")], now);
    await storeSubmission(table, aSubmission("s-again", "visitor@x.example", { visitorId }));
    await expectTrue("l-s-visitor");
    const { kinds } = await readFamiliarity(table, "l-s-visitor", agreement);
    expect(kinds["page-viewed"]?.count).toBe(2);
  });

  it("do not count again what the lead has already when another browser reports it", async () => {
    const visitorId = "visitor-of-the-sums-0002";
    await storeSubmission(table, aSubmission("s-known", "known@x.example"));
    await record(table, "l-s-known", viewed("v-1"));
    await storeVisit(table, visitorId, [viewed("v-1"), viewed("v-2")], now);
    await storeSubmission(
      table,
      aSubmission("s-other", "known@x.example", { visitorId, content: { email: "known@x.example", visitorId } }),
    );
    const views = async () => (await readFamiliarity(table, "l-s-known", agreement)).kinds["page-viewed"]?.count;
    expect(await views()).toBe(1);
    const [lead, form] = [await readLead(table, "l-s-known"), await readSentForm(table, "l-s-known", "s-other")];
    if (lead === undefined || form === undefined) throw new Error("it is not kept");
    // What the other browser did is the lead's once the owner of the address has confirmed its form.
    await transact(table, await countPending(table, lead, form, agreement, now));
    await expectTrue("l-s-known");
    expect(await views()).toBe(2);
  });
});

describe.each(isolatingEngines())("engagements that come at once on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  it("are all in the sums, each once", async () => {
    await storeSubmission(table, aSubmission("s-many", "many@x.example"));
    const told = Array.from({ length: 20 }, (_, i) => [viewed(`own-${i}`, i / 10), viewed("shared")]);
    await Promise.all([
      ...told.map((engagements) => record(table, "l-s-many", ...engagements)),
      readFamiliarity(table, "l-s-many", agreement),
    ]);
    const engagements = await readEngagements(table, "l-s-many");
    expect(engagements).toHaveLength(22);
    expect((await readKeptSums(table, "l-s-many"))?.sums).toEqual(sumsOf(engagements, terms));
  });

  it("are all in the sums while those are rebuilt", async () => {
    await storedLead(table, "l-again");
    await transact(table, [engagementWrite(table, "l-again", 1, viewed("first"))]);
    const writers = Array.from({ length: 8 }, (_, i) => record(table, "l-again", viewed(`e-${i}`, i * 9)));
    const readers = Array.from({ length: 4 }, () => readFamiliarity(table, "l-again", agreement));
    await Promise.all([...writers, ...readers]);
    const sums = await readFamiliarity(table, "l-again", agreement);
    expect(sums).toEqual(sumsOf(await readEngagements(table, "l-again"), terms));
    expect(sums.kinds["page-viewed"]?.count).toBe(9);
  });
});
