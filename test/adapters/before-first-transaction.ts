import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";

/** The table, which lets something happen just before its next transaction; what happens may use it, too. */
export const beforeFirstTransaction = (table: DynamoTable, happens: () => Promise<unknown>): DynamoTable => {
  let happened = false;
  table.client.middlewareStack.add(
    (next, context) => async (input) => {
      if (context.commandName === "TransactWriteItemsCommand" && !happened) {
        happened = true;
        await happens();
      }
      return next(input);
    },
    { step: "initialize" },
  );
  return table;
};
