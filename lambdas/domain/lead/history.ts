import * as z from "zod/mini";
import { BilingualSchema } from "../../contract/stages.ts";
import { droppable } from "../../contract/start-light.ts";
import { ConsentSchema, EngagementSchema } from "./lead.ts";
import { MoveFactSchema } from "./move-fact.ts";

const text = z.optional(z.string());

/** Everything that is kept of a lead's past, kind by kind, as the table has it. */
export const historySchemas = /* @__PURE__ */ droppable(
  () =>
    ({
      ENGAGEMENT: z.extend(EngagementSchema, { cycle: z._default(z.int(), 1) }),
      SUBMISSION: z.object({
        submissionId: z.string(),
        at: z.string(),
        cycle: z.int(),
        /** It came from another browser than the lead's, and counts once it is confirmed. */
        pending: z.optional(z.literal(true)),
        confirmedAt: text,
        /** No form: who noted it, and how it reached them. */
        by: z.optional(z.object({ id: z.string(), way: z.string() })),
        pageUrl: text,
        utm: z._default(z.object({ source: text, medium: text, campaign: text }), {}),
        consents: z._default(z.array(ConsentSchema), []),
        declined: z._default(z.array(ConsentSchema), []),
        contact: z._default(z.object({ interest: text, message: text }), {}),
        other: z._default(z.array(z.object({ name: z.string(), value: z.string() })), []),
      }),
      MESSAGE: z.object({
        purpose: z.string(),
        step: z.string(),
        cycle: z.int(),
        status: z.enum(["claimed", "sending", "sent", "undeliverable", "unknown", "not-sent"]),
        claimedAt: z.string(),
        sentAt: text,
        agreementVersion: text,
      }),
      SCORE: z.object({
        sk: z.string(),
        at: z.string(),
        cycle: z.int(),
        points: z.number(),
        lines: z.array(z.object({ sentence: BilingualSchema })),
        agreementVersion: text,
      }),
      DECISION: z.object({
        at: z.string(),
        cycle: z.int(),
        of: z.string(),
        verdict: z.string(),
        reasons: z.array(BilingualSchema),
        agreementVersion: z.string(),
        by: text,
      }),
      ANSWER: z.object({
        at: z.string(),
        cycle: z.int(),
        kind: z.string(),
        ownerId: z.string(),
        by: text,
        turn: z.optional(z.int()),
        how: text,
        meetingAt: text,
        reason: text,
        tries: z.optional(z.int()),
        to: text,
        until: text,
        why: text,
        note: text,
      }),
      OUTCOME: z.object({
        at: z.string(),
        cycle: z.int(),
        kind: z.string(),
        ownerId: z.string(),
        by: text,
        reason: text,
        amount: z.optional(z.number()),
        currency: text,
        note: text,
        corrects: text,
      }),
      CLOCK: z.object({
        cycle: z.int(),
        turn: z.int(),
        ownerId: z.string(),
        assignedAt: z.string(),
        dueAt: z.string(),
        closedAt: z.string(),
        because: z.string(),
        answered: z.boolean(),
        inTime: z.boolean(),
        agreementVersion: text,
      }),
      BREACH: z.object({
        at: z.string(),
        cycle: z.int(),
        level: z.int(),
        ownerId: z.string(),
        dueAt: z.string(),
        agreementVersion: text,
      }),
      MOVE: MoveFactSchema,
    }) as const,
);

export type HistoryKind = keyof typeof historySchemas;
type Of<K extends HistoryKind> = readonly z.infer<(typeof historySchemas)[K]>[];

export interface History {
  readonly engagements: Of<"ENGAGEMENT">;
  readonly forms: Of<"SUBMISSION">;
  readonly mails: Of<"MESSAGE">;
  readonly scores: Of<"SCORE">;
  readonly decisions: Of<"DECISION">;
  readonly answers: Of<"ANSWER">;
  readonly outcomes: Of<"OUTCOME">;
  readonly clocks: Of<"CLOCK">;
  readonly breaches: Of<"BREACH">;
  readonly moves: Of<"MOVE">;
  /** There is more than was read. */
  readonly isCut: boolean;
}
