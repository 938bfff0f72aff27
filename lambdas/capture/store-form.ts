import { randomBytes, randomUUID } from "node:crypto";
import type { AsideKey, KeptForm } from "../adapters/dynamo-kept-aside.ts";
import { type Fingerprint, storeSubmission } from "../adapters/dynamo-submissions.ts";
import { readSuppression } from "../adapters/dynamo-suppressions.ts";
import { lifetimes } from "../contract/limits.ts";
import { phoneKeysOf } from "../domain/board/phone-search.ts";
import { applySubmission, newLead } from "../domain/capture/apply-submission.ts";
import { engagementsOf } from "../domain/capture/engagements-of-submission.ts";
import type { Submission } from "../domain/capture/submission.ts";
import { dueInStage } from "../domain/lead/next-due.ts";
import { readAs } from "../domain/lead/read-as.ts";
import { knownKinds } from "../domain/score/familiarity-rules.ts";
import { qualifiedForSmoke } from "../domain/smoke/smoke-rep.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import type { CaptureDependencies } from "./capture-dependencies.ts";

/** Stores a form that was kept aside, as if it had passed when it came: its times are its own. */
export const releaseForm = async (
  deps: Pick<CaptureDependencies, "table" | "agreement" | "now">,
  key: AsideKey,
  { at, correlationId, referenceId, ...submission }: KeptForm,
): Promise<void> => {
  await storeForm(deps, {
    submission,
    submissionId: randomUUID(),
    referenceId: referenceId ?? randomBytes(16).toString("base64url"),
    at,
    correlationId,
    isLimited: false,
    isAnswered: true,
    fingerprints: [],
    wasAside: key,
  });
};

export interface FormToStore {
  readonly submission: Submission;
  readonly submissionId: string;
  readonly referenceId: string;
  /** When it came. */
  readonly at: string;
  readonly correlationId: string;
  /** The stream's reader counts it. */
  readonly isLimited: boolean;
  /** A person sent it: they are told what will happen. */
  readonly isAnswered: boolean;
  readonly smokeId?: string | undefined;
  /** Of the lead, if it is a new one. */
  readonly leadId?: string | undefined;
  readonly fingerprints: readonly Fingerprint[];
  readonly wasAside?: AsideKey;
}

/** @returns id of the form's reference: the earlier one when it is the same request */
export const storeForm = async (
  { table, agreement, now: clock }: Pick<CaptureDependencies, "table" | "agreement" | "now">,
  { submission, at, smokeId, isLimited, isAnswered, correlationId, ...form }: FormToStore,
): Promise<string> => {
  const [now, leadId, known] = [clock(), smokeId ?? form.leadId ?? randomUUID(), knownKinds(agreement.terms)];
  const suppression = await readSuppression(table, submission.email);
  const engagements = engagementsOf(submission, form.submissionId, at).filter(({ kind }) => known.has(kind));
  const reception = {
    submissionId: form.submissionId,
    kinds: engagements.map(({ kind }) => kind),
    sentAt: at,
    nextDueAt: dueInStage("captured", agreement, now),
    consentPurpose: agreement.terms.nurture.consentPurpose,
    suppression,
    isAnswered,
  };
  return storeSubmission(table, {
    ...form,
    normalisedEmail: submission.email,
    content: { ...submission, correlationId, ...(isLimited && { isLimited }) },
    phoneKey: phoneKeyIn(submission),
    engagements,
    isByColleague: submission.by !== undefined || submission.importId !== undefined,
    visitorId: submission.visitorId,
    grant: { purpose: "lead", language: submission.language, until: after(at, elapsedMillis(lifetimes.reference)) },
    at,
    agreement,
    receive: (lead, isPending) => {
      // A lead that was known has gone on meanwhile: what moves it, moves it now.
      if (lead !== undefined) return applySubmission(lead, submission, { ...reception, now, isPending });
      const fresh = newLead({ leadId, correlationId }, submission, { ...reception, now: at });
      return smokeId === undefined ? { ...fresh, ...(isLimited && { isLimited }) } : qualifiedForSmoke(fresh, now);
    },
  });
};

const phoneKeyIn = ({ contact: { phone, ...contact } }: Submission): string | undefined =>
  phoneKeysOf(phone, readAs(contact, "phone", phone)?.numbers)[0];

const after = (instant: string, millis: number): string => new Date(Date.parse(instant) + millis).toISOString();
