import { type HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { type IEventBus, Match } from "aws-cdk-lib/aws-events";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { eventSource, externalEvents } from "../../lambdas/contract/events.ts";
import { responseLimit, route } from "../api/route.ts";
import { siteScript } from "../house/bundle.ts";
import { Deployment } from "../house/deployment.ts";
import { Hop } from "../house/hop.ts";
import { HouseFunction } from "../house/house-function.ts";
import { allowOnTable } from "../table/lead-table.ts";

export interface CaptureStageProps {
  readonly api: HttpApi;
  readonly table: ITable;
  readonly bus: IEventBus;
}

/** Every fact about a lead from outside enters here, by API or bus, and is one conditional write. */
export class CaptureStage extends Construct {
  /** Events of other systems that can never be processed. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: CaptureStageProps) {
    super(scope, id);
    this.fromWebSites(props);
    this.deadLetters = this.fromOtherSystems(props);
  }

  private fromWebSites({ api, table }: CaptureStageProps): void {
    const environment = { TABLE_NAME: table.tableName, SITE_ORIGINS: Deployment.of(this).siteOrigins.join(",") };
    const postLead = new HouseFunction<"capture">(this, "PostLead", {
      entry: "capture/post-lead",
      description: "Takes in what a web form posts",
      environment,
      timeout: responseLimit,
    });
    const postEngagement = new HouseFunction<"capture">(this, "PostEngagement", {
      entry: "capture/post-engagement",
      description: "Takes in what a lead did on a web site",
      environment,
      timeout: responseLimit,
    });
    grantRecording(table, postLead);
    grantRecording(table, postEngagement);
    route(api, "/leads", [HttpMethod.POST], postLead);
    route(api, "/engagements", [HttpMethod.POST], postEngagement);
    const getScript = new HouseFunction<"none">(this, "GetScript", {
      entry: "capture/get-script",
      description: "Serves the script that web sites tell visits with",
      environment: {},
      beside: { "smarketing.js": siteScript() },
      timeout: responseLimit,
    });
    route(api, "/smarketing.js", [HttpMethod.GET, HttpMethod.HEAD], getScript);
  }

  private fromOtherSystems({ table, bus }: CaptureStageProps): Queue {
    const hop = new Hop(this, "FromBus", {
      bus,
      pattern: { source: Match.anythingBut(eventSource), detailType: Object.values(externalEvents) },
      loss: "What other systems sent (leads, engagements, answers, outcomes ...) is not taken in; each message says why.",
      concurrency: 5,
    });
    const takeInEvent = new HouseFunction<"takeInEvent">(this, "TakeInEvent", {
      entry: "bus-intake/take-in-event",
      description:
        "Takes in what other systems put on the bus: leads, engagements, decisions by hand, answers, outcomes, reps",
      environment: {
        TABLE_NAME: table.tableName,
        SITE_ORIGINS: Deployment.of(this).siteOrigins.join(","),
        DEAD_LETTER_QUEUE_URL: hop.deadLetters.queueUrl,
      },
    });
    grantRecording(table, takeInEvent);
    hop.deadLetters.grantSendMessages(takeInEvent);
    hop.leadsTo(takeInEvent);
    return hop.deadLetters;
  }
}

/** A transaction needs the permission of each of its parts. */
const grantRecording = (table: ITable, recorder: IFunction): void => {
  allowOnTable(
    table,
    recorder,
    "dynamodb:GetItem",
    "dynamodb:Query",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
    "dynamodb:ConditionCheckItem",
  );
};
