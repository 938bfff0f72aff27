import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { HouseFunction } from "../house/function.ts";
import { allowOnTable, type TableAction } from "../table/lead-table.ts";
import type { PublicApi } from "./public-api.ts";
import { responseLimit, route } from "./route.ts";
import { routeLimits } from "./route-limits.ts";

export interface SignedApiProps {
  readonly api: PublicApi;
  readonly table: ITable;
}

/** Keys and idempotency records; each route adds the permissions of its own writes. */
const always = ["dynamodb:GetItem", "dynamodb:Query"] as const satisfies readonly TableAction[];

/** A transaction that moves a lead: needs the action of each of its parts. */
const moving = ["dynamodb:PutItem", "dynamodb:UpdateItem"] as const satisfies readonly TableAction[];

interface SignedRoute {
  readonly method: HttpMethod;
  readonly path: string;
  readonly entry: string;
  readonly description: string;
  readonly writes?: readonly TableAction[];
}

/** The routes for other systems, such as the CRM; each request is signed with a key of `npm run keys`. */
export class SignedApi extends Construct {
  constructor(scope: Construct, id: string, props: SignedApiProps) {
    super(scope, id);
    this.answers(props, "PostAnswer", {
      method: HttpMethod.POST,
      path: "/answers",
      entry: "follow-up/post-answer",
      description: "Another system passes on a colleague's answer to a hand-off",
      writes: [...moving, "dynamodb:ConditionCheckItem"],
    });
    this.answers(props, "PostOutcome", {
      method: HttpMethod.POST,
      path: "/outcomes",
      entry: "outcome/post-outcome",
      description: "Another system tells what became of a lead",
      writes: moving,
    });
    this.answers(props, "GetSla", {
      method: HttpMethod.GET,
      path: "/sla",
      entry: "metrics/get-sla",
      description: "Another system reads how both halves of the agreement are kept",
    });
  }

  private answers(
    { api, table }: SignedApiProps,
    id: string,
    { method, path, entry, description, writes = [] }: SignedRoute,
  ): void {
    const answerer = new HouseFunction<"table">(this, id, {
      entry,
      description,
      environment: { TABLE_NAME: table.tableName },
      timeout: responseLimit,
    });
    allowOnTable(table, answerer, ...always, ...writes);
    route(api, { path, methods: [method], answerer, limit: routeLimits.signed });
  }
}
