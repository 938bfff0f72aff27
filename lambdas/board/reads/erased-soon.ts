import { type ColumnEntry, columnParts, readColumn } from "../../adapters/dynamo-columns.ts";
import { readLead } from "../../adapters/dynamo-leads.ts";
import type { AttentionView } from "../../contract/board.ts";
import { erasedAt, lookBefore, type RetainedStage, retainedStages } from "../../domain/erasure/retention.ts";
import { dayMillis } from "../../domain/working-time/zone.ts";
import type { BoardDependencies } from "../board-request.ts";

const daysAhead = 30;
/** Looked at of each ending: who polls this page every few seconds must not read thousands. */
const mostOfEnding = 50;
const mostShown = 10;

type Soon = NonNullable<AttentionView["erasedSoon"]>;

/**
 * Whom retention erases within 30 days: how many by their ending, and the first of them. Read by the board's index from
 * those on who ended first, so many of each ending and no more.
 * @returns `undefined` when the agreement has nobody erased
 */
export const readErasedSoon = async (deps: BoardDependencies, most = mostShown): Promise<Soon | undefined> => {
  const { terms } = deps.agreement;
  const until = new Date(Date.parse(deps.now()) + daysAhead * dayMillis).toISOString();
  const asked = retainedStages.filter((stage) => lookBefore(terms, until, stage) !== undefined);
  if (asked.length === 0) return undefined;
  const found = await Promise.all(asked.map((stage) => dueOf(deps, stage, until)));
  const due = found.flatMap(({ due }) => due).sort((one, other) => (one.at < other.at ? -1 : 1));
  return {
    days: daysAhead,
    endings: found.map(({ stage, due, more }) => ({ stage, count: due.length, more })),
    first: due.slice(0, most),
  };
};

const dueOf = async (deps: BoardDependencies, stage: RetainedStage, until: string) => {
  const before = lookBefore(deps.agreement.terms, until, stage);
  const most = mostOfEnding + 1;
  const { entries } = await readColumn(deps.table, { parts: columnParts(stage), newestFirst: false, before, most });
  const looked = await Promise.all(entries.slice(0, mostOfEnding).map((entry) => dueAt(deps, entry)));
  return {
    stage,
    due: looked.flatMap((each) => (each !== undefined && each.at <= until ? [each] : [])),
    more: entries.length === most,
  };
};

/** By the lead itself: whether they ever confirmed is not on the card. A won deal beside a new one is not erased. */
const dueAt = async ({ table, agreement }: BoardDependencies, { card, deal }: ColumnEntry) => {
  const lead = deal === undefined ? await readLead(table, card.leadId) : undefined;
  const at = lead && erasedAt(lead, agreement.terms);
  return at === undefined ? undefined : { card, at };
};
