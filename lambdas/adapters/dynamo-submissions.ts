import * as z from "zod/mini";
import type { Agreement } from "../contract/agreement.ts";
import { lifetimes } from "../contract/limits.ts";
import { isSmokeId } from "../contract/smoke.ts";
import { keys } from "../contract/table.ts";
import type { Engagement, Lead } from "../domain/lead/lead.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { searchKeys } from "./board-keys.ts";
import { untilWritten } from "./contention.ts";
import { engagementWrite } from "./dynamo-engagements.ts";
import { firstSumsWrite, readKeptSums, sumsWithWrite } from "./dynamo-familiarity-sums.ts";
import { keptAsideWrite, takeKeptForm } from "./dynamo-kept-aside.ts";
import { leadItem, readLead, signal } from "./dynamo-leads.ts";
import { historyWrites, moveWrites } from "./dynamo-moves.ts";
import { pendingInstead } from "./dynamo-pending.ts";
import { type Grant, putGrant } from "./dynamo-references.ts";
import {
  check,
  type DynamoTable,
  type Item,
  isNew,
  type Key,
  type NamedWrite,
  put,
  readItem,
  transact,
} from "./dynamo-table.ts";
import { askVisitor, type Join, joinVisitor } from "./dynamo-visitors.ts";
import { epochSeconds } from "./epoch.ts";
import { noEffect } from "./no-effect.ts";

/** What makes a request the same as an earlier one: its content, the key that its sender gave it, its form tool's id, or the row of a list. */
export type Fingerprint = `BODY#${string}` | `KEY#${string}` | `TOOL#${string}` | `ROW#${string}`;

const idempotencyLives = (fingerprint: Fingerprint): number => {
  if (fingerprint.startsWith("TOOL#") || fingerprint.startsWith("ROW#")) return elapsedMillis(lifetimes.toolsOwnId);
  return elapsedMillis(fingerprint.startsWith("KEY#") ? lifetimes.idempotencyKey : lifetimes.repeatedBody);
};

export interface NewSubmission {
  readonly submissionId: string;
  readonly normalisedEmail: string;
  /** Idempotency key and body hash: any of them seen before means that this is the same request. */
  readonly fingerprints: readonly Fingerprint[];
  /** Submission as it is kept: everything that was sent. */
  readonly content: Item;
  /** The end of its first telephone: the lead is found by it. */
  readonly phoneKey?: string | undefined;
  readonly engagements: readonly Engagement[];
  /** A colleague says it: of a known lead, too, it counts at once. */
  readonly isByColleague?: boolean | undefined;
  /** The browser that sent the form: what it did before is the lead's from now on. */
  readonly visitorId?: string | undefined;
  readonly referenceId: string;
  readonly grant: Omit<Grant, "leadId" | "cycle">;
  readonly at: string;
  /** By whose terms the engagements add up. */
  readonly agreement: Agreement;
  /** The key of the same form, when it was kept aside and is released. */
  readonly wasAside?: Key | undefined;
  /**
   * The lead after this submission. Gets `undefined` when the address is new; `isPending`: the lead was known, and the form
   * is not from its browser, so that what it asks for does not count before it is confirmed.
   */
  readonly receive: (known: Lead | undefined, isPending: boolean) => Lead;
}

/**
 * Records a submission in one transaction: lead, e-mail claim, submission, what it says of the lead's interest and
 * what its browser did before, what all that adds up to, the idempotency records and the signal; all or nothing.
 * @returns the id of the reference that the response carries: the earlier one when it is the same request.
 */
export const storeSubmission = (table: DynamoTable, submission: NewSubmission): Promise<string> =>
  untilWritten(async () => (await seenBefore(table, submission)) ?? (await write(table, submission)));

const SeenSchema = z.object({ referenceId: z.string(), until: z.string() });

/** The reference of the request that was the same as this one. */
export const seenBefore = async (
  table: DynamoTable,
  { fingerprints, at }: Pick<NewSubmission, "fingerprints" | "at">,
): Promise<string | undefined> => {
  const items = await Promise.all(fingerprints.map((fingerprint) => readItem(table, keys.idempotency(fingerprint))));
  const given = items.flatMap((item) => (item === undefined ? [] : [SeenSchema.parse(item)]));
  return given.find(({ until }) => at < until)?.referenceId;
};

