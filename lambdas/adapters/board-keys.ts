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
import { cardOf, columnAt, personKeyOf, searchKeyOf } from "../domain/board/card.ts";
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
      ...personKeys(lead.contact),
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
    ...personKeys(lead.contact),
    ...(isUndecided(lead) && { attentionPartition: undecidedPartition, attentionAt: lead.nobodyAnswered.at }),
    ...(lead.laneFullAt !== undefined && {
      attentionPartition: keptAsidePartition("fast-lane"),
      attentionAt: lead.laneFullAt,
    }),
    ...(lead.needsAttention !== undefined && { attentionPartition, attentionAt: lead.needsAttention.at }),
  };
};

/** The index keys of a lead: by their company, and by company and name together. */
const personKeys = ({ company = "", name = "" }: Lead["contact"]): Item => keysOf(personKeyOf(company, name));

/** The index keys by which a name or an address is found from its first letters on; none for a shorter text. */
export const searchKeys = (name: string): Item => keysOf(searchKeyOf(name));

const keysOf = (searchKey: string): Item =>
  [...searchKey].length < searchPrefixLength ? {} : { searchPartition: searchPartition(searchKey), searchKey };
