import { randomUUID } from "node:crypto";
import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { readEngagements } from "../../lambdas/adapters/dynamo-engagements.ts";
import { leadItem, readJourney, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { countPending } from "../../lambdas/adapters/dynamo-pending.ts";
import { readSentForm } from "../../lambdas/adapters/dynamo-sent-forms.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { put, readBeginningWith, readItem, toItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { CaptureDependencies } from "../../lambdas/capture/capture-dependencies.ts";
import { postEngagement } from "../../lambdas/capture/post-engagement.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const depsOn = async (endpoint: string): Promise<CaptureDependencies> => {
  const table = await newTable(endpoint);
  return { table, keyring: signingKeys(table), agreement: anAgreement(), siteOrigins: [], now: () => now };
};

const request = (body: object, type = "application/json") => ({
  rawPath: "/any",
  rawQueryString: "",
  headers: { "content-type": type, accept: "application/json" },
  requestContext: { requestId: randomUUID(), http: { method: "POST" } },
  body: JSON.stringify(body),
  isBase64Encoded: false,
});

const aVisitor = () => randomUUID();

const erase = ({ table }: CaptureDependencies, leadId: string) =>
  table.client.send(new DeleteItemCommand({ TableName: table.tableName, Key: toItem(keys.lead(leadId)) }));

/** What web sites can do: report their visitor's engagements, and send the form. */
const siteOf = (deps: CaptureDependencies) => {
  const tell = (body: object) => postEngagement(deps)(request(body, "text/plain;charset=UTF-8"));
  const send = async (email: string, visitorId: string): Promise<string> => {
    const { statusCode, body } = await postLead(deps)(request({ email, visitorId, company: randomUUID() }));
    expect(statusCode).toBe(202);
    return JSON.parse(body).reference;
  };
  const leadIdOf = async (email: string) => String((await readItem(deps.table, keys.emailClaim(email)))?.leadId);
  const subjectsOf = async (email: string) => {
    const engagements = await readEngagements(deps.table, await leadIdOf(email));
    return engagements.flatMap(({ subject }) => subject ?? []).sort();
  };
  return { tell, send, leadIdOf, subjectsOf };
};

