import * as z from "zod/mini";
import { confirmSent, markRejected } from "../adapters/dynamo-messages.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { bindAtStart, clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { park } from "../adapters/sqs-queues.ts";
import { environments } from "../contract/environment.ts";
import { metricNames } from "../contract/metrics.ts";
import { assertNever } from "../domain/assert-never.ts";
import { type MailFeedback, parseMailFeedback } from "../domain/nurture/mail-feedback.ts";
import { eachMessage } from "../queue/each-message.ts";
import { countBounce, endMailsFor, type FeedbackDependencies, forgetBounces } from "./end-mails-for.ts";

const BusEventSchema = z.object({ id: z.string(), detail: z.unknown() });

export interface IntakeDependencies extends FeedbackDependencies {
  readonly measure: (metric: string) => void;
  readonly parkEvent: (body: string, reason: string) => Promise<void>;
}

/**
 * What the mail service says of our mails later: that it took one, which settles its fate; bounces and complaints, after
 * which a lead that cannot be reached, or complained, gets no more mails.
 */
export const intakeMailFeedback = (deps: IntakeDependencies) =>
  eachMessage((body) => intake(deps, body), deps.parkEvent);

/** @returns why it can never be processed, for the reader of the dead-letter queue. */
const intake = async (deps: IntakeDependencies, body: string): Promise<string | undefined> => {
  const parsed = BusEventSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return "not an event of the bus";
  const feedback = parseMailFeedback(parsed.data.detail, deps.now());
  if (feedback === undefined) return "no event about a mail as SES publishes it";
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
    case "sent": {
      const news = await confirmSent(deps.table, feedback.mail, feedback.providerId, feedback.at);
      if (news) log.info("The mail service confirmed a mail", { code: "mail-confirmed", ...facts });
      return;
    }
    case "rejected":
      await markRejected(deps.table, feedback.mail, deps.now());
      deps.measure(metricNames.mailRefusedContent);
      log.warn("The mail service rejected a mail after it had taken it", { code: "mail-rejected", ...facts });
      return;
    case "sender-refused":
      deps.measure(metricNames.senderRefused);
      log.warn("A recipient's mail server refused us as a sender", {
        code: "sender-refused",
        status: feedback.code,
        ...facts,
      });
      return;
    case "bounced-for-now": {
      const outcome = await countBounce(deps, feedback);
      log.info("A mail came back for now", { code: "mail-came-back", status: feedback.code, outcome, ...facts });
      return;
    }
    case "delivered":
      await forgetBounces(deps, feedback);
      return;
    case "nothing-lasting":
      log.info("Nothing to remember of a mail", { code: "mail-nothing-lasting", ...facts });
      return;
    default:
      assertNever(feedback);
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
