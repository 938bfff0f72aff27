import * as z from "zod/mini";
import { detailSchemas, type Envelope, type EventItem, type EventType, eventItems } from "../../contract/events.ts";
import { keys } from "../../contract/table.ts";
import { type Consent, type Lead, LeadSchema } from "../lead/lead.ts";

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
  // What is kept of an erased lead was told while it was the lead's.
  if (after === undefined || String(after.pk).startsWith(keys.erasedFact("", "").pk)) return [];
  // What was imported happened elsewhere, and long ago: it is counted, and no news.
  if ("importedAt" in after) return [];
  const kind = kindOf(z.string().parse(after.sk));
  if (kind === undefined) return [];
  if (kind === "PROFILE") return leadEvents(change, LeadSchema.parse(after));
  return isNews(kind, change) ? [envelope(change, factEvents[kind], after)] : [];
};

const kindOf = (sortKey: string): EventItem | undefined => eventItems.find((kind) => kind === sortKey.split("#")[0]);

/** What the lead's own item tells. */
type LeadEvent =
  | "LeadStageChanged"
  | "CycleStarted"
  | "LeadUnsubscribed"
  | "ConsentConfirmed"
  | "LeadUndeliverable"
  | "GateOverridden"
  | "LeadNeedsAttention";

const factEvents: Record<Exclude<EventItem, "PROFILE">, Exclude<EventType, LeadEvent>> = {
  SUBMISSION: "SubmissionRecorded",
  ENGAGEMENT: "EngagementRecorded",
  ANSWER: "AnswerRecorded",
  OUTCOME: "OutcomeRecorded",
  BREACH: "FollowUpBreached",
  MESSAGE: "MessageSent",
  CLOCK: "FollowUpClosed",
  QUEUED: "LeadWaitsForSales",
  SETTINGS: "RepChanged",
};

/**
 * A fact is written once, a rep's settings again and again; a mail is news when it has gone, not when it is claimed. A
 * lead that only moved in the queue does not begin to wait.
 */
const isNews = (kind: EventItem, { before, after }: Change): boolean =>
  kind === "SETTINGS" ||
  (kind === "MESSAGE"
    ? after?.status === "sent" && before?.status !== "sent"
    : before === undefined && after?.moved !== true);

const leadEvents = (change: Change, lead: Lead): Envelope[] => {
  const before = change.before === undefined ? undefined : LeadSchema.parse(change.before);
  return [
    ...(before?.stage === lead.stage && before.cycle === lead.cycle ? [] : [stageChanged(change, before, lead)]),
    ...(before === undefined || before.cycle === lead.cycle ? [] : [envelope(change, "CycleStarted", lead)]),
    ...(hasUnsubscribed(before, lead) ? [envelope(change, "LeadUnsubscribed", lead)] : []),
    ...newlyConfirmed(before, lead).map(({ purpose }) => envelope(change, "ConsentConfirmed", { ...lead, purpose })),
    ...(isUndeliverable(before, lead)
      ? [envelope(change, "LeadUndeliverable", { ...lead, ...lead.undeliverable })]
      : []),
    ...(isOverridden(before, lead) ? [envelope(change, "GateOverridden", { ...lead, ...lead.override })] : []),
    ...(isFlagged(before, lead) ? [envelope(change, "LeadNeedsAttention", { ...lead, ...lead.needsAttention })] : []),
  ];
};

const isFlagged = (before: Lead | undefined, { needsAttention }: Lead): boolean =>
  needsAttention !== undefined && before?.needsAttention?.at !== needsAttention.at;

const newlyConfirmed = (before: Lead | undefined, { consents }: Lead): Consent[] => {
  const earlier = new Set((before?.consents ?? []).map(({ confirmedAt }) => confirmedAt));
  const fresh = consents.filter(({ confirmedAt }) => confirmedAt !== undefined && !earlier.has(confirmedAt));
  return [...new Map(fresh.map((consent) => [consent.purpose, consent])).values()];
};

const isUndeliverable = (before: Lead | undefined, { undeliverable }: Lead): boolean =>
  undeliverable !== undefined && before?.undeliverable?.at !== undeliverable.at;

const isOverridden = (before: Lead | undefined, { override }: Lead): boolean =>
  override !== undefined && before?.override?.at !== override.at;

const hasUnsubscribed = (before: Lead | undefined, { unsubscribedAt }: Lead): boolean =>
  unsubscribedAt !== undefined && before?.unsubscribedAt !== unsubscribedAt;

const stageChanged = (change: Change, before: Lead | undefined, lead: Lead): Envelope =>
  envelope(change, "LeadStageChanged", {
    ...lead,
    ...lead.scores,
    from: before?.stage ?? null,
    to: lead.stage,
    ...(isAgain(before, lead) && { again: true }),
    ownerId: "followUp" in lead ? lead.followUp.ownerId : undefined,
  });

const isAgain = (before: Lead | undefined, { stage, cycle }: Lead): boolean =>
  stage === "qualified" && before?.qualifiedAt !== undefined && before.cycle === cycle;

/** The event's schema is also its filter: nothing but the fields it names leaves the house. */
const envelope = (change: Change, type: EventType, facts: Record<string, unknown>): Envelope => ({
  id: `${change.id}.${type}`,
  version: 1,
  time: change.at,
  type,
  correlationId: typeof facts.correlationId === "string" ? facts.correlationId : change.id,
  data: detailSchemas[type].parse(facts),
});
