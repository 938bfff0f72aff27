import { Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { Deployment } from "./deployment.ts";

/** Where every alarm of the stack goes; the context value `alarmEmail` subscribes to it. */
class AlarmTopic extends Topic {
  static of(scope: Construct): AlarmTopic {
    const stack = Stack.of(scope);
    const known = stack.node.tryFindChild("Alarms");
    return known instanceof AlarmTopic ? known : new AlarmTopic(stack, "Alarms");
  }

  private constructor(scope: Construct, id: string) {
    super(scope, id, { enforceSSL: true });
    const { alarmEmail } = Deployment.of(scope);
    if (alarmEmail !== undefined) this.addSubscription(new EmailSubscription(alarmEmail));
  }
}

export interface HouseAlarmProps {
  readonly metric: IMetric;
  /** The alarm fires when the metric reaches this. @default 1 */
  readonly threshold?: number;
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
    super(scope, id, {
      metric: props.metric,
      threshold: props.threshold ?? 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `[${props.severity}] ${props.loss} See docs/runbook.md#${props.runbook}`,
    });
    this.addAlarmAction(new SnsAction(AlarmTopic.of(scope)));
  }
}
