import { untilWritten } from "../adapters/contention.ts";
import { readLead, replaceLead, signal } from "../adapters/dynamo-leads.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { type HttpResponse, html } from "../domain/http/index.ts";
import { unsubscribedPage, unsubscribePage } from "../domain/nurture/unsubscribe-page.ts";
import {
  opensNothing,
  type PageDependencies,
  pageDependencies,
  referencePage,
  type Visit,
} from "../http/reference-page.ts";

/**
 * Where a lead ends our mails. Any `POST` does it, a person's or the mailbox's own (RFC 8058), in whatever stage the
 * lead is and however often it comes.
 */
export const unsubscribe = (deps: PageDependencies) =>
  referencePage(deps, "unsubscribe", {
    show: async ({ lead, grant }) => {
      const view = { language: grant.language, company: deps.agreement.terms.company.name };
      return html(200, lead.unsubscribedAt === undefined ? unsubscribePage(view) : unsubscribedPage(view));
    },
    act: (visit) => untilWritten(() => act(deps, visit)),
  });

/** @returns `undefined` when another writer came first: look again. */
const act = async (deps: PageDependencies, { grant, request, leadId, correlationId }: Visit) => {
  const { table, agreement } = deps;
  const lead = await readLead(table, leadId);
  if (lead === undefined) return opensNothing(deps, request);
  const done = (): HttpResponse =>
    html(200, unsubscribedPage({ language: grant.language, company: agreement.terms.company.name }));
  if (lead.unsubscribedAt !== undefined) return done();
  const outcome = await transact(table, [
    replaceLead(table, lead, { ...lead, unsubscribedAt: deps.now() }),
    signal(table, leadId),
  ]);
  if (!outcome.done) return undefined;
  log.info("A lead ended our mails", { code: "lead-unsubscribed", leadId, correlationId });
  return done();
};

export const handler = bindAtStart(() => unsubscribe(pageDependencies()));
