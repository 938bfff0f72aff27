import { readFlagged, readUndecided } from "../../adapters/dynamo-attention.ts";
import { type ColumnEntry, columnParts, readColumn } from "../../adapters/dynamo-columns.ts";
import { readOrphans } from "../../adapters/dynamo-sweep.ts";
import type { Agreement } from "../../contract/agreement.ts";
import type { AttentionView } from "../../contract/board.ts";
import type { BoardUser } from "../../domain/board/board-user.ts";
import { cardOf } from "../../domain/board/card.ts";
import { isUndecided, type Undecided } from "../../domain/escalation/nobody-answered.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { colleagueOf, nameOfPerson, ownerWhoLeft, superiorOf } from "../../domain/team/owner.ts";
import { lostMeanwhile } from "../../views/board/lost-meanwhile.ts";
import {
  remedyOfBreach,
  remedyOfDeadLetters,
  remedyOfFlag,
  remedyOfRefusal,
  remedyOfSilence,
  sayOrphan,
} from "../../views/board/remedies.ts";
import { reply } from "../reply.ts";
import { readErasedSoon } from "./erased-soon.ts";
import type { Read, ReadDependencies } from "./read.ts";

const mostOnPage = 50;
/** How many days of orphans are shown; older ones were dealt with long ago. */
const orphanDays = 7;

/** `GET attention`: what a person should look at, each with its remedy. */
export const readAttention: Read = async (deps, { user }) => reply("attention", await attentionOf(deps, user));

/** @param mostShown of each kind */
export const attentionOf = async (
  deps: ReadDependencies,
  user: BoardUser,
  mostShown = mostOnPage,
): Promise<AttentionView> => {
  const { table, agreement, now, deadLetters } = deps;
  const asOf = now();
  const since = new Date(Date.parse(asOf) - orphanDays * 24 * 3_600_000).toISOString();
  const [flagged, undecided, refused, breached, orphans, letters] = await Promise.all([
    readFlagged(table, mostShown + 1),
    readUndecided(table, mostShown + 1),
    readColumn(table, {
      parts: columnParts("assigned"),
      newestFirst: false,
      wanted: ({ handOffMail }) => handOffMail === "refused",
      most: mostShown + 1,
    }),
    readColumn(table, {
      parts: [...columnParts("assigned"), ...columnParts("handed-off")],
      newestFirst: false,
      before: asOf,
      most: mostShown + 1,
    }),
    readOrphans(table, since, mostShown + 1),
    deadLetters(),
  ]);
  // A journey that was stopped is listed as such: it is to be decided on all the same.
  const unanswered = [...undecided, ...flagged.filter(isUndecided)].toSorted((one, other) =>
    one.nobodyAnswered.at < other.nobodyAnswered.at ? -1 : 1,
  );
  const view: AttentionView = {
    asOf,
    flagged: flagged.slice(0, mostShown).flatMap(flagOf),
    refused: refused.entries.slice(0, mostShown).map((entry) => ofOwner(remedyOfRefusal, entry, agreement)),
    unanswered: unanswered.slice(0, mostShown).map((lead) => unansweredOf(lead, agreement)),
    moreUnanswered: unanswered.length > mostShown,
    breached: breached.entries.slice(0, mostShown).map((entry) => ofOwner(remedyOfBreach, entry, agreement)),
    ...(user.role !== "manager" && {
      erasedSoon: await readErasedSoon(deps, mostShown === mostOnPage ? undefined : mostShown),
    }),
    moreBreached: breached.entries.length > mostShown,
    isCut: [flagged, unanswered, refused.entries, breached.entries, orphans].some(({ length }) => length > mostShown),
    orphans: orphans.slice(0, mostShown).map(({ leadId, at, why }) => ({ leadId, at, ...sayOrphan(why) })),
    deadLetters: letters
      .filter(({ messages }) => messages > 0)
      .map(({ name, messages, loss, runbook }) => ({
        queue: name,
        messages,
        loss: lostMeanwhile(name, loss),
        remedy: remedyOfDeadLetters(messages, runbook),
      })),
  };
  return view;
};

const flagOf = (lead: Lead): AttentionView["flagged"][number][] => {
  if (lead.needsAttention === undefined) return [];
  const { error, at } = lead.needsAttention;
  return [{ card: cardOf(lead), error, at, remedy: remedyOfFlag(error) }];
};

const unansweredOf = (lead: Undecided, agreement: Agreement): AttentionView["unanswered"][number] => {
  const { at, since, owners } = lead.nobodyAnswered;
  const names = [...new Set(owners)].map((id) => nameOfPerson(id, agreement));
  return { card: cardOf(lead), at, since, owners: names, remedy: remedyOfSilence };
};

/** @param remedyOf takes the names of the owner and of who can reassign the lead */
const ofOwner = (remedyOf: typeof remedyOfBreach, { card }: ColumnEntry, agreement: Agreement) => {
  const owner = colleagueOf(card.ownerId ?? "", agreement) ?? ownerWhoLeft(card.ownerId ?? "", agreement);
  return { card, remedy: remedyOf(owner.name, superiorOf(owner, agreement).name) };
};
