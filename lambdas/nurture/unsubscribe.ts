import { replaceLead, signal } from "../adapters/dynamo-leads.ts";
import { readSuppression, suppress } from "../adapters/dynamo-suppressions.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import { type HttpResponse, html } from "../domain/http/http.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { type PageDependencies, pageDependencies, referencePage, type Visit } from "../http/reference-page.ts";
import { unsubscribedPage, unsubscribePage } from "../views/nurture/unsubscribe-page.ts";

/**
 * The page where a lead unsubscribes. Any `POST` does it, a person's or the mailbox's own (RFC 8058), in whatever stage
 * the lead is and however often it comes. The lead stays; the suppression outlives it, under the address's hash.
 */
export const unsubscribe = (deps: PageDependencies) =>
  referencePage(deps, "unsubscribe", {
    show: async ({ lead, grant }) => {
      const view = { language: grant.language, company: deps.agreement.terms.company.name };
      return html(200, lead.unsubscribedAt === undefined ? unsubscribePage(view) : unsubscribedPage(view));
    },
    act: (visit) => act(deps, visit),
  });

/** @returns `undefined` when another writer came first. */
const act = async (deps: PageDependencies, { grant, lead, leadId, correlationId }: Visit) => {
  const { table, agreement } = deps;
  const done = (): HttpResponse =>
    html(200, unsubscribedPage({ language: grant.language, company: agreement.terms.company.name }));
  const at = deps.now();
  // A repeated unsubscribe counts again: it ends a consent given in between.
  if (lead.unsubscribedAt !== undefined && at <= lead.unsubscribedAt) return done();
  const outcome = await transact(table, [
    replaceLead(table, lead, { ...lead, unsubscribedAt: at }),
    signal(table, leadId),
    ...suppress(table, lead.email, await readSuppression(table, lead.email), { reason: "unsubscribed", at }),
  ]);
  if (!outcome.done) return undefined;
  log.info("A lead ended our mails", { code: "lead-unsubscribed", leadId, correlationId });
  return done();
};

export const handler = bindToApi(pageDependencies, unsubscribe);
