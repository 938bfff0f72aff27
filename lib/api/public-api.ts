import { Duration, Stack, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  CfnRoute,
  CfnStage,
  CorsHttpMethod,
  HttpApi,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { OriginSecret } from "../front/origin-secret.ts";
import { Deployment } from "../house/deployment.ts";
import { requestAlarms } from "./request-alarms.ts";
import type { RouteLimit } from "./route-limits.ts";

/** Of whatever has no limit of its own; every route that `route` makes has one. */
const throttle = { rateLimit: 200, burstLimit: 400 };

/** The one address that web sites post to and that links in mails lead to. */
export class PublicApi extends HttpApi {
  /** The address that leads and reps see, without a trailing slash. */
  readonly publicUrl: string;

  /** Where there is a front: what it proves itself by. */
  readonly originSecret: OriginSecret | undefined;

  private readonly stage: HttpStage;
  private readonly ownLimits: Record<string, object> = {};
  private readonly guarded = new Set<LambdaFunction>();

  constructor(scope: Construct, id: string) {
    const { siteOrigins, publicUrl, removalPolicy, front } = Deployment.of(scope);
    super(scope, id, {
      apiName: Stack.of(scope).stackName,
      description: "Smarketing: forms post leads here, links in mails lead here, the board is here",
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: [...siteOrigins],
        allowMethods: [CorsHttpMethod.POST],
        allowHeaders: ["content-type", "idempotency-key"],
        exposeHeaders: ["retry-after"],
        maxAge: Duration.hours(1),
      },
    });
    this.publicUrl = publicUrl ?? this.apiEndpoint;
    this.originSecret = front && new OriginSecret(this, "OriginSecret", front);
    const logs = new LogGroup(this, "AccessLogs", { retention: RetentionDays.ONE_MONTH, removalPolicy });
    this.stage = new HttpStage(this, "DefaultStage", {
      httpApi: this,
      autoDeploy: true,
      throttle,
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: accessLine },
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-APIG4",
      reason: "Web forms post without a login, and links in mails are authorised by their signed, expiring reference.",
    });
    requestAlarms(this);
  }

  /** Where there is a front, the function answers its requests only. */
  guard(answerer: LambdaFunction): void {
    if (this.guarded.has(answerer)) return;
    this.guarded.add(answerer);
    this.originSecret?.guard(answerer);
  }

  /** Each of these routes takes no more requests a second than `rate`, and `burst` at once. */
  limit(routes: readonly HttpRoute[], { rate, burst }: RouteLimit): void {
    const { defaultChild: stage } = this.stage.node;
    if (!(stage instanceof CfnStage)) throw new Error("the API has no CfnStage");
    for (const route of routes) {
      const { defaultChild: child } = route.node;
      if (!(child instanceof CfnRoute)) throw new Error("a child of the API that should be a route is not a CfnRoute");
      this.ownLimits[child.routeKey] = { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst };
      // A stage can only have settings of routes that exist.
      stage.addResourceDependency(child);
    }
    stage.routeSettings = this.ownLimits;
  }
}

/** The route, not the path: paths hold references. No address of the caller. */
const accessLine = AccessLogFormat.custom(
  JSON.stringify({
    requestId: "$context.requestId",
    time: "$context.requestTime",
    route: "$context.routeKey",
    status: "$context.status",
    bytes: "$context.responseLength",
    latency: "$context.responseLatency",
    error: "$context.integrationErrorMessage",
  }),
);
