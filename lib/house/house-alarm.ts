import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Construct } from "constructs";
import { AlarmTopic } from "./alarm-topic.ts";

export interface HouseAlarmProps {
  readonly metric: IMetric;
  /** Rings when the metric reaches this. @default 1 */
  readonly threshold?: number;
  /** `page`: leads are being lost or stand still now; `ticket`: in working hours. */
  readonly severity: "page" | "ticket";
  /** What the customer loses while it lasts, in one sentence. */
  readonly loss: string;
  /** Anchor of its section in docs/runbook.md. */
  readonly runbook: string;
}

/** An alarm says how urgent it is, what is being lost, and where it stands how to mend it. */
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
