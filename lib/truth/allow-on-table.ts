import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";

/** What a function may do with items. A transaction needs the action of each of its parts. */
export type TableAction =
  | "dynamodb:GetItem"
  | "dynamodb:Query"
  | "dynamodb:PutItem"
  | "dynamodb:UpdateItem"
  | "dynamodb:DeleteItem"
  | "dynamodb:ConditionCheckItem";

/** Leave to do this with the table itself; CDK's own grants would open all of its indexes as well. */
export const allowOnTable = (table: ITable, grantee: IGrantable, ...actions: TableAction[]): Grant =>
  Grant.addToPrincipal({ grantee, actions, resourceArns: [table.tableArn] });
