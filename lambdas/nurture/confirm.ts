import { signal } from "../adapters/dynamo-leads.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { liftSuppression, readSuppression } from "../adapters/dynamo-suppressions.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { type HttpResponse, html } from "../domain/http/http.ts";
import { type Confirmable, confirmable, confirmed } from "../domain/nurture/confirm.ts";
import { isLifted } from "../domain/nurture/suppression.ts";
import { type PageDependencies, pageDependencies, referencePage, type Visit } from "../http/reference-page.ts";
import { confirmPage } from "../views/nurture/confirm-page.ts";

/** The page where the owner of the address confirms a consent (double opt-in). */
export const confirm = (deps: PageDependencies) =>
  referencePage(deps, "confirm", {
    show: async (visit) => shown(deps, visit, confirmable(visit.lead, deps.agreement, visit.grant.content)),
    act: (visit) => act(deps, visit),
  });

/** @returns `undefined` when another writer came first. */
const act = async (deps: PageDependencies, visit: Visit): Promise<HttpResponse | undefined> => {
  const { table, agreement } = deps;
  const { lead, leadId, grant, correlationId } = visit;
  const found = confirmable(lead, agreement, grant.content);
  if (found !== "open") return shown(deps, visit, found, found === "confirmed" ? 200 : 409);
  const now = deps.now();
  const next = confirmed(lead, agreement, now, grant.content);
  const suppression = lead.unsubscribedAt === undefined ? undefined : await readSuppression(table, lead.email);
  const outcome = await transact(table, [
    ...moveWrites(table, lead, next, now),
    ...(isLifted(suppression, next) ? [liftSuppression(table, lead.email, now)] : []),
    signal(table, leadId),
  ]);
  if (!outcome.done) return undefined;
  log.info("A lead confirmed its consent", { code: "consent-confirmed", leadId, correlationId });
  return shown(deps, visit, "confirmed");
};

const shown = (deps: PageDependencies, { grant }: Visit, found: Confirmable, status = 200): HttpResponse =>
  html(status, confirmPage(found, { language: grant.language, company: deps.agreement.terms.company.name }));

export const handler = bindAtStart(() => confirm(pageDependencies()));
