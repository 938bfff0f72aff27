import { readOwner } from "../adapters/dynamo-team.ts";
import type { FollowUp } from "../domain/lead/lead.ts";
import { type Owner, ownerWhoLeft } from "../domain/team/owner.ts";
import type { TableTask } from "../journey/task.ts";

type Deps = Pick<TableTask, "table" | "agreement">;

/** A colleague as they stand now; somebody whom the agreement has lost is one who has left. */
export const colleagueNow = async ({ table, agreement }: Deps, id: string): Promise<Owner> =>
  (await readOwner(table, id, agreement)) ?? ownerWhoLeft(id, agreement);

/** Whoever has the lead, as they stand now. */
export const ownerNow = (deps: Deps, { followUp }: { readonly followUp: Pick<FollowUp, "ownerId"> }): Promise<Owner> =>
  colleagueNow(deps, followUp.ownerId);
