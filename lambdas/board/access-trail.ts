import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { recordStep } from "../adapters/dynamo-trail.ts";
import type { AccessChange } from "../contract/board.ts";
import type { TokenOwner } from "../domain/board/session/token-owner.ts";

/** Adds to the audit trail what a user has changed about the way they sign in. A user without a role can do nothing there. */
export const recordAccess = async (
  { table, now }: { readonly table: DynamoTable; readonly now: () => string },
  { user, role }: TokenOwner,
  change: AccessChange,
): Promise<void> => {
  const at = now();
  if (role === undefined) return;
  await recordStep(table, { user, role, did: "secured", by: `session/${change}`, firstAt: at, lastAt: at, times: 1 });
};
