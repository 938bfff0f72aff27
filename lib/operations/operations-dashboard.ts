import { Duration, Stack } from "aws-cdk-lib";
import { Dashboard, GraphWidget, type IMetric, type Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { metricNames } from "../../lambdas/contract/metrics.ts";
import { type Stage, StageSchema } from "../../lambdas/contract/stages.ts";
import type { PublicApi } from "../api/public-api.ts";
import type { BoardStage } from "../board/board-stage.ts";
import { type OwnMetricProps, ownMetric } from "../house/own-metric.ts";

export interface OperationsDashboardProps {
  readonly api: PublicApi;
  readonly stateMachine: StateMachine;
  readonly wakeQueue: Queue;
  readonly board: BoardStage;
}

const period = Duration.minutes(5);

/** One page that says whether leads go through: door, queue, journeys, stages, promises. */
export class OperationsDashboard extends Construct {
  constructor(scope: Construct, id: string, { api, stateMachine, wakeQueue, board }: OperationsDashboardProps) {
    super(scope, id);
    const ours = (name: OwnMetricProps["name"], stage?: Stage): Metric =>
      ownMetric(this, { name, stage, period }).with({ label: stage ?? name });
    new Dashboard(this, "Dashboard", {
      dashboardName: Stack.of(this).stackName,
      widgets: [
        [
          graph(
            "Capture: requests",
            api.metricCount({ period }),
            api.metricClientError({ period }),
            api.metricServerError({ period }),
          ),
          graph("Capture: latency", api.metricLatency({ period, statistic: "p95" })),
          graph("Wake: oldest message", wakeQueue.metricApproximateAgeOfOldestMessage({ period })),
        ],
        [
          graph("Leads entering each stage", ...StageSchema.options.map((stage) => ours(metricNames.entered, stage))),
          graph("Follow-up promises broken", ours(metricNames.followUpBreached)),
          graph("Needs attention", ours(metricNames.needsAttention), ours(metricNames.orphanFound)),
          graph(
            "Mails unconfirmed, not sent, refused",
            ours(metricNames.mailUnconfirmed),
            ours(metricNames.mailNotSent),
            ours(metricNames.mailRefusedOurAccount),
            ours(metricNames.mailRefusedRecipient),
            ours(metricNames.mailRefusedContent),
            ours(metricNames.senderRefused),
          ),
        ],
        [
          graph("Journeys", stateMachine.metricStarted({ period }), stateMachine.metricSucceeded({ period })),
          graph("Journeys that failed", stateMachine.metricFailed({ period }), stateMachine.metricAborted({ period })),
        ],
        [
          graph("Board: time to answer", ...board.functions.map(slowest)),
          graph("Board: functions that failed", ...board.functions.map((each) => each.metricErrors({ period }))),
          graph(
            "Requests we failed, sign-ins refused",
            ours(metricNames.requestFailed),
            ours(metricNames.signInRefused),
          ),
        ],
      ],
    });
  }
}

const slowest = (each: IFunction): IMetric => each.metricDuration({ period, statistic: "p95" });

const graph = (title: string, ...left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 8 });
