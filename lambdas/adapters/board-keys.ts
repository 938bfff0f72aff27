import { isSmokeId } from "../contract/smoke.ts";
import {
  attentionPartition,
  columnPartition,
  keptAsidePartition,
  ownerColumnPartition,
  searchPartition,
  searchPrefixLength,
  undecidedPartition,
} from "../contract/table.ts";
import { cardOf, columnAt, searchKeyOf } from "../domain/board/card.ts";
import { isUndecided } from "../domain/escalation/nobody-answered.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { ownerIn } from "../domain/lead/move-fact.ts";
import type { Item } from "./dynamo-table.ts";

/**
 * The attributes of a lead for the board's indexes: its card, and its position. The flag of a stopped journey is not on
 * the kept card: the journey itself sets it, beside the card, and knows nothing of cards. A smoke test is not on the board.
 */
export const boardKeys = (lead: Lead, shard: number): Item => {
  if (isSmokeId(lead.leadId)) return {};
  // Kept aside, it is in no column: it is listed by the reason.
  if (lead.aside !== undefined)
    return {
      ...searchKeys(lead.contact.company ?? ""),
      card: cardOf(lead),
      attentionPartition: keptAsidePartition(lead.aside.kind),
      attentionAt: lead.aside.at,
    };
  const { needsAttention, ...card } = cardOf(lead);
  const ownerId = ownerIn(lead);
  return {
    card,
    columnPartition: columnPartition(lead.stage, shard),
    columnAt: columnAt(lead),
    ...(ownerId !== undefined && { ownerColumn: ownerColumnPartition(ownerId, lead.stage) }),
    ...searchKeys(lead.contact.company ?? ""),
    ...(isUndecided(lead) && { attentionPartition: undecidedPartition, attentionAt: lead.nobodyAnswered.at }),
    ...(lead.laneFullAt !== undefined && {
      attentionPartition: keptAsidePartition("fast-lane"),
      attentionAt: lead.laneFullAt,
    }),
    ...(lead.needsAttention !== undefined && { attentionPartition, attentionAt: lead.needsAttention.at }),
  };
};

/** The index keys by which a name or an address is found from its first letters on; none for a shorter text. */
export const searchKeys = (name: string): Item => {
  const searchKey = searchKeyOf(name);
  return [...searchKey].length < searchPrefixLength ? {} : { searchPartition: searchPartition(searchKey), searchKey };
};
