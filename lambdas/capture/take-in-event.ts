import * as z from "zod/mini";
import { bindAtStart, environmentOf } from "../adapters/lambda-runtime.ts";
import { log, reasonOf } from "../adapters/logger.ts";
import { park } from "../adapters/sqs-queues.ts";
import { environments } from "../contract/environment.ts";
import { externalEvents } from "../contract/events.ts";
import { engagementsFromDetail, submissionFromDetail } from "../domain/capture/from-detail.ts";
import { acceptEngagements } from "./accept-engagements.ts";
import { acceptSubmission } from "./accept-submission.ts";
import { type CaptureDependencies, captureDependencies, captureRules } from "./capture-dependencies.ts";

const QueueEventSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const BusEventSchema = z.object({ id: z.string(), "detail-type": z.string(), detail: z.unknown() });

export interface TakeInDependencies extends CaptureDependencies {
  readonly parkEvent: (body: string, reason: string) => Promise<void>;
}

/** Leads and engagements from other systems: the same reading and the same write as behind the API. */
export const takeInEvent = (deps: TakeInDependencies) => async (event: unknown) => {
  const { Records: records } = QueueEventSchema.parse(event);
  const failed: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of records) {
    try {
      const fault = await takeIn(deps, body);
      if (fault !== undefined) await deps.parkEvent(body, fault);
      log.info("An event from the bus was dealt with", {
        code: fault === undefined ? "event-taken-in" : "event-parked",
        messageId,
      });
    } catch (error) {
      log.warn("An event comes again", { code: "event-failed", messageId, reason: reasonOf(error) });
      failed.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures: failed };
};

/** @returns why it can never be taken in, for those who find it in the dead-letter queue. */
const takeIn = async (deps: TakeInDependencies, body: string): Promise<string | undefined> => {
  const parsed = BusEventSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return "not an event of the bus";
  const { id, detail, "detail-type": type } = parsed.data;
  return type === externalEvents.leadSubmitted ? submitted(deps, detail, id) : engaged(deps, detail, id);
};

const submitted = async (deps: TakeInDependencies, detail: unknown, id: string): Promise<string | undefined> => {
  const read = submissionFromDetail(detail, captureRules(deps));
  if (!read.ok) return read.reason;
  // The bus delivers at least once: the event's id makes a repeat the same request.
  await acceptSubmission(deps, { ...read, idempotencyKey: `event:${id}` }, id);
  return undefined;
};

const engaged = async (deps: TakeInDependencies, detail: unknown, id: string): Promise<string | undefined> => {
  const read = engagementsFromDetail(detail, captureRules(deps));
  if (!read.ok) return read.reason;
  const outcome = await acceptEngagements(deps, read, id);
  return outcome === "recorded" ? undefined : "the reference is unknown";
};

export const handler = bindAtStart(() => {
  const { DEAD_LETTER_QUEUE_URL } = environmentOf(environments.takeInEvent);
  return takeInEvent({
    ...captureDependencies(),
    parkEvent: (body, reason) => park(DEAD_LETTER_QUEUE_URL, body, reason),
  });
});
