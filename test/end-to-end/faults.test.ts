import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { PutEventsCommand } from "@aws-sdk/client-eventbridge";
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { ListQueuesCommand, ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { executionName } from "../../lambdas/contract/journey.ts";
import { keys } from "../../lambdas/contract/table.ts";
import {
  bus,
  confirmConsent,
  dynamo,
  eventually,
  fitting,
  isHandOff,
  isNurture,
  journeys,
  leadIdOf,
  leadIn,
  leadItems,
  leadNow,
  mailAbout,
  mailsAbout,
  outputs,
  queues,
  someone,
  submit,
} from "./pipeline.ts";

const { interest: _, ...notYet } = fitting;

const putEvent = (detailType: string, detail: unknown) =>
  bus.send(
    new PutEventsCommand({
      Entries: [
        { EventBusName: outputs.stack.BusName, Source: "crm", DetailType: detailType, Detail: JSON.stringify(detail) },
      ],
    }),
  );

/** The dead letter with a matching body; it stays in the queue. */
const deadLetter = (queueUrl: string | undefined, fits: (body: string) => boolean) =>
  eventually("a dead letter", async () => {
    const { Messages: messages = [] } = await queues.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MessageAttributeNames: ["All"],
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 1,
      }),
    );
    return messages.find(({ Body = "" }) => fits(Body));
  });

const executionsOf = async (leadId: string) => {
  const { executions = [] } = await journeys.send(
    new ListExecutionsCommand({ stateMachineArn: outputs.stack.StateMachineArn, maxResults: 1000 }),
  );
  return executions.filter(({ name }) => name?.startsWith(`${leadId}.`));
};

/** The message with which operations wake a lead. */
const lookAt = (leadId: string) =>
  queues.send(
    new SendMessageCommand({ QueueUrl: outputs.stack.WakeQueueUrl, MessageBody: JSON.stringify({ lookAt: leadId }) }),
  );

/** With a new version, as every write of a lead: a step that has read the lead before does not write over it. */
const change = (leadId: string, expression: string, names: Record<string, string>, value: string) =>
  dynamo.send(
    new UpdateItemCommand({
      TableName: outputs.stack.TableName,
      Key: { pk: { S: keys.lead(leadId).pk }, sk: { S: keys.lead(leadId).sk } },
      UpdateExpression: `${expression} ADD #version :one`,
      ExpressionAttributeNames: { ...names, "#version": "version" },
      ExpressionAttributeValues: { ":value": { S: value }, ":one": { N: "1" } },
    }),
  );

const makeDue = (leadId: string) =>
  change(leadId, "SET #due = :value", { "#due": "nextDueAt" }, new Date(Date.now() - 120_000).toISOString());

const setDeadline = (leadId: string, dueAt: string) =>
  change(leadId, "SET #followUp.#due = :value", { "#followUp": "followUp", "#due": "dueAt" }, dueAt);

describe("other systems on the bus", () => {
  it("bring leads and engagements in, by the same rules", async () => {
    const { mark, body } = someone(fitting);
    await putEvent("LeadSubmitted", body);
    await mailAbout(mark, "hand-off", isHandOff);
    const other = someone(notYet);
    const reference = await submit(other.body);
    await putEvent("LeadEngaged", { reference, kind: "pricing-viewed", id: "crm-1" });
    const leadId = await leadIdOf(other.body.email);
    await eventually("the engagement", async () =>
      (await leadItems(leadId, "ENGAGEMENT#")).find(({ kind }) => kind === "pricing-viewed"),
    );
  });

  it("that send something that is not a lead find it in the dead-letter queue, with the reason", async () => {
    const mark = randomUUID();
    await putEvent("LeadSubmitted", { company: mark, email: "not an address" });
    const letter = await deadLetter(outputs.stack.BusIntakeDeadLettersUrl, (body) => body.includes(mark));
    expect(letter.MessageAttributes?.reason?.StringValue).toMatch(/email/);
  });
});

