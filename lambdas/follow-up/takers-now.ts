import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { readTeamFor } from "../adapters/dynamo-team.ts";
import type { Agreement } from "../contract/agreement.ts";
import { type PossibleOwner, possibleOwners } from "../domain/follow-up/colleagues.ts";
import { segmentOf } from "../domain/hand-off/prospect.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { onDay } from "../domain/score/fact.ts";

/** The colleagues who could take a lead that nobody has in hand. */
export const takersNow = async (
  { table, agreement }: { readonly table: DynamoTable; readonly agreement: Agreement },
  lead: Lead,
  now: string,
): Promise<PossibleOwner[]> => {
  const taken = { ...lead, followUp: undefined, segment: segmentOf(onDay(lead, now), agreement) };
  return possibleOwners(taken, await readTeamFor(table, lead, agreement, now), agreement, now);
};
