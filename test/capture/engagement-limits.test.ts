import { unmarshall } from "@aws-sdk/util-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import type { CaptureDependencies } from "../../lambdas/capture/capture-dependencies.ts";
import { postEngagement } from "../../lambdas/capture/post-engagement.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import { limits } from "../../lambdas/contract/limits.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { daysFromNow, now } from "../builders/now.ts";

let table: Twin;
let deps: CaptureDependencies;
let clock = now;
beforeEach(() => {
  [table, clock] = [dynamoTwin(), now];
  deps = { table, agreement: anAgreement(), siteOrigins: [], now: () => clock, keyring: signingKeys(table) };
});

const event = (rawPath: string, body: object) => ({
  rawPath,
  headers: { "content-type": "application/json" },
  requestContext: { requestId: "request-1", http: { method: "POST" } },
  body: JSON.stringify(body),
});
const leads = async (body: object): Promise<string> =>
  JSON.parse((await postLead(deps)(event("/leads", body))).body).reference;
const engages = (body: object) => postEngagement(deps)(event("/engagements", body));
const kinds = () =>
  table
    .items()
    .filter(({ sk }) => sk?.S?.startsWith("ENGAGEMENT#"))
    .map((item) => unmarshall(item).kind);
const viewed = (from: number) =>
  Array.from({ length: limits.eventsPerRequest }, (_, i) => ({ kind: "page-viewed", id: `e-${from}-${i}` }));

describe("events", () => {
  it("of kinds that the agreement does not know are not written, by a form or beside it", async () => {
    const interest = Array.from({ length: 100 }, (_, i) => (36 + i).toString(36)).join(",");
    const reference = await leads({ email: "ines@talleresnorte.example", interest });
    expect(kinds()).toEqual(["form-submitted"]);
    const before = table.items().length;
    const response = await engages({ reference, events: [{ kind: "made-up" }] });
    expect(response.statusCode).toBe(202);
    expect(table.items()).toHaveLength(before);
  });

  it("by one reference have a measure for a day, and count again on the next", async () => {
    const reference = await leads({ email: "ines@talleresnorte.example" });
    for (let i = 0; i < 15; i++) await engages({ reference, events: viewed(i) });
    expect(kinds()).toHaveLength(limits.eventsPerSenderAndDay + 1);
    clock = daysFromNow(1);
    await engages({ reference, events: viewed(99) });
    expect(kinds()).toHaveLength(limits.eventsPerSenderAndDay + 1 + limits.eventsPerRequest);
  });

  it("by one browser that is a lead's have the same measure", async () => {
    const visitorId = "visitor-0123456789ab";
    await leads({ email: "ines@talleresnorte.example", visitorId });
    for (let i = 0; i < 15; i++) await engages({ visitorId, events: viewed(i) });
    expect(kinds()).toHaveLength(limits.eventsPerSenderAndDay + 1);
  });
});