describe("a journey that died", () => {
  it("is started again from the table, and sends nothing twice", async () => {
    const { mark, body } = someone(notYet);
    await submit(body);
    const leadId = await leadIdOf(body.email);
    await confirmConsent(mark);
    await mailAbout(mark, "the first piece", isNurture);
    const { cycle } = await leadNow(leadId);
    const first = (await executionsOf(leadId)).find(({ name }) => name === executionName(leadId, cycle, 0));
    await journeys.send(
      new StopExecutionCommand({ executionArn: first?.executionArn, error: "Stopped", cause: "by a test" }),
    );
    await eventually("the execution to end", async () => {
      const { status } = await journeys.send(new DescribeExecutionCommand({ executionArn: first?.executionArn }));
      return status === "RUNNING" ? undefined : status;
    });
    // As if its due time had passed: the next sweep finds it.
    await makeDue(leadId);
    await eventually(
      "a second execution",
      async () => (await executionsOf(leadId)).find(({ name }) => name === executionName(leadId, cycle, 1)),
      100,
    );
    await leadIn(leadId, "dormant", 90);
    const subjects = (await mailsAbout(mark)).map(({ to, subject }) => `${to} ${subject}`);
    expect(subjects.length).toBeGreaterThanOrEqual(2);
    expect(new Set(subjects)).toHaveLength(subjects.length);
  });
});

describe("an internal error", () => {
  it("flags the lead, and once it is fixed the journey continues from its stage", async () => {
    const { mark, body } = someone(fitting);
    await submit(body);
    const handOff = await mailAbout(mark, "hand-off", isHandOff);
    const leadId = await leadIdOf(body.email);
    const lead = await leadIn(leadId, "handed-off");
    if (lead.stage !== "handed-off") throw new Error("not handed off");
    // A corrupt deadline: not an instant.
    await setDeadline(leadId, "soon");
    await eventually("the flag", async () => (await leadNow(leadId)).needsAttention);
    await eventually("the execution to fail", async () =>
      (await executionsOf(leadId)).find(({ status }) => status === "FAILED"),
    );
    await setDeadline(leadId, lead.followUp.dueAt);
    // The sweep may have started it once more before the deadline was right again: operations ask until it goes on.
    await eventually(
      "the journey to go on",
      async () => {
        if ((await leadNow(leadId)).needsAttention === undefined) return true;
        await lookAt(leadId);
        return undefined;
      },
      60,
      1000,
    );
    await mailAbout(mark, "the escalation", (mail) => isHandOff(mail) && mail.to.join() !== handOff.to.join());
    expect((await leadNow(leadId)).needsAttention).toBeUndefined();
    const again = (await mailsAbout(mark)).filter(({ subject }) => subject === handOff.subject);
    expect(again).toHaveLength(1);
  });
});

it("a message that no one understands does not hold up the others", async () => {
  const poison = JSON.stringify({ no: randomUUID() });
  await queues.send(new SendMessageCommand({ QueueUrl: outputs.stack.WakeQueueUrl, MessageBody: poison }));
  const { mark, body } = someone(fitting);
  await submit(body);
  await mailAbout(mark, "hand-off", isHandOff);
});

describe("names and addresses", () => {
  it("stay in the table and the mails: not in an execution, not in a log", async () => {
    const { mark, body } = someone({ ...fitting, message: "muy privado" });
    await submit(body);
    await mailAbout(mark, "hand-off", isHandOff);
    const leadId = await leadIdOf(body.email);
    await leadIn(leadId, "handed-off");
    const [execution] = await executionsOf(leadId);
    const { events } = await journeys.send(
      new GetExecutionHistoryCommand({ executionArn: execution?.executionArn, maxResults: 1000 }),
    );
    const history = JSON.stringify(events);
    expect(history).toContain(leadId);
    expect(history).not.toMatch(new RegExp(mark));
    const logs = readdirSync(outputs.logs, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".log"),
    );
    const lines = logs.flatMap((file) => readFileSync(path.join(outputs.logs, file), "utf8").split("\n"));
    expect(lines.some((line) => line.includes(leadId))).toBe(true);
    // The emulator of the mail service says itself whom a mail goes to.
    expect(lines.filter((line) => line.includes(mark) && !line.includes("[ses-v2] SESv2 SendEmail"))).toEqual([]);
  });
});

it("nothing of ours lies in a dead-letter queue", async () => {
  const { QueueUrls: urls = [] } = await queues.send(new ListQueuesCommand({ MaxResults: 1000 }));
  const nameOf = (url = "") => url.split("/").at(-1) ?? "";
  const fromOthers = nameOf(outputs.stack.BusIntakeDeadLettersUrl);
  const ours = urls.filter((url) => nameOf(url).includes("DeadLetters") && nameOf(url) !== fromOthers);
  expect(ours.length).toBeGreaterThanOrEqual(4);
  const letters = await Promise.all(
    ours.map((QueueUrl) =>
      queues.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 0, MessageAttributeNames: ["All"] })),
    ),
  );
  expect(letters.flatMap(({ Messages: messages = [] }) => messages)).toEqual([]);
});
