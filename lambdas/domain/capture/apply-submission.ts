import { limits } from "../../contract/limits.ts";
import { assertNever } from "../assert-never.ts";
import { settled } from "../escalation/nobody-answered.ts";
import { afterForm, factsByColleague } from "../lead/claims.ts";
import { type Consent, isUnanswered, type Lead, type LeadIn, type UntoldForm } from "../lead/lead.ts";
import { startNextCycle } from "../lead/move.ts";
import { ownerIn } from "../lead/move-fact.ts";
import { withUnconfirmed } from "../lead/unconfirmed-forms.ts";
import { boundedConsents, boundedDeclined } from "../nurture/bounded-consents.ts";
import { type Consenting, endedAt, endedBy, standing } from "../nurture/standing-consents.ts";
import { liftedUnsubscribe, type Suppression, suppressedFacts } from "../nurture/suppression.ts";
import { normalForm } from "../text/normal-form.ts";
import type { Submission, Utm } from "./submission.ts";

export interface Reception {
  readonly now: string;
  /** By when a lead that begins a cycle must have been scored. */
  readonly nextDueAt: string;
}

export interface SubmissionReception extends Reception {
  readonly submissionId: string;
  /** When the form came, if not just now: it was kept aside. */
  readonly sentAt?: string | undefined;
  /** The purpose that an earlier unsubscribe has ended. */
  readonly consentPurpose: string;
  /** An earlier suppression of the address, perhaps from an erased lead. */
  readonly suppression?: Suppression | undefined;
  /** The kinds of engagement that the form is. */
  readonly kinds?: readonly string[];
  /** It came from a browser that is not the lead's: what it asks for counts once it is confirmed. */
  readonly isPending?: boolean;
  /** Its sender is told by mail what will happen. */
  readonly isAnswered?: boolean;
}

/** A new lead, or one that was erased before: a suppression of its address still holds. */
export const newLead = (
  ids: { readonly leadId: string; readonly correlationId: string },
  submission: Submission,
  reception: SubmissionReception,
): LeadIn<"captured"> => {
  const { now, nextDueAt, submissionId, consentPurpose, suppression } = reception;
  const { email, language, contact, timeZone, by } = submission;
  const { unsubscribedAt, undeliverable } = suppressedFacts(suppression);
  const { consents, ...consenting } = consentsAfter({ consents: [], unsubscribedAt }, submission, reception);
  const endedAt = liftedUnsubscribe(suppression);
  return {
    ...ids,
    stage: "captured",
    version: 1,
    cycle: 1,
    email,
    language,
    contact,
    ...factsOfNew(submission, now),
    firstForm: submissionId,
    ...untoldAfter(undefined, reception),
    timeZone,
    ...consenting,
    consents: endedAt === undefined ? consents : consents.map((consent) => endedBy(endedAt, consent, consentPurpose)),
    undeliverable,
    createdAt: now,
    source: sourceOf(submission.utm, submission.origin),
    stageSince: now,
    because: causeOf(submission),
    ...(submission.importId !== undefined && { importId: submission.importId }),
    ...(by?.wants && { wantedBy: by.id }),
    nextDueAt,
  };
};

/** Why it begins, as a code. */
const causeOf = ({ by, importId }: Submission): string => {
  if (importId !== undefined) return "imported";
  return by === undefined ? "form-submitted" : "added-by-colleague";
};

const factsOfNew = (submission: Submission, now: string): Pick<Lead, "facts"> => {
  const { by, contact, language, languageChosen } = submission;
  const said =
    by === undefined ? {} : factsByColleague({ contact, language: languageChosen ? language : undefined }, by.id, now);
  const facts = languageChosen ? said : { ...said, language: [] };
  return Object.keys(facts).length === 0 ? {} : { facts };
};

/**
 * A form by a known address: it fills what is empty. A dormant or disqualified lead starts its next cycle by it. One that
 * sales has in hand, or has closed, stays where it is: what a form may not move, its owner is told of. One that may not be
 * the lead's waits for its link to be clicked. What a colleague noted is taken the same way, and waits for nobody.
 */
export const applySubmission = (known: Lead, submission: Submission, reception: SubmissionReception): Lead => {
  const { now, nextDueAt, submissionId, kinds = [], isPending = false } = reception;
  if (submission.importId !== undefined) return applyRow(known, submission, reception);
  const lead: Lead = {
    ...known,
    ...factsAfter(known, submission, reception),
    // Of who is owed an answer, any form: its wish may shorten the clock.
    ...((isPending || isUnanswered(known)) && submission.by === undefined
      ? withUnconfirmed(known, { submissionId, at: now, kinds: [...kinds] })
      : untoldAfter(known.untold, reception)),
  };
  switch (lead.stage) {
    case "captured":
      return { ...lead, nextDueAt };
    case "nurturing":
    case "qualified":
      return lead;
    case "assigned":
    case "handed-off":
    case "accepted":
    case "sales-qualified":
    case "opportunity":
    case "won":
    case "lost":
      return { ...lead, ...newsForOwner(lead, submission.by?.id, { submissionId, at: now }) };
    case "dormant":
    case "disqualified":
      return {
        ...startNextCycle(lead, causeOf(submission), now, nextDueAt),
        ...(isPending && { wokenBy: submissionId }),
        ...(submission.by?.wants && { wantedBy: submission.by.id }),
      };
    default:
      return assertNever(lead);
  }
};

/**
 * A row of a list with a known address: it fills what is empty. The person has sent nothing, so that nobody is told, and it
 * moves the lead only if the colleague says that they did something: met us at a fair, say.
 */
