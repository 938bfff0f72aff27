import { readFlood } from "../adapters/dynamo-floods.ts";
import { team as teamMail } from "../adapters/dynamo-messages.ts";
import { notifyOnce } from "../mail/deliver-once.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { attentionAddress } from "../views/meeting/board-address.ts";
import { floodMail } from "../views/outcome/flood-mail.ts";

/** Tells marketing, once a day, that a flood of forms is kept aside; operations hear of it by an alarm. */
export const notifyFlood = async (task: MailTask, day: string, correlationId: string): Promise<void> => {
  const flood = await readFlood(task.table, day);
  if (flood === undefined) return;
  const { agreement, publicUrl } = task;
  const recipient = agreement.terms.team.marketing;
  await notifyOnce(task, {
    name: { ...teamMail, purpose: "forms-kept-aside", step: day },
    grants: [],
    mail: floodMail({ recipient, flood, agreement, board: attentionAddress(publicUrl) }),
    correlationId,
  });
};
