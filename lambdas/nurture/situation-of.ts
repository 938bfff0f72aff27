import { type Message, readMessages } from "../adapters/dynamo-messages.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import type { Nurtured, Touch } from "../domain/nurture/plan-nurture.ts";
import type { GoneMail } from "../domain/nurture/telling.ts";

/**
 * The lead in its programme. The claims say what has been sent, not a counter on the lead: a step that died half-way is
 * not repeated.
 */
export const situationOf = async (
  table: DynamoTable,
  lead: LeadIn<"nurturing">,
  { read, lastAt }: Pick<Nurtured, "read" | "lastAt">,
  now: string,
): Promise<Nurtured> => {
  const messages = await readMessages(table, lead.leadId);
  return {
    lead,
    touches: messages.flatMap(touchOf),
    asked: askedIn(messages, now),
    mails: goneIn(messages, now),
    read,
    lastAt,
  };
};

const touchOf = (message: Message): Touch[] =>
  message.purpose === "nurture" && mayHaveGone(message)
    ? [
        {
          content: message.step,
          cycle: message.cycle,
          at: message.status === "sent" ? message.sentAt : message.claimedAt,
        },
      ]
    : [];

/** The mails about its forms that may have gone to the lead. */
export const goneIn = (messages: readonly Message[], now: string): GoneMail[] =>
  messages.flatMap((message) => {
    const { purpose, step, claimedAt: at } = message;
    const isGone = mayHaveGone(message) && (purpose === "acknowledgement" || askedOf(now)(message).length > 0);
    return isGone ? [{ purpose, step, at }] : [];
  });

/** Steps of the mails that have asked the lead to confirm something. */
export const askedIn = (messages: readonly Message[], now: string): string[] => messages.flatMap(askedOf(now));

const askedOf =
  (now: string) =>
  (message: Message): string[] =>
    message.purpose === "confirm-consent" && mayHaveGone(message) && !isSentAgain(message, now) ? [message.step] : [];

/** What was claimed only is still to be sent. */
const mayHaveGone = ({ status }: Message): boolean => status !== "claimed" && status !== "not-sent";

/** Of work of which nothing was heard in the agreed time, deliverOnce makes another attempt. */
const isSentAgain = (message: Message, now: string): boolean =>
  message.status === "unknown" || (message.status === "sending" && message.settlesAt <= now);
