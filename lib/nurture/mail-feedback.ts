import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { EventBus } from "aws-cdk-lib/aws-events";
import { EmailSendingEvent, EventDestination } from "aws-cdk-lib/aws-ses";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { metricNames } from "../../lambdas/contract/metrics.ts";
import { HouseAlarm } from "../house/alarm.ts";
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

/** Bounces and complaints: a lead whose address bounces permanently, or who complains, gets no more mails. */
export class MailFeedback extends Construct {
  /** Notices by SES that are not processed yet. */
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { table }: MailFeedbackProps) {
    super(scope, id);
    const hop = this.published();
    const intake = new HouseFunction<"mailFeedback">(this, "Intake", {
      entry: "nurture/intake-mail-feedback",
      description: "Takes in bounces and complaints",
      environment: { TABLE_NAME: table.tableName, DEAD_LETTER_QUEUE_URL: hop.deadLetters.queueUrl },
    });
    allowOnTable(table, intake, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem");
    hop.deadLetters.grantSendMessages(intake);
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
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    return new Hop(this, "FromSes", {
      bus,
      pattern: {
        source: ["aws.ses"],
        detailType: ["Email Bounced", "Email Complaint Received"],
        detail: { mail: { tags: { "ses:configuration-set": [mails.configurationSetName] } } },
      },
      loss: "Bounces and complaints are not taken in: mails may go on to addresses that must not get any.",
      concurrency: 5,
    });
  }

  private alarms(): void {
    new HouseAlarm(this, "ColleagueUnreached", {
      metric: ownMetric(this, { name: metricNames.colleagueMailBounced, period: Duration.minutes(5) }),
      severity: "ticket",
      loss: "One of the team does not get our mails: leads wait for somebody who knows nothing of them.",
      runbook: "colleague-unreached",
    });
    this.reputationAlarm("Bounces", "Reputation.BounceRate", mostBounces);
    this.reputationAlarm("Complaints", "Reputation.ComplaintRate", mostComplaints);
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