const applyRow = (known: Lead, submission: Submission, reception: SubmissionReception): Lead => {
  const { now, nextDueAt, sentAt = now } = reception;
  const lead: Lead = { ...known, ...factsAfter(known, submission, { ...reception, isPending: true }) };
  const [did] = submission.did ?? [];
  return did === undefined ? lead : applyEngagements(lead, { now, nextDueAt, did: did.at ?? sentAt });
};

/** Who notes something of a lead of their own need not be told. */
const newsForOwner = (
  lead: Lead,
  by: string | undefined,
  news: { readonly submissionId: string; readonly at: string },
): Pick<Lead, "wroteAgain"> => {
  if (by === undefined) return { wroteAgain: news };
  return by === ownerIn(lead) ? {} : { wroteAgain: { ...news, by } };
};

/** What was asked for before and never answered is asked for still; another mail may be tried. */
const untoldAfter = (
  earlier: UntoldForm | undefined,
  { submissionId, now, sentAt = now, kinds = [], isAnswered = false }: SubmissionReception,
): Pick<Lead, "untold"> =>
  isAnswered
    ? { untold: { submissionId, at: sentAt, kinds: [...new Set([...(earlier?.kinds ?? []), ...kinds])] } }
    : {};

const factsAfter = (known: Lead, submission: Submission, reception: SubmissionReception) => ({
  ...afterForm(known, {
    submissionId: reception.submissionId,
    by: submission.by?.id,
    at: reception.sentAt ?? reception.now,
    contact: submission.contact,
    language: submission.languageChosen ? submission.language : undefined,
  }),
  // Nobody says it: a browser reports it, so that it is not worth a colleague's decision.
  timeZone: known.timeZone ?? submission.timeZone,
  ...consentsAfter(known, submission, reception),
  ...(!reception.isPending && { returnedAt: undefined, wokenBy: undefined, ...settled(known, reception.now) }),
});

export interface EngagementReception extends Reception {
  /** When the lead did it, if not just now. */
  readonly did?: string | undefined;
}

/** An engagement from shortly before the lead was parked still wakes it when it arrives late; an older one does not. */
const lateMillis = 24 * 3600_000;

/** The clocks of two functions may differ by so much: what is done just after a return may bear a time just before it. */
const skewMillis = 60_000;

/** The lead did something: that wakes a dormant one. The same lead when nothing changes for it. */
export const applyEngagements = (lead: Lead, { now, nextDueAt, did = now }: EngagementReception): Lead => {
  const isNews = Date.parse(did) > Date.parse(lead.stageSince) - lateMillis;
  if (lead.stage === "dormant" && isNews) return startNextCycle(lead, "engaged-again", now, nextDueAt);
  const { returnedAt, wokenBy } = lead;
  const isBack = returnedAt !== undefined && Date.parse(did) >= Date.parse(returnedAt) - skewMillis;
  if (!isBack && wokenBy === undefined) return lead;
  return { ...lead, returnedAt: isBack ? undefined : returnedAt, wokenBy: undefined };
};

type Ledger = Consenting & Pick<Lead, "declined">;

/**
 * The lead's consents with the form's added, each once. A yes after an unsubscribe or a no lifts nothing: anyone can send a
 * form, so that only the link which is mailed for it does. A no is obeyed at once, whoever said it. A colleague's word for a
 * yes after one of these, also in a list, is kept as proof and ended at once: not even that link is mailed for it.
 */
const consentsAfter = (
  known: Ledger,
  { consents: newer, declined: noes = [], by, importId }: Submission,
  { submissionId, now, consentPurpose }: SubmissionReception,
): Ledger => {
  const isOver = endedAt(known) !== undefined;
  const told = newer
    .filter((consent) => !known.consents.some((other) => isSame(consent, other)))
    .map((consent) => ({ ...consent, submissionId, confirmedAt: confirmedBefore(known, consent) }))
    .map((consent) =>
      (by !== undefined || importId !== undefined) && isOver ? { ...consent, withdrawnAt: now } : consent,
    );
  const said = noes.map(({ at, ...no }) => ({ ...no, at: now, ...(at !== now && { saidAt: at }), submissionId }));
  const isRefused = said.some(({ purpose }) => purpose === consentPurpose);
  return {
    consents: boundedConsents([...known.consents, ...told]),
    unsubscribedAt: known.unsubscribedAt,
    declinedAt: isRefused ? now : known.declinedAt,
    ...(said.length > 0 && { declined: boundedDeclined([...(known.declined ?? []), ...said]) }),
  };
};

const isSame = (one: Consent, other: Consent): boolean =>
  one.purpose === other.purpose && one.textVersion === other.textVersion && one.at === other.at;

/** The owner of the address has confirmed this purpose before, and nobody has ended it since. */
const confirmedBefore = (
  { consents, unsubscribedAt, declinedAt }: Consenting,
  { purpose }: Consent,
): string | undefined =>
  unsubscribedAt === undefined && declinedAt === undefined
    ? standing(consents, purpose, undefined).find(({ confirmedAt }) => confirmedAt !== undefined)?.confirmedAt
    : undefined;

/**
 * The first source of a lead, by the campaign's name for it. Figures are kept by source, and anyone can write
 * anything into a link: an invalid name is `other`, and none at all is the form's origin by the agreement, or `direct`.
 */
export const sourceOf = ({ source = "" }: Utm, origin = "direct"): string => {
  const name = normalForm(source.trim(), "NFD", limits.fieldCharacters.utmSource * 4)
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  if (name === "") return origin;
  return /^[a-z0-9._-]{1,40}$/.test(name) ? name : "other";
};
