import * as z from "zod/mini";
import { bindInForce } from "../adapters/agreement-in-force.ts";
import { environmentOf } from "../adapters/lambda-runtime.ts";
import { park } from "../adapters/sqs-queues.ts";
import { type CaptureDependencies, captureDependencies } from "../capture/capture-dependencies.ts";
import { captureRules } from "../capture/capture-rules-of.ts";
import { intakeEngagements } from "../capture/intake-engagements.ts";
import { intakeSubmission } from "../capture/intake-submission.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { externalEvents } from "../contract/events.ts";
import {
  parseEngagementsDetail,
  parseOverrideDetail,
  parseSubmissionDetail,
} from "../domain/bus-intake/parse-detail.ts";
import { answerFromBus } from "../follow-up/intake-answer.ts";
import { intakeOverride } from "../gate/intake-override.ts";
import { outcomeFromBus } from "../outcome/intake-outcome.ts";
import { eachMessage } from "../queue/each-message.ts";
import { parseRepChangeDetail, repChangeFromBus } from "../team/intake-rep-change.ts";

const BusEventSchema = z.object({ id: z.string(), "detail-type": z.string(), detail: z.unknown() });

export interface IntakeDependencies extends CaptureDependencies {
  readonly parkEvent: (body: string, reason: string) => Promise<void>;
}

/**
 * What other systems put on the bus, with the same parsing and the same write as the API: leads, engagements,
 * answers, outcomes, changes of reps; and marketing's overrides.
 */
export const intakeEvent = (deps: IntakeDependencies) => eachMessage((body) => intake(deps, body), deps.parkEvent);

/** @returns why it can never be processed, for the reader of the dead-letter queue. */
const intake = async (deps: IntakeDependencies, body: string): Promise<string | undefined> => {
  const parsed = BusEventSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return "not an event of the bus";
  const { id, detail, "detail-type": type } = parsed.data;
  switch (type) {
    case externalEvents.leadSubmitted:
      return submitted(deps, detail, id);
    case externalEvents.leadEngaged:
      return engaged(deps, detail, id);
    case externalEvents.gateOverridden:
      return overridden(deps, detail, id);
    case externalEvents.handOffAnswered:
      return answerFromBus(deps, detail, id);
    case externalEvents.outcomeReported:
      return outcomeFromBus(deps, detail, id);
    case externalEvents.repChanged:
      return repChanged(deps, detail, id);
    default:
      return "nobody here knows this type of event";
  }
};

const submitted = async (deps: IntakeDependencies, detail: unknown, id: string): Promise<string | undefined> => {
  const read = parseSubmissionDetail(detail, captureRules(deps));
  if (!read.ok) return read.reason;
  // The bus delivers at least once: the event's id makes a repeat the same request.
  await intakeSubmission(deps, { ...read, idempotencyKey: `event:${id}` }, id, { by: "bus" });
  return undefined;
};

const engaged = async (deps: IntakeDependencies, detail: unknown, id: string): Promise<string | undefined> => {
  const read = parseEngagementsDetail(detail, captureRules(deps));
  if (!read.ok) return read.reason;
  const outcome = await intakeEngagements(deps, read, id);
  return outcome === "recorded" ? undefined : "the reference is unknown";
};

const overridden = async (deps: IntakeDependencies, detail: unknown, id: string): Promise<string | undefined> => {
  const read = parseOverrideDetail(detail);
  if (!read.ok) return read.reason;
  const outcome = await intakeOverride(deps, read, id);
  return outcome.is === "refused" ? outcome.reason : undefined;
};

const repChanged = async (deps: IntakeDependencies, detail: unknown, id: string): Promise<string | undefined> => {
  const read = parseRepChangeDetail(detail);
  return read.ok ? repChangeFromBus(deps, read.change, id) : read.reason;
};

export const handler = bindInForce(() => {
  const { DEAD_LETTER_QUEUE_URL } = environmentOf(environments.busIntake);
  const parkEvent = (body: string, reason: string) => park(DEAD_LETTER_QUEUE_URL, body, reason);
  const capture = captureDependencies();
  return (agreement: Agreement) => ({ ...capture(agreement), parkEvent });
}, intakeEvent);
