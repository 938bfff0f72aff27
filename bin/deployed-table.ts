import { readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { type LeadTable, openTable } from "../lambdas/adapters/dynamo-table.ts";

const StackSchema = z.object({ TableName: z.string() });
/** The outputs of the pipeline on this machine, or of `cdk deploy --outputs-file`. */
const OutputsSchema = z.union([
  z.object({ awsEndpoint: z.url(), stack: StackSchema }),
  z.object({ Smarketing: StackSchema }),
]);

/**
 * The table of a pipeline that runs: by a file with its outputs, or by name. On this machine any credentials will do.
 * @throws with a sentence when the file is none with outputs.
 */
export const deployedTable = ({ outputs, table }: { outputs?: string | undefined; table: string }): LeadTable => {
  if (outputs === undefined) return openTable(table);
  const read = outputsIn(outputs);
  if ("Smarketing" in read) return openTable(read.Smarketing.TableName);
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint: read.awsEndpoint, region: "us-east-1", credentials });
  return { client, tableName: read.stack.TableName };
};

const outputsIn = (file: string): z.infer<typeof OutputsSchema> => {
  try {
    return OutputsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(`${file} is no file with the stack's output TableName.`, { cause });
  }
};
