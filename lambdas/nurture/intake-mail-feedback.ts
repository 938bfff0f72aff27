import * as z from "zod/mini";
import { openTable } from "../adapters/dynamo-table.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { bindAtStart, clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { park } from "../adapters/sqs-queues.ts";
import { environments } from "../contract/environment.ts";
import { metricNames } from "../contract/metrics.ts";
import { type MailFeedback, parseMailFeedback } from "../domain/nurture/mail-feedback.ts";
import { eachMessage } from "../queue/each-message.ts";
import { endMailsFor, type FeedbackDependencies } from "./end-mails-for.ts";

const BusEventSchema = z.object({ id: z.string(), detail: z.unknown() });

export interface IntakeDependencies extends FeedbackDependencies {
  readonly measure: (metric: string) => void;
  readonly parkEvent: (body: string, reason: string) => Promise<void>;
}

/** Bounces and complaints: a lead that cannot be reached, or complained, gets no more mails. */
export const intakeMailFeedback = (deps: IntakeDependencies) =>
  eachMessage((body) => intake(deps, body), deps.parkEvent);

/** @returns why it can never be processed, for the reader of the dead-letter queue. */
const intake = async (deps: IntakeDependencies, body: string): Promise<string | undefined> => {
  const parsed = BusEventSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return "not an event of the bus";
  const feedback = parseMailFeedback(parsed.data.detail, deps.now());
  if (feedback === undefined) return "neither a bounce nor a complaint as SES publishes them";
  await dealWith(deps, feedback, parsed.data.id);
  return undefined;
};

const dealWith = async (deps: IntakeDependencies, feedback: MailFeedback, correlationId: string): Promise<void> => {
  const { leadId, purpose } = feedback;
  const facts = { purpose, correlationId, ...(leadId !== undefined && { leadId }) };
  switch (feedback.means) {
    case "undeliverable": {
      const outcome = await endMailsFor(deps, feedback);
      log.info("A lead gets no more mails from us", { code: `lead-${feedback.because}`, outcome, ...facts });
      return;
    }
    case "colleague-unreached":
      deps.measure(metricNames.colleagueMailBounced);
      log.warn("A mail to one of the team did not arrive, or is unwelcome", { code: "colleague-unreached", ...facts });
      return;
    case "nothing-lasting":
      log.info("A mail came back for now", { code: "mail-came-back", ...facts });
  }
};

export const handler = bindAtStart(() => {
  const { TABLE_NAME, DEAD_LETTER_QUEUE_URL } = environmentOf(environments.mailFeedback);
  return intakeMailFeedback({
    table: openTable(TABLE_NAME),
    now: clock,
    measure: countOne,
    parkEvent: (body, reason) => park(DEAD_LETTER_QUEUE_URL, body, reason),
  });
});
