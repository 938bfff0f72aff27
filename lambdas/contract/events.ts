import * as z from "zod/mini";
import { type Stage, StageSchema } from "./stages.ts";
import { droppable } from "./start-light.ts";

/** `source` of every domain event; only `publish` may send it. */
export const eventSource = "smarketing";

/** Events say what happened to which lead, in ids, stages and scores; never a name, an e-mail or a message. */
const leadFields = { leadId: z.string(), cycle: z.int() };

export const detailSchemas = /* @__PURE__ */ droppable(
  () =>
    ({
      SubmissionRecorded: z.object({ ...leadFields, submissionId: z.string() }),
      EngagementRecorded: z.object({ ...leadFields, engagementId: z.string(), kind: z.string() }),
      LeadStageChanged: z.object({
        ...leadFields,
        from: z.nullable(StageSchema),
        to: StageSchema,
        /** The cause, as a code such as `gate-passed` or `rejected:no-budget`. */
        because: z.string(),
        fit: z.optional(z.number()),
        familiarity: z.optional(z.number()),
        persona: z.optional(z.string()),
        grade: z.optional(z.string()),
        ownerId: z.optional(z.string()),
        agreementVersion: z.optional(z.string()),
        /** To `qualified`: the lead was an MQL in this cycle before, and had cooled. */
        again: z.optional(z.boolean()),
      }),
      /** A lead that was kept aside, beyond a limit, goes on. */
      LeadReleased: z.object(leadFields),
      /** A lead that had ended, or was returned to marketing, starts its next cycle. */
      CycleStarted: z.object({ ...leadFields, because: z.string() }),
      AnswerRecorded: z.object({
        ...leadFields,
        kind: z.string(),
        ownerId: z.string(),
        reason: z.optional(z.string()),
      }),
      /** `corrects`: the time of the outcome that this one replaces. */
      OutcomeRecorded: z.object({
        ...leadFields,
        kind: z.string(),
        ownerId: z.string(),
        reason: z.optional(z.string()),
        corrects: z.optional(z.string()),
        /** What the corrected one said: the figures of its week are corrected. */
        correctedKind: z.optional(z.string()),
      }),
      /**
       * A rep's clock for a lead has stopped: by an answer, because someone else got the lead, or because it was returned
       * to marketing.
       */
      FollowUpClosed: z.object({
        ...leadFields,
        ownerId: z.string(),
        because: z.string(),
        answered: z.boolean(),
        inTime: z.boolean(),
        /** By the clock: nights and weekends count. */
        responseSeconds: z.int(),
        lane: z.optional(z.string()),
        segment: z.optional(z.string()),
        dueAt: z.optional(z.string()),
        closedAt: z.optional(z.string()),
      }),
      /** An MQL waits because no rep can take it. */
      LeadWaitsForSales: z.object(leadFields),
      /** A rep's absences or capacity were changed. */
      RepChanged: z.object({ repId: z.string() }),
      /** The lead wants no more content by mail. */
      LeadUnsubscribed: z.object(leadFields),
      /** The owner of the address agreed to our mails (double opt-in). */
      ConsentConfirmed: z.object({ ...leadFields, purpose: z.string() }),
      /** A mail came back for good, or its reader complained. */
      LeadUndeliverable: z.object({ ...leadFields, because: z.string() }),
      /** What the lead is known by was confirmed, by a colleague or by the mailed link. */
      FactsConfirmed: z.object(leadFields),
      /** The ladder ran out, and nobody in sales had answered: people have to decide. `ownerId`: who had it last. */
      NobodyAnswered: z.object({ ...leadFields, ownerId: z.optional(z.string()) }),
      /** A form came of a lead that sales has in hand, or has closed: nothing moved. */
      LeadWroteAgain: z.object({ ...leadFields, submissionId: z.string() }),
      /** The lead confirmed a form that asks for something that must not wait: its owner must answer sooner. */
      ClockShortened: z.object({ ...leadFields, submissionId: z.string() }),
      /** Operations asked for a link to all that is kept of the person to be mailed to them. */
      ExportAsked: z.object(leadFields),
      /** Marketing decided by hand instead of the gate. */
      GateOverridden: z.object({ ...leadFields, verdict: z.string() }),
      MessageSent: z.object({ ...leadFields, purpose: z.string(), step: z.string() }),
      /** The mail service has confirmed a mail of which it was unknown whether it went: the journey that waits goes on. */
      MailConfirmed: z.object({ ...leadFields, purpose: z.string(), step: z.string() }),
      /** The mail service refused a mail for good: its recipient's address, or what is in it. */
      MailUndeliverable: z.object({
        ...leadFields,
        purpose: z.string(),
        step: z.string(),
        refusal: z.optional(z.string()),
      }),
      FollowUpBreached: z.object({
        ...leadFields,
        ownerId: z.string(),
        level: z.int(),
        dueAt: z.optional(z.string()),
      }),
      /** So many forms were kept aside within an hour that somebody should look; once a day. */
      FormsKeptAside: z.object({ day: z.string(), forms: z.int() }),
      /** A form tool has sent something, or what it sent is to be read again: the so many'th time. */
      SourceArrived: z.object({ arrivalId: z.string(), sourceId: z.string(), turn: z.int() }),
      /** Something is to be done with an import: the so many'th time. */
      ImportDue: z.object({ importId: z.string(), turn: z.int() }),
      /** Something happened to a proposal for the agreement: its so many'th step. */
      ProposalMoved: z.object({ proposalId: z.string(), turn: z.int() }),
      /** A trial of a proposal on the past is to begin, or to go on: the so many'th time. */
      TrialDue: z.object({ proposalId: z.string(), turn: z.int() }),
      /** The walk of the version of this number begins, or goes on. */
      WalkDue: z.object({ number: z.int(), turn: z.int() }),
      LeadNeedsAttention: z.object({ ...leadFields, error: z.string() }),
    }) as const,
);

