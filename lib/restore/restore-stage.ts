import { AttributeType, BillingMode, type ITable, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import { EventBus, type IEventBus } from "aws-cdk-lib/aws-events";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { type EventType, eventSource } from "../../lambdas/contract/events.ts";
import { allowSending } from "../house/allow-sending.ts";
import { Deployment } from "../house/deployment.ts";
import { HouseFunction } from "../house/function.ts";
import { Hop } from "../house/hop.ts";
import { MailConfiguration } from "../journey/mail-sending.ts";

export interface RestoreStageProps {
  readonly bus: IEventBus;
}

/** Permission to keep something outside: nobody but operations reads it. */
export const allowKeeping = (outside: ITable, grantee: IGrantable): Grant =>
  Grant.addToPrincipal({ grantee, actions: ["dynamodb:PutItem"], resourceArns: [outside.tableArn] });

const keptEvents = ["LeadUnsubscribed", "LeadUndeliverable"] as const satisfies readonly EventType[];

/**
 * Keeps outside of the leads' table, in ids and codes, what it must not forget when it is restored to an earlier point:
 * who was erased, who gets no more mails, which mails went (docs/adr/0032).
 */
export class RestoreStage extends Construct {
  readonly outside: ITable;

  constructor(scope: Construct, id: string, { bus }: RestoreStageProps) {
    super(scope, id);
    this.outside = this.outsideTable();
    const hop = new Hop(this, "FromBus", {
      bus,
      pattern: { source: [eventSource], detailType: [...keptEvents] },
      loss: "After a restore mails of these minutes would go twice, and to people who want none.",
      concurrency: 2,
    });
    hop.alsoFrom("FromSes", EventBus.fromEventBusName(this, "DefaultBus", "default"), {
      source: ["aws.ses"],
      detailType: ["Email Sent"],
      detail: { mail: { tags: { "ses:configuration-set": [MailConfiguration.of(this).configurationSetName] } } },
    });
    const keep = new HouseFunction<"keepOutside">(this, "Keep", {
      entry: "restore/keep-outside",
      description: "Keeps outside of the leads' table which mails went, and who gets no more",
      environment: { OUTSIDE_TABLE_NAME: this.outside.tableName, DEAD_LETTER_QUEUE_URL: hop.deadLetters.queueUrl },
    });
    allowKeeping(this.outside, keep);
    allowSending(hop.deadLetters, keep);
    hop.leadsTo(keep);
  }

  private outsideTable(): Table {
    const { disposable, removalPolicy } = Deployment.of(this);
    return new Table(this, "Outside", {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: "expiresAt",
      deletionProtection: !disposable,
      removalPolicy,
    });
  }
}
