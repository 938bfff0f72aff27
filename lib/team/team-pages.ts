import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { PublicApi } from "../api/public-api.ts";
import { responseLimit, route } from "../api/route.ts";
import { type RouteLimit, routeLimits } from "../api/route-limits.ts";
import { HouseFunction } from "../house/function.ts";
import { allowOnTable } from "../table/lead-table.ts";

export interface TeamPagesProps {
  readonly api: PublicApi;
  readonly table: ITable;
}

/** Where absences and capacity of reps are changed without a deploy: a page by a signed link, and a signed request. */
export class TeamPages extends Construct {
  constructor(scope: Construct, id: string, props: TeamPagesProps) {
    super(scope, id);
    const pages = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST];
    const { links, signed } = routeLimits;
    const one = "/team/{reference}";
    this.answers(props, "Settings", one, pages, links, "settings", "A rep's absences and capacity, as a page");
    this.answers(props, "PostTeam", "/team", [HttpMethod.POST], signed, "post-team", "Another system changes a rep");
  }

  private answers(
    { api, table }: TeamPagesProps,
    id: string,
    path: string,
    methods: HttpMethod[],
    limit: RouteLimit,
    entry: string,
    description: string,
  ): void {
    const answerer = new HouseFunction<"table">(this, id, {
      entry: `team/${entry}`,
      description,
      environment: { TABLE_NAME: table.tableName },
      timeout: responseLimit,
    });
    allowOnTable(table, answerer, "dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem");
    route(api, { path, methods, answerer, limit });
  }
}
