import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod/mini";
import { DeadLetterQueueSchema } from "../contract/environment.ts";
import { whenNeeded } from "../contract/start-light.ts";

const client = whenNeeded(() => new SQSClient({}));

export type DeadLetterQueue = z.infer<typeof DeadLetterQueueSchema>;

/** How many messages are in a queue that should be empty; approximate, as SQS counts. */
export interface DeadLetters extends DeadLetterQueue {
  readonly messages: number;
}

/** The queues as the deployment names them. */
export const deadLetterQueuesIn = (text: string): DeadLetterQueue[] =>
  z.array(DeadLetterQueueSchema).parse(JSON.parse(text));

const countsSchema = whenNeeded(() =>
  z.object({
    ApproximateNumberOfMessages: z.coerce.number(),
    ApproximateNumberOfMessagesNotVisible: z.coerce.number(),
  }),
);

export const countDeadLetters = (queues: readonly DeadLetterQueue[]): Promise<DeadLetters[]> =>
  Promise.all(
    queues.map(async (queue) => {
      const { Attributes: attributes } = await client().send(
        new GetQueueAttributesCommand({
          QueueUrl: queue.url,
          AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
        }),
      );
      const counts = countsSchema().parse(attributes);
      return {
        ...queue,
        messages: counts.ApproximateNumberOfMessages + counts.ApproximateNumberOfMessagesNotVisible,
      };
    }),
  );