const write = async (table: DynamoTable, submission: NewSubmission): Promise<string | undefined> => {
  const claim = await readItem(table, keys.emailClaim(submission.normalisedEmail));
  const claimedBy = claim === undefined ? undefined : z.string().parse(claim.leadId);
  // Of a new address a lead is looked up as well, so that it takes as long.
  const known = await readLead(table, claimedBy ?? submission.referenceId);
  const { leadId } = known ?? submission.receive(undefined, false);
  const joined = await joinOf(table, submission, leadId, known === undefined);
  const lead = submission.receive(known, joined.isPending);
  const outcome = await transact(table, [
    ...(known === undefined
      ? newLeadWrites(table, submission, lead, claimedBy)
      : knownLeadWrites(table, submission, known, lead)),
    ...factWrites(table, submission, lead, joined.isPending),
    ...(await engagementWrites(table, submission, lead, joined, known === undefined)),
    ...(submission.wasAside === undefined ? [] : [takeKeptForm(table, submission.wasAside)]),
  ]);
  // Of two that release it at once, the other one has.
  const isDone = outcome.done || (submission.wasAside !== undefined && outcome.refused.includes(keptAsideWrite));
  return isDone ? submission.referenceId : undefined;
};

/** `gone`: an erased lead that had the address; its claim must not lock the person out for ever. */
const newLeadWrites = (
  table: DynamoTable,
  { normalisedEmail }: NewSubmission,
  lead: Lead,
  gone: string | undefined,
): NamedWrite[] => [
  put(
    table,
    "claim",
    {
      ...keys.emailClaim(normalisedEmail),
      leadId: lead.leadId,
      ...(!isSmokeId(lead.leadId) && searchKeys(normalisedEmail)),
    },
    gone === undefined ? isNew : { that: "leadId = :gone", values: { ":gone": gone } },
  ),
  put(table, "lead", leadItem(lead), isNew),
  ...historyWrites(table, undefined, lead),
];

/** As many writes as a new lead takes: its sender must not find out that the address was known. */
const knownLeadWrites = (
  table: DynamoTable,
  { normalisedEmail, submissionId, at }: NewSubmission,
  known: Lead,
  lead: Lead,
): NamedWrite[] => {
  const { leadId } = lead;
  const writes = [
    ...moveWrites(table, known, lead, at),
    check(table, "claim", keys.emailClaim(normalisedEmail), {
      that: "leadId = :leadId",
      values: { ":leadId": leadId },
    }),
  ];
  return writes.length >= newLeadCount ? writes : [...writes, noEffect(table, keys.engagement(leadId, submissionId))];
};

/** The claim of its address, the lead, and its first move. */
const newLeadCount = 3;

const factWrites = (
  table: DynamoTable,
  submission: NewSubmission,
  { leadId, cycle }: Lead,
  isPending: boolean,
): NamedWrite[] => [
  put(
    table,
    "submission",
    {
      ...keys.submission(leadId, submission.submissionId),
      ...submission.content,
      leadId,
      cycle,
      ...(!isSmokeId(leadId) && searchKeys(submission.phoneKey ?? "")),
      submissionId: submission.submissionId,
      at: submission.at,
      // What else is kept of it, for an erasure to find.
      references: [submission.referenceId],
      fingerprints: [...submission.fingerprints],
      ...(isPending && { pending: true }),
    },
    isNew,
  ),
  ...submission.fingerprints.map((fingerprint) => idempotencyWrite(table, fingerprint, submission)),
  putGrant(table, submission.referenceId, {
    ...submission.grant,
    leadId,
    cycle,
    ...(isPending && { pending: true, submissionId: submission.submissionId }),
  }),
  signal(table, leadId),
];

const joinOf = async (
  table: DynamoTable,
  { visitorId, isByColleague = false, at }: NewSubmission,
  leadId: string,
  isNewLead: boolean,
): Promise<Join> => {
  if (visitorId === undefined) return { isPending: !isNewLead && !isByColleague, engagements: [], writes: [] };
  const join = isNewLead ? joinVisitor : askVisitor;
  return join(table, visitorId, leadId, at);
};

/** At most some 60 items of the 100 that a transaction takes. */
const engagementWrites = async (
  table: DynamoTable,
  { engagements, submissionId, agreement }: NewSubmission,
  { leadId, cycle }: Lead,
  joined: Join,
  isNewLead: boolean,
): Promise<NamedWrite[]> => {
  const sums = await readKeptSums(table, leadId);
  if (joined.isPending) return [...pendingInstead(table, { leadId, submissionId }, engagements), ...joined.writes];
  const fresh = [...engagements, ...joined.engagements];
  return [
    ...fresh.map((engagement) => engagementWrite(table, leadId, cycle, engagement)),
    isNewLead ? firstSumsWrite(table, leadId, fresh, agreement) : sumsWithWrite(table, leadId, sums, fresh, agreement),
    ...joined.writes,
  ];
};

const idempotencyWrite = (
  table: DynamoTable,
  fingerprint: Fingerprint,
  { at, referenceId }: NewSubmission,
): NamedWrite => {
  const until = Date.parse(at) + idempotencyLives(fingerprint);
  return put(
    table,
    "given",
    {
      ...keys.idempotency(fingerprint),
      referenceId,
      until: new Date(until).toISOString(),
      expiresAt: epochSeconds(new Date(until).toISOString()),
    },
    { that: "attribute_not_exists(pk) OR #until <= :at", names: { "#until": "until" }, values: { ":at": at } },
  );
};
