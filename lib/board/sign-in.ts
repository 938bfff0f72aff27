import { Duration } from "aws-cdk-lib";
import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { boardPaths } from "../../lambdas/contract/board.ts";
import { metricNames } from "../../lambdas/contract/metrics.ts";
import type { PublicApi } from "../api/public-api.ts";
import { responseLimit, route } from "../api/route.ts";
import { routeLimits } from "../api/route-limits.ts";
import { HouseAlarm } from "../house/alarm.ts";
import { Deployment } from "../house/deployment.ts";
import { HouseFunction } from "../house/function.ts";
import { ownMetric } from "../house/own-metric.ts";
import { allowOnTable, allowSigning } from "../table/lead-table.ts";
import type { BoardUsers } from "./board-users.ts";

export interface SignInProps {
  readonly api: PublicApi;
  readonly users: BoardUsers;
  readonly table: ITable;
}

/** In five minutes; a team back from its holidays makes fewer mistakes. */
const mostRefused = 50;

/** Sign-in, first password, refresh and sign-out. The only function that may try a password. */
export class SignIn extends Construct {
  constructor(scope: Construct, id: string, { api, users, table }: SignInProps) {
    super(scope, id);
    const session = new HouseFunction<"session">(this, "Session", {
      entry: "board/session",
      description: "Signs users of the board in and out",
      environment: {
        TABLE_NAME: table.tableName,
        USER_POOL_ID: users.userPoolId,
        USER_POOL_CLIENT_ID: users.client.userPoolClientId,
        PUBLIC_URL: api.publicUrl,
        SECOND_FACTOR: Deployment.of(this).secondFactor,
      },
      timeout: responseLimit,
    });
    // Revoking, and setting up a second factor, needs no IAM permission: the token is enough.
    users.grant(
      session,
      "cognito-idp:AdminGetUser",
      "cognito-idp:AdminInitiateAuth",
      "cognito-idp:AdminRespondToAuthChallenge",
      "cognito-idp:AdminSetUserMFAPreference",
      "cognito-idp:AdminUserGlobalSignOut",
    );
    // It counts failed tries, by networks that are hashed with a signing key.
    allowOnTable(table, session, ["limit", "secondFactor"], "dynamodb:GetItem", "dynamodb:UpdateItem");
    allowSigning(table, session);
    allowOnTable(table, session, ["trail"], "dynamodb:UpdateItem");
    const shared = { answerer: session, limit: routeLimits.session };
    route(api, { ...shared, path: boardPaths.session, methods: [HttpMethod.POST, HttpMethod.DELETE] });
    route(api, { ...shared, path: `${boardPaths.session}/{step}`, methods: [HttpMethod.POST] });
    new HouseAlarm(this, "Refused", {
      metric: ownMetric(this, { name: metricNames.signInRefused, period: Duration.minutes(5) }),
      threshold: mostRefused,
      severity: "ticket",
      loss: "Somebody may be trying passwords of the board.",
      runbook: "sign-ins-refused",
    });
  }
}
