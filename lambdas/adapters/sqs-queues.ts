import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { whenNeeded } from "../contract/start-light.ts";

const client = whenNeeded(() => new SQSClient({}));

/** Parks what cannot be processed for people, with the reason beside it. */
export const park = async (queueUrl: string, body: string, reason: string): Promise<void> => {
  await client().send(
    new SendMessageCommand({
      QueueUrl: queueUrl,
      MessageBody: body,
      MessageAttributes: { reason: { DataType: "String", StringValue: reason.slice(0, 1000) } },
    }),
  );
};

/** SQS takes ten at a time. */
const batchSize = 10;

export const sendAll = (queueUrl: string, bodies: readonly string[]): Promise<void> =>
  sendEach(
    queueUrl,
    bodies.map((MessageBody) => ({ MessageBody })),
  );

/** In so many seconds, at most 900. */
export const sendLater = (queueUrl: string, body: string, seconds: number): Promise<void> =>
  sendEach(queueUrl, [{ MessageBody: body, DelaySeconds: seconds }]);

/** One each second, from now on; at most 900. */
export const sendPaced = (queueUrl: string, bodies: readonly string[]): Promise<void> =>
  sendEach(
    queueUrl,
    bodies.map((MessageBody, DelaySeconds) => ({ MessageBody, DelaySeconds })),
  );

interface Message {
  readonly MessageBody: string;
  readonly DelaySeconds?: number;
}

const sendEach = async (queueUrl: string, messages: readonly Message[]): Promise<void> => {
  for (let from = 0; from < messages.length; from += batchSize) {
    const entries = messages.slice(from, from + batchSize).map((message, i) => ({ Id: String(i), ...message }));
    const { Failed: failed = [] } = await client().send(
      new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }),
    );
    if (failed.length > 0) throw new Error(`${failed.length} of ${entries.length} messages were not queued`);
  }
};
