import { columnParts, readColumn } from "../../adapters/dynamo-columns.ts";
import type { Wins } from "../../contract/board.ts";
import { json } from "../../domain/http/index.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import type { Read } from "./read.ts";

const mostShown = 50;

/** `GET wins`: the newest won leads, for both teams; the same that the mails tell everybody. */
export const readWins: Read = async ({ table, agreement }) => {
  const run = await readColumn(table, { parts: columnParts("won"), newestFirst: true, most: mostShown });
  const wins = run.entries.map(({ card, createdAt = card.since }) => ({
    leadId: card.leadId,
    company: card.company,
    name: card.name,
    amount: card.amount,
    wonAt: card.since,
    closedBy: nameOfPerson(card.ownerId ?? "", agreement),
    source: card.source,
    persona: card.persona,
    seconds: Math.round((Date.parse(card.since) - Date.parse(createdAt)) / 1000),
    demo: card.demo,
  }));
  return json(200, { wins } satisfies Wins);
};
