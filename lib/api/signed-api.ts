import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { HouseFunction } from "../house/function.ts";
import type { SecretsKey } from "../house/secrets-key.ts";
import { allowApiKeys, allowOnTable, type OpenPartition, type TableAction } from "../table/lead-table.ts";
import type { PublicApi } from "./public-api.ts";
import { responseLimit, route } from "./route.ts";
import { routeLimits } from "./route-limits.ts";

export interface SignedApiProps {
  readonly api: PublicApi;
  readonly table: ITable;
  /** What encrypts the secrets of other systems' keys. */
  readonly secretsKey: SecretsKey;
}

/** Each route adds the permissions of its own writes. */
const always = ["dynamodb:GetItem", "dynamodb:Query"] as const satisfies readonly TableAction[];

/** What a request that may move a lead reads and changes. */
const ofALead = ["lead", "rep", "idempotency"] as const satisfies readonly OpenPartition[];

/** A transaction that moves a lead: needs the action of each of its parts. */
const moving = ["dynamodb:PutItem", "dynamodb:UpdateItem"] as const satisfies readonly TableAction[];

interface SignedRoute {
  readonly method: HttpMethod;
  readonly path: string;
  readonly entry: string;
  readonly description: string;
  readonly within: readonly OpenPartition[];
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
      within: ofALead,
      writes: [...moving, "dynamodb:ConditionCheckItem"],
    });
    this.answers(props, "PostOutcome", {
      method: HttpMethod.POST,
      path: "/outcomes",
      entry: "outcome/post-outcome",
      description: "Another system tells what became of a lead",
      within: ofALead,
      writes: moving,
    });
    this.answers(props, "GetSla", {
      method: HttpMethod.GET,
      path: "/sla",
      entry: "metrics/get-sla",
      description: "Another system reads how both halves of the agreement are kept",
      within: ["counters", "generation", "waiting", "agreement"],
    });
  }

  private answers(
    { api, table, secretsKey }: SignedApiProps,
    id: string,
    { method, path, entry, description, within, writes = [] }: SignedRoute,
  ): void {
    const answerer = new HouseFunction<"signed">(this, id, {
      entry,
      agreementIn: table,
      description,
      environment: { TABLE_NAME: table.tableName, KMS_KEY_ARN: secretsKey.keyArn },
      timeout: responseLimit,
    });
    allowOnTable(table, answerer, within, ...always, ...writes);
    allowApiKeys(table, answerer);
    secretsKey.allowDecrypting(answerer);
    route(api, { path, methods: [method], answerer, limit: routeLimits.signed });
  }
}
