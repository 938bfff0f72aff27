import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { EventBus } from "aws-cdk-lib/aws-events";
import { EmailSendingEvent, EventDestination } from "aws-cdk-lib/aws-ses";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { metricNames } from "../../lambdas/contract/metrics.ts";
import { HouseAlarm } from "../house/alarm.ts";
import { allowSending } from "../house/allow-sending.ts";
import { HouseFunction } from "../house/function.ts";
import { Hop } from "../house/hop.ts";
import { ownMetric } from "../house/own-metric.ts";
import { MailConfiguration } from "../journey/mail-sending.ts";
import { allowOnTable } from "../table/lead-table.ts";

export interface MailFeedbackProps {
  readonly table: ITable;
}

/** Shares of all mails sent; at twice the first and five times the second, SES may suspend the account's sending. */
const mostBounces = 0.05;
const mostComplaints = 0.001;

/** Type of the event on the bus, and what the configuration set publishes for it. We use no templates of SES. */
const published = {
  "Email Sent": EmailSendingEvent.SEND,
  "Email Delivered": EmailSendingEvent.DELIVERY,
  "Email Bounced": EmailSendingEvent.BOUNCE,
  "Email Complaint Received": EmailSendingEvent.COMPLAINT,
  "Email Rejected": EmailSendingEvent.REJECT,
  "Email Delivery Delayed": EmailSendingEvent.DELIVERY_DELAY,
} as const satisfies Record<string, EmailSendingEvent>;

/**
 * What the mail service says of our mails: that it took one, which settles its fate; bounces and complaints: a lead whose
 * address bounces permanently, or who complains, gets no more mails.
 */
export class MailFeedback extends Construct {
  /** Notices by SES that are not processed yet. */
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { table }: MailFeedbackProps) {
    super(scope, id);
    const hop = this.published();
    const intake = new HouseFunction<"mailFeedback">(this, "Intake", {
      entry: "nurture/intake-mail-feedback",
      description: "Takes in what the mail service says of our mails",
      environment: { TABLE_NAME: table.tableName, DEAD_LETTER_QUEUE_URL: hop.deadLetters.queueUrl },
    });
    allowOnTable(table, intake, ["lead", "suppression"], "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem");
    allowSending(hop.deadLetters, intake);
    hop.leadsTo(intake);
    this.queue = hop.queue;
    this.alarms();
  }

  /** SES publishes to the account's default bus only; the rule selects our own mails. */
  private published(): Hop {
    const bus = EventBus.fromEventBusName(this, "DefaultBus", "default");
    const mails = MailConfiguration.of(this);
    mails.addEventDestination("ToBus", {
      destination: EventDestination.eventBus(bus),
      events: Object.values(published).flat(),
    });
    return new Hop(this, "FromSes", {
      bus,
      pattern: {
        source: ["aws.ses"],
        detailType: Object.keys(published),
        detail: { mail: { tags: { "ses:configuration-set": [mails.configurationSetName] } } },
      },
      loss: "What the mail service says is not taken in: mails may go on to addresses that must not get any, and hand-offs wait for a confirmation.",
      concurrency: 5,
    });
  }

  private alarms(): void {
    this.refusalAlarms();
    new HouseAlarm(this, "ColleagueUnreached", {
      metric: ownMetric(this, { name: metricNames.colleagueMailBounced, period: Duration.minutes(5) }),
      severity: "ticket",
      loss: "One of the team does not get our mails: leads wait for somebody who knows nothing of them.",
      runbook: "colleague-unreached",
    });
    this.reputationAlarm("Bounces", "Reputation.BounceRate", mostBounces);
    this.reputationAlarm("Complaints", "Reputation.ComplaintRate", mostComplaints);
  }

  /** The first refusal of each kind alarms: none of them passes by waiting. */
  private refusalAlarms(): void {
    const period = Duration.minutes(5);
    new HouseAlarm(this, "RefusedOurAccount", {
      metric: ownMetric(this, { name: metricNames.mailRefusedOurAccount, period }),
      severity: "page",
      loss: "The mail service refuses our mails because of our account: no rep hears of a lead until that is fixed.",
      runbook: "mail-refused",
    });
    for (const [id, name] of Object.entries({
      RefusedRecipient: metricNames.mailRefusedRecipient,
      RefusedContent: metricNames.mailRefusedContent,
    }))
      new HouseAlarm(this, id, {
        metric: ownMetric(this, { name, period }),
        severity: "ticket",
        loss: "The mail service will never take this mail: its reader does not get it.",
        runbook: "mail-refused",
      });
    new HouseAlarm(this, "SenderRefused", {
      metric: ownMetric(this, { name: metricNames.senderRefused, period: Duration.hours(1) }),
      severity: "ticket",
      loss: "A recipient's mail server refuses us as a sender: more of our mails may not arrive.",
      runbook: "sender-refused",
    });
  }

  private reputationAlarm(id: string, metricName: string, threshold: number): void {
    new HouseAlarm(this, id, {
      metric: new Metric({
        namespace: "AWS/SES",
        metricName,
        dimensionsMap: { "ses:configuration-set": MailConfiguration.of(this).configurationSetName },
        statistic: "Maximum",
        period: Duration.hours(1),
      }),
      threshold,
      severity: "ticket",
      loss: "So many mails bounce or are marked as spam that SES may stop all our mails.",
      runbook: "sending-reputation",
    });
  }
}
