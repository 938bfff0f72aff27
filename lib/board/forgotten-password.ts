import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { boardPaths } from "../../lambdas/contract/board.ts";
import type { PublicApi } from "../api/public-api.ts";
import { responseLimit, route } from "../api/route.ts";
import { routeLimits } from "../api/route-limits.ts";
import { HouseFunction } from "../house/function.ts";
import { allowMail, mailVariables } from "../journey/mail-sending.ts";
import { allowOnTable, allowSigning } from "../table/lead-table.ts";
import type { BoardUsers } from "./board-users.ts";

export interface ForgottenPasswordProps {
  readonly api: PublicApi;
  readonly users: BoardUsers;
  readonly table: ITable;
}

/** A link by mail, and another password by it. The only function that may set a password. */
export class ForgottenPassword extends Construct {
  constructor(scope: Construct, id: string, { api, users, table }: ForgottenPasswordProps) {
    super(scope, id);
    const answerer = new HouseFunction<"newPassword">(this, "NewPassword", {
      entry: "board/new-password",
      agreementIn: table,
      description: "Mails a link to users of the board who have forgotten their password, and replaces it",
      environment: {
        TABLE_NAME: table.tableName,
        USER_POOL_ID: users.userPoolId,
        ...mailVariables(this, api.publicUrl),
      },
      timeout: responseLimit,
    });
    users.grant(
      answerer,
      "cognito-idp:AdminGetUser",
      "cognito-idp:AdminListGroupsForUser",
      "cognito-idp:AdminSetUserPassword",
      "cognito-idp:AdminUserGlobalSignOut",
    );
    allowOnTable(table, answerer, ["reference"], "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem");
    allowOnTable(table, answerer, ["limit", "trail"], "dynamodb:UpdateItem");
    allowSigning(table, answerer);
    allowMail(answerer);
    for (const step of ["forgotten", "reset"])
      route(api, {
        path: `${boardPaths.session}/${step}`,
        methods: [HttpMethod.POST],
        answerer,
        limit: routeLimits.session,
      });
  }
}
