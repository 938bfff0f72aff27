import { Duration } from "aws-cdk-lib";
import type { HttpApi, HttpMethod, HttpRoute, IHttpRouteAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";

/** The API gives up after 30 s; a function that gives up sooner is still heard. */
export const responseLimit = Duration.seconds(20);

/** Requests to this path go to this function; with an authorizer, only those that it lets in. */
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
