import { Duration } from "aws-cdk-lib";
import { type HttpMethod, HttpRoute, HttpRouteKey, type IHttpRouteAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { PublicApi } from "./public-api.ts";
import type { RouteLimit } from "./route-limits.ts";

/** The API times out after 30 s; a function that times out sooner can still respond. */
export const responseLimit = Duration.seconds(20);

export interface RouteProps {
  readonly path: string;
  readonly methods: HttpMethod[];
  readonly answerer: LambdaFunction;
  /** The route's own: a flood at one door must not close another. */
  readonly limit: RouteLimit;
  /** Only the requests that it admits are routed. */
  readonly authorizer?: IHttpRouteAuthorizer;
}

/** Routes this path to this function, each method within its own limit; where there is a front, behind it. */
export const route = (api: PublicApi, { path, methods, answerer, limit, authorizer }: RouteProps): void => {
  api.guard(answerer);
  const routes = api.addRoutes({
    path,
    methods,
    integration: integrationOf(answerer),
    ...(authorizer !== undefined && { authorizer }),
  });
  api.limit(routes, limit);
};

const integrations = new WeakMap<LambdaFunction, HttpLambdaIntegration>();

/** One integration, and one permission, for all routes of a function: a stack has 500 resources at most. */
const integrationOf = (answerer: LambdaFunction): HttpLambdaIntegration => {
  const known = integrations.get(answerer);
  const integration = known ?? new HttpLambdaIntegration(answerer.node.id, answerer, { scopePermissionToRoute: false });
  integrations.set(answerer, integration);
  return integration;
};

/** Routes to this function what no route knows: an HTTP API has no routes that end in a slash, and matches none to it. */
export const routeOthers = (api: PublicApi, { answerer, limit }: Pick<RouteProps, "answerer" | "limit">): void => {
  api.guard(answerer);
  const others = new HttpRoute(api, "Others", {
    httpApi: api,
    routeKey: HttpRouteKey.DEFAULT,
    integration: new HttpLambdaIntegration(`${answerer.node.id}Others`, answerer),
  });
  api.limit([others], limit);
};
