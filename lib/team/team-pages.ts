import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { PublicApi } from "../api/public-api.ts";
import { responseLimit, route } from "../api/route.ts";
import { type RouteLimit, routeLimits } from "../api/route-limits.ts";
import { HouseFunction } from "../house/function.ts";
import { allowApiKeys, allowOnTable, allowSigning } from "../table/lead-table.ts";

export interface TeamPagesProps {
  readonly api: PublicApi;
  readonly table: ITable;
}

interface TeamRoute {
  readonly path: string;
  readonly methods: HttpMethod[];
  readonly limit: RouteLimit;
  readonly entry: string;
  readonly description: string;
}

/** Where absences and capacity of reps are changed without a deploy: a page by a signed link, and a signed request. */
export class TeamPages extends Construct {
  constructor(scope: Construct, id: string, props: TeamPagesProps) {
    super(scope, id);
    const pages = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST];
    const { links, signed } = routeLimits;
    const settings = this.answers(props, "Settings", {
      path: "/team/{reference}",
      methods: pages,
      limit: links,
      entry: "team/settings",
      description: "A rep's absences and capacity, as a page",
    });
    allowOnTable(
      props.table,
      settings,
      ["rep", "reference"],
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
      "dynamodb:PutItem",
    );
    allowSigning(props.table, settings);
    const post = this.answers(props, "PostTeam", {
      path: "/team",
      methods: [HttpMethod.POST],
      limit: signed,
      entry: "team/post-team",
      description: "Another system changes a rep",
    });
    allowOnTable(
      props.table,
      post,
      ["rep", "idempotency"],
      "dynamodb:GetItem",
      "dynamodb:UpdateItem",
      "dynamodb:PutItem",
    );
    allowApiKeys(props.table, post);
  }

  private answers(
    { api, table }: TeamPagesProps,
    id: string,
    { path, methods, limit, entry, description }: TeamRoute,
  ): IFunction {
    const answerer = new HouseFunction<"table">(this, id, {
      entry,
      description,
      environment: { TABLE_NAME: table.tableName },
      timeout: responseLimit,
    });
    route(api, { path, methods, answerer, limit });
    return answerer;
  }
}
