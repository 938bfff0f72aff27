import { Duration } from "aws-cdk-lib";
import type { HttpApi, HttpMethod, HttpRoute, IHttpRouteAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";

/** The API times out after 30 s; a function that times out sooner can still respond. */
export const responseLimit = Duration.seconds(20);

/** Routes this path to this function; with an authorizer, only the requests that it admits. */
export const route = (
  api: HttpApi,
  path: string,
  methods: HttpMethod[],
  answerer: IFunction,
  authorizer?: IHttpRouteAuthorizer,
): HttpRoute[] =>
  api.addRoutes({
    path,
    methods,
    integration: new HttpLambdaIntegration(answerer.node.id, answerer),
    ...(authorizer !== undefined && { authorizer }),
  });
