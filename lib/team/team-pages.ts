import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { PublicApi } from "../api/public-api.ts";
import { responseLimit, route } from "../api/route.ts";
import { routeLimits } from "../api/route-limits.ts";
import { HouseFunction } from "../house/function.ts";
import type { SecretsKey } from "../house/secrets-key.ts";
import { allowApiKeys, allowOnTable, allowSigning } from "../table/lead-table.ts";

export interface TeamPagesProps {
  readonly api: PublicApi;
  readonly table: ITable;
  /** What encrypts the secrets of other systems' keys. */
  readonly secretsKey: SecretsKey;
}

/** Where absences and capacity of reps are changed without a deploy: a page by a signed link, and a signed request. */
export class TeamPages extends Construct {
  constructor(scope: Construct, id: string, props: TeamPagesProps) {
    super(scope, id);
    const pages = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST];
    const { links, signed } = routeLimits;
    const { table, secretsKey } = props;
    const settings = new HouseFunction<"table">(this, "Settings", {
      entry: "team/settings",
      agreementIn: table,
      description: "A rep's absences and capacity, as a page",
      environment: { TABLE_NAME: table.tableName },
      timeout: responseLimit,
    });
    route(props.api, { path: "/team/{reference}", methods: pages, answerer: settings, limit: links });
    allowOnTable(
      table,
      settings,
      ["rep", "reference"],
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
      "dynamodb:PutItem",
    );
    allowSigning(table, settings);
    const post = new HouseFunction<"signed">(this, "PostTeam", {
      entry: "team/post-team",
      agreementIn: table,
      description: "Another system changes a rep",
      environment: { TABLE_NAME: table.tableName, KMS_KEY_ARN: secretsKey.keyArn },
      timeout: responseLimit,
    });
    route(props.api, { path: "/team", methods: [HttpMethod.POST], answerer: post, limit: signed });
    allowOnTable(table, post, ["rep", "idempotency"], "dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:PutItem");
    allowApiKeys(table, post);
    secretsKey.allowDecrypting(post);
  }
}
