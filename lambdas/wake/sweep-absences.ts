import { type BoardEntry, leadsOfOwner } from "../adapters/dynamo-board.ts";
import { isAwaySeenTo, markAwaySeenTo } from "../adapters/dynamo-sweep.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { readTeam } from "../adapters/dynamo-team.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement, Rep } from "../contract/agreement.ts";
import { type Away, awayAt } from "../domain/team/availability.ts";

export interface AbsenceDependencies {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
  readonly lookAt: (leadIds: readonly string[]) => Promise<void>;
}

/** Wakes the leads of each rep who is away, or has left: once per absence, when it begins. */
export const sweepAbsences = async (deps: AbsenceDependencies): Promise<void> => {
  const [{ table, agreement }, at] = [deps, deps.now()];
  for (const { rep } of await readTeam(table, agreement, at)) {
    const away = awayAt(rep, agreement, at);
    if (away?.from !== undefined) await seeTo(deps, rep, away, at);
  }
};

/** Marked after all were sent: a sweep that dies in between sends some twice, which is harmless. */
const seeTo = async ({ table, lookAt }: AbsenceDependencies, { id }: Rep, away: Away, at: string): Promise<void> => {
  const absence = nameOf(away);
  if (await isAwaySeenTo(table, id, absence)) return;
  let found = 0;
  for await (const page of leadsOfOwner(table, id)) {
    const leadIds = page.filter(mustMove(away)).map(({ leadId }) => leadId);
    await lookAt(leadIds);
    found += leadIds.length;
  }
  await markAwaySeenTo(table, id, absence, at);
  log.info("The leads of a rep who is away are looked at", { code: "rep-away", repId: id, found, left: away.left });
};

/** An absence that is extended, or becomes a departure, counts as a new one. */
const nameOf = ({ from, until, left }: Away): string => (left ? `${from}..left` : `${from}..${until ?? ""}`);

/** An unanswered lead cannot wait for an absent owner; an accepted one moves only when they have left. */
const mustMove =
  ({ left = false }: Away) =>
  ({ stage }: BoardEntry): boolean =>
    left || stage === "assigned" || stage === "handed-off";
