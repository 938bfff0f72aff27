import { readFlagged } from "../../adapters/dynamo-attention.ts";
import { type ColumnEntry, columnParts, readColumn } from "../../adapters/dynamo-columns.ts";
import { readOrphans } from "../../adapters/dynamo-sweep.ts";
import type { Agreement } from "../../contract/agreement.ts";
import type { AttentionView } from "../../contract/board.ts";
import { cardOf } from "../../domain/board/card.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { colleagueOf, ownerWhoLeft, superiorOf } from "../../domain/team/owner.ts";
import {
  remedyOfBreach,
  remedyOfDeadLetters,
  remedyOfFlag,
  remedyOfRefusal,
  sayOrphan,
} from "../../views/board/remedies.ts";
import { reply } from "../reply.ts";
import { readErasedSoon } from "./erased-soon.ts";
import type { Read } from "./read.ts";

const mostShown = 50;
/** How many days of orphans are shown; older ones were dealt with long ago. */
const orphanDays = 7;

/** `GET attention`: what a person should look at, each with its remedy. */
export const readAttention: Read = async (deps, { user }) => {
  const { table, agreement, now, deadLetters } = deps;
  const asOf = now();
  const since = new Date(Date.parse(asOf) - orphanDays * 24 * 3_600_000).toISOString();
  const [flagged, refused, breached, orphans, letters] = await Promise.all([
    readFlagged(table, mostShown),
    readColumn(table, {
      parts: columnParts("assigned"),
      newestFirst: false,
      wanted: ({ handOffMail }) => handOffMail === "refused",
      most: mostShown,
    }),
    readColumn(table, {
      parts: [...columnParts("assigned"), ...columnParts("handed-off")],
      newestFirst: false,
      before: asOf,
      most: mostShown + 1,
    }),
    readOrphans(table, since, mostShown),
    deadLetters(),
  ]);
  const view: AttentionView = {
    asOf,
    flagged: flagged.flatMap(flagOf),
    refused: refused.entries.map((entry) => ofOwner(remedyOfRefusal, entry, agreement)),
    breached: breached.entries.slice(0, mostShown).map((entry) => ofOwner(remedyOfBreach, entry, agreement)),
    ...(user.role !== "manager" && { erasedSoon: await readErasedSoon(deps) }),
    moreBreached: breached.entries.length > mostShown,
    orphans: orphans.map(({ leadId, at, why }) => ({ leadId, at, ...sayOrphan(why) })),
    deadLetters: letters
      .filter(({ messages }) => messages > 0)
      .map(({ name, messages, loss, runbook }) => ({
        queue: name,
        messages,
        loss,
        remedy: remedyOfDeadLetters(messages, runbook),
      })),
  };
  return reply("attention", view);
};

const flagOf = (lead: Lead): AttentionView["flagged"][number][] => {
  if (lead.needsAttention === undefined) return [];
  const { error, at } = lead.needsAttention;
  return [{ card: cardOf(lead), error, at, remedy: remedyOfFlag(error) }];
};

/** @param remedyOf takes the names of the owner and of who can reassign the lead */
const ofOwner = (remedyOf: typeof remedyOfBreach, { card }: ColumnEntry, agreement: Agreement) => {
  const owner = colleagueOf(card.ownerId ?? "", agreement) ?? ownerWhoLeft(card.ownerId ?? "", agreement);
  return { card, remedy: remedyOf(owner.name, superiorOf(owner, agreement).name) };
};
