import * as z from "zod/mini";
import { detailSchemas, type Envelope, type EventItem, type EventType, eventItems } from "../../contract/events.ts";
import { keys } from "../../contract/table.ts";
import { isConfirmed } from "../lead/claims.ts";
import { type Consent, type Lead, LeadSchema } from "../lead/lead.ts";

/** One change of the table, from its stream. */
export interface Change {
  /** The stream's id of the change: the same however often it is delivered. */
  readonly id: string;
  readonly at: string;
  readonly before?: Record<string, unknown> | undefined;
  readonly after?: Record<string, unknown> | undefined;
}

/** The domain events of a change; most changes of the table have none. */
export const eventsOfChange = (change: Change): Envelope[] => {
  const { after } = change;
  // The facts of an erased lead were published while they were the lead's.
  if (after === undefined || String(after.pk).startsWith(keys.erasedFact("", "").pk)) return [];
  // Imported facts are counted and not published: they are no news.
  if ("importedAt" in after) return [];
  const kind = kindOf(z.string().parse(after.sk));
  if (kind === undefined) return [];
  if (kind === "PROFILE") return leadEvents(change, LeadSchema.parse(after));
  if (kind === "MESSAGE") return mailEvents(change, after).map((type) => envelope(change, type, after));
  return isNews(kind, change) ? [envelope(change, factEvents[kind], after)] : [];
};

const kindOf = (sortKey: string): EventItem | undefined => eventItems.find((kind) => kind === sortKey.split("#")[0]);

/** The events of a change to the lead's own item. */
type LeadEvent =
  | "LeadStageChanged"
  | "LeadReleased"
  | "CycleStarted"
  | "LeadUnsubscribed"
  | "ConsentConfirmed"
  | "LeadUndeliverable"
  | "NobodyAnswered"
  | "LeadWroteAgain"
  | "ClockShortened"
  | "ExportAsked"
  | "FactsConfirmed"
  | "GateOverridden"
  | "LeadNeedsAttention";

const factEvents = {
  SUBMISSION: "SubmissionRecorded",
  ENGAGEMENT: "EngagementRecorded",
  ANSWER: "AnswerRecorded",
  OUTCOME: "OutcomeRecorded",
  BREACH: "FollowUpBreached",
  CLOCK: "FollowUpClosed",
  QUEUED: "LeadWaitsForSales",
  SETTINGS: "RepChanged",
  FLOOD: "FormsKeptAside",
  ARRIVAL: "SourceArrived",
  IMPORT: "ImportDue",
  PROPOSAL: "ProposalMoved",
  TRIAL: "TrialDue",
  WALK: "WalkDue",
} as const satisfies Record<Exclude<EventItem, "PROFILE" | "MESSAGE">, Exclude<EventType, LeadEvent>>;

/** A mail is published when its fate is settled, not when it is claimed. */
const mailEvents = ({ before }: Change, { status, confirmedBy }: Record<string, unknown>): EventType[] => {
  if (status === before?.status) return [];
  if (status === "undeliverable") return ["MailUndeliverable"];
  if (status !== "sent") return [];
  return confirmedBy === "event" ? ["MessageSent", "MailConfirmed"] : ["MessageSent"];
};

const inTurns: ReadonlySet<EventItem> = new Set(["ARRIVAL", "IMPORT", "PROPOSAL", "TRIAL", "WALK"]);

/**
 * A fact is written once, a rep's settings many times; what a form tool has sent may be read again, an import, a
 * trial or a walk goes on in turns, and a proposal in steps. A lead that only moved within the queue does not start to wait.
 */
const isNews = (kind: EventItem, { before, after }: Change): boolean => {
  if (inTurns.has(kind)) return before?.turn !== after?.turn;
  return kind === "SETTINGS" || (before === undefined && after?.moved !== true);
};

const leadEvents = (change: Change, lead: Lead): Envelope[] => {
  const read = change.before === undefined ? undefined : LeadSchema.parse(change.before);
  // Kept aside, it was no lead to anyone yet.
  const before = read?.aside !== undefined && lead.aside === undefined ? undefined : read;
  if (lead.aside !== undefined) return [];
  return [
    ...(before?.stage === lead.stage && before.cycle === lead.cycle ? [] : [stageChanged(change, before, lead)]),
    ...(read !== undefined && before === undefined ? [envelope(change, "LeadReleased", lead)] : []),
    ...(before === undefined || before.cycle === lead.cycle ? [] : [envelope(change, "CycleStarted", lead)]),
    ...(hasUnsubscribed(before, lead) ? [envelope(change, "LeadUnsubscribed", lead)] : []),
    ...newlyConfirmed(before, lead).map(({ purpose }) => envelope(change, "ConsentConfirmed", { ...lead, purpose })),
    ...(isUndeliverable(before, lead)
      ? [envelope(change, "LeadUndeliverable", { ...lead, ...lead.undeliverable })]
      : []),
    ...(isConfirmedAnew(before, lead) ? [envelope(change, "FactsConfirmed", lead)] : []),
    ...(isLetDown(before, lead)
      ? [envelope(change, "NobodyAnswered", { ...lead, ownerId: lead.nobodyAnswered?.owners.at(-1) })]
      : []),
    ...(hasWritten(before, lead) ? [envelope(change, "LeadWroteAgain", { ...lead, ...lead.wroteAgain })] : []),
    ...(isHurried(before, lead) ? [envelope(change, "ClockShortened", { ...lead, ...lead.hurried })] : []),
    ...(hasAskedExport(before, lead) ? [envelope(change, "ExportAsked", lead)] : []),
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

const isConfirmedAnew = (before: Lead | undefined, { facts = {} }: Lead): boolean =>
  Object.entries(facts).some(([field, [newest]]) => {
    const known = before?.facts?.[field]?.[0];
    return newest !== undefined && isConfirmed(newest) && (known?.at !== newest.at || known.value !== newest.value);
  });

const isLetDown = (before: Lead | undefined, { nobodyAnswered }: Lead): boolean =>
  nobodyAnswered !== undefined && before?.nobodyAnswered?.at !== nobodyAnswered.at;

const hasWritten = (before: Lead | undefined, { wroteAgain }: Lead): boolean =>
  wroteAgain !== undefined && before?.wroteAgain?.submissionId !== wroteAgain.submissionId;

const isHurried = (before: Lead | undefined, { hurried }: Lead): boolean =>
  hurried !== undefined && before?.hurried?.at !== hurried.at;
const hasAskedExport = (before: Lead | undefined, { exportAsked }: Lead): boolean =>
  exportAsked !== undefined && before?.exportAsked?.at !== exportAsked.at;

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

/** The event's schema is also its filter: only the fields that it names are published. */
const envelope = (change: Change, type: EventType, facts: Record<string, unknown>): Envelope => ({
  id: `${change.id}.${type}`,
  version: 1,
  time: change.at,
  type,
  correlationId: typeof facts.correlationId === "string" ? facts.correlationId : change.id,
  data: detailSchemas[type].parse(facts),
});
