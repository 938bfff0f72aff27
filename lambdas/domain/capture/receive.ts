import { assertNever } from "../assert-never.ts";
import type { Consent, Contact, Lead, LeadIn } from "../lead/lead.ts";
import { startNextCycle } from "../lead/move.ts";
import type { Submission } from "./submission.ts";

/** A lead that nobody knew. */
export const newLead = (
  ids: { readonly leadId: string; readonly correlationId: string },
  { email, language, contact, consents }: Submission,
  nextDueAt: string,
  now: string,
): LeadIn<"captured"> => ({
  ...ids,
  stage: "captured",
  version: 1,
  cycle: 1,
  email,
  language,
  contact,
  consents: [...consents],
  createdAt: now,
  stageSince: now,
  because: "form-submitted",
  nextDueAt,
});

export interface Reception {
  readonly now: string;
  /** By when a lead that begins a cycle must have been scored. */
  readonly nextDueAt: string;
}

export interface SubmissionReception extends Reception {
  /** The consent that ends an earlier "no more mails". */
  readonly consentPurpose: string;
}

/** A known lead has written again: its newest words count, and an ended lead begins again; a customer stays one. */
export const receiveSubmission = (known: Lead, submission: Submission, reception: SubmissionReception): Lead => {
  const lead: Lead = { ...known, ...factsAfter(known, submission, reception) };
  const { now, nextDueAt } = reception;
  switch (lead.stage) {
    case "captured":
      return { ...lead, nextDueAt };
    case "nurturing":
    case "qualified":
    case "assigned":
    case "handed-off":
    case "accepted":
      return lead;
    // A customer who writes again wants something: somebody shall hear of it.
    case "won":
    case "dormant":
    case "lost":
    case "disqualified":
      return startNextCycle(lead, "form-submitted", now, nextDueAt);
    default:
      return assertNever(lead);
  }
};

const factsAfter = (known: Lead, submission: Submission, { consentPurpose }: SubmissionReception) => ({
  contact: { ...known.contact, ...told(submission.contact) },
  consents: withNewer(known.consents, submission.consents),
  language: submission.languageChosen ? submission.language : known.language,
  unsubscribedAt: agreesAgain(known, submission, consentPurpose) ? undefined : known.unsubscribedAt,
  givenBackAt: undefined,
});

/** What was left empty says nothing about what is known. */
const told = (contact: Contact): Contact =>
  Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined && value !== ""));

/** The proof of consents: the newest so many are more than anybody will ask for. */
const mostConsents = 50;

const withNewer = (known: readonly Consent[], newer: readonly Consent[]): Consent[] => {
  const different = newer.filter((consent) => !known.some((other) => isSame(consent, other)));
  return [...known, ...different].slice(-mostConsents);
};

const isSame = (one: Consent, other: Consent): boolean =>
  one.purpose === other.purpose && one.textVersion === other.textVersion && one.at === other.at;

/** A consent from before the unsubscribing, told again by some system, does not undo it. */
const agreesAgain = ({ unsubscribedAt }: Lead, { consents }: Submission, purpose: string): boolean =>
  unsubscribedAt !== undefined &&
  consents.some((consent) => consent.purpose === purpose && consent.at > unsubscribedAt);

export interface EngagementReception extends Reception {
  /** When the lead did it, if not just now. */
  readonly did?: string | undefined;
}

/** What was done shortly before the lead was parked and reaches us after it still wakes; old news does not. */
const lateMillis = 24 * 3600_000;

/** The lead did something: that wakes a dormant one. The same lead when nothing changes for it. */
export const receiveEngagement = (lead: Lead, { now, nextDueAt, did = now }: EngagementReception): Lead => {
  const isNews = Date.parse(did) > Date.parse(lead.stageSince) - lateMillis;
  if (lead.stage === "dormant" && isNews) return startNextCycle(lead, "engaged-again", now, nextDueAt);
  const { givenBackAt } = lead;
  return givenBackAt !== undefined && did >= givenBackAt ? { ...lead, givenBackAt: undefined } : lead;
};
