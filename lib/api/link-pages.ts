import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { HouseFunction } from "../house/function.ts";
import { allowOnTable, allowSigning, type OpenPartition, type TableAction } from "../table/lead-table.ts";
import type { PublicApi } from "./public-api.ts";
import { responseLimit, route } from "./route.ts";
import { routeLimits } from "./route-limits.ts";

export interface LinkPagesProps {
  readonly api: PublicApi;
  readonly table: ITable;
}

/** The permissions to open a reference, and to store what came by it. */
const answering = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"] as const satisfies TableAction[];

/** Where a person may be known, with keys that are known. */
const personPartitions = [
  "lead",
  "emailClaim",
  "limit",
  "suppression",
  "visitor",
  "waiting",
  "company",
] as const satisfies OpenPartition[];

interface LinkPage {
  readonly path: string;
  readonly entry: string;
  readonly description: string;
  readonly within: readonly OpenPartition[];
  /** What it may do beyond `answering`. @default nothing */
  readonly more?: readonly TableAction[];
}

/** The pages behind the links in mails: `GET` shows a page and changes nothing, `POST` acts, once. */
export class LinkPages extends Construct {
  constructor(scope: Construct, id: string, props: LinkPagesProps) {
    super(scope, id);
    this.page(props, "Answer", {
      path: "/answers/{reference}",
      entry: "follow-up/answer-page",
      description: "A rep answers a hand-off",
      within: ["lead", "reference", "rep"],
      more: ["dynamodb:Query", "dynamodb:ConditionCheckItem"],
    });
    this.page(props, "Outcome", {
      path: "/outcomes/{reference}",
      entry: "outcome/outcome-page",
      description: "A rep says what became of a lead",
      within: ["lead", "reference", "rep"],
      more: ["dynamodb:Query"],
    });
    this.page(props, "Unsubscribe", {
      path: "/unsubscribe/{reference}",
      entry: "nurture/unsubscribe",
      description: "A lead ends our mails",
      within: ["lead", "reference", "suppression"],
    });
    this.page(props, "Confirm", {
      path: "/confirm/{reference}",
      entry: "nurture/confirm",
      description: "A lead confirms that it wants our mails",
      within: ["lead", "reference", "rep", "suppression", "visitor"],
    });
    this.page(props, "Visit", {
      path: "/go/{reference}",
      entry: "nurture/visit",
      description: "A lead opens the content it was sent",
      within: ["lead", "reference"],
      more: ["dynamodb:ConditionCheckItem"],
    });
    this.exportPage(props);
  }

  /** It reads whatever knows the person, and changes nothing but its link. */
  private exportPage({ api, table }: LinkPagesProps): void {
    const answerer = new HouseFunction<"table">(this, "Export", {
      entry: "person/export-page",
      agreementIn: table,
      description: "Hands over to a person all that is kept of them",
      environment: { TABLE_NAME: table.tableName },
      timeout: responseLimit,
    });
    allowOnTable(table, answerer, [...personPartitions, "reference", "arrival"], "dynamodb:GetItem");
    allowOnTable(table, answerer, ["lead", "keptAside", "orphan", "meeting"], "dynamodb:Query");
    allowOnTable(table, answerer, ["lead"], "dynamodb:PutItem");
    allowOnTable(table, answerer, ["reference"], "dynamodb:UpdateItem");
    allowSigning(table, answerer);
    this.at(api, "/my-data/{reference}", answerer);
  }

  private page(
    { api, table }: LinkPagesProps,
    id: string,
    { path, entry, description, within, more = [] }: LinkPage,
  ): void {
    const answerer = new HouseFunction<"table">(this, id, {
      entry,
      agreementIn: table,
      description,
      environment: { TABLE_NAME: table.tableName },
      timeout: responseLimit,
    });
    allowOnTable(table, answerer, within, ...answering, ...more);
    allowSigning(table, answerer);
    this.at(api, path, answerer);
  }

  private at(api: PublicApi, path: string, answerer: HouseFunction<"table">): void {
    const methods = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST];
    route(api, { path, methods, answerer, limit: routeLimits.links });
  }
}
