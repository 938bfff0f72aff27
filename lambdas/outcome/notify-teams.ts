import * as z from "zod/mini";
import { bindInForce } from "../adapters/agreement-in-force.ts";
import { environmentOf } from "../adapters/lambda-runtime.ts";
import { park } from "../adapters/sqs-queues.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { detailSchemas, EnvelopeSchema } from "../contract/events.ts";
import { isSmokeId } from "../contract/smoke.ts";
import { type MailTask, mailTask } from "../mail/mail-task.ts";
import { acknowledge } from "../nurture/acknowledge.ts";
import { askSender } from "../nurture/ask-sender.ts";
import { sendExportLink } from "../person/send-export-link.ts";
import { eachMessage } from "../queue/each-message.ts";
import { celebrate } from "./celebrate.ts";
import { notifyFlood } from "./notify-flood.ts";
import { notifyMarketing } from "./notify-marketing.ts";
import { notifyNobodyAnswered } from "./notify-nobody-answered.ts";
import { notifyProposal } from "./notify-proposal.ts";
import { notifySalesIsFull } from "./notify-sales-is-full.ts";
import { notifyLeadUnreached, notifyUndelivered } from "./notify-unreached.ts";
import { notifyShorterClock, notifyWroteAgain } from "./notify-wrote-again.ts";

const BusEventSchema = z.object({ detail: EnvelopeSchema });

export interface NotifyDependencies extends MailTask {
  readonly parkEvent: (body: string, reason: string) => Promise<void>;
}

/**
 * Notifies both teams: wins, what sales rejected or never answered, that sales is full, what did not arrive, and leads of theirs that wrote
 * again, whose sender is asked to confirm it; never of a smoke test. Those who sign the agreement it tells of proposals. To the lead it mails what will happen to their form, and
 * the link to their data that operations has asked for.
 */
export const notifyTeams = (deps: NotifyDependencies) => eachMessage((body) => notify(deps, body), deps.parkEvent);

/** @returns why it can never be processed, for the reader of the dead-letter queue. */
const notify = async (task: MailTask, body: string): Promise<string | undefined> => {
  const parsed = BusEventSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return "not a domain event";
  const { type, data, correlationId, time } = parsed.data.detail;
  if (isSmokeId(data.leadId ?? "")) return undefined;
  switch (type) {
    case "AnswerRecorded": {
      const answer = detailSchemas.AnswerRecorded.parse(data);
      if (answer.kind === "rejected") await notifyMarketing(task, "answer", answer, correlationId);
      return undefined;
    }
    case "OutcomeRecorded": {
      const outcome = detailSchemas.OutcomeRecorded.parse(data);
      if (outcome.kind === "won") await celebrate(task, outcome, correlationId);
      if (outcome.kind === "lost" || outcome.kind === "recycled")
        await notifyMarketing(task, "outcome", outcome, correlationId);
      return undefined;
    }
    case "LeadWaitsForSales":
      await notifySalesIsFull(task, time, correlationId);
      await acknowledge(task, detailSchemas.LeadWaitsForSales.parse(data).leadId);
      return undefined;
    case "FormsKeptAside":
      await notifyFlood(task, detailSchemas.FormsKeptAside.parse(data).day, correlationId);
      return undefined;
    case "ProposalMoved":
      await notifyProposal(task, detailSchemas.ProposalMoved.parse(data), correlationId);
      return undefined;
    case "LeadUndeliverable":
      await notifyLeadUnreached(task, detailSchemas.LeadUndeliverable.parse(data).leadId, correlationId);
      return undefined;
    case "NobodyAnswered":
      await notifyNobodyAnswered(task, detailSchemas.NobodyAnswered.parse(data).leadId, correlationId);
      return undefined;
    case "LeadWroteAgain":
      await notifyWroteAgain(task, detailSchemas.LeadWroteAgain.parse(data).leadId, correlationId);
      await askSender(task, detailSchemas.LeadWroteAgain.parse(data).leadId);
      await acknowledge(task, detailSchemas.LeadWroteAgain.parse(data).leadId);
      return undefined;
    case "LeadStageChanged":
      await acknowledge(task, detailSchemas.LeadStageChanged.parse(data).leadId);
      return undefined;
    case "ClockShortened":
      await notifyShorterClock(task, detailSchemas.ClockShortened.parse(data).leadId, correlationId);
      return undefined;
    case "ExportAsked":
      await sendExportLink(task, detailSchemas.ExportAsked.parse(data).leadId, correlationId);
      return undefined;
    case "MailUndeliverable":
      await notifyUndelivered(task, detailSchemas.MailUndeliverable.parse(data), correlationId);
      return undefined;
    default:
      return "nobody is told of this type of event";
  }
};

export const handler = bindInForce(() => {
  const { DEAD_LETTER_QUEUE_URL } = environmentOf(environments.notifyTeams);
  const parkEvent = (body: string, reason: string) => park(DEAD_LETTER_QUEUE_URL, body, reason);
  const mail = mailTask();
  return (agreement: Agreement) => ({ ...mail(agreement), parkEvent });
}, notifyTeams);
