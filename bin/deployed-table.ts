import { readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { type LeadTable, openTable } from "../lambdas/adapters/dynamo-table.ts";

const StackSchema = z.object({ TableName: z.string(), ApiUrl: z.url() });
/** The outputs of the pipeline on this machine, or of `cdk deploy --outputs-file`. */
const OutputsSchema = z.union([
  z.object({ awsEndpoint: z.url(), stack: StackSchema }),
  z.object({ Smarketing: StackSchema }),
]);

/**
 * The table of a pipeline that runs: by a file with its outputs, or by name. On this machine any credentials will do.
 * @throws with a sentence when the file is none with outputs.
 */
export const deployedTable = ({ outputs, table }: { outputs?: string | undefined; table: string }): LeadTable =>
  outputs === undefined ? openTable(table) : deployedPipeline(outputs).table;

/** The table of the pipeline whose outputs are in this file, and the address under which people reach it. @throws as above */
export const deployedPipeline = (outputs: string): { readonly table: LeadTable; readonly publicUrl: string } => {
  const read = outputsIn(outputs);
  if ("Smarketing" in read) return { table: openTable(read.Smarketing.TableName), publicUrl: read.Smarketing.ApiUrl };
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint: read.awsEndpoint, region: "us-east-1", credentials });
  return { table: { client, tableName: read.stack.TableName }, publicUrl: read.stack.ApiUrl };
};

const outputsIn = (file: string): z.infer<typeof OutputsSchema> => {
  try {
    return OutputsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(`${file} is no file with the stack's outputs TableName and ApiUrl.`, { cause });
  }
};
