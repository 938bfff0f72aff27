import { type HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { responseLimit, route } from "../api/route.ts";
import { HouseFunction } from "../house/function.ts";
import { allowOnTable } from "../table/lead-table.ts";

export interface TeamPagesProps {
  readonly api: HttpApi;
  readonly table: ITable;
}

/** Where absences and capacity of reps are changed without a deploy: a page by a signed link, and a signed request. */
export class TeamPages extends Construct {
  constructor(scope: Construct, id: string, props: TeamPagesProps) {
    super(scope, id);
    const pages = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST];
    this.answers(props, "Settings", "/team/{reference}", pages, "settings", "A rep's absences and capacity, as a page");
    this.answers(props, "PostTeam", "/team", [HttpMethod.POST], "post-team", "Another system changes a rep");
  }

  private answers(
    { api, table }: TeamPagesProps,
    id: string,
    path: string,
    methods: HttpMethod[],
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
    route(api, path, methods, answerer);
  }
}
