import * as z from "zod/mini";
import { detailSchemas, type Envelope, type EventType } from "../../contract/events.ts";
import { type Lead, LeadSchema } from "../lead/lead.ts";

/** One change of the table, as its stream tells it. */
export interface Change {
  /** The stream's id of the change: the same however often it is delivered. */
  readonly id: string;
  readonly at: string;
  readonly before?: Record<string, unknown> | undefined;
  readonly after?: Record<string, unknown> | undefined;
}

/** What happened, in the words of the bus; most changes of the table are nobody's business. */
export const eventsOfChange = (change: Change): Envelope[] => {
  const { after } = change;
  if (after === undefined) return [];
  const kind = z.string().parse(after.sk).split("#")[0] ?? "";
  if (kind === "PROFILE") return leadEvents(change, LeadSchema.parse(after));
  const type = factEvents[kind];
  return type === undefined || !isNews(kind, change) ? [] : [envelope(change, type, after)];
};

const factEvents: Record<string, Exclude<EventType, "LeadStageChanged" | "LeadNeedsAttention" | "LeadUnsubscribed">> = {
  SUBMISSION: "SubmissionRecorded",
  ENGAGEMENT: "EngagementRecorded",
  ANSWER: "AnswerRecorded",
  OUTCOME: "OutcomeRecorded",
  BREACH: "FollowUpBreached",
  MESSAGE: "MessageSent",
};

/** A fact is written once; a mail is news when it has gone, not when it is claimed. */
const isNews = (kind: string, { before, after }: Change): boolean =>
  kind === "MESSAGE" ? after?.status === "sent" && before?.status !== "sent" : before === undefined;

const leadEvents = (change: Change, lead: Lead): Envelope[] => {
  const before = change.before === undefined ? undefined : LeadSchema.parse(change.before);
  return [
    ...(before?.stage === lead.stage && before.cycle === lead.cycle ? [] : [stageChanged(change, before, lead)]),
    ...(before === undefined || before.cycle === lead.cycle ? [] : [envelope(change, "CycleStarted", lead)]),
    ...(hasUnsubscribed(before, lead) ? [envelope(change, "LeadUnsubscribed", lead)] : []),
    ...(isFlagged(before, lead) ? [envelope(change, "LeadNeedsAttention", { ...lead, ...lead.needsAttention })] : []),
  ];
};

const isFlagged = (before: Lead | undefined, { needsAttention }: Lead): boolean =>
  needsAttention !== undefined && before?.needsAttention?.at !== needsAttention.at;

const hasUnsubscribed = (before: Lead | undefined, { unsubscribedAt }: Lead): boolean =>
  unsubscribedAt !== undefined && before?.unsubscribedAt !== unsubscribedAt;

const stageChanged = (change: Change, before: Lead | undefined, lead: Lead): Envelope =>
  envelope(change, "LeadStageChanged", {
    ...lead,
    ...lead.scores,
    from: before?.stage ?? null,
    to: lead.stage,
    ownerId: "followUp" in lead ? lead.followUp.ownerId : undefined,
  });

/** The event's schema is also its filter: nothing but the fields it names leaves the house. */
const envelope = (change: Change, type: EventType, facts: Record<string, unknown>): Envelope => ({
  id: `${change.id}.${type}`,
  version: 1,
  time: change.at,
  type,
  correlationId: typeof facts.correlationId === "string" ? facts.correlationId : change.id,
  data: detailSchemas[type].parse(facts),
});
