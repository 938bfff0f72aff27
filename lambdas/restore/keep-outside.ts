import * as z from "zod/mini";
import { keepOutside } from "../adapters/dynamo-kept-outside.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { bindAtStart, clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { park } from "../adapters/sqs-queues.ts";
import { environments } from "../contract/environment.ts";
import { EnvelopeSchema, eventSource } from "../contract/events.ts";
import { type Kept, KeptSchema } from "../contract/kept-outside.ts";
import { parseMailFeedback } from "../domain/nurture/mail-feedback.ts";
import { eachMessage } from "../queue/each-message.ts";

const BusEventSchema = z.object({ source: z.string(), detail: z.unknown() });

export interface KeepDependencies {
  readonly now: () => string;
  readonly keep: (kept: Kept) => Promise<void>;
  readonly parkEvent: (body: string, reason: string) => Promise<void>;
}

/**
 * Keeps outside of the leads' table what a restore must not forget: which mails the mail service took, and who gets no
 * more. (Who was erased, the sweep keeps: no event names them.)
 */
export const keepFromEvents = ({ now, keep, parkEvent }: KeepDependencies) =>
  eachMessage(async (body) => {
    const { source, detail } = BusEventSchema.parse(JSON.parse(body));
    const kept = source === eventSource ? ofLead(detail) : ofMail(detail, now());
    if (kept === undefined) return "nothing that is kept outside";
    if (kept !== "about-no-lead") await keep(kept);
    return undefined;
  }, parkEvent);

/** A mail that no claim names, such as the one for another password, is not sent again by anything. */
const ofMail = (detail: unknown, now: string): Kept | "about-no-lead" | undefined => {
  const feedback = parseMailFeedback(detail, now);
  if (feedback?.means === "nothing-lasting") return "about-no-lead";
  if (feedback?.means !== "sent") return undefined;
  const { mail, providerId, at } = feedback;
  return KeptSchema.parse({ ...mail, kind: "mail-sent", providerId, at });
};

const ofLead = (detail: unknown): Kept | undefined => {
  const { type, time, data } = EnvelopeSchema.parse(detail);
  const because = type === "LeadUnsubscribed" ? "unsubscribed" : data.because;
  return KeptSchema.safeParse({ kind: "no-mails", leadId: data.leadId, at: time, because }).data;
};

export const handler = bindAtStart(() => {
  const { OUTSIDE_TABLE_NAME, DEAD_LETTER_QUEUE_URL } = environmentOf(environments.keepOutside);
  const outside = openTable(OUTSIDE_TABLE_NAME);
  return keepFromEvents({
    now: clock,
    keep: (kept) => keepOutside(outside, kept),
    parkEvent: (body, reason) => park(DEAD_LETTER_QUEUE_URL, body, reason),
  });
});
