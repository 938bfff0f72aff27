import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { HouseFunction } from "../house/function.ts";
import { allowOnTable, type TableAction } from "../table/lead-table.ts";
import type { PublicApi } from "./public-api.ts";
import { responseLimit, route } from "./route.ts";
import { routeLimits } from "./route-limits.ts";

export interface LinkPagesProps {
  readonly api: PublicApi;
  readonly table: ITable;
}

/** The permissions to open a reference, and to store what came by it. */
const answering = [
  "dynamodb:GetItem",
  "dynamodb:Query",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
] as const satisfies TableAction[];

/** The pages behind the links in mails: `GET` shows a page and changes nothing, `POST` acts, once. */
export class LinkPages extends Construct {
  constructor(scope: Construct, id: string, props: LinkPagesProps) {
    super(scope, id);
    this.page(props, "Answer", "/answers/{reference}", "follow-up/answer-page", "A rep answers a hand-off", [
      "dynamodb:ConditionCheckItem",
    ]);
    this.page(props, "Outcome", "/outcomes/{reference}", "outcome/outcome-page", "A rep says what became of a lead");
    this.page(props, "Unsubscribe", "/unsubscribe/{reference}", "nurture/unsubscribe", "A lead ends our mails");
    this.page(props, "Confirm", "/confirm/{reference}", "nurture/confirm", "A lead confirms that it wants our mails");
    this.page(props, "Visit", "/go/{reference}", "nurture/visit", "A lead opens the content it was sent", [
      "dynamodb:ConditionCheckItem",
    ]);
  }

  private page(
    { api, table }: LinkPagesProps,
    id: string,
    path: string,
    entry: string,
    description: string,
    more: readonly TableAction[] = [],
  ): void {
    const answerer = new HouseFunction<"table">(this, id, {
      entry,
      description,
      environment: { TABLE_NAME: table.tableName },
      timeout: responseLimit,
    });
    allowOnTable(table, answerer, ...answering, ...more);
    const methods = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST];
    route(api, { path, methods, answerer, limit: routeLimits.links });
  }
}
