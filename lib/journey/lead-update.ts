import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { JsonPath } from "aws-cdk-lib/aws-stepfunctions";
import { CallAwsService, type CallAwsServiceProps } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Construct } from "constructs";
import { withinPartitions } from "../table/lead-table.ts";

/** The key of the lead's item, by the same function that names it in the code. */
const itemKey = (keyOf: (leadId: string) => { pk: string; sk: string }) => {
  const { pk, sk } = keyOf("{}");
  return { pk: { S: JsonPath.format(pk, JsonPath.stringAt("$.leadId")) }, sk: { S: sk } };
};

/** DynamoDB takes numbers as text. */
export const numberAt = (path: string): string => JsonPath.format("{}", JsonPath.stringAt(path));

export interface LeadUpdateProps
  extends Omit<CallAwsServiceProps, "service" | "action" | "iamResources" | "parameters"> {
  readonly table: ITable;
  /** Which of the lead's items, by the function that names it in the code. */
  readonly item: (leadId: string) => { pk: string; sk: string };
  /** The update, without its table and key. */
  readonly update: Readonly<Record<string, unknown>>;
}

/** A state that changes one of the lead's items itself, without a function; it may change no other's. */
export class LeadUpdate extends CallAwsService {
  constructor(scope: Construct, id: string, { table, item, update, ...props }: LeadUpdateProps) {
    super(scope, id, {
      ...props,
      service: "dynamodb",
      action: "updateItem",
      iamResources: [table.tableArn],
      parameters: { TableName: table.tableName, Key: itemKey(item), ...update },
    });
    for (const statement of this.taskPolicies ?? []) statement.addConditions(withinPartitions(["lead"]));
  }
}
