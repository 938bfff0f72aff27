import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { type DynamoTable, openTable } from "../lambdas/adapters/dynamo-table.ts";
import { deployedStack } from "./deployed-stack.ts";

const StackSchema = z.object({ TableName: z.string(), ApiUrl: z.url() });

/**
 * The table of a pipeline that runs: by a file with its outputs, or by name.
 * @throws {MendableError} with a sentence when the file is none with outputs.
 */
export const deployedTable = ({ outputs, table }: { outputs?: string | undefined; table: string }): DynamoTable =>
  outputs === undefined ? openTable(table) : deployedPipeline(outputs).table;

/** The table of the pipeline whose outputs are in this file, and the address under which people reach it. @throws as above */
export const deployedPipeline = (outputs: string): { readonly table: DynamoTable; readonly publicUrl: string } => {
  const { stack, reach } = deployedStack(outputs, StackSchema, "outputs TableName and ApiUrl");
  return { table: { client: new DynamoDBClient(reach), tableName: stack.TableName }, publicUrl: stack.ApiUrl };
};
