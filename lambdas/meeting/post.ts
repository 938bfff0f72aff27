import { readMessage } from "../adapters/dynamo-messages.ts";
import { log } from "../adapters/logger.ts";
import type { Mail } from "../contract/mail.ts";
import type { Reader } from "../domain/meeting/readers.ts";
import { deliverOnce } from "../mail/deliver-once.ts";
import type { MeetingTask } from "./meeting-task.ts";

/** What became of one mail. */
export interface Post {
  readonly to: Reader;
  readonly is: "sent" | "sent-before" | "failed";
}

/**
 * Sends one reader's mail once, however often it is called: claims it by team, purpose and step, as mails about
 * leads are. A mail that fails does not stop the others.
 */
export const postTo = async (
  task: MeetingTask,
  to: Reader,
  purpose: "meeting-pack" | "meeting-invitation",
  step: string,
  write: () => Promise<Mail>,
): Promise<Post> => {
  const name = { leadId: "TEAM", cycle: 0, purpose, step } as const;
  try {
    if ((await readMessage(task.table, name))?.status === "sent") return { to, is: "sent-before" };
    const mail = await write();
    const outcome = await deliverOnce(task, { name, grants: [], mail, correlationId: `meeting-${step}` });
    return { to, is: outcome === "sent" ? "sent" : "sent-before" };
  } catch (error) {
    log.error("A mail of the weekly meeting was not sent", { code: "meeting-mail-failed", purpose, step }, error);
    return { to, is: "failed" };
  }
};
