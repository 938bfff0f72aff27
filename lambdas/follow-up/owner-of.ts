import { readOwner } from "../adapters/dynamo-team.ts";
import type { FollowUp } from "../domain/lead/lead.ts";
import { type Owner, ownerWhoLeft } from "../domain/team/owner.ts";
import type { TableTask } from "../journey/task.ts";

/** Whoever has the lead, as they stand now; somebody whom the agreement has lost is one who has left. */
export const ownerNow = async (
  { table, agreement }: Pick<TableTask, "table" | "agreement">,
  { followUp }: { readonly followUp: Pick<FollowUp, "ownerId"> },
): Promise<Owner> => (await readOwner(table, followUp.ownerId, agreement)) ?? ownerWhoLeft(followUp.ownerId, agreement);
