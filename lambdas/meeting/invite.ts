import { putInvitation, readInvitation } from "../adapters/dynamo-meetings.ts";
import { boardPaths } from "../contract/board.ts";
import { type Invitation, invitationNow } from "../domain/meeting/invitation.ts";
import { readerAt, readersOf } from "../domain/meeting/readers.ts";
import { invitationMail } from "../views/meeting/invitation-mail.ts";
import type { MeetingTask } from "./meeting-task.ts";
import { type Post, postTo } from "./post.ts";

/**
 * Invites the attendees, and sends a cancellation to those who are no longer invited: once per state of the invitation.
 * What failed is sent the next time.
 */
export const invite = async (task: MeetingTask): Promise<{ sequence: number; posts: Post[] }> => {
  const { agreement, publicUrl } = task;
  const invitation = await currentInvitation(task);
  const known = readersOf(agreement);
  const at = (email: string) => readerAt(email, known, agreement);
  const attendees = invitation.attendees.map(at);
  const common = { invitation, attendees, agreement, boardUrl: `${publicUrl}${boardPaths.board}/meeting` };
  const mails = [
    ...attendees.map((reader) => ({ ...common, reader, method: "REQUEST" as const })),
    ...invitation.cancelled.map((email) => ({ ...common, reader: at(email), method: "CANCEL" as const })),
  ];
  const posts: Post[] = [];
  for (const mail of mails)
    posts.push(
      await postTo(task, mail.reader, "meeting-invitation", `${invitation.sequence}.${mail.reader.id}`, async () =>
        invitationMail(mail),
      ),
    );
  return { sequence: invitation.sequence, posts };
};

const currentInvitation = async ({ table, agreement, now }: MeetingTask): Promise<Invitation> => {
  const last = await readInvitation(table);
  const next = invitationNow(last, agreement, now());
  if (next === last || (await putInvitation(table, next))) return next;
  return (await readInvitation(table)) ?? next;
};