export type EventType = keyof typeof detailSchemas;

/** First parts of the sort keys of the items whose changes become events; all other changes stay inside. */
export const eventItems = [
  "PROFILE",
  "SUBMISSION",
  "ENGAGEMENT",
  "ANSWER",
  "OUTCOME",
  "BREACH",
  "MESSAGE",
  "CLOCK",
  "QUEUED",
  "SETTINGS",
  "FLOOD",
  "ARRIVAL",
  "IMPORT",
  "PROPOSAL",
  "TRIAL",
  "WALK",
] as const;
export type EventItem = (typeof eventItems)[number];

/** Each of these wakes a waiting journey, or starts a new cycle. */
export const wakingEvents = [
  "SubmissionRecorded",
  "EngagementRecorded",
  "LeadReleased",
  "CycleStarted",
  "AnswerRecorded",
  "OutcomeRecorded",
  "LeadUnsubscribed",
  "ConsentConfirmed",
  "LeadUndeliverable",
  "GateOverridden",
  "FactsConfirmed",
  "MailConfirmed",
  "ClockShortened",
] as const satisfies readonly EventType[];

/** Somebody gets a mail because of these: both teams, or of `ExportAsked` and changes of stage the lead. */
export const notifyingEvents = [
  "LeadStageChanged",
  "AnswerRecorded",
  "OutcomeRecorded",
  "LeadWaitsForSales",
  "LeadUndeliverable",
  "NobodyAnswered",
  "LeadWroteAgain",
  "ClockShortened",
  "ExportAsked",
  "MailUndeliverable",
  "FormsKeptAside",
  "ProposalMoved",
] as const satisfies readonly EventType[];

/** Of the changes of stage, those that the sender of a form is told of by no programme of mails. */
export const toldStages = ["handed-off", "disqualified"] as const satisfies readonly Stage[];

/** Each of these may mean that a rep has room again: of the changes of stage, those that begin in a rep's hands. */
export const freeingEvents = [
  "FollowUpClosed",
  "OutcomeRecorded",
  "RepChanged",
  "LeadStageChanged",
] as const satisfies readonly EventType[];

/** The envelope of every domain event (the bus event's `detail`). */
export const EnvelopeSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** Same record of the stream, same id: subscribers can drop repeats. */
    id: z.string(),
    version: z.literal(1),
    /** When it happened, ISO 8601 in UTC. */
    time: z.iso.datetime(),
    type: z.enum(Object.keys(detailSchemas) as [EventType, ...EventType[]]),
    /** Shared by everything that followed from one request. */
    correlationId: z.string(),
    /** Of all but `RepChanged` and `FormsKeptAside`: which lead, in which cycle. */
    data: z.looseObject({ leadId: z.optional(z.string()), cycle: z.optional(z.int()) }),
  }),
);
export type Envelope = z.infer<typeof EnvelopeSchema>;

/**
 * Detail types other systems may put on the bus (any source but ours): same bodies as `POST /leads` and `POST
 * /engagements`.
 */
export const externalEvents = {
  leadSubmitted: "LeadSubmitted",
  leadEngaged: "LeadEngaged",
  /** Marketing decides by hand: `{leadId | email, verdict, reason, by}`. */
  gateOverridden: "OverrideGate",
  /** Same bodies as `POST /answers`, `POST /outcomes` and `POST /team`. */
  handOffAnswered: "AnswerHandOff",
  outcomeReported: "TellOutcome",
  repChanged: "ChangeRep",
} as const;
