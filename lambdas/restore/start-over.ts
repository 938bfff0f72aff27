import { untilWritten } from "../adapters/contention.ts";
import { openLeadsFrom } from "../adapters/dynamo-board.ts";
import { readJourney, readLead } from "../adapters/dynamo-leads.ts";
import { type DynamoTable, transact, update } from "../adapters/dynamo-table.ts";
import { executionName } from "../contract/journey.ts";
import { keys } from "../contract/table.ts";

const mostAtOnce = 200;

/**
 * Makes every open lead of a restored table begin a new journey: its token belongs to an execution that has ended, its
 * restarts go on behind those that the table has forgotten (their names stay taken), and it is due now, so that the
 * sweep finds it. Each step of the journey says anew when the lead is due. Safe to repeat.
 * @param isTaken whether an execution of this name exists or existed
 * @returns how many open leads there are
 */
export const startJourneysOver = async (
  table: DynamoTable,
  isTaken: (name: string) => boolean,
  now: string,
): Promise<number> => {
  let [count, place]: [number, Parameters<typeof openLeadsFrom>[1] | undefined] = [0, { partition: 0 }];
  while (place !== undefined) {
    const page: Awaited<ReturnType<typeof openLeadsFrom>> = await openLeadsFrom(table, place, mostAtOnce);
    for (const leadId of page.leadIds) await untilWritten(() => startOver(table, leadId, isTaken, now));
    count += page.leadIds.length;
    place = page.next;
  }
  return count;
};

/** @returns `undefined` when somebody else changed the lead meanwhile */
const startOver = async (
  table: DynamoTable,
  leadId: string,
  isTaken: (name: string) => boolean,
  now: string,
): Promise<true | undefined> => {
  const [lead, journey] = [await readLead(table, leadId), await readJourney(table, leadId)];
  if (lead === undefined) return true;
  const { cycle } = lead;
  let restarts = journey.restartedCycle === cycle ? journey.restarts : 0;
  while (isTaken(executionName(leadId, cycle, restarts + 1))) restarts++;
  const outcome = await transact(table, [
    update(
      table,
      "journey",
      keys.journey(leadId),
      "SET restarts = :restarts, restartedCycle = :cycle REMOVE taskToken, tokenCycle, seenSignals, restartedAt",
      { values: { ":restarts": restarts, ":cycle": cycle } },
    ),
    update(table, "lead", keys.lead(leadId), "SET nextDueAt = :now, #version = #version + :one", {
      that: "#version = :version",
      names: { "#version": "version" },
      values: { ":now": now, ":one": 1, ":version": lead.version },
    }),
  ]);
  return outcome.done || undefined;
};
