import { readOwner } from "../adapters/dynamo-team.ts";
import type { FollowUp } from "../domain/lead/lead.ts";
import { type Owner, ownerWhoLeft } from "../domain/team/owner.ts";
import type { TableTask } from "../journey/task.ts";

type Deps = Pick<TableTask, "table" | "agreement">;

/** A colleague as of now; one who is not in the agreement any more has left. */
export const colleagueNow = async ({ table, agreement }: Deps, id: string): Promise<Owner> =>
  (await readOwner(table, id, agreement)) ?? ownerWhoLeft(id, agreement);

/** The lead's owner, as of now. */
export const ownerNow = (deps: Deps, { followUp }: { readonly followUp: Pick<FollowUp, "ownerId"> }): Promise<Owner> =>
  colleagueNow(deps, followUp.ownerId);
