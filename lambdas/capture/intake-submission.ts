import { createHash, randomBytes, randomUUID } from "node:crypto";
import { sign } from "../adapters/dynamo-references.ts";
import { type Fingerprint, keepAside, storeSubmission } from "../adapters/dynamo-submissions.ts";
import { readSuppression } from "../adapters/dynamo-suppressions.ts";
import { log } from "../adapters/logger.ts";
import { lifetimes } from "../contract/limits.ts";
import { applySubmission, newLead } from "../domain/capture/apply-submission.ts";
import { engagementsOf } from "../domain/capture/engagements-of-submission.ts";
import type { ParsedSubmission } from "../domain/capture/parse-submission.ts";
import { dueInStage } from "../domain/lead/next-due.ts";
import { knownKinds } from "../domain/score/familiarity-rules.ts";
import { qualifiedForSmoke } from "../domain/smoke/smoke-rep.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import type { CaptureDependencies } from "./capture-dependencies.ts";

/**
 * One conditional write, and the sender's response: a reference that reveals nothing about the lead. An unmatched
 * submission, which a machine seems to have sent, gets the same response and is kept aside for 30 days, without a lead.
 * @param smokeId proved id of a smoke test: that of its lead
 */
export const intakeSubmission = async (
  deps: CaptureDependencies,
  read: ParsedSubmission,
  correlationId: string,
  smokeId?: string,
): Promise<string> => {
  const referenceId = randomBytes(16).toString("base64url");
  if (read.asideReason !== undefined) {
    // The same form again, because its answer was lost, is the same item.
    const submissionId = read.bodyHash;
    const content = { ...read.submission, asideReason: read.asideReason, correlationId };
    const normalisedEmail = read.submission.email;
    await keepAside(deps.table, { submissionId, normalisedEmail, content, at: deps.now(), agreement: deps.agreement });
    log.warn("A machine seems to have filled in the form", {
      code: "kept-aside",
      signs: read.asideReason.join(" "),
      submissionId,
      correlationId,
    });
    return sign(deps.keyring, referenceId);
  }
  return sign(deps.keyring, await record(deps, read, referenceId, correlationId, smokeId));
};

const record = async (
  { table, agreement, now: clock }: CaptureDependencies,
  read: ParsedSubmission,
  referenceId: string,
  correlationId: string,
  smokeId: string | undefined,
): Promise<string> => {
  const [now, submissionId, leadId] = [clock(), randomUUID(), smokeId ?? randomUUID()];
  const { submission } = read;
  const known = knownKinds(agreement.terms);
  const suppression = await readSuppression(table, submission.email);
  const engagements = engagementsOf(submission, submissionId, now).filter(({ kind }) => known.has(kind));
  const reception = {
    submissionId,
    kinds: engagements.map(({ kind }) => kind),
    now,
    nextDueAt: dueInStage("captured", agreement, now),
    consentPurpose: agreement.terms.nurture.consentPurpose,
    suppression,
  };
  return storeSubmission(table, {
    submissionId,
    normalisedEmail: submission.email,
    fingerprints: fingerprintsOf(read),
    content: { ...submission, correlationId },
    engagements,
    visitorId: submission.visitorId,
    referenceId,
    grant: { purpose: "lead", language: submission.language, until: after(now, elapsedMillis(lifetimes.reference)) },
    at: now,
    agreement,
    receive: (known, isPending) => {
      if (known !== undefined) return applySubmission(known, submission, { ...reception, isPending });
      const lead = newLead({ leadId, correlationId }, submission, reception);
      return smokeId === undefined ? lead : qualifiedForSmoke(lead, now);
    },
  });
};

/**
 * The key is free text of the client: its hash bounds the size and keeps it out of the table's keys. It counts for one
 * e-mail address: a careless form that always sends the same key must not lose everyone but the first, nor get
 * another lead's reference.
 */
const fingerprintsOf = ({ bodyHash, idempotencyKey, submission }: ParsedSubmission): Fingerprint[] => [
  `BODY#${bodyHash}`,
  ...(idempotencyKey === undefined ? [] : [`KEY#${sha256(`${submission.email} ${idempotencyKey}`)}` as const]),
];

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const after = (instant: string, millis: number): string => new Date(Date.parse(instant) + millis).toISOString();
