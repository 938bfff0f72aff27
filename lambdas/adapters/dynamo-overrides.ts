import * as z from "zod/mini";
import type { Agreement } from "../contract/agreement.ts";
import { lifetimes } from "../contract/limits.ts";
import { keys } from "../contract/table.ts";
import { overrideGate, sayOverride } from "../domain/gate/apply-override.ts";
import type { AskedOverride } from "../domain/gate/parse-override.ts";
import type { Lead, Override } from "../domain/lead/lead.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { untilWritten } from "./contention.ts";
import { decisionWrite } from "./dynamo-decisions.ts";
import { readLead, signal } from "./dynamo-leads.ts";
import { moveWrites } from "./dynamo-moves.ts";
import { type DynamoTable, isNew, type NamedWrite, put, readItem, transact } from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

/** `known`: the same request was carried out before. `reason`: why it never can be. */
export type OverrideOutcome =
  | { readonly is: "recorded"; readonly leadId: string }
  | { readonly is: "known" }
  | { readonly is: "refused"; readonly reason: string };

/**
 * Records marketing's override, once per request, in one transaction: the lead, the decision with its
 * reason, the mark of the request and the signal.
 */
export const storeOverride = (
  table: DynamoTable,
  { lead: asked, override }: AskedOverride,
  { requestId, at, agreement }: { readonly requestId: string; readonly at: string; readonly agreement: Agreement },
): Promise<OverrideOutcome> =>
  untilWritten<OverrideOutcome>(async () => {
    const mark = keys.idempotency(`OVERRIDE#${requestId}`);
    if ((await readItem(table, mark)) !== undefined) return { is: "known" };
    const leadId = await leadIdOf(table, asked);
    const lead = leadId === undefined ? undefined : await readLead(table, leadId);
    if (lead === undefined) return { is: "refused", reason: `no lead has this ${Object.keys(asked).join()}` };
    const expiresAt = epochSeconds(at, elapsedMillis(lifetimes.overrideMark));
    const once = put(table, "mark", { ...mark, expiresAt }, isNew);
    return writeOverride(table, lead, { ...override, at }, { agreement, also: [once] });
  });

/**
 * The lead as marketing decided, the decision with its reason and the signal, in one transaction.
 * @param by id of the colleague, where it is known
 * @returns `undefined` when another writer came first
 */
export const writeOverride = async (
  table: DynamoTable,
  lead: Lead,
  override: Override,
  {
    agreement,
    by,
    also = [],
  }: { readonly agreement: Agreement; readonly by?: string; readonly also?: readonly NamedWrite[] },
): Promise<Exclude<OverrideOutcome, { is: "known" }> | undefined> => {
  const decided = overrideGate(lead, override, agreement);
  if (!decided.ok) return { is: "refused", reason: decided.reason };
  const { at, verdict } = override;
  const reasons = [sayOverride(override)];
  const decision = { at, of: "override", verdict, reasons, agreementVersion: agreement.version, by };
  const outcome = await transact(table, [
    ...moveWrites(table, lead, decided.lead, at),
    decisionWrite(table, decided.lead, decision),
    ...also,
    signal(table, lead.leadId),
  ]);
  return outcome.done ? { is: "recorded", leadId: lead.leadId } : undefined;
};

const leadIdOf = async (table: DynamoTable, asked: AskedOverride["lead"]): Promise<string | undefined> => {
  if ("leadId" in asked) return asked.leadId;
  const claim = await readItem(table, keys.emailClaim(asked.email));
  return claim === undefined ? undefined : z.string().parse(claim.leadId);
};
