import type { IncomingMessage } from "node:http";
import * as z from "zod/mini";
import type { Handler } from "./front-server/door.ts";
import { forwardTo } from "./front-server/forward.ts";
import { type KeptMail, keptOf } from "./inbox/kept-mail.ts";
import { eventsOfMail, type PublishMailEvent } from "./mail-events.ts";

export interface MailRecorder {
  /** A proxy for the mail service: passes everything on unchanged. */
  readonly handler: Handler;
  /** What was sent with this mail, by the mail service's id; waits for requests that are in flight. */
  kept(id: string): Promise<KeptMail | undefined>;
  /** The pipeline is about to end: nobody will hear of its last mails. */
  end(): void;
}

const AnswerSchema = z.object({ MessageId: z.string() });

/**
 * Keeps of each mail what the emulator at `target` drops: pictures, attachments, invitation, headers; and publishes what
 * SES would say of it, after its answer.
 */
export const mailRecorder = (target: string, publish: PublishMailEvent): MailRecorder => {
  const mails = new Map<string, KeptMail>();
  const passing = new Set<Promise<void>>();
  let ended = false;
  const remember = async (sent: Buffer, answered: Buffer): Promise<void> => {
    const answer = AnswerSchema.safeParse(jsonOf(answered)).data;
    const mail = answer === undefined ? undefined : await keptOf(jsonOf(sent));
    if (answer !== undefined && mail !== undefined) mails.set(answer.MessageId, mail);
  };
  const tell = async (sent: Buffer, answered: Buffer): Promise<void> => {
    const answer = AnswerSchema.safeParse(jsonOf(answered)).data;
    if (answer === undefined || ended) return;
    try {
      const now = new Date().toISOString();
      for (const event of eventsOfMail(jsonOf(sent), answer.MessageId, now)) await publish(event);
    } catch (error) {
      if (ended) return;
      // The pipeline bears that, as it bears an event that SES loses.
      process.emitWarning(`an event about a mail was not published: ${String(error)}`);
    }
  };
  const pass: Handler = async (request, response) => {
    const sent = collected(request);
    let answered = (): Buffer => Buffer.alloc(0);
    await forwardTo(target, (answer) => {
      answered = collected(answer);
    })(request, response);
    await remember(sent(), answered());
    await tell(sent(), answered());
  };
  return {
    handler: (request, response) => {
      const passed = pass(request, response).finally(() => passing.delete(passed));
      passing.add(passed);
      return passed;
    },
    end: () => {
      ended = true;
    },
    kept: async (id) => {
      await Promise.allSettled(passing);
      return mails.get(id);
    },
  };
};

/** Returns what has arrived by then; other readers of the message are not affected. */
const collected = (message: IncomingMessage): (() => Buffer) => {
  const chunks: Buffer[] = [];
  message.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks);
};

const jsonOf = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
};
