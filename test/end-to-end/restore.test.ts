/** Stops the whole pipeline: no other test may use the same cloud meanwhile (the project `restore` of vitest.config.ts). */
import { randomUUID } from "node:crypto";
import {
  type AttributeValue,
  CreateTableCommand,
  DeleteTableCommand,
  paginateScan,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { ListExecutionsCommand } from "@aws-sdk/client-sfn";
import { GetQueueAttributesCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { PointSchema } from "../../bin/restore/point.ts";
import { main as restore } from "../../bin/restore.ts";
import { readKept } from "../../lambdas/adapters/dynamo-kept-outside.ts";
import { executionName } from "../../lambdas/contract/journey.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { ownerIn } from "../../lambdas/domain/lead/move-fact.ts";
import { write } from "../../local/demo-history/import.ts";
import { typed } from "./command.ts";
import { theCrm } from "./crm.ts";
import {
  confirmConsent,
  dynamo,
  eventually,
  fillIn,
  fitting,
  handedOff,
  isNurture,
  journeys,
  leadIdOf,
  leadIn,
  leadItems,
  leadNow,
  linkIn,
  mailAbout,
  mailsAbout,
  outputs,
  post,
  queues,
  someone,
  submit,
} from "./pipeline.ts";

type Stored = Record<string, AttributeValue>;

const tableNamed = (tableName = "") => ({ client: dynamo, tableName });
const table = tableNamed(outputs.stack.TableName);
const outside = tableNamed(outputs.stack.OutsideTableName);
/** Stands for what point-in-time recovery makes, which the emulator does not have: the items, and no more. */
const restored = tableNamed(`Restored-${randomUUID()}`);

const ask = await theCrm();
const now = () => new Date().toISOString();

const itemsIn = async ({ tableName: TableName }: typeof table): Promise<Stored[]> => {
  const items: Stored[] = [];
  for await (const { Items = [] } of paginateScan({ client: dynamo }, { TableName, ConsistentRead: true }))
    items.push(...Items);
  return items;
};

const copyAside = async (): Promise<Stored[]> => {
  await dynamo.send(
    new CreateTableCommand({
      TableName: restored.tableName,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    }),
  );
  await waitUntilTableExists({ client: dynamo, maxWaitTime: 30 }, { TableName: restored.tableName });
  const items = await itemsIn(table);
  await write(
    restored,
    items.map((Item) => ({ PutRequest: { Item } })),
  );
  return items;
};

const byKey = (items: readonly Stored[]) =>
  Object.fromEntries(items.map(({ restoredAt: _, ...item }) => [`${item.pk?.S} ${item.sk?.S}`, item]));

const executions = async (statusFilter?: "RUNNING") => {
  const { executions: found = [] } = await journeys.send(
    new ListExecutionsCommand({ stateMachineArn: outputs.stack.StateMachineArn, maxResults: 1000, statusFilter }),
  );
  return found.map(({ name, status }) => ({ name, status }));
};

const messagesInWakeQueue = async () => {
  const { Attributes: counts = {} } = await queues.send(
    new GetQueueAttributesCommand({ QueueUrl: outputs.stack.WakeQueueUrl, AttributeNames: ["All"] }),
  );
  const { ApproximateNumberOfMessages: waiting, ApproximateNumberOfMessagesNotVisible: read } = counts;
  return { waiting: Number(waiting), read: Number(read) };
};

const { interest: _, ...notYet } = fitting;

/** Gets content by mail. */
const reader = async () => {
  const { mark, body } = someone(notYet);
  await submit(body);
  expect((await confirmConsent(mark)).status).toBe(200);
  const mail = await mailAbout(mark, "the first piece", isNurture);
  return { mark, mail, leadId: await leadIdOf(body.email) };
};

const accepted = async () => {
  const lead = await handedOff();
  expect((await fillIn(lead.link, { answer: "accept" })).status).toBe(200);
  return { ...lead, by: ownerIn(await leadIn(lead.leadId, "accepted")) };
};

const piecesOf = async (mark: string): Promise<string[]> =>
  (await mailsAbout(mark)).filter(isNurture).map(({ subject }) => subject);
const sentTo = async (leadId: string) =>
  z.array(z.object({ leadId: z.string(), step: z.string() })).parse(await leadItems(leadId, "MESSAGE#"));

describe("npm run restore, of a pipeline with leads in several stages", () => {
  let deal: Awaited<ReturnType<typeof accepted>>;
  let [reads, unsubscribes]: Awaited<ReturnType<typeof reader>>[] = [];
  let unanswered: Awaited<ReturnType<typeof handedOff>>;
  const late = someone(fitting);
  const begun = now();
  let point = "";
  let copied: Stored[] = [];
  let [piecesAtRestore, otherPiecesAtRestore]: string[][] = [];
  const said: Record<string, string> = {};
  const step = async (name: string, ...args: string[]) => {
    said[name] = await typed(restore, name, ...args);
  };
  let refused = "";
  let stood = {};

  beforeAll(async () => {
    deal = await accepted();
    [reads, unsubscribes] = await Promise.all([reader(), reader()]);
    unanswered = await handedOff();
    point = PointSchema.parse(now());
    copied = await copyAside();

    // What is lost with these minutes, and what is not to be forgotten.
    const link = linkIn(unsubscribes.mail, "unsubscribe");
    expect((await fetch(link, { method: "POST" })).status).toBe(200);
    await submit(late.body);
    const lateId = await leadIdOf(late.body.email);
    const { leadId } = deal;
    expect((await ask("POST", "/outcomes", { leadId, by: deal.by, outcome: "lost", reason: "price" })).status).toBe(
      200,
    );
    await leadIn(reads.leadId, "dormant");
    const pieces = await sentTo(reads.leadId);
    await eventually("what must not be forgotten is kept outside", async () => {
      const kept = await readKept(outside, begun, now());
      const isKept = pieces.every((piece) =>
        kept.some((fact) => fact.kind === "mail-sent" && fact.leadId === piece.leadId && fact.step === piece.step),
      );
      const isUnsubscribed = kept.some(({ kind, leadId: id }) => kind === "no-mails" && id === unsubscribes?.leadId);
      return isKept && isUnsubscribed ? true : undefined;
    });
    const from = ["--from", restored.tableName];
    const asOf = ["--as-of", point];
    refused = await typed(restore, "copy", ...from, ...asOf).catch(String);
    await step("stop");
    await queues.send(
      new SendMessageCommand({
        QueueUrl: outputs.stack.WakeQueueUrl,
        MessageBody: JSON.stringify({ lookAt: lateId }),
      }),
    );
    // AWS ends an execution at once; the emulator, when its task or the pause before its next try is over.
    await eventually("every execution to end", async () =>
      (await executions("RUNNING")).length === 0 ? true : undefined,
    );
    const { status } = await post("/leads", someone(fitting).body);
    await write(table, [
      { DeleteRequest: { Key: { pk: { S: keys.lead(deal.leadId).pk }, sk: { S: keys.lead(deal.leadId).sk } } } },
      { PutRequest: { Item: { pk: { S: "LEAD#rubbish" }, sk: { S: "PROFILE" }, stage: { S: "nonsense" } } } },
    ]);
    await step("check", ...from);
    await step("copy", ...from, ...asOf);
    const asCopied = byKey(await itemsIn(table));
    await step("replay", ...asOf);
    await step("journeys", ...asOf);
    piecesAtRestore = await piecesOf(reads.mark);
    otherPiecesAtRestore = await piecesOf(unsubscribes.mark);
    stood = { status, running: await executions("RUNNING"), queue: await messagesInWakeQueue(), asCopied };
    await step("start");
  });
  afterAll(async () => {
    await dynamo.send(new DeleteTableCommand({ TableName: restored.tableName }));
  });

  it("copies nothing while the pipeline runs", () => {
    expect(refused).toMatch(/The pipeline runs: .* and \d+ more\. First: restore stop/);
  });

  it("lets nothing run while the pipeline stands: no reader, no function, no execution", () => {
    expect(said.stop).toMatch(
      /^[1-9]\d* readers .*\n[1-9]\d* functions .*\n[1-9]\d* executions .*\nThe pipeline stands\./,
    );
    // AWS makes a 503 of the function's 429; the emulator passes it on.
    expect(stood).toMatchObject({ status: expect.toBeOneOf([429, 503]), running: [], queue: { read: 0 } });
    expect(stood).toHaveProperty(
      "queue.waiting",
      expect.toSatisfy((count: number) => count >= 1),
    );
  });

  it("makes the table what the copy is, and counts", () => {
    expect(stood).toHaveProperty("asCopied", byKey(copied));
    const leads = copied.filter(({ pk, sk }) => pk?.S?.startsWith("LEAD#") && sk?.S === "PROFILE").length;
    expect(said.check).toContain(`Restored: ${leads} leads, ${copied.length} items.`);
    expect(said.copy).toContain(`${leads} leads (${copied.length} items) are as they were at ${point}`);
  });

  it("reads its queues again afterwards", async () => {
    expect(said.start).toMatch(/^[1-9]\d* functions and [1-9]\d* readers .* run again\./);
    await eventually("the queue to be empty", async () =>
      (await messagesInWakeQueue()).waiting === 0 ? true : undefined,
    );
  });

  it("goes on with an accepted lead to its end, in an execution of its own", async () => {
    const { leadId, by } = deal;
    expect(await leadItems(leadId, "OUTCOME#")).toEqual([]);
    expect(await leadNow(leadId)).toMatchObject({ stage: "accepted" });
    // Past the grace of the sweep, and its minute.
    await eventually(
      "the journey to start again",
      async () => (await executions("RUNNING")).find(({ name }) => name === executionName(leadId, 1, 1)),
      240,
      1000,
    );
    expect((await ask("POST", "/outcomes", { leadId, by, outcome: "sales-qualified" })).status).toBe(200);
    expect((await ask("POST", "/outcomes", { leadId, by, outcome: "won", amount: 12_500 })).status).toBe(200);
    await eventually("the journey to end", async () =>
      (await executions()).find(({ name, status }) => name === executionName(leadId, 1, 1) && status === "SUCCEEDED"),
    );
    expect((await leadNow(leadId)).stage).toBe("won");
  });

  it("goes up the ladder with a lead that no one answered", async () => {
    const { leadId } = unanswered;
    await eventually(
      "its deadline to count again",
      async () => (await leadItems(leadId, "MOVE#")).find(({ pk, at }) => pk !== undefined && String(at) > point),
      240,
      1000,
    );
  });

  it("comes to the end of a programme, and sends no piece twice", async () => {
    const { mark, leadId } = reads ?? { mark: "", leadId: "" };
    await leadIn(leadId, "dormant", 240);
    expect(await piecesOf(mark)).toEqual(piecesAtRestore);
    expect(new Set(piecesAtRestore)).toHaveLength(piecesAtRestore?.length ?? 0);
  });

  it("remembers who wants no mails", async () => {
    const { mark, leadId } = unsubscribes ?? { mark: "", leadId: "" };
    expect(said.replay).toMatch(/people who get no more mails: 1 told again/);
    await leadIn(leadId, "dormant", 240);
    expect(await leadNow(leadId)).toHaveProperty("unsubscribedAt");
    expect(await piecesOf(mark)).toEqual(otherPiecesAtRestore);
  });

  it("has forgotten who came later", async () => {
    await expect(leadIdOf(late.body.email)).rejects.toThrow();
  });
});
