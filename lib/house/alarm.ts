import { Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { Deployment } from "./deployment.ts";

/** Where every alarm of the stack goes; the context value `alarmEmail` subscribes to it. */
export class AlarmTopic extends Topic {
  static of(scope: Construct): AlarmTopic {
    const stack = Stack.of(scope);
    const known = stack.node.tryFindChild("Alarms");
    return known instanceof AlarmTopic ? known : new AlarmTopic(stack, "Alarms");
  }

  private constructor(scope: Construct, id: string) {
    const { alarmEmail, environment } = Deployment.of(scope);
    super(scope, id, { enforceSSL: true, displayName: `Smarketing (${environment})` });
    // Requiring TLS gives the topic a policy, which replaces the one that lets the account's alarms publish.
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
      }),
    );
    if (alarmEmail !== undefined) this.addSubscription(new EmailSubscription(alarmEmail));
  }
}

export interface HouseAlarmProps {
  readonly metric: IMetric;
  /** The alarm fires when the metric reaches this. @default 1 */
  readonly threshold?: number;
  /** Of so many periods so many must reach the threshold: what passes by itself is not for people. @default 1 of 1 */
  readonly periods?: { readonly breaching: number; readonly of: number };
  /** Fires when the metric stays below the threshold, or has no data at all: for what must happen. @default false */
  readonly silence?: boolean;
  /** `page`: leads are being lost or stuck now; `ticket`: in working hours. */
  readonly severity: "page" | "ticket";
  /** What the customer loses while it lasts, in one sentence. */
  readonly loss: string;
  /** Anchor of its section in docs/runbook.md. */
  readonly runbook: string;
}

/** An alarm says how urgent it is, what is being lost, and links to its runbook section. */
export class HouseAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: HouseAlarmProps) {
    const { breaching, of } = props.periods ?? { breaching: 1, of: 1 };
    super(scope, id, {
      metric: props.metric,
      threshold: props.threshold ?? 1,
      evaluationPeriods: of,
      datapointsToAlarm: breaching,
      comparisonOperator: props.silence
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `[${props.severity}] ${props.loss} See docs/runbook.md#${props.runbook}`,
    });
    this.addAlarmAction(new SnsAction(AlarmTopic.of(scope)));
  }
}
