import { readMessage, team } from "../adapters/dynamo-messages.ts";
import { log } from "../adapters/logger.ts";
import { type Mail, type MailPurpose, mailKinds } from "../contract/mail.ts";
import type { Reader } from "../domain/meeting/readers.ts";
import { type Delivered, deliverOnce } from "../mail/deliver-once.ts";
import type { MeetingTask } from "./meeting-task.ts";

/** What became of one mail. `failed`: it must be tried again. */
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
  const name = { ...team, purpose, step } as const;
  try {
    if ((await readMessage(task.table, name))?.status === "sent") return { to, is: "sent-before" };
    const mail = await write();
    const outcome = await deliverOnce(task, { name, grants: [], mail, correlationId: `meeting-${step}` });
    return { to, is: becameOf(outcome, purpose) };
  } catch (error) {
    log.error("A mail of the weekly meeting was not sent", { code: "meeting-mail-failed", purpose, step }, error);
    return { to, is: "failed" };
  }
};

/** A pack of which nobody knows yet whether it went counts as sent: a second copy is not worth it. */
const becameOf = (delivered: Delivered, purpose: MailPurpose): Post["is"] => {
  if (delivered.is === "held" || (delivered.is === "unsettled" && mailKinds[purpose].is === "work")) return "failed";
  return delivered.is === "sent" && !delivered.again ? "sent" : "sent-before";
};
