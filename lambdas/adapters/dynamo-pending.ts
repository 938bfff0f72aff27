import * as z from "zod/mini";
import type { Agreement } from "../contract/agreement.ts";
import { limits } from "../contract/limits.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { keepVisits } from "../domain/capture/visitor.ts";
import { type Engagement, EngagementSchema, type Lead } from "../domain/lead/lead.ts";
import { untilWritten } from "./contention.ts";
import { engagementWrite, withoutKnown } from "./dynamo-engagements.ts";
import { addToSumsWrite } from "./dynamo-familiarity-sums.ts";
import { readLead } from "./dynamo-leads.ts";
import type { SentForm } from "./dynamo-sent-forms.ts";
import { type DynamoTable, isAtVersion, type NamedWrite, readItem, rewrite, transact, update } from "./dynamo-table.ts";
import { joinVisitor } from "./dynamo-visitors.ts";
import { asIfCounted, noEffect } from "./no-effect.ts";

/*
 * What is reported of a known lead by somebody who has not confirmed that they are it. It is kept, and counts at its own
 * times once the form has been confirmed. Whoever sends it must not find out that the lead was known: it takes the same
 * reads, and as many writes, as what counts at once.
 */

const PendingSchema = /* @__PURE__ */ droppable(() =>
  z.object({ version: z.int(), engagements: z.array(EngagementSchema) }),
);
type Pending = z.infer<typeof PendingSchema>;
const none: Pending = { version: 0, engagements: [] };

/** One form of one lead. */
interface FormName {
  readonly leadId: string;
  readonly submissionId: string;
}

/** A form's own engagements, which wait: as many writes as if they and their sums counted at once. */
export const pendingInstead = (
  table: DynamoTable,
  form: FormName,
  engagements: readonly Engagement[],
): NamedWrite[] => {
  const { leadId } = form;
  return [
    ...engagements.map(({ engagementId }, i) =>
      i === 0 ? pendingWrite(table, form, none, engagements) : noEffect(table, keys.engagement(leadId, engagementId)),
    ),
    noEffect(table, keys.familiarity(leadId)),
  ];
};

/** Keeps what is reported by the reference of an unconfirmed form, each event once. @returns how many were new */
export const storePending = (
  table: DynamoTable,
  form: FormName,
  told: readonly Engagement[],
  at: string,
): Promise<number> =>
  untilWritten(async () => {
    const { leadId } = form;
    const lead = await readLead(table, leadId);
    const unknown = await withoutKnown(table, leadId, told);
    const pending = await readPending(table, form);
    const kept = new Set(pending.engagements.map(({ engagementId }) => engagementId));
    const fresh = unknown.filter(({ engagementId }) => !kept.has(engagementId));
    if (lead === undefined || fresh.length === 0) return 0;
    const engagements = bounded(form, pending.engagements, fresh, at);
    const outcome = await transact(table, [
      pendingWrite(table, form, pending, engagements),
      ...asIfCounted(table, leadId, fresh),
    ]);
    return outcome.done ? fresh.length : undefined;
  });

/** What the form itself asked for stays, whatever is reported by its reference. */
const bounded = (
  { submissionId }: FormName,
  kept: readonly Engagement[],
  fresh: readonly Engagement[],
  at: string,
): Engagement[] => {
  const isOwn = ({ engagementId }: Engagement): boolean => engagementId.startsWith(`${submissionId}.`);
  const own = kept.filter(isOwn);
  const reported = keepVisits(
    kept.filter((engagement) => !isOwn(engagement)),
    fresh,
    at,
  );
  return [...own, ...reported.slice(-Math.max(1, limits.engagementsPerPendingForm - own.length))];
};

const readPending = async (table: DynamoTable, { leadId, submissionId }: FormName): Promise<Pending> => {
  const item = await readItem(table, keys.pending(leadId, submissionId));
  return item === undefined ? none : PendingSchema.parse(item);
};

const pendingWrite = (
  table: DynamoTable,
  { leadId, submissionId }: FormName,
  { version }: Pending,
  engagements: readonly Engagement[],
): NamedWrite =>
  rewrite<Pending & { leadId: string }>(
    table,
    "pending",
    keys.pending(leadId, submissionId),
    { leadId, version: version + 1, engagements: [...engagements] },
    isAtVersion(version),
  );

/**
 * The form has been confirmed: what was reported by its reference, and what its browser did, are the lead's, at their own
 * times; what comes later counts at once. To be asked again when the transaction was refused.
 */
export const countPending = async (
  table: DynamoTable,
  { leadId, cycle }: Lead,
  { submissionId, visitorId, references }: SentForm,
  agreement: Agreement,
  at: string,
): Promise<NamedWrite[]> => {
  const form = { leadId, submissionId };
  const pending = await readPending(table, form);
  const joined = visitorId === undefined ? undefined : await joinVisitor(table, visitorId, leadId, at);
  const fresh = await withoutKnown(table, leadId, [...pending.engagements, ...(joined?.engagements ?? [])]);
  return [
    ...fresh.map((engagement) => engagementWrite(table, leadId, cycle, engagement)),
    ...(fresh.length === 0 ? [] : [await addToSumsWrite(table, leadId, fresh, agreement)]),
    ...(joined?.writes ?? []),
    ...(pending.version === 0 ? [] : [pendingWrite(table, form, pending, [])]),
    ...references.map((referenceId) =>
      update(table, `opened ${referenceId}`, keys.reference(referenceId), "REMOVE pending", {
        that: "attribute_exists(pk)",
      }),
    ),
  ];
};
