import { HttpMethod, type IHttpRouteAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { boardPaths } from "../../lambdas/contract/board.ts";
import type { PublicApi } from "../api/public-api.ts";
import { responseLimit, route } from "../api/route.ts";
import { routeLimits } from "../api/route-limits.ts";
import { Deployment } from "../house/deployment.ts";
import { HouseFunction } from "../house/function.ts";
import { allowOnTable } from "../table/lead-table.ts";

export interface BoardRoomProps {
  readonly api: PublicApi;
  readonly table: ITable;
  /** Admits requests with a valid token of the board. */
  readonly token: IHttpRouteAuthorizer;
}

/** The negotiation room: a function of its own, since it alone compiles agreements, and may put one in force. */
export class BoardRoom extends Construct {
  readonly function: HouseFunction<"room">;

  constructor(scope: Construct, id: string, { api, table, token }: BoardRoomProps) {
    super(scope, id);
    const { secondFactor, disposable } = Deployment.of(this);
    this.function = new HouseFunction<"room">(this, "Function", {
      entry: "board/room",
      agreementIn: table,
      description: "Shows what is proposed for the agreement, and takes proposals, answers and signatures",
      environment: {
        TABLE_NAME: table.tableName,
        // Whoever tries it out has no second factor; an agreement that is kept is signed with one.
        SIGNING: secondFactor === "optional" && disposable ? "without-factor" : "with-factor",
      },
      timeout: responseLimit,
      // Compiling is work of the processor, of which a function gets more with its memory.
      memorySize: 1024,
    });
    allowOnTable(
      table,
      this.function,
      ["proposals"],
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
    );
    allowOnTable(table, this.function, ["agreement"], "dynamodb:Query", "dynamodb:PutItem");
    allowOnTable(table, this.function, ["agreementTerms"], "dynamodb:PutItem");
    allowOnTable(
      table,
      this.function,
      ["agreementInForce"],
      "dynamodb:UpdateItem",
      "dynamodb:PutItem",
      "dynamodb:ConditionCheckItem",
    );
    allowOnTable(table, this.function, ["idempotency"], "dynamodb:GetItem", "dynamodb:PutItem");
    allowOnTable(table, this.function, ["meeting", "secondFactor"], "dynamodb:GetItem");
    allowOnTable(table, this.function, ["trail"], "dynamodb:UpdateItem");
    const shared = { limit: routeLimits.boardRoom, authorizer: token, answerer: this.function };
    const both = [HttpMethod.GET, HttpMethod.POST];
    const proposals = `${boardPaths.api}/proposals`;
    route(api, { ...shared, path: proposals, methods: both });
    route(api, { ...shared, path: `${proposals}/{proposalId}`, methods: both });
    route(api, { ...shared, path: `${proposals}/{proposalId}/{part}`, methods: both });
  }
}
