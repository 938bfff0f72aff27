import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { LeadTable } from "../../lambdas/adapters/dynamo-table.ts";

/** The same table through a client that lets something happen just before its first transaction. */
export const beforeFirstTransaction = (
  table: LeadTable,
  endpoint: string,
  happens: () => Promise<unknown>,
): LeadTable => {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new DynamoDBClient({ endpoint, region: "us-east-1", credentials });
  let happened = false;
  client.middlewareStack.add(
    (next, context) => async (input) => {
      if (context.commandName === "TransactWriteItemsCommand" && !happened) {
        happened = true;
        await happens();
      }
      return next(input);
    },
    { step: "initialize" },
  );
  return { ...table, client };
};
