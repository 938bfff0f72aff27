import { readErasures } from "../adapters/dynamo-erasure.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { isUndoing } from "../domain/erasure/erasure.ts";

/** Erasures that are looked at: far more than people ask for in the quarter of an hour that one takes. */
const most = 2000;

/** Whose erasure goes on now: a list must not bring them back before its row of them is gone. */
export const mailboxesBeingErased = async (table: DynamoTable): Promise<ReadonlySet<string>> =>
  new Set(
    (await readErasures(table, most)).flatMap((erasure) =>
      erasure.mailbox === undefined || isUndoing(erasure.by) ? [] : [erasure.mailbox],
    ),
  );
