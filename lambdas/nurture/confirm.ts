import { signal } from "../adapters/dynamo-leads.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { countPending } from "../adapters/dynamo-pending.ts";
import { markConfirmed, readSentForm } from "../adapters/dynamo-sent-forms.ts";
import { liftSuppression, readSuppression } from "../adapters/dynamo-suppressions.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { type HttpResponse, html } from "../domain/http/http.ts";
import { differing, withConfirmed } from "../domain/lead/claims.ts";
import { type Confirmable, confirmable, confirmed } from "../domain/nurture/confirm.ts";
import { isLifted } from "../domain/nurture/suppression.ts";
import { type PageDependencies, pageDependencies, referencePage, type Visit } from "../http/reference-page.ts";
import { confirmPage } from "../views/nurture/confirm-page.ts";

/**
 * The page where the owner of the address confirms the form that its link was mailed for: the consent, and of the values
 * that differ from what is known those that they tick.
 */
export const confirm = (deps: PageDependencies) =>
  referencePage(deps, "confirm", {
    show: async (visit) => {
      const found = confirmable(visit.lead, deps.agreement, visit.grant.content);
      return shown(deps, visit, found, found === "open" ? (await formOf(deps, visit)).differs : []);
    },
    act: (visit) => act(deps, visit),
  });

/** The form that the link was mailed for; links of earlier releases name none. */
const formOf = async ({ table }: PageDependencies, { lead, leadId, grant: { submissionId } }: Visit) => {
  const form = submissionId === undefined ? undefined : await readSentForm(table, leadId, submissionId);
  return { form, differs: form === undefined ? [] : differing(lead, form) };
};

/** @returns `undefined` when another writer came first. */
const act = async (deps: PageDependencies, visit: Visit): Promise<HttpResponse | undefined> => {
  const { table, agreement } = deps;
  const { lead, leadId, grant, correlationId } = visit;
  const found = confirmable(lead, agreement, grant.content);
  if (found !== "open") return shown(deps, visit, found, [], found === "confirmed" ? 200 : 409);
  const now = deps.now();
  const { form, differs } = await formOf(deps, visit);
  const ticked = new Set(visit.form.getAll("fact"));
  const source = { from: "link", id: form?.submissionId, at: now } as const;
  const values = differs.filter(({ field }) => ticked.has(field));
  const next = confirmed(withConfirmed(lead, values, source), agreement, now, grant.content);
  const suppression = lead.unsubscribedAt === undefined ? undefined : await readSuppression(table, lead.email);
  const outcome = await transact(table, [
    ...moveWrites(table, lead, next, now),
    ...(form === undefined
      ? []
      : [
          markConfirmed(table, leadId, form.submissionId, now),
          ...(await countPending(table, next, form, agreement, now)),
        ]),
    ...(isLifted(suppression, next) ? [liftSuppression(table, lead.email, now)] : []),
    signal(table, leadId),
  ]);
  if (!outcome.done) return undefined;
  log.info("A lead confirmed its consent", { code: "consent-confirmed", leadId, values: values.length, correlationId });
  return shown(deps, visit, "confirmed", []);
};

const shown = (
  deps: PageDependencies,
  { grant }: Visit,
  found: Confirmable,
  differs: ReturnType<typeof differing>,
  status = 200,
): HttpResponse => {
  const { agreement } = deps;
  return html(status, confirmPage(found, { language: grant.language, agreement, differs }));
};

export const handler = bindAtStart(() => confirm(pageDependencies()));
