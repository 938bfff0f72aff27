import * as z from "zod/mini";
import { log } from "../adapters/logger.ts";

const QueueEventSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

/**
 * The frame of a function that processes events from a queue, each message on its own. One that can never be
 * processed is parked with the reason that `takeIn` returns; one that fails is retried alone.
 */
export const eachMessage =
  (
    takeIn: (body: string) => Promise<string | undefined>,
    parkMessage: (body: string, reason: string) => Promise<void>,
  ) =>
  async (event: unknown): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> => {
    const failed: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of QueueEventSchema.parse(event).Records) {
      try {
        const fault = await takeIn(body);
        if (fault === undefined) log.info("An event was dealt with", { code: "event-taken-in", messageId });
        else {
          await parkMessage(body, fault);
          log.warn("An event was parked", { code: "event-parked", messageId });
        }
      } catch (error) {
        log.warn("An event comes again", { code: "event-failed", messageId }, error);
        failed.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures: failed };
  };
