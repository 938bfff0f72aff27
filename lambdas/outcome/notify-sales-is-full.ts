import { readMessage, team as teamMail } from "../adapters/dynamo-messages.ts";
import { readTeam } from "../adapters/dynamo-team.ts";
import { readQueue } from "../adapters/dynamo-waiting.ts";
import { todayOf } from "../domain/team/availability.ts";
import { notifyOnce } from "../mail/deliver-once.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { salesIsFullMail } from "../views/outcome/sales-is-full-mail.ts";

/** The count stops here; the mail then says "more than". */
const mostCounted = 500;

/**
 * Notifies marketing and the managers that MQLs wait for room in sales, each once per day of the company's calendar.
 */
export const notifySalesIsFull = async (task: MailTask, since: string, correlationId: string): Promise<void> => {
  const { table, agreement } = task;
  const { marketing, managers } = agreement.terms.team;
  const now = task.now();
  const day = todayOf({}, agreement, now);
  // An event that was delayed in the queue is about a day that is over.
  if (todayOf({}, agreement, since) !== day) return;
  const queue = await readQueue(table, mostCounted);
  if (queue.length === 0) return;
  const team = await readTeam(table, agreement, now);
  const facts = { waiting: queue.length, orMore: queue.length === mostCounted, team, agreement };
  for (const recipient of [marketing, ...managers]) {
    const name = { ...teamMail, purpose: "sales-is-full", step: `${day}.${recipient.id}` } as const;
    // Many leads may start to wait at once: most find the mail sent, and need not write it.
    if ((await readMessage(table, name))?.status === "sent") continue;
    await notifyOnce(task, {
      name,
      grants: [],
      mail: salesIsFullMail({ ...facts, recipient }),
      correlationId,
    });
  }
};
