import { Duration } from "aws-cdk-lib";
import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { referencePath } from "../../lambdas/contract/api.ts";
import { limits } from "../../lambdas/contract/limits.ts";
import { metricNames } from "../../lambdas/contract/metrics.ts";
import type { PublicApi } from "../api/public-api.ts";
import { responseLimit, route } from "../api/route.ts";
import { routeLimits } from "../api/route-limits.ts";
import { HouseAlarm } from "../house/alarm.ts";
import { apiReference, siteScript } from "../house/bundle.ts";
import { Deployment } from "../house/deployment.ts";
import { HouseFunction } from "../house/function.ts";
import { sumOf } from "../house/metric-math.ts";
import { ownMetric } from "../house/own-metric.ts";
import {
  allowOnTable,
  allowSigning,
  allowSmokeKeys,
  type OpenPartition,
  type TableAction,
} from "../table/lead-table.ts";

export interface CaptureStageProps {
  readonly api: PublicApi;
  readonly table: ITable;
}

/** What web sites send comes in here: forms and engagements, each one conditional write. */
export class CaptureStage extends Construct {
  constructor(scope: Construct, id: string, { api, table }: CaptureStageProps) {
    super(scope, id);
    const environment = { TABLE_NAME: table.tableName, SITE_ORIGINS: Deployment.of(this).siteOrigins.join(",") };
    const postLead = new HouseFunction<"capture">(this, "PostLead", {
      entry: "capture/post-lead",
      agreementIn: table,
      description: "Takes in what a web form posts",
      environment,
      timeout: responseLimit,
      concurrency: Deployment.of(this).captureConcurrency,
    });
    const postEngagement = new HouseFunction<"capture">(this, "PostEngagement", {
      entry: "capture/post-engagement",
      agreementIn: table,
      description: "Takes in what a lead did on a web site",
      environment,
      timeout: responseLimit,
    });
    grantIntake(table, postLead, [...formPartitions, "limit"], "dynamodb:ConditionCheckItem");
    allowSmokeKeys(table, postLead);
    grantIntake(table, postEngagement, [...engagementPartitions, "limit"], "dynamodb:ConditionCheckItem");
    const methods = [HttpMethod.POST];
    route(api, { path: "/leads", methods, answerer: postLead, limit: routeLimits.forms });
    route(api, { path: "/engagements", methods, answerer: postEngagement, limit: routeLimits.visits });
    const getScript = new HouseFunction<"none">(this, "GetScript", {
      entry: "capture/get-script",
      description: "Serves the script that web sites tell visits with, and the API's reference",
      environment: {},
      beside: { "smarketing.js": siteScript(), "openapi.json": apiReference() },
      timeout: responseLimit,
    });
    for (const path of ["/smarketing.js", referencePath])
      route(api, {
        path,
        methods: [HttpMethod.GET, HttpMethod.HEAD],
        answerer: getScript,
        limit: path === referencePath ? routeLimits.reference : routeLimits.files,
      });
    this.alarms([postLead, postEngagement]);
  }

  private alarms(intakes: readonly IFunction[]): void {
    const { quietHours } = Deployment.of(this);
    const period = Duration.minutes(5);
    new HouseAlarm(this, "Throttled", {
      metric: sumOf(
        intakes.map((intake) => intake.metricThrottles({ period, statistic: "Sum" })),
        period,
        "Throttled intakes",
      ),
      threshold: 5,
      periods: { breaching: 2, of: 3 },
      severity: "page",
      loss: "Forms and engagements find no function free to take them in.",
      runbook: "capture-throttled",
    });
    new HouseAlarm(this, "FormsKeptAside", {
      metric: ownMetric(this, { name: metricNames.formKeptAside, period: Duration.hours(1) }),
      threshold: limits.floodForms,
      severity: "ticket",
      loss: "A flood of forms is kept aside: people may be among them, who hear nothing until somebody releases them.",
      runbook: "forms-kept-aside",
    });
    new HouseAlarm(this, "NoLeads", {
      metric: ownMetric(this, { name: metricNames.newLeads, period: Duration.hours(1) }),
      periods: { breaching: quietHours, of: quietHours },
      silence: true,
      severity: "ticket",
      loss: "No new lead has come for days: a form may be broken, or its site has another one.",
      runbook: "no-leads",
    });
  }
}

/** What an engagement reads and changes. */
const engagementPartitions = ["lead", "visitor", "reference"] as const satisfies OpenPartition[];

/** The same for a form, which may also be a repeat, of a new address, or kept aside. */
export const formPartitions = [
  ...engagementPartitions,
  "emailClaim",
  "idempotency",
  "suppression",
  "keptAside",
] as const satisfies OpenPartition[];

/** What an intake needs: a transaction needs the permission of each of its parts. */
export const grantIntake = (
  table: ITable,
  intake: IFunction,
  within: readonly OpenPartition[],
  ...more: readonly TableAction[]
): void => {
  allowSigning(table, intake);
  allowOnTable(table, intake, within, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", ...more);
};
