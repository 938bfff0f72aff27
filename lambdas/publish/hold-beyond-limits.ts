import { untilWritten } from "../adapters/contention.ts";
import { markCounted } from "../adapters/dynamo-counting.ts";
import { readLead, replaceLead } from "../adapters/dynamo-leads.ts";
import { countForm } from "../adapters/dynamo-limits.ts";
import { type DynamoTable, transact } from "../adapters/dynamo-table.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { log } from "../adapters/logger.ts";
import { type AsideKind, limitsOf } from "../contract/agreed-limits.ts";
import type { Agreement } from "../contract/agreement.ts";
import { metricNames } from "../contract/metrics.ts";
import { type Counts, countersOf, overLimits } from "../domain/capture/form-limits.ts";
import type { Change } from "../domain/publish/events-of-change.ts";
import { type FormSeen, formSeen } from "../domain/publish/form-seen.ts";

export interface LimitDependencies {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
}

/**
 * Counts a form that anyone could send, once, and keeps its lead aside when it is beyond a limit: before its first event is
 * sent, so before any journey, mail or hand-off. A lead that was known before is not touched: capture has looked at its
 * form already, and nobody may stop a lead by sending forms. What cannot be counted passes.
 * @returns whether the change is of a lead that is kept aside
 */
export const holdBeyondLimits =
  (deps: LimitDependencies) =>
  async (change: Change): Promise<boolean> => {
    const form = formSeen(change);
    if (form === undefined) return false;
    try {
      return await judge(deps, form);
    } catch (error) {
      log.warn("A form could not be counted, and passes", { code: "form-not-counted", leadId: form.leadId }, error);
      return false;
    }
  };

/** Marked first: what is delivered again, because the bus did not answer, is not counted again. */
const judge = async ({ table, agreement: { terms }, now }: LimitDependencies, form: FormSeen): Promise<boolean> => {
  const at = now();
  if (!(await markCounted(table, `form.${form.submissionId}`, at))) return false;
  const counters = countersOf(form, terms.company.personalMail);
  const total = counters.filter(({ of }) => of === "total");
  const particular = await countAll(
    table,
    counters.filter(({ of }) => of !== "total"),
    at,
  );
  const agreed = limitsOf(terms).forms;
  // What is kept aside for another reason does not use up what is left for all.
  const [over] = overLimits(particular, agreed);
  const [beyond = over] = over === undefined ? overLimits(await countAll(table, total, at), agreed) : [];
  return beyond !== undefined && keepLeadAside(table, form, beyond, at);
};

const countAll = async (table: DynamoTable, counters: ReturnType<typeof countersOf>, at: string): Promise<Counts> =>
  Object.fromEntries(
    await Promise.all(counters.map(async (counter) => [counter.of, await countForm(table, counter, at)] as const)),
  );

/** Only a lead that this form has made, and that nothing has happened to. @returns whether it is kept aside */
const keepLeadAside = (table: DynamoTable, { leadId, submissionId }: FormSeen, kind: AsideKind, at: string) =>
  untilWritten(async () => {
    const lead = await readLead(table, leadId);
    if (lead?.stage !== "captured" || lead.cycle !== 1 || lead.firstForm !== submissionId) return false;
    if (lead.aside !== undefined) return true;
    const outcome = await transact(table, [replaceLead(table, lead, { ...lead, aside: { kind, at } })]);
    if (!outcome.done) return undefined;
    countOne(metricNames.formKeptAside);
    log.warn("A lead is kept aside", { code: "kept-aside", kind, leadId, correlationId: lead.correlationId });
    return true;
  });
