import { clearFlag, flaggedInVain } from "../adapters/dynamo-attention.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";

/**
 * Clears the flags of leads that have ended. Whatever ends a lead clears its flag, and the journey flags no lead that
 * has ended; this is for those that were flagged in earlier releases, or by hand.
 */
export const sweepFlags = async (table: DynamoTable): Promise<void> => {
  let cleared = 0;
  for (const leadId of await flaggedInVain(table)) if (await clearFlag(table, leadId)) cleared++;
  if (cleared > 0) log.warn("Leads that had ended were still flagged", { code: "flags-cleared", cleared });
};
