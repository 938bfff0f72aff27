import { HttpMethod, type IHttpRouteAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { boardPaths } from "../../lambdas/contract/board.ts";
import { tableIndexes } from "../../lambdas/contract/table.ts";
import type { PublicApi } from "../api/public-api.ts";
import { responseLimit, route } from "../api/route.ts";
import { routeLimits } from "../api/route-limits.ts";
import { HouseFunction } from "../house/function.ts";
import { allowOnTable, queryIndex } from "../table/lead-table.ts";

export interface BoardSourcesProps {
  readonly api: PublicApi;
  readonly table: ITable;
  /** Admits requests with a valid token of the board. */
  readonly token: IHttpRouteAuthorizer;
}

/** The board's page of sources: a function of its own, since it alone carries what is known of every form tool. */
export class BoardSources extends Construct {
  readonly function: HouseFunction<"boardSources">;

  constructor(scope: Construct, id: string, { api, table, token }: BoardSourcesProps) {
    super(scope, id);
    this.function = new HouseFunction<"boardSources">(this, "Function", {
      entry: "board/sources",
      agreementIn: table,
      description: "Shows the sources of leads, walks their requests through a dry run, and has them read again",
      environment: { TABLE_NAME: table.tableName, PUBLIC_URL: api.publicUrl },
      timeout: responseLimit,
    });
    allowOnTable(table, this.function, ["source"], "dynamodb:Query");
    allowOnTable(table, this.function, ["arrival"], "dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem");
    allowOnTable(table, this.function, ["trail"], "dynamodb:UpdateItem");
    this.function.addToRolePolicy(queryIndex(table, tableIndexes.attention));
    const shared = { limit: routeLimits.boardSources, authorizer: token, answerer: this.function };
    route(api, { ...shared, path: `${boardPaths.api}/sources`, methods: [HttpMethod.GET] });
    route(api, { ...shared, path: `${boardPaths.api}/sources/{action}`, methods: [HttpMethod.POST] });
    for (const list of ["sources", "unread"])
      route(api, {
        ...shared,
        limit: routeLimits.boardExports,
        path: `${boardPaths.api}/exports/${list}`,
        methods: [HttpMethod.GET],
      });
  }
}