describe.each(engines())("a visitor on $name", ({ endpoint }) => {
  let deps: CaptureDependencies;
  let site: ReturnType<typeof siteOf>;
  beforeAll(async () => {
    deps = await depsOn(endpoint);
    site = siteOf(deps);
  });

  it("who reads and then sends the form has its engagements moved to the lead, at their own times, and later ones added", async () => {
    const [visitorId, email] = [aVisitor(), "reads@x.example"];
    const events = ["/a", "/b"].map((subject, i) => ({
      kind: "page-viewed",
      subject,
      id: `${i}`,
      at: daysFromNow(-2),
    }));
    await site.tell({ visitorId, events });
    await site.tell({ visitorId, events });
    const reference = await site.send(email, visitorId);
    await site.tell({ visitorId, kind: "page-viewed", subject: "/c", id: "2" });
    await site.tell({ reference, kind: "page-viewed", subject: "/d", id: "2" });
    await site.tell({ visitorId, reference, events: [...events, { kind: "page-viewed", subject: "/c", id: "2" }] });
    expect(await site.subjectsOf(email)).toEqual(["/a", "/b", "/c", "/d"]);
    const engagements = await readEngagements(deps.table, await site.leadIdOf(email));
    expect(engagements.filter(({ at }) => at === daysFromNow(-2))).toHaveLength(2);
    expect(await readJourney(deps.table, await site.leadIdOf(email))).toMatchObject({ signals: 3 });
  });

  it("with a second browser has not done what that one did, until its form is confirmed: anyone can send one", async () => {
    const email = "two@x.example";
    const [own, other] = [aVisitor(), aVisitor()];
    for (const visitorId of [own, other]) {
      await site.tell({ visitorId, kind: "page-viewed", subject: `/${visitorId}`, id: "1" });
      const reference = await site.send(email, visitorId);
      await site.tell({ reference, kind: "page-viewed", subject: `/by-reference-of-${visitorId}` });
    }
    const ofOwn = [`/${own}`, `/by-reference-of-${own}`].sort();
    expect(await site.subjectsOf(email)).toEqual(ofOwn);
    const leadId = await site.leadIdOf(email);
    const [lead, forms] = await Promise.all([
      readLead(deps.table, leadId),
      readBeginningWith(deps.table, keys.submission(leadId, "")),
    ]);
    for (const { submissionId } of forms) {
      const form = await readSentForm(deps.table, leadId, String(submissionId));
      if (lead === undefined || form === undefined) throw new Error("it is not kept");
      expect((await transact(deps.table, await countPending(deps.table, lead, form, deps.agreement, now))).done).toBe(
        true,
      );
    }
    expect(await site.subjectsOf(email)).toEqual([...ofOwn, `/${other}`, `/by-reference-of-${other}`].sort());
  });

  it("of one lead that sends another lead's form belongs to that lead from then on", async () => {
    const visitorId = aVisitor();
    await site.tell({ visitorId, kind: "page-viewed", subject: "/a" });
    await site.send("first@x.example", visitorId);
    await site.send("second@x.example", visitorId);
    await site.tell({ visitorId, kind: "page-viewed", subject: "/b" });
    expect(await site.subjectsOf("first@x.example")).toEqual(["/a"]);
    expect(await site.subjectsOf("second@x.example")).toEqual(["/b"]);
  });

  it("that comes back wakes the dormant lead", async () => {
    const [visitorId, email] = [aVisitor(), "dormant@x.example"];
    await site.send(email, visitorId);
    const leadId = await site.leadIdOf(email);
    await transact(deps.table, [put(deps.table, "lead", leadItem(aLead("dormant", { leadId, email })))]);
    await site.tell({ visitorId, kind: "page-viewed" });
    expect(await readLead(deps.table, leadId)).toMatchObject({ stage: "captured", cycle: 2 });
  });

  it("and a stranger, a forged reference and one of a lead that is no more are answered alike", async () => {
    const visitorId = aVisitor();
    const referenceOfNobody = await site.send("gone@x.example", visitorId);
    await erase(deps, await site.leadIdOf("gone@x.example"));
    const senders = [
      { visitorId },
      { visitorId: aVisitor() },
      { reference: referenceOfNobody },
      { reference: "1.forged.reference" },
      { reference: "1.forged.reference", visitorId: aVisitor() },
    ];
    for (const sender of senders) {
      const { statusCode, headers, body } = await site.tell({ ...sender, kind: "page-viewed" });
      expect({ statusCode, headers, body }).toEqual({
        statusCode: 202,
        headers: expect.anything(),
        body: '{"accepted":1}',
      });
    }
    expect(await site.subjectsOf("gone@x.example")).toEqual([]);
  });
});

describe.each(isolatingEngines())("visits reported while the form is sent, on $name", ({ endpoint }) => {
  it("are all the lead's in the end, each once, and add up", async () => {
    const deps = await depsOn(endpoint);
    const site = siteOf(deps);
    for (let round = 0; round < 3; round++) {
      const [visitorId, email] = [aVisitor(), `race-${round}@x.example`];
      const visit = (i: number) => site.tell({ visitorId, kind: "page-viewed", subject: `/${i}`, id: `${i}` });
      const expected = Array.from({ length: 12 }, (_, i) => i);
      await Promise.all(expected.slice(0, 3).map(visit));
      const answers = await Promise.all([
        ...expected.slice(3, 7).map(visit),
        site.send(email, visitorId).then(() => ({ statusCode: 202 })),
        ...expected.slice(5).map(visit),
      ]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 202));
      expect(await site.subjectsOf(email)).toEqual(expected.map((i) => `/${i}`).sort());
    }
  });
});
