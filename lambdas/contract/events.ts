import * as z from "zod/mini";
import { StageSchema } from "./stages.ts";

/** `source` of every domain event; only `publish` may send it. */
export const eventSource = "smarketing";

/** Events say what happened to which lead, in ids, stages and scores; never a name, an e-mail or a message. */
const leadFields = { leadId: z.string(), cycle: z.int() };

export const detailSchemas = {
  SubmissionRecorded: z.object({ ...leadFields, submissionId: z.string() }),
  EngagementRecorded: z.object({ ...leadFields, engagementId: z.string(), kind: z.string() }),
  LeadStageChanged: z.object({
    ...leadFields,
    from: z.nullable(StageSchema),
    to: StageSchema,
    /** What made it so: a code such as `gate-passed` or `rejected:no-budget`. */
    because: z.string(),
    fit: z.optional(z.number()),
    familiarity: z.optional(z.number()),
    persona: z.optional(z.string()),
    grade: z.optional(z.string()),
    ownerId: z.optional(z.string()),
    agreementVersion: z.optional(z.string()),
  }),
  /** A lead that had ended, or was given back, begins again. */
  CycleStarted: z.object({ ...leadFields, because: z.string() }),
  AnswerRecorded: z.object({ ...leadFields, kind: z.string(), ownerId: z.string() }),
  OutcomeRecorded: z.object({ ...leadFields, kind: z.string(), ownerId: z.string() }),
  /** The lead wants no more content by mail. */
  LeadUnsubscribed: z.object(leadFields),
  /** Whoever reads the lead's address agreed to our mails (double opt-in). */
  ConsentConfirmed: z.object({ ...leadFields, purpose: z.string() }),
  /** A mail came back for good, or its reader complained. */
  LeadUndeliverable: z.object({ ...leadFields, because: z.string() }),
  /** Marketing decided by hand instead of the gate. */
  GateOverridden: z.object({ ...leadFields, verdict: z.string() }),
  MessageSent: z.object({ ...leadFields, purpose: z.string(), step: z.string() }),
  FollowUpBreached: z.object({ ...leadFields, ownerId: z.string(), level: z.int() }),
  LeadNeedsAttention: z.object({ ...leadFields, error: z.string() }),
} as const;

export type EventType = keyof typeof detailSchemas;

/** First parts of the sort keys of the items whose changes become events; whatever else changes is nobody's business. */
export const tellingItems = ["PROFILE", "SUBMISSION", "ENGAGEMENT", "ANSWER", "OUTCOME", "BREACH", "MESSAGE"] as const;
export type TellingItem = (typeof tellingItems)[number];

/** After one of these a waiting journey has something new to look at (or a new cycle has to be started). */
export const wakingEvents = [
  "SubmissionRecorded",
  "EngagementRecorded",
  "CycleStarted",
  "AnswerRecorded",
  "OutcomeRecorded",
  "LeadUnsubscribed",
  "ConsentConfirmed",
  "LeadUndeliverable",
  "GateOverridden",
] as const satisfies readonly EventType[];

/** The envelope of every domain event (the bus event's `detail`). */
export const EnvelopeSchema = z.object({
  /** Same record of the stream, same id: subscribers can drop repeats. */
  id: z.string(),
  version: z.literal(1),
  /** When it happened, ISO 8601 in UTC. */
  time: z.iso.datetime(),
  type: z.enum(Object.keys(detailSchemas) as [EventType, ...EventType[]]),
  /** Ties together everything that followed from one request. */
  correlationId: z.string(),
  data: z.looseObject({ leadId: z.string(), cycle: z.int() }),
});
export type Envelope = z.infer<typeof EnvelopeSchema>;

/** Detail types other systems may put on the bus (any source but ours): same bodies as `POST /leads` and `POST /engagements`. */
export const externalEvents = {
  leadSubmitted: "LeadSubmitted",
  leadEngaged: "LeadEngaged",
  /** Marketing decides by hand: `{leadId | email, verdict, reason, by}`. */
  gateOverridden: "OverrideGate",
} as const;
