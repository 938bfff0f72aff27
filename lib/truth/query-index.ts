import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";

/** Leave to query this one index; CDK's own grants would open all of them. */
export const queryIndex = (table: ITable, index: string): PolicyStatement =>
  new PolicyStatement({ actions: ["dynamodb:Query"], resources: [`${table.tableArn}/index/${index}`] });
